//! Chromium and its driver: where they are, and how they get there.

use crate::run;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the browser's tests need to know; the names of the variables are those that tests/browser reads.
pub struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
}

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

impl Browser {
    /// Finds Chromium and its driver, or gets them with apt-get where that can be done.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        let packages = packages(&std::fs::read_to_string("/etc/os-release").unwrap_or_default());
        match packages {
            Some(packages) if is_root() => install(packages)?,
            _ => bail!("{}", advice(packages)),
        }
        Self::find().context(advice(packages))
    }

    /// Tells a command where they are.
    pub fn tell(&self, command: &mut Command) {
        command.env("KBGUIDE_CHROMIUM", &self.chromium);
        command.env("KBGUIDE_CHROMEDRIVER", &self.driver);
    }

    fn find() -> Option<Self> {
        let chromium = program("KBGUIDE_CHROMIUM", &CHROMIUM)?;
        let driver = program("KBGUIDE_CHROMEDRIVER", &DRIVER)?;
        Some(Self { chromium, driver })
    }
}

/// The program that the variable names, else the first of the names that is on the path.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    let in_path = |name: &&str| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let mut files = std::env::split_paths(&path).map(|folder| folder.join(&name));
        files.find(|file| file.is_file())
    };
    names.iter().find_map(in_path)
}

/// The packages of this system, told from its os-release file; none where it has no apt-get that we know.
fn packages(os_release: &str) -> Option<[&'static str; 2]> {
    let id = os_release.lines().find_map(|line| line.strip_prefix("ID="));
    match id?.trim_matches('"') {
        "debian" => Some(["chromium", "chromium-driver"]),
        "ubuntu" => Some(["chromium-browser", "chromium-chromedriver"]),
        _ => None,
    }
}

/// What to do where we cannot do it.
fn advice(packages: Option<[&str; 2]>) -> String {
    let install = match packages {
        Some(packages) => format!("As root: apt-get install {}", packages.join(" ")),
        None => "Install Chromium and the chromedriver of its version".to_owned(),
    };
    format!(
        "The browser's tests need Chromium and its driver, and they are not there.\n\
         {install}; or name them in KBGUIDE_CHROMIUM and KBGUIDE_CHROMEDRIVER; or leave the tests out: --no-browser"
    )
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn install(packages: [&str; 2]) -> Result<()> {
    eprintln!(
        "Chromium or its driver is missing: apt-get install {}",
        packages.join(" ")
    );
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(Path::new("apt-get"));
        run::run(
            command
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    };
    apt(&["update", "-q"])?;
    apt(&[
        "install",
        "-q",
        "-y",
        "--no-install-recommends",
        packages[0],
        packages[1],
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packages_of_a_system() {
        let table = [
            (
                "NAME=\"Debian GNU/Linux\"\nID=debian\n",
                Some("chromium-driver"),
            ),
            ("ID=ubuntu\nID_LIKE=debian\n", Some("chromium-chromedriver")),
            ("ID=\"debian\"\n", Some("chromium-driver")),
            ("ID=fedora\n", None),
            ("", None),
        ];
        for (os_release, driver) in table {
            assert_eq!(
                packages(os_release).map(|names| names[1]),
                driver,
                "{os_release}"
            );
        }
    }

    #[test]
    fn the_advice_names_what_to_install() {
        let advice = advice(Some(["chromium", "chromium-driver"]));
        assert!(
            advice.contains("As root: apt-get install chromium chromium-driver;"),
            "{advice}"
        );
        assert!(advice.ends_with("--no-browser"), "{advice}");
    }

    #[test]
    fn a_program_is_found_by_the_first_name_on_the_path() {
        let found = program("KBGUIDE_NO_SUCH_VARIABLE", &["no-such-program", "cargo"]);
        assert!(found.is_some_and(|path| path.is_file()));
        assert_eq!(
            program("KBGUIDE_NO_SUCH_VARIABLE", &["no-such-program"]),
            None
        );
    }
}
