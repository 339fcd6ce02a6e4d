//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    kbguide::cli::run()
}
