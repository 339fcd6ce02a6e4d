//! What can be asked for, and the help that says so.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns support articles into guides: questions, the exact steps, their warnings.
#[derive(Parser)]
#[command(name = "kbguide", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  it could not be done
  2  the call was wrong

What is wrong with an article is said on standard error and does not stop it.";

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Prints what an article says: procedures, advice, questions, warnings.
    #[command(after_help = "Example:\n  kbguide outline kb/Q285090.md --format text
  kbguide outline kb/Q285090.md --ledger --format text")]
    Outline {
        /// The article's file, or `-` for standard input.
        article: PathBuf,
        /// Adds the ledger: what became of each sentence, with the bytes of each role, which add up to the source's.
        #[arg(long)]
        ledger: bool,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Prints the plan of an article under the given answers.
    #[command(after_help = PLAN)]
    Plan {
        /// The article's file, or `-` for standard input.
        article: PathBuf,
        /// An answer; `kbguide outline` names the questions. VALUE is yes or no, an option's number from 0, a value that the article names or other; unknown always.
        #[arg(long = "answer", value_name = "ID=VALUE")]
        answers: Vec<String>,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Asks about the state of things in the terminal, then prints the plan.
    #[command(after_help = ASK)]
    Ask {
        /// The article's file.
        article: PathBuf,
    },
    /// Builds a site out of a folder of articles.
    #[command(after_help = BUILD)]
    Build {
        /// The folder of the articles: every .md and .txt in it and below it.
        #[arg(value_name = "KB-DIR")]
        kb: PathBuf,
        /// The folder to write to: a new or empty one, or one that was built before.
        #[arg(short = 'o', long = "output", value_name = "SITE")]
        site: PathBuf,
        /// The folder of the engine, as `cargo xtask engine` makes it.
        #[arg(long, value_name = "DIR", default_value = "target/engine")]
        engine: PathBuf,
        /// How articles lie in the site: a page and a source for each, or packed, for hosts that take only so many files.
        #[arg(long, value_enum, default_value_t = Pages::Each)]
        pages: Pages,
        /// The address that the site will have; sitemap.xml and opensearch.xml name whole addresses and are written only with it.
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Fails where anything is wrong with an article, and leaves the site as it was.
        #[arg(long)]
        strict: bool,
        /// Says nothing but what is wrong.
        #[arg(long)]
        quiet: bool,
        /// How to print the summary.
        #[arg(long, value_enum, default_value_t = Summary::Text)]
        format: Summary,
    },
    /// Looks up articles of a built site.
    #[command(after_help = FIND)]
    Find {
        /// Words, an article's number, an error text; phrases in quotes. All words count, none is required.
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
        /// The site's folder.
        #[arg(long, value_name = "SITE")]
        site: PathBuf,
        /// Only articles of this product, by any name of it: nt4, \"word 97\", vfp.
        #[arg(long)]
        product: Option<String>,
        /// Only guides, or only articles to read.
        #[arg(long, value_enum)]
        class: Option<Kind>,
        /// How many results.
        #[arg(long, default_value_t = 10)]
        count: usize,
        /// How to print them.
        #[arg(long, value_enum, default_value_t = Summary::Text)]
        format: Summary,
    },
    /// Serves a built site on this machine, until Ctrl-C.
    #[command(after_help = "Example:\n  kbguide serve site --port 8080")]
    Serve {
        /// The site's folder.
        site: PathBuf,
        /// The port; the next free one where it is taken.
        #[arg(long, default_value_t = 8017)]
        port: u16,
    },
}

const PLAN: &str = "\
Example:
  kbguide plan kb/Q285090.md --answer mx-record-point-internet-mail-service=no --format text";

const BUILD: &str = "\
Only files that an earlier build wrote, and listed in SITE/kbguide-manifest.json, are overwritten or deleted. SITE/.kbguide
holds what makes the next build quick; a host does not need it. Of two builds of one site at a time the second fails.

Example:
  kbguide build kb -o site && kbguide serve site";

const FIND: &str = "\
Example:
  kbguide find 'nt4 \"server service\" error 1105' --site site --class guide";

const ASK: &str = "\
At a question:
  1, 2, …  the answer of this number
  u        not sure
  b        back to the question before
  ?        why this is asked, and what hangs on it
  q        quit
The end of the input (Ctrl-D) prints the plan as far as it is answered.

Example:
  kbguide ask kb/Q285090.md";

/// How something is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object, for programs
    Json,
    /// Plain text, for people in a terminal
    Text,
    /// Markdown, for a ticket
    Markdown,
}

/// What an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// It has a guide
    Guide,
    /// It is to be read
    Read,
}

/// How articles lie in a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Pages {
    /// A page and a source for each, which can be read without JavaScript
    Each,
    /// Many sources in one file; reading them needs JavaScript
    Packed,
}

/// How a summary is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Summary {
    /// One line
    Text,
    /// One JSON object
    Json,
}
