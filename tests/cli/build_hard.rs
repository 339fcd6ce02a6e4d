//! `kbguide build` where something is in its way: another build, a kill, a full disk, a folder that it may not read.
#![cfg(unix)]

use crate::build_desk::Desk;
use crate::run::{command, kbguide};
use std::fs;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A build of `other` that waits, with the lock in its hands: of what it has to say, nobody has read the half.
struct Waiting {
    build: Child,
    said: UnixStream,
}

impl Waiting {
    fn new(desk: &Desk) -> Self {
        let (kb, site, engine) = (desk.path("other"), desk.path("site"), desk.path("engine"));
        let (said, mut full) = UnixStream::pair().expect("two ends");
        full.set_nonblocking(true).expect("it can be filled");
        while full.write(&[b'\n'; 512]).is_ok() {}
        full.set_nonblocking(false).expect("it can be waited at");
        let build = command(&["build", &kb, "-o", &site, "--engine", &engine])
            .stderr(OwnedFd::from(full))
            .spawn()
            .expect("kbguide runs");
        let start = Instant::now();
        while !desk.has("site/.kbguide/lock") || desk.read("site/.kbguide/lock").is_empty() {
            assert!(start.elapsed() < Duration::from_secs(60), "no lock");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { build, said }
    }

    /// Reads what it says, so that it goes on.
    fn end(mut self) -> String {
        let mut said = String::new();
        self.said.read_to_string(&mut said).expect("it reads");
        assert!(self.build.wait().expect("an end").success(), "{said}");
        said.trim_start().into()
    }
}

#[test]
fn a_second_build_of_the_same_site_stops_at_once() {
    let desk = Desk::new("both");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let page = desk.read("site/article/open.html");
    desk.put("other/open.md", "# Open another box\n\nOpen it.\n");
    let first = Waiting::new(&desk);
    let holder = desk.read("site/.kbguide/lock");
    assert!(
        holder.starts_with(&format!("process {}", first.build.id())),
        "{holder}"
    );
    desk.fails(
        &[],
        &format!(
            "DESK/site is being built by another kbguide ({holder}); wait for its end, or name another folder"
        ),
    );
    assert_eq!(desk.read("site/article/open.html"), page);
    assert_eq!(first.end(), "Looking at 1 article\nReading 1 article\n");
    assert!(desk.read("site/article/open.html").contains("another box"));
    assert_eq!(desk.read("site/.kbguide/lock"), "");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    assert_eq!(desk.read("site/article/open.html"), page);
}

/// Nobody has to delete anything, although the file still says who had it.
#[test]
fn the_lock_of_a_killed_build_is_taken_over() {
    let desk = Desk::new("taken");
    desk.put("other/open.md", "# Open another box\n");
    let mut first = Waiting::new(&desk).build;
    first.kill().expect("killed");
    first.wait().expect("an end");
    assert!(desk.read("site/.kbguide/lock").starts_with("process "));
    let ran = desk.build(&["--quiet"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(desk.has("site/article/open.html") && desk.read("site/.kbguide/lock").is_empty());
}

/// What is called like an article and is no file, such as a pipe at which a build would wait for ever, is said; the rest is built.
#[test]
fn only_regular_files_are_read() {
    let desk = Desk::new("pipe");
    let pipe = desk.path("kb/pipe.md");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    symlink("/dev/zero", desk.0.join("kb/device.md")).expect("a link");
    symlink("open.md", desk.0.join("kb/link.md")).expect("a link");
    for pages in ["each", "packed"] {
        let ran = desk.build(&["--quiet", "--pages", pages]);
        let said = ["device", "pipe"].map(|name| {
            desk.path(&format!(
                "kb/{name}.md cannot be read: it is no regular file\n"
            ))
        });
        assert_eq!((ran.code, ran.err), (0, said.concat()), "{pages}");
        assert!(desk.read("site/index.html").contains(">link<"), "{pages}");
    }
}

/// Every file of a site that a visitor can ask for.
fn seen(site: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut seen = Vec::new();
    let mut open = vec![site.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true if path.ends_with(".kbguide") => {}
                true => open.push(path),
                false => seen.push((path.clone(), fs::read(&path).expect("a file"))),
            }
        }
    }
    seen.sort();
    seen
}

/// The system lets no file grow beyond 8 KB, as if the disk were full.
#[test]
fn a_disk_that_is_full() {
    let desk = Desk::new("full");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let old = seen(&desk.0.join("site"));
    for at in 0..40 {
        let text = format!("# Box {at}\n\n{}\n", "Open the lid of it. ".repeat(50));
        desk.put(&format!("kb/box-{at}.md"), &text);
    }
    let (kb, site, engine) = (desk.path("kb"), desk.path("site"), desk.path("engine"));
    let ran = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_kbguide"))
        .args(["build", &kb, "-o", &site, "--engine", &engine, "--quiet"])
        .stdin(Stdio::null())
        .output()
        .expect("kbguide runs");
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(1), "{said}");
    let promise = "File too large (os error 27). The site is as it was; what is done is taken up by the next build\n";
    assert!(
        said.starts_with("kbguide: ") && said.ends_with(promise),
        "{said}"
    );
    assert!(said.contains("/site/.kbguide/next/"), "{said}");
    assert!(seen(&desk.0.join("site")) == old);
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let built = seen(&desk.0.join("site"));
    fs::remove_dir_all(desk.0.join("site")).expect("deleted");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    assert!(seen(&desk.0.join("site")) == built);
}

