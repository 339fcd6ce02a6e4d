//! PLACEHOLDER of the command line: `build` and `serve`, just enough to try what stands around the engine.

use clap::Parser;
use std::path::{Path, PathBuf};
use std::{fs, io};

#[derive(Parser)]
enum Command {
    /// Build a site.
    Build {
        articles: PathBuf,
        #[arg(short)]
        output: PathBuf,
        #[arg(long)]
        engine: PathBuf,
    },
    /// Serve a site.
    Serve {
        site: PathBuf,
        #[arg(long, default_value_t = 8017)]
        port: u16,
    },
}

fn main() -> io::Result<()> {
    match Command::parse() {
        Command::Build {
            articles,
            output,
            engine,
        } => build(&articles, &output, &engine),
        Command::Serve { site, port } => kbguide::cli::serve::serve(&site, port),
    }
}

fn build(articles: &Path, output: &Path, engine: &Path) -> io::Result<()> {
    fs::create_dir_all(output)?;
    for entry in fs::read_dir(engine)?.chain(fs::read_dir(articles)?) {
        let entry = entry?;
        fs::copy(entry.path(), output.join(entry.file_name()))?;
    }
    let page = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><meta name=viewport content='width=device-width'><style>:root{color-scheme:light dark}</style><title>Knowledge base</title><h1>Knowledge base</h1><button onclick=\"this.textContent='Pressed'\">Press</button><input>";
    fs::write(output.join("index.html"), page)
}
