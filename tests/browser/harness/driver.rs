//! Chromium's driver, as a process of its own.

use super::told;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A chromedriver that listens; ended when dropped.
pub struct Driver {
    process: Child,
    port: u16,
    // Kept open: the driver would end when it can't write.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts a driver on a free port of its own choice.
    pub fn start() -> Self {
        let mut process = Command::new(told("KBGUIDE_CHROMEDRIVER"))
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut output = BufReader::new(process.stdout.take().expect("chromedriver's output"));
        let port = port(&mut output);
        if port.is_none() {
            let _ = process.kill();
        }
        Self {
            process,
            port: port.expect("chromedriver says its port"),
            _output: output,
        }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Reads until "ChromeDriver was started successfully on port 40123."
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
