//! Runs the built command line in the project's folder.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs kbguide with an empty standard input.
pub fn kbguide(arguments: &[&str]) -> Ran {
    typed(arguments, b"")
}

/// Runs kbguide with this on its standard input.
pub fn typed(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = command(arguments).spawn().expect("kbguide runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    // It may end before it has read all: that is for its exit code to say.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().expect("an end");
    Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Runs kbguide with nobody at the other end of its standard output. Gives exit code and standard error.
pub fn without_reader(arguments: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = command(arguments);
    let child = command.stdout(writer).stdin(Stdio::null()).spawn();
    let output = child.expect("kbguide runs").wait_with_output();
    let output = output.expect("an end");
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), err)
}

/// A run that is still to be started, in the folder of the project.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kbguide"));
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A file of the project.
pub fn read(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// The text on one line.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
