//! The engine as WebAssembly gives, byte for byte, what the native one gives.

use crate::harness::{Page, Site};
use serde_json::json;

/// Articles that a difference in reading would show in: line ends, wrong UTF-8, nothing at all.
const ARTICLES: [&[u8]; 5] = [
    b"# Restart the service\n\n1. Open the console.\n2. If it runs, stop it.\n",
    b"# Title\r\n\r\n* one\r\n* two\r\n",
    "# Caf\u{e9} \u{1f600}\n\nText.\n".as_bytes(),
    b"# \xff\xfe\n",
    b"",
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_outline_is_the_native_one() {
    let page = Page::open(Site::own(), "/");
    for article in ARTICLES {
        let outline = "const engine = await import('/kbguide.js'); await engine.default();\
                       return engine.outline('name', new Uint8Array(arguments[0]));";
        let shown = page.promise(outline, vec![json!(article)]);
        let native = kbguide::placeholder_outline("name", article);
        assert_eq!(shown.as_str(), Some(native.as_str()));
    }
}
