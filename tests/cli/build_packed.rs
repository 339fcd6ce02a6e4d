//! `kbguide build --pages packed`: articles in packs.

use crate::build_desk::Desk;
use kbguide::app::pack;
use std::fs;

fn article(desk: &Desk, name: &str) -> Option<Vec<u8>> {
    let table = desk.read("site/pack/table.txt");
    let first = pack::pack_of(&table, name).expect("a table")?;
    let bytes = fs::read(desk.0.join("site").join(pack::file(first))).expect("a pack");
    let found = pack::find(&bytes, name).expect("a whole pack");
    found.map(|found| found.source.to_vec())
}

fn packs(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(desk.0.join("site/pack")).expect("packs");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut packs: Vec<_> = paths
        .map(|path| (path.display().to_string(), fs::read(&path).expect("a pack")))
        .collect();
    packs.sort();
    packs
}

#[test]
fn every_article_is_in_a_pack_and_has_no_page() {
    let desk = Desk::new("packed");
    for at in 0..300 {
        desk.put(
            &format!("kb/box-{at}.md"),
            &format!("# Box {at}\n\n{}\n", "Open it. ".repeat(300)),
        );
    }
    let ran = desk.build(&["--pages", "packed", "--quiet"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!desk.has("site/article") && packs(&desk).len() > 4);
    for (name, path) in [
        ("box-0", "box-0.md"),
        ("box-299", "box-299.md"),
        ("Q900301", "more/Q900301.txt"),
    ] {
        assert_eq!(
            article(&desk, name),
            Some(desk.read(&format!("kb/{path}")).into_bytes())
        );
    }
    assert_eq!(article(&desk, "box-300"), None);
    assert!(desk.read("site/index.html").contains("data-packed"));
    assert!(
        desk.read("site/browse/other-articles.html")
            .contains("../index.html?article=box-7\"")
    );
    // One changed article: one pack.
    let before = packs(&desk);
    desk.put("kb/box-7.md", "# Box 7\n\nShut it.\n");
    assert_eq!(desk.build(&["--pages", "packed", "--quiet"]).code, 0);
    let after = packs(&desk);
    let same = after.iter().filter(|pack| before.contains(pack)).count();
    assert!(
        same + 4 >= after.len() && same < after.len(),
        "{same} of {}",
        after.len()
    );
    assert_eq!(
        article(&desk, "box-7"),
        Some(b"# Box 7\n\nShut it.\n".to_vec())
    );
}

/// From packs to pages and back: what belongs to the other form is gone.
#[test]
fn from_one_form_to_the_other() {
    let desk = Desk::new("forms");
    assert_eq!(desk.build(&["--pages", "packed"]).code, 0);
    assert_eq!(desk.build(&[]).code, 0);
    assert!(desk.has("site/article/open.html") && !desk.has("site/pack"));
    assert_eq!(desk.build(&["--pages", "packed"]).code, 0);
    assert!(!desk.has("site/article") && desk.has("site/pack/Q900301.pack"));
}
