//! Builds on a disk that fails at every moment there is.

use super::disk::{Disk, Real};
use super::{Order, on};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A disk that is full after so many acts. The write that fills it leaves half of a file.
struct Full {
    left: AtomicUsize,
}

impl Full {
    fn after(acts: usize) -> Self {
        Self {
            left: AtomicUsize::new(acts),
        }
    }

    fn act(&self) -> io::Result<()> {
        let one = |left: usize| left.checked_sub(1);
        let taken = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one);
        taken
            .map(|_| ())
            .map_err(|_| io::ErrorKind::StorageFull.into())
    }
}

impl Disk for Full {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.act().inspect_err(|_| {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            Real.write(path, half).expect("half of a file");
        })?;
        Real.write(path, bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.act()?;
        Real.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.act()?;
        Real.remove(path)
    }
}

/// A folder of a test's own.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let name = format!("kbguide-build-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        let desk = Self(folder);
        for name in [
            "kbguide.js",
            "kbguide_bg.wasm",
            "kbguide_lookup.js",
            "kbguide_lookup_bg.wasm",
        ] {
            desk.put(&format!("engine/{name}"), name);
        }
        desk
    }

    fn put(&self, name: &str, text: &str) {
        Real.write(&self.0.join(name), text.as_bytes())
            .expect("a file");
    }

    /// The articles as they are first.
    fn first(&self) {
        let _ = fs::remove_dir_all(self.0.join("kb"));
        self.put("kb/a.md", "# Open the box\n\n1. Open it.\n");
        self.put("kb/b.md", "# Close the box\n\nClose the lid.\n");
        self.put("kb/c.md", "# Paint the box\n\nPaint the lid.\n");
    }

    /// One has changed, one is gone, one is new.
    fn second(&self) {
        self.put(
            "kb/a.md",
            "# Open the box\n\n1. If it is locked, unlock it.\n2. Open it.\n",
        );
        fs::remove_file(self.0.join("kb/b.md")).expect("deleted");
        self.put("kb/d.md", "# Sell the box\n\nAsk for a price.\n");
    }

    fn build(&self, site: &str, disk: &dyn Disk) -> Result<(), String> {
        let order = Order {
            kb: self.0.join("kb"),
            site: self.0.join(site),
            engine: self.0.join("engine"),
            quiet: true,
            ..Order::default()
        };
        let done = on(disk, &order).map(|_| ());
        done.map_err(|error| error.text.replace(&self.0.display().to_string(), "DESK"))
    }

    /// What a visitor of the site finds, each file with its bytes.
    fn seen(&self, site: &str) -> BTreeMap<String, Vec<u8>> {
        let mut seen = BTreeMap::new();
        let mut open = vec![self.0.join(site)];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let below = path.strip_prefix(self.0.join(site)).expect("below");
                let name = below.display().to_string();
                match path.is_dir() {
                    true if name == ".kbguide" => {}
                    true => open.push(path),
                    false => drop(seen.insert(name, fs::read(&path).expect("a file"))),
                }
            }
        }
        seen
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// However far it came: the old site is as it was or the next build brings the new one, whole, and nothing is left over.
#[test]
fn a_build_that_stops_at_any_moment() {
    let desk = Desk::new("stops");
    desk.first();
    desk.build("old", &Real).expect("a site");
    let old = desk.seen("old");
    desk.second();
    desk.build("new", &Real).expect("a site");
    let new = desk.seen("new");
    let (mut before, mut halfway) = (0, 0);
    for acts in 0.. {
        let _ = fs::remove_dir_all(desk.0.join("site"));
        desk.first();
        desk.build("site", &Real).expect("a site");
        desk.second();
        let Err(error) = desk.build("site", &Full::after(acts)) else {
            break;
        };
        let journal = desk.0.join("site/.kbguide/journal.json").exists();
        match journal {
            true => halfway += 1,
            false => {
                assert_eq!(desk.seen("site"), old, "after {acts} acts");
                before += 1;
            }
        }
        let promise = match journal {
            true => ". Part of the new site is in its place; build again to bring the rest",
            false => ". The site is as it was; what is done is taken up by the next build",
        };
        assert!(error.ends_with(promise), "after {acts} acts: {error}");
        desk.build("site", &Real).expect("a site");
        assert!(desk.seen("site") == new, "after {acts} acts");
        assert!(!desk.0.join("site/.kbguide/next").exists());
    }
    assert!(before > 5 && halfway > 5, "{before} and {halfway}");
}

/// The first build of a site has no list yet; what it has left is known as ours all the same.
#[test]
fn a_first_build_that_stops_at_any_moment() {
    let desk = Desk::new("first");
    desk.first();
    desk.build("new", &Real).expect("a site");
    let new = desk.seen("new");
    for acts in 0.. {
        let _ = fs::remove_dir_all(desk.0.join("site"));
        if desk.build("site", &Full::after(acts)).is_ok() {
            assert!(acts > 10, "{acts}");
            break;
        }
        desk.build("site", &Real).expect("a site");
        assert!(desk.seen("site") == new, "after {acts} acts");
    }
}

#[test]
fn what_is_said_of_a_full_disk() {
    let desk = Desk::new("full");
    desk.first();
    let error = desk.build("site", &Full::after(1)).expect_err("no site");
    let (path, why) = error.split_once(" cannot be written: ").expect("a file");
    assert!(path.starts_with("DESK/site/.kbguide/next/"), "{path}");
    let full = io::Error::from(io::ErrorKind::StorageFull);
    assert_eq!(
        why,
        format!("{full}. The site is as it was; what is done is taken up by the next build")
    );
}

/// What a killed build has made is not made again, unless it is damaged.
#[test]
fn what_waits_is_taken_up() {
    let desk = Desk::new("waits");
    desk.first();
    desk.build("site", &Full::after(7))
        .expect_err("a log, three pages, three sources, and no room for more");
    let page = |of: &str, name: &str| desk.0.join(format!("site/{of}article/{name}.html"));
    let time = |path: &Path| {
        fs::metadata(path)
            .and_then(|about| about.modified())
            .expect("a page")
    };
    let waiting = ["a", "c"].map(|name| time(&page(".kbguide/next/", name)));
    let whole = fs::read(page(".kbguide/next/", "b")).expect("a page");
    fs::write(page(".kbguide/next/", "b"), &whole[1..]).expect("half a page");
    desk.build("site", &Real).expect("a site");
    assert_eq!(["a", "c"].map(|name| time(&page("", name))), waiting);
    assert_eq!(fs::read(page("", "b")).expect("a page"), whole);
}

#[test]
fn a_journal_that_names_what_is_not_below() {
    let desk = Desk::new("journal");
    desk.first();
    desk.put(
        "site/.kbguide/journal.json",
        "{\"place\":[],\"delete\":[\"../kb/a.md\"]}",
    );
    let error = desk.build("site", &Real).expect_err("no site");
    assert_eq!(
        error,
        "DESK/site/.kbguide/journal.json is damaged; delete the folder .kbguide beside it and build again"
    );
    assert!(desk.0.join("kb/a.md").exists());
}
