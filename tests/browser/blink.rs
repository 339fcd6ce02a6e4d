//! How long a search takes in the page, cold and warm, and how long an article takes to be read there, over a site that was built before: `KBGUIDE_SITE`
//! is its folder, `KBGUIDE_ADDRESS` where it is served (without a `/` at its end; else it is served from here), `KBGUIDE_QUERIES` a file of queries, the first
//! column of which counts. Printed and not judged: machines differ. Without the variables nothing is measured.

use crate::harness::Page;
use kbguide::cli::serve::{Running, start};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Does what the second argument says with the words, and waits until what is found for them is about to be painted. Gives milliseconds until then, until the
/// last file of the index is there, and how many files that were.
const SEARCH: &str = "const [words, how] = arguments; const start = performance.now(); performance.clearResourceTimings();\
    const found = new Promise(done => { const watch = new MutationObserver(() => {\
    if (!document.querySelector('#main h1')?.textContent.endsWith(`for “${words.trim()}”`)) return;\
    watch.disconnect(); requestAnimationFrame(done); });\
    watch.observe(document.getElementById('app'), { childList: true, subtree: true, characterData: true }); });\
    const field = document.getElementById('look');\
    if (how === 'typed') { field.value = words; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }\
    else location.hash = 'q=' + encodeURIComponent(words);\
    await found; const time = performance.now() - start;\
    const files = performance.getEntriesByType('resource').filter(one => one.name.includes('/lookup/'));\
    return [time, Math.max(start, ...files.map(one => one.responseEnd)) - start, files.length];";

/// The site that is to be measured: its address, its folder where that is known, and its server where it is served from here.
struct Subject {
    address: String,
    folder: Option<PathBuf>,
    _server: Option<Running>,
}

fn subject() -> Option<Subject> {
    let folder = std::env::var_os("KBGUIDE_SITE").map(PathBuf::from);
    let (address, server) = match std::env::var("KBGUIDE_ADDRESS") {
        Ok(address) => (address, None),
        Err(_) => {
            let server = start(folder.as_ref()?).expect("a site");
            (server.url(""), Some(server))
        }
    };
    Some(Subject {
        address,
        folder,
        _server: server,
    })
}

#[test]
#[ignore = "needs Chromium, and a site: KBGUIDE_SITE or KBGUIDE_ADDRESS, and KBGUIDE_QUERIES"]
fn the_time_of_a_search_is_told() {
    let (Some(site), Some(queries)) = (subject(), std::env::var_os("KBGUIDE_QUERIES")) else {
        return println!("nothing measured: no KBGUIDE_SITE and KBGUIDE_QUERIES");
    };
    let queries = std::fs::read_to_string(queries).expect("queries");
    let queries: Vec<_> = queries
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    let page = Page::at(site.address);
    for how in ["typed", "by address"] {
        let (mut cold, mut warm) = (Vec::new(), Vec::new());
        for query in &queries {
            // A page of its own for each: nothing of the index is there but its root.
            page.devtools("Network.clearBrowserCache", json!({}));
            page.go("/404.html");
            page.go("/");
            page.settled();
            cold.push(search(&page, query, how));
            page.script("document.querySelector('.clear').click()", vec![]);
            page.settled();
            warm.push(search(&page, query, how));
        }
        tell(&format!("cold search, {how},"), &cold, 0);
        tell("  of it until the last file is there", &cold, 1);
        tell("  files, not milliseconds", &cold, 2);
        tell(&format!("warm search, {how},"), &warm, 0);
    }
}

/// Looks the words up with Pagefind, cold: gives milliseconds until its first ten results are there, kilobytes before the words are told and for them,
/// and the results' addresses.
const PEER: &str = "const sum = from => performance.getEntriesByType('resource').slice(from)\
    .filter(one => one.name.includes('/pagefind/')).reduce((all, one) => all + one.encodedBodySize, 0) / 1000;\
    performance.setResourceTimingBufferSize(1000); const all = performance.getEntriesByType('resource').length;\
    const pagefind = await import('/pagefind/pagefind.js'); await pagefind.options({ noWorker: true }); await pagefind.init();\
    const before = sum(all), files = performance.getEntriesByType('resource').length, start = performance.now();\
    const found = (await pagefind.search(arguments[0])).results.slice(0, 10);\
    const results = await Promise.all(found.map(one => one.data()));\
    return [performance.now() - start, before, sum(files), results.map(one => one.url)];";

