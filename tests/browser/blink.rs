//! How long a search takes in the page, cold and warm, over a site that was built before: `KBGUIDE_SITE` is its folder, or its address without a `/` at its end, `KBGUIDE_QUERIES` a file
//! of queries, the first column of which counts. Printed and not judged: machines differ. Without the two nothing is measured.

use crate::harness::Page;
use kbguide::cli::serve::start;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Goes to the address of the words, and waits until what is found for them is in the page; milliseconds. So the short wait for another
/// key, which typing has, is not in it.
const SEARCH: &str = "const words = arguments[0]; const start = performance.now();\
    const found = new Promise(done => { const watch = new MutationObserver(() => {\
    if (!document.querySelector('#main h1')?.textContent.endsWith(`for “${words.trim()}”`)) return;\
    watch.disconnect(); done(performance.now() - start); });\
    watch.observe(document.getElementById('app'), { childList: true, subtree: true, characterData: true }); });\
    location.hash = 'q=' + encodeURIComponent(words); return await found;";

#[test]
#[ignore = "needs Chromium, and a site: KBGUIDE_SITE and KBGUIDE_QUERIES"]
fn the_time_of_a_search_is_told() {
    let told = ["KBGUIDE_SITE", "KBGUIDE_QUERIES"].map(std::env::var_os);
    let [Some(site), Some(queries)] = told else {
        return println!("nothing measured: no KBGUIDE_SITE and KBGUIDE_QUERIES");
    };
    let site = site.into_string().expect("a name");
    let server = (!site.starts_with("http")).then(|| start(&PathBuf::from(&site)).expect("a site"));
    let queries = std::fs::read_to_string(queries).expect("queries");
    let queries = queries.lines().filter_map(|line| line.split('\t').next());
    let page = Page::at(server.as_ref().map_or(site, |server| server.url("")));
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for query in queries {
        // A page of its own for each: nothing of the index is there but its root.
        page.devtools("Network.clearBrowserCache", json!({}));
        page.go("/404.html");
        page.go("/");
        page.settled();
        cold.push(search(&page, query));
        page.script("document.querySelector('.clear').click()", vec![]);
        page.settled();
        warm.push(search(&page, query));
    }
    for (name, mut times) in [("cold", cold), ("warm", warm)] {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
        println!(
            "{name} search of {}: median {:.0} ms, 95 % {:.0} ms, worst {:.0} ms",
            times.len(),
            at(50),
            at(95),
            at(100)
        );
    }
}

/// Reads every article that is named, five times in a row, and gives the mean time of each in milliseconds: bytes to guide, and its
/// outline as JSON besides, which the page does not need. The first question is there before.
const READ: &str = "const engine = await import('/kbguide.js'); await engine.default();\
    const times = []; for (const name of arguments[0]) {\
    const bytes = new Uint8Array(await (await fetch(`/article/${name}.md`)).arrayBuffer());\
    engine.outline(name, bytes); const start = performance.now();\
    for (let round = 0; round < 5; round++) engine.outline(name, bytes);\
    times.push((performance.now() - start) / 5); } return times;";

#[test]
#[ignore = "needs Chromium, and a site: KBGUIDE_SITE"]
fn the_time_of_reading_in_webassembly_is_told() {
    let Some(site) = std::env::var_os("KBGUIDE_SITE").map(PathBuf::from) else {
        return println!("nothing measured: no KBGUIDE_SITE");
    };
    let articles = std::fs::read_dir(site.join("article")).expect("a site with pages");
    let mut names: Vec<String> = articles
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_string()))
        .collect();
    names.sort();
    let step = (names.len() / 1000).max(1);
    let names: Vec<_> = names.into_iter().step_by(step).collect();
    let server = start(&site).expect("a site");
    let page = Page::at(server.url(""));
    let mut times = Vec::new();
    page.go("/404.html");
    for some in names.chunks(100) {
        let told = page.promise(READ, vec![json!(some)]);
        times.extend(
            told.as_array()
                .expect("times")
                .iter()
                .filter_map(Value::as_f64),
        );
    }
    tell("reading in WebAssembly", times);
}

/// Prints the middle of the times, their slow end and the slowest.
fn tell(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{what} of {}: median {:.2} ms, 95 % {:.2} ms, 99 % {:.2} ms, worst {:.1} ms",
        times.len(),
        at(50),
        at(95),
        at(99),
        at(100)
    );
}

fn search(page: &Page, query: &str) -> f64 {
    let time = page.promise(SEARCH, vec![Value::from(query)]);
    time.as_f64().expect("a time")
}