/// A folder that may not be read could hold articles: without them the site would lose their pages.
#[test]
fn a_folder_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new("shut");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let old = seen(&desk.0.join("site"));
    let shut = desk.0.join("kb/more");
    let mode = |mode| fs::set_permissions(&shut, fs::Permissions::from_mode(mode)).expect("a mode");
    mode(0);
    let open = fs::read_dir(&shut).is_ok(); // to root nothing is shut: then somebody else builds
    let (kb, site, engine) = (desk.path("kb"), desk.path("site"), desk.path("engine"));
    let elsewhere = std::env::temp_dir().join(format!("kbguide-{}", std::process::id()));
    let mut build = match open {
        false => command(&[]),
        true => {
            fs::copy(env!("CARGO_BIN_EXE_kbguide"), &elsewhere).expect("a program");
            let mut other = Command::new(&elsewhere);
            other.uid(65534).gid(65534);
            other
        }
    };
    let ran = build
        .args(["build", &kb, "-o", &site, "--engine", &engine, "--quiet"])
        .stdin(Stdio::null())
        .output();
    mode(0o755);
    let _ = fs::remove_file(&elsewhere);
    let ran = ran.expect("kbguide runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    let wanted = format!("kbguide: {kb}/more cannot be read: Permission denied (os error 13)\n");
    assert_eq!(
        (ran.status.code(), said.as_ref()),
        (Some(1), wanted.as_str())
    );
    assert!(seen(&desk.0.join("site")) == old);
}

/// What `--strict` refuses leaves nothing behind, and the old site as it was.
#[test]
fn what_is_refused_leaves_nothing_behind() {
    let desk = Desk::new("refused");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let old = seen(&desk.0.join("site"));
    desk.put("kb/open.md", "# Open another box\n");
    desk.put("kb/bad.md", "");
    desk.fails(
        &["--strict"],
        "2 things are wrong with the articles, and --strict was given; the site is as it was",
    );
    assert!(!desk.has("site/.kbguide/next") && seen(&desk.0.join("site")) == old);
    fs::remove_file(desk.0.join("kb/bad.md")).expect("deleted");
    desk.put("kb/more/open.txt", "# Open the box\n");
    desk.fails(
        &[],
        "DESK/kb/more/open.txt and DESK/kb/open.md are both open. Rename one or leave it out",
    );
    assert!(!desk.has("site/.kbguide/next") && seen(&desk.0.join("site")) == old);
    fs::remove_file(desk.0.join("kb/more/open.txt")).expect("deleted");
    desk.put("site/article/in-the-way.md", "mine");
    desk.put("kb/in-the-way.md", "# Ours\n");
    let old = seen(&desk.0.join("site"));
    desk.fails(
        &[],
        "DESK/site/article/in-the-way.md is in the way: kbguide has not written it and does not overwrite it",
    );
    assert!(!desk.has("site/.kbguide/next") && seen(&desk.0.join("site")) == old);
}

/// A terminal, as `script` of util-linux makes one.
#[cfg(target_os = "linux")]
fn on_a_terminal(arguments: &[&str]) -> String {
    let quoted: Vec<String> = arguments.iter().map(|one| format!("'{one}'")).collect();
    let call = format!("{} {}", env!("CARGO_BIN_EXE_kbguide"), quoted.join(" "));
    let ran = Command::new("script")
        .args(["-qec", &call, "/dev/null"])
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output()
        .expect("script runs");
    assert!(ran.status.success(), "{ran:?}");
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_a_bar_with_rate_and_time_left() {
    let desk = Desk::new("bar");
    for at in 0..400 {
        let text = format!("# Box {at}\n\n{}\n", "If it is shut, open it. ".repeat(40));
        desk.put(&format!("kb/box-{at}.md"), &text);
    }
    let (kb, site, engine) = (desk.path("kb"), desk.path("site"), desk.path("engine"));
    let build = ["build", &kb, "-o", &site, "--engine", &engine];
    let shown = on_a_terminal(&build);
    let bars: Vec<&str> = shown
        .split(['\r', '\n'])
        .filter(|line| line.contains(" of 402, "))
        .collect();
    let full =
        |bar: &&&str| bar.contains("Reading") && bar.contains("/s, ") && bar.contains("s left");
    assert!(bars.iter().filter(full).count() > 1, "{shown}");
    assert!(shown.contains(": 402 articles, "), "{shown}");
    for more in [["--quiet"].as_slice(), &["--format", "json"]] {
        let shown = on_a_terminal(&[&build[..], more].concat());
        assert!(
            !shown.contains("Reading") && !shown.contains(" left"),
            "{shown}"
        );
    }
}

/// Where there is no terminal, plain lines: no sign of a bar.
#[test]
fn elsewhere_plain_lines() {
    let desk = Desk::new("lines");
    let (kb, site, engine) = (desk.path("kb"), desk.path("site"), desk.path("engine"));
    let ran = kbguide(&["build", &kb, "-o", &site, "--engine", &engine]);
    assert_eq!(ran.err, "Looking at 2 articles\nReading 2 articles\n");
    assert!(
        !ran.out.contains('\u{1b}') && ran.out.contains("2 articles"),
        "{}",
        ran.out
    );
}