#[test]
#[ignore = "needs Chromium, a site with Pagefind's index in it: KBGUIDE_SITE, and KBGUIDE_QUERIES"]
fn the_peers_time_of_a_search_is_told() {
    let (Some(site), Some(queries)) = (subject(), std::env::var_os("KBGUIDE_QUERIES")) else {
        return println!("nothing measured: no KBGUIDE_SITE and KBGUIDE_QUERIES");
    };
    let folder = site.folder.unwrap_or_default().join("pagefind");
    if !folder.exists() {
        return println!("nothing measured: no {}", folder.display());
    }
    let queries = std::fs::read_to_string(queries).expect("queries");
    let page = Page::at(site.address);
    let (mut rows, mut first, mut ten) = (Vec::new(), 0.0, 0.0);
    for query in queries.lines() {
        let mut columns = query.split('\t');
        let (Some(query), Some(wanted)) = (columns.next(), columns.next()) else {
            continue;
        };
        page.devtools("Network.clearBrowserCache", json!({}));
        page.go("/404.html");
        let told = page.promise(PEER, vec![json!(query)]);
        let (time, before, bytes, urls): (f64, f64, f64, Vec<String>) =
            serde_json::from_value(told).expect("times");
        rows.push(vec![time, before, bytes]);
        let name = format!("/article/{wanted}.html");
        let rank = urls.iter().position(|url| url.ends_with(&name));
        first += f64::from(rank == Some(0));
        ten += f64::from(rank.is_some());
    }
    let all = rows.len() as f64;
    tell("Pagefind, cold search", &rows, 0);
    tell("Pagefind, KB before a query, not milliseconds,", &rows, 1);
    tell("Pagefind, KB of a cold search, not milliseconds,", &rows, 2);
    let (first, ten) = (first / all, ten / all);
    println!("Pagefind, Success@1 {first:.3}, Success@10 {ten:.3}");
}

/// Reads every article that is named, five times in a row, and gives the quickest time of each in milliseconds: bytes to guide, and its
/// outline as JSON besides, which the page does not need. The first question is there before.
const READ: &str = "const engine = await import('/kbguide.js'); await engine.default();\
    const times = []; for (const name of arguments[0]) {\
    const bytes = new Uint8Array(await (await fetch(`/article/${name}.md`)).arrayBuffer());\
    let least = Infinity; for (let round = 0; round < 5; round++) { const start = performance.now();\
    engine.outline(name, bytes); least = Math.min(least, performance.now() - start); }\
    times.push(least); } return times;";

/// How many articles are read, spread evenly over all.
const READ_OF_ALL: usize = 2000;

#[test]
#[ignore = "needs Chromium, and a site: KBGUIDE_SITE"]
fn the_time_of_reading_in_webassembly_is_told() {
    let site = subject().and_then(|site| Some((site.folder.clone()?, site)));
    let Some((folder, site)) = site else {
        return println!("nothing measured: no KBGUIDE_SITE");
    };
    let names = articles(&folder);
    let step = (names.len() / READ_OF_ALL).max(1);
    let names: Vec<_> = names.into_iter().step_by(step).collect();
    let page = Page::at(site.address);
    let mut times: Vec<(f64, &String)> = Vec::new();
    page.go("/404.html");
    for some in names.chunks(100) {
        let told = page.promise(READ, vec![json!(some)]);
        let told = told.as_array().expect("times").iter();
        times.extend(told.filter_map(Value::as_f64).zip(some));
    }
    let all: Vec<_> = times.iter().map(|one| vec![one.0]).collect();
    tell("reading in WebAssembly", &all, 0);
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    let slowest = times.iter().take(3);
    let slowest: Vec<_> = slowest
        .map(|(time, name)| format!("{name} {time:.1} ms"))
        .collect();
    println!("slowest: {}", slowest.join(", "));
}

/// The names of a site's articles, in order.
fn articles(site: &std::path::Path) -> Vec<String> {
    let articles = std::fs::read_dir(site.join("article")).expect("a site with pages");
    let paths = articles.filter_map(|entry| Some(entry.ok()?.path()));
    let sources = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut names: Vec<_> = sources
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_string()))
        .collect();
    names.sort();
    names
}

/// Prints the middle of the figures in a column, their slow end and the slowest.
fn tell(what: &str, rows: &[Vec<f64>], column: usize) {
    let mut times: Vec<f64> = rows.iter().map(|row| row[column]).collect();
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

fn search(page: &Page, query: &str, how: &str) -> Vec<f64> {
    let told = page.promise(SEARCH, vec![json!(query), json!(how)]);
    serde_json::from_value(told).expect("times")
}
