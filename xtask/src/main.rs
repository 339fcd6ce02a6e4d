//! Development commands: `cargo xtask --help`.

mod run;
mod size;
mod wasm;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Development commands of kbguide.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the engine for the browser into target/web.
    Web,
    /// Build the engine for the browser and print its size, raw and as it travels.
    Size,
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Web => wasm::build().map(|_| ()),
        Command::Size => size::print(),
    }
}
