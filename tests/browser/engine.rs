//! The engine as WebAssembly gives, byte for byte, what the native one gives.

use crate::harness::{Page, Site};
use kbguide::document::read;
use kbguide::guide::Guide;
use kbguide::outline::outline;
use serde_json::json;

/// Articles that a difference in reading would show in: line ends, wrong UTF-8, nothing at all.
const ARTICLES: [&[u8]; 5] = [
    b"# Restart the service\n\n1. Open the console.\n2. If it runs, stop it.\n",
    b"# Title\r\n\r\n* one\r\n* two\r\n",
    "# Caf\u{e9} \u{1f600}\n\nText.\n".as_bytes(),
    b"# \xff\xfe\n",
    b"",
];

/// The project's own articles and fixtures.
fn files() -> Vec<Vec<u8>> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["kb", "tests/fixtures"].map(|name| root.join(name));
    let entries = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("the folder is there"));
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    let articles = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    articles
        .map(|path| std::fs::read(path).expect("the article can be read"))
        .collect()
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_outline_is_the_native_one() {
    let page = Page::open(Site::own(), "/");
    let own = files();
    assert!(own.len() > 20, "the articles are there");
    let articles = ARTICLES
        .iter()
        .copied()
        .chain(own.iter().map(Vec::as_slice));
    for article in articles {
        let script = "const engine = await import('/kbguide.js'); await engine.default();\
                       return engine.outline('name', new Uint8Array(arguments[0]));";
        let shown = page.promise(script, vec![json!(article)]);
        let native = outline(&Guide::new(read("name", article)));
        let native = serde_json::to_string(&native).expect("an outline is JSON");
        assert_eq!(shown.as_str(), Some(native.as_str()));
    }
}
