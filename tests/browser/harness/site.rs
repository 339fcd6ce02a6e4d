//! A site of articles, built by the command line under test and served from this process.

use super::folder::Folder;
use super::told;
use kbguide::cli::serve::{Running, start};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// A built site at work.
pub struct Site {
    // The server before the folder: fields are dropped in this order.
    server: Running,
    folder: Folder,
}

impl Site {
    /// The site of the project's own articles: built once, for tests that leave it as it is.
    pub fn own() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        let kb = Path::new(env!("CARGO_MANIFEST_DIR")).join("kb");
        SITE.get_or_init(|| Self::of(&kb, Folder::named("site"), &[]))
    }

    /// The site of the project's own articles in packs, of this test's own.
    pub fn packed() -> Self {
        let kb = Path::new(env!("CARGO_MANIFEST_DIR")).join("kb");
        Self::of(&kb, Folder::new("site"), &["--pages", "packed"])
    }

    /// A site of these articles, each a file's name and its bytes.
    pub fn with(articles: &[(&str, &[u8])]) -> Self {
        Self::of_articles(articles.iter().copied(), &[])
    }

    /// The same of articles that a test makes up.
    pub fn of_many(articles: &[(String, Vec<u8>)]) -> Self {
        Self::of_articles(borrowed(articles), &[])
    }

    /// The same in packs.
    pub fn packed_of_many(articles: &[(String, Vec<u8>)]) -> Self {
        Self::of_articles(borrowed(articles), &["--pages", "packed"])
    }

    fn of_articles<'a>(articles: impl Iterator<Item = (&'a str, &'a [u8])>, more: &[&str]) -> Self {
        let kb = Folder::new("kb");
        for (name, bytes) in articles {
            fs::write(kb.path().join(name), bytes).expect("an article for a test");
        }
        Self::of(kb.path(), Folder::new("site"), more)
    }

    /// A site of the articles in `kb`, built in `folder` with more arguments.
    fn of(kb: &Path, folder: Folder, more: &[&str]) -> Self {
        let mut build = Command::new(env!("CARGO_BIN_EXE_kbguide"));
        build.arg("build").arg(kb).arg("-o").arg(folder.path());
        build.arg("--engine").arg(told("KBGUIDE_ENGINE")).args(more);
        let output = build.output().expect("kbguide runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "kbguide build failed:\n{errors}");
        let server = start(folder.path()).expect("a free port");
        Self { server, folder }
    }

    /// The address of a path, which starts with `/`.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// The folder that is served, for tests that break it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

fn borrowed(articles: &[(String, Vec<u8>)]) -> impl Iterator<Item = (&str, &[u8])> {
    articles
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}
