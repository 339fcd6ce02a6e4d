//! A hostile article: whatever markup stands in it is shown as text, and nothing of it runs or becomes an element.

use crate::harness::{Page, Site};
use serde_json::json;

/// What would show that a script ran: each piece of markup sets it, one way or another.
const SCRIPT: &str = "<script>window.__pwned = 1</script>";
const IMAGE: &str = "<img src=x onerror=window.__pwned=2>";
const FRAME: &str = "<iframe srcdoc='<script>parent.__pwned = 3</script>'></iframe>";
const VECTOR: &str = "<svg onload=window.__pwned=4><a xlink:href=javascript:window.__pwned=5>";

fn markdown() -> String {
    format!(
        "---\ntitle: \"{IMAGE} Open the box\"\nproducts:\n  - \"{SCRIPT}Boxes\"\nowner: \"{FRAME}\"\n---\n\n\
        # {IMAGE} Open the box\n\n{SCRIPT}\n\n{VECTOR}\n\n<style>body {{ display: none }}</style>\n\n\
        <div onclick=\"window.__pwned=6\" style=\"position:fixed;inset:0\" class=msg id=app>block</div>\n\n\
        ## {SCRIPT} Steps\n\n\
        **NOTE{IMAGE}:** Mind the {FRAME} lid.\n\n\
        **WARNING: {SCRIPT}** The lid may {IMAGE} fall, and data may be lost.\n\n\
        1. If the {SCRIPT} lamp is on, press [Stop](javascript:window.__pwned=7).\n\
        2. Set the mode to \"{IMAGE}\".\n\
        3. Open [the page](data:text/html,{SCRIPT}), then [more](JaVaScRiPt&colon;window.__pwned=8)\n   and <javascript:window.__pwned=9>, ![x](javascript:window.__pwned=10).\n\n   \
        ```html\n   {SCRIPT}{IMAGE}\n   ```\n\n\
        4. Type `{SCRIPT}`, or choose one:\n\n\
        | Case {IMAGE} | What to do |\n|---|---|\n| {SCRIPT} | {FRAME} |\n| `{IMAGE}` | [go](vbscript:window.__pwned=11) |\n\n\
        </main></div></body><script src=//127.0.0.1:9/x.js></script>\n"
    )
}

fn archive() -> String {
    let body = format!(
        "\tArticle: Q900666\n\tProduct(s): {SCRIPT}Boxes; {IMAGE}\n\tVersion(s): 1.0 {FRAME}\n\
        \tOperating System(s): {IMAGE}\n\tKeyword(s): {SCRIPT}\n\tLast Modified: 10-FEB-2001 {IMAGE}\n\t\n\
        \t-------------------------------------------------------------------------------\n\
        \tThe information in this article applies to:\n\t\n\t - Boxes {IMAGE}, version 1.0 \n\
        \t-------------------------------------------------------------------------------\n\t\n\
        \tSUMMARY {SCRIPT}\n\t=======\n\t\n\
        \tThis article shows {SCRIPT} how to open the box.\n\t\n\
        \tMORE INFORMATION\n\t================\n\t\n\
        \tTo open the box, follow these steps {IMAGE}:\n\t\n\
        \t1. If the {SCRIPT} lamp is on, press Stop.\n\t\n\
        \t   NOTE: {IMAGE} The lid is heavy.\n\t\n\
        \t   WARNING: {FRAME} All data may be lost.\n\t\n\
        \t2. Set the mode to {SCRIPT}.\n\t\n\
        \t      copy {SCRIPT} {IMAGE}\n\t\n\
        \t3. See http://example.com/\"onmouseover=window.__pwned=12 or javascript:window.__pwned=13.\n"
    );
    format!("## Q900666: {IMAGE} Open {SCRIPT}\n\n{{% raw %}}\n\n{body}\n{{% endraw %}}\n")
}

/// Gives all that must not be in a page: elements that only markup of an article would have made, handlers,
/// addresses that run, and whatever a script has left.
const FOUND: &str = "return [...document.querySelectorAll('*')].flatMap(element => [\
    element.matches('body script, img, iframe, style, object, embed, base, svg a, [style]') ? element.outerHTML : '',\
    ...[...element.attributes].filter(one => /^on/i.test(one.name)).map(one => one.name),\
    /^\\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '') && element.rel !== 'icon' ? element.href : '',\
    ]).concat(window.__pwned === undefined ? '' : `a script ran: ${window.__pwned}`,\
    document.querySelectorAll('#app').length === 1 ? '' : 'two of #app').filter(found => found);";

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn markup_in_an_article_is_text() {
    let (markdown, archive) = (markdown(), archive());
    let site = Site::with(&[
        ("hostile.md", markdown.as_bytes()),
        ("Q900666.md", archive.as_bytes()),
    ]);
    let page = Page::open(&site, "/");
    page.shows(".list .row", IMAGE);
    nothing_of_it(&page);
    page.settled();
    page.keys("#look", "box steps");
    page.shows(".list .sn .hit", "steps");
    nothing_of_it(&page);
    for (name, shown) in [
        ("hostile", vec![SCRIPT, IMAGE]),
        ("Q900666", vec![SCRIPT, IMAGE, FRAME]),
    ] {
        for scripts in [false, true] {
            page.scripted(scripts);
            page.go(&format!("/article/{name}.html"));
            if scripts {
                answer_all(&page);
                page.click_text(".tab", "Article");
            }
            nothing_of_it(&page);
            for text in &shown {
                assert!(page.text(".art").contains(text), "{name}: {text}");
            }
        }
    }
}

/// Goes through the interview to the plan.
fn answer_all(page: &Page) {
    page.shows("#question, #plan", "");
    while !page.texts("#question").is_empty() {
        nothing_of_it(page);
        page.click("[data-action^='answer:']");
    }
    page.shows("#plan", "Plan");
    page.shows(".steps", "press Stop");
    nothing_of_it(page);
}

/// Sees that nothing has become of the markup.
#[track_caller]
fn nothing_of_it(page: &Page) {
    assert_eq!(page.script(FOUND, vec![]), json!([]));
}

/// What the checks above would find, they find: the same markup in a page of its own.
#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn markup_that_runs_is_found() {
    let site = Site::with(&[("a.md", b"# A\n")]);
    let table = [
        (SCRIPT, "a script ran: 1"),
        (IMAGE, "onerror"),
        (FRAME, "a script ran: 3"),
        ("<a href=' javascript:x'>", "javascript:x"),
        ("<p style=color:red>", "<p style"),
        ("<p id=app>", "two of #app"),
    ];
    for (markup, expected) in table {
        let html = format!("<!doctype html><link rel=icon href=data:,><body><p id=app>{markup}");
        std::fs::write(site.folder().join("own.html"), html).unwrap();
        let mut page = Page::open(&site, "/own.html");
        page.expect_error("404");
        let found = page.script(FOUND, vec![]).to_string();
        assert!(found.contains(expected), "{markup}: {found}");
    }
}
