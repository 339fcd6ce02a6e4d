//! Where a test builds a site.

use crate::run::{Ran, kbguide};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of this test's own with articles and something that stands for an engine.
pub struct Desk(pub PathBuf);

impl Desk {
    /// An empty one, but for two articles and an engine.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let desk = Self(folder);
        desk.put("engine/kbguide.js", "engine");
        desk.put("engine/kbguide_bg.wasm", "engine");
        desk.put("engine/kbguide_lookup.js", "engine");
        desk.put("engine/kbguide_lookup_bg.wasm", "engine");
        desk.put(
            "kb/open.md",
            "# Open the box\n\n1. If the box is locked, unlock it.\n2. Open it.\n",
        );
        desk.put("kb/more/Q900301.txt", "# Close the box\n\nClose the lid.\n");
        desk
    }

    /// Writes a file.
    pub fn put(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// The path of a file, as an argument.
    pub fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Whether there is such a file or folder.
    pub fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// Builds `kb` into `site`.
    pub fn build(&self, more: &[&str]) -> Ran {
        let (kb, site, engine) = (self.path("kb"), self.path("site"), self.path("engine"));
        let mut arguments = vec!["build", &kb, "-o", &site, "--engine", &engine];
        arguments.extend(more);
        kbguide(&arguments)
    }

    /// Builds and expects this error and nothing else; the paths of the desk stand as `DESK`.
    pub fn fails(&self, more: &[&str], error: &str) {
        let ran = self.build(more);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
        let said = ran.err.replace(&self.0.display().to_string(), "DESK");
        let last = said.lines().last().unwrap_or_default();
        assert_eq!(last, format!("kbguide: {error}"));
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
