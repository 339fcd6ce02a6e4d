//! Running other programs.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// A command with its arguments, to be run in the workspace's root.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(crate::workspace::root());
    command
}

/// `cargo` with these arguments: the one that runs us, so that the toolchain stays the same.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    command(&cargo, arguments)
}

/// Runs a command, its output going where ours goes; an error when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run {}", shown(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a command and gives what it writes to standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run {}", shown(command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_without_its_folder() {
        let command = command("/usr/bin/cargo", &["build", "--lib"]);
        assert_eq!(shown(&command), "cargo build --lib");
    }

    #[test]
    fn a_failing_command_is_an_error_that_names_it() {
        let error = run(cargo(&["--no-such-option"]).stderr(Stdio::null()));
        let text = error.unwrap_err().to_string();
        assert!(
            text.starts_with("cargo --no-such-option failed ("),
            "{text}"
        );
    }

    #[test]
    fn a_missing_command_is_an_error_that_names_it() {
        let error = output(&mut command("no-such-program", &[])).unwrap_err();
        assert_eq!(error.to_string(), "cannot run no-such-program");
    }
}
