//! Standard output and standard error. A reader that has seen enough (`kbguide … | head`) is no error.

use super::Error;
use super::arguments::Format;
use crate::print::{self, Sheet};
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Columns where the terminal does not say how many it has.
const WIDTH: usize = 80;

/// Prints a value as one line of JSON.
pub fn json(value: &impl serde::Serialize) -> Result<(), Error> {
    let text = serde_json::to_string(value).map_err(|error| Error::failed(error.to_string()))?;
    text_out(&(text + "\n"))
}

/// Prints a sheet as text or as Markdown.
pub fn sheet(sheet: &Sheet, format: Format) -> Result<(), Error> {
    text_out(&match format {
        Format::Markdown => print::markdown(sheet),
        _ => print::text(sheet, width()),
    })
}

/// Prints a text on standard output.
pub fn text_out(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What became of writing to standard output.
pub fn written(result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::failed(format!(
            "standard output cannot be written: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Prints a line on standard error; where that is closed there is nobody to tell.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// How many columns to print in: the terminal's, 80 where there is none.
pub fn width() -> usize {
    let terminal = io::stdout().is_terminal();
    let size = terminal.then(terminal_size::terminal_size).flatten();
    size.map_or(WIDTH, |(width, _)| usize::from(width.0))
}
