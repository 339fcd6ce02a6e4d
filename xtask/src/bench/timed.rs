//! A program as a whole: how long it takes and how much memory it has at most.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run of a program took.
pub struct Took {
    pub seconds: f64,
    /// Megabytes; 0 where the system does not say.
    pub peak: f64,
}

/// Runs a program without its output.
pub fn timed(command: &mut Command) -> Result<Took> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut most = 0;
    let status = loop {
        most = peak(child.id()).unwrap_or(0).max(most);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    ensure!(
        status.success(),
        "{} failed ({status})",
        crate::run::shown(command)
    );
    Ok(Took {
        seconds: start.elapsed().as_secs_f64(),
        peak: most as f64,
    })
}

/// The most memory that a process has had, in MB; `None` where the system does not say.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1000)
}
