//! Examples of Markdown with what is read from them, printed as an outline; what holds for any source.

use super::read;
use crate::document::{Block, Document, uncovered_lines};
use crate::text::{MarkKind, Prose};

/// The document as an outline: one line for each block, nested ones indented.
fn outline(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            out += &format!("{} {}\n", "#".repeat(section.level.into()), marked(heading));
        }
        section
            .blocks
            .iter()
            .for_each(|block| print(block, 0, &mut out));
    }
    out
}

fn print(block: &Block, depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    match block {
        Block::Paragraph(prose) => *out += &format!("{pad}{}\n", marked(prose)),
        Block::List(list) => {
            for item in &list.items {
                *out += &format!("{pad}{:?} {}\n", list.kind, item.label);
                item.blocks
                    .iter()
                    .for_each(|block| print(block, depth + 1, out));
                if let Some((separator, _)) = item.separator {
                    *out += &format!("{pad}-{separator:?}-\n");
                }
            }
        }
        Block::Admonition(note) => {
            *out += &format!("{pad}{}!\n", note.label);
            note.blocks
                .iter()
                .for_each(|block| print(block, depth + 1, out));
        }
        Block::Code(code) => {
            let language = code.language.as_deref().unwrap_or("-");
            *out += &format!("{pad}<{language}> {}\n", code.text.replace('\n', "|"));
        }
        Block::Table(rows, _) => {
            for row in rows {
                let cells: Vec<String> = row.iter().map(marked).collect();
                *out += &format!("{pad}| {}\n", cells.join(" | "));
            }
        }
        Block::Separator(separator, _) => *out += &format!("{pad}-{separator:?}-\n"),
    }
}

/// The text with its marks: `code`, *strong*, _emphasis_, {link}(address).
fn marked(prose: &Prose) -> String {
    let mut signs: Vec<(u32, bool, u32, String)> = Vec::new();
    for mark in prose.marks() {
        let (open, close) = match &mark.kind {
            MarkKind::Code => ("`", "`".to_owned()),
            MarkKind::Strong => ("*", "*".to_owned()),
            MarkKind::Emphasis => ("_", "_".to_owned()),
            MarkKind::Link(address) => ("{", format!("}}({address})")),
        };
        let length = mark.range.end - mark.range.start;
        signs.push((mark.range.start, true, u32::MAX - length, open.to_owned()));
        signs.push((mark.range.end, false, length, close));
    }
    signs.sort_by_key(|(at, opens, length, _)| (*at, *opens, *length));
    let mut out = String::new();
    let mut at = 0;
    for (place, _, _, sign) in signs {
        out += &prose.as_str()[at..place as usize];
        out += &sign;
        at = place as usize;
    }
    out + &prose.as_str()[at..]
}

/// Source and outline.
const BLOCKS: &[(&str, &str)] = &[
    // Text and its marks.
    (
        "Open **Disk\nTools**, then type `df  -h`.  \nSee [the *guide*](g.md).",
        "Open *Disk Tools*, then type `df -h`. See {the _guide_}(g.md).\n",
    ),
    (
        "Tools \\> Options &amp; more, 5&nbsp;MB",
        "Tools > Options & more, 5 MB\n",
    ),
    (
        "Ask <server> for <b>help</b><br/>now",
        "Ask <server> for help now\n",
    ),
    (
        "It is ~~slow~~ {{ .Name }} {% include x %}",
        "It is slow {{ .Name }} {% include x %}\n",
    ),
    // Headings.
    (
        "## First {#one}\n\ntext\n\nSecond\n------",
        "## First\ntext\n## Second\n",
    ),
    // Pictures.
    ("Click **Add** ![plus sign](p.png).", "Click *Add* .\n"),
    (
        "Look:\n![The *main* window](w.png)",
        "Look:\n<image> The main window\n",
    ),
    // Lists.
    (
        "1. One\n1. Two\n   - in two\n1. Three",
        "Numbered 1\n  One\nNumbered 2\n  Two\n  Bulleted -\n    in two\nNumbered 3\n  Three\n",
    ),
    (
        "4) Four\n5) Five",
        "Numbered 4\n  Four\nNumbered 5\n  Five\n",
    ),
    (
        "- [ ] Ask\n- [x] Answer",
        "Task -\n  Ask\nTask -\n  Answer\n",
    ),
    (
        "* Keep it\n\n  -or-\n\n* Drop it",
        "Bulleted -\n  Keep it\n-Or-\nBulleted -\n  Drop it\n",
    ),
    (
        "One way.\n\n**OR**\n\nThe other.",
        "One way.\n-Or-\nThe other.\n",
    ),
    (
        "2. Stop.\n\n   ```sh\n     halt\n     wait\n   ```\n\n   Go on.",
        "Numbered 2\n  Stop.\n  <sh> halt|wait\n  Go on.\n",
    ),
    // Lists lettered in plain text.
    (
        "1. Do both:\n   a. Stop\n      it\n   b. Start it\n2. Done",
        "Numbered 1\n  Do both:\n  Lettered a\n    Stop it\n  Lettered b\n    Start it\nNumbered 2\n  Done\n",
    ),
    (
        "a. Stop\n\n   > [!TIP]\n   > Wait.\n\nb. Start\n\nBehind.",
        "Lettered a\n  Stop\n  TIP!\n    Wait.\nLettered b\n  Start\nBehind.\n",
    ),
    ("A) Only one", "Lettered A\n  Only one\n"),
    (
        "a. Nonesuch alone\n\nc. Nor this",
        "a. Nonesuch alone\nc. Nor this\n",
    ),
    // Code and tables.
    ("    one\n      two", "<-> one|  two\n"),
    (
        "| A | B |\n|---|---|\n| x<br>y | `p` |",
        "| A | B\n| x y | `p`\n",
    ),
    // Boxes and labels.
    (
        "> [!NOTE]\n> Wait.\n>\n> 1. Go",
        "NOTE!\n  Wait.\n  Numbered 1\n    Go\n",
    ),
    ("> [!Caution] Hot.", "CAUTION!\n  Hot.\n"),
    ("> **Note**: Wait.\n>\n> More.", "NOTE!\n  Wait.\n  More.\n"),
    ("> Only a quote.", "Only a quote.\n"),
    (
        "**Warning:** It `erases` all.\n\nNext.",
        "WARNING!\n  It `erases` all.\nNext.\n",
    ),
    ("NOTE: Wait.", "NOTE!\n  Wait.\n"),
    ("*Note* that it is slow.", "_Note_ that it is slow.\n"),
    (
        "**Notes**:\n\n- One\n- Two",
        "NOTES!\n  Bulleted -\n    One\n  Bulleted -\n    Two\n",
    ),
    (
        "!!! danger \"Hot\"\n    Wait.\n\n    - one\n\nNext.",
        "DANGER!\n  *Hot*\n  Wait.\n  Bulleted -\n    one\nNext.\n",
    ),
    (
        ":::warning\nWait.\n\nMore.\n:::\nNext.",
        "WARNING!\n  Wait.\n  More.\nNext.\n",
    ),
    (":::tip\nWait.\n\nNot in it.", "TIP!\n  Wait.\nNot in it.\n"),
    (
        "{{< hint info >}}\nWait.\n{{< /hint >}}\nNext.",
        "INFO!\n  Wait.\n  <comment> {{< /hint >}}\nNext.\n",
    ),
    ("{{% note %}}Wait.{{% /note %}}", "NOTE!\n  Wait.\n"),
    ("```\n!!! note\n:::tip\n```", "<-> !!! note|:::tip\n"),
    (
        "- Text\n      !!! note well\n      :::tip too",
        "Bulleted -\n  Text !!! note well :::tip too\n",
    ),
    // What a page would not show.
    (
        "Text\n\n[a]: http://b.example\n\n<!-- c -->",
        "Text\n<comment> [a]: http://b.example\n<comment> <!-- c -->\n",
    ),
    (
        "<details>\n<summary>More &amp; more</summary>\n\nHidden.\n\n</details>",
        "<comment> <details>|<summary>\nMore & more\nHidden.\n<comment> </details>\n",
    ),
    (
        "<table><tr><td>x</td></tr></table>",
        "<html> <table><tr><td>x</td></tr></table>\n",
    ),
    (
        "Slow[^1].\n\n[^1]: Not always.",
        "Slow[1].\n[1] Not always.\n",
    ),
];

#[test]
fn blocks() {
    for (source, expected) in BLOCKS {
        assert_eq!(
            outline(&read("x", (*source).to_owned())),
            *expected,
            "{source}"
        );
    }
}

#[test]
fn every_line_is_accounted_for_and_every_word_leads_to_its_place() {
    let whole: String = BLOCKS
        .iter()
        .map(|(source, _)| format!("{source}\n\n"))
        .collect();
    let folded: String = whole.replace('\n', "\r\n");
    let sources = BLOCKS.iter().map(|(source, _)| (*source).to_owned());
    for source in sources.chain([whole, folded]) {
        let document = read("x", source);
        let lines = uncovered_lines(&document);
        let lines: Vec<&str> = lines
            .iter()
            .map(|line| line.slice(&document.source))
            .collect();
        assert_eq!(lines, [""; 0], "{}", document.source);
        for section in &document.sections {
            section
                .blocks
                .iter()
                .for_each(|block| check(block, &document.source));
        }
    }
}

/// Every word, in letters and digits, is what stands at its place in the source.
fn check(block: &Block, source: &str) {
    match block {
        Block::Paragraph(prose) => check_prose(prose, source),
        Block::List(list) => {
            for item in &list.items {
                item.blocks.iter().for_each(|block| check(block, source));
            }
        }
        Block::Admonition(note) => note.blocks.iter().for_each(|block| check(block, source)),
        Block::Table(rows, _) => rows
            .iter()
            .flatten()
            .for_each(|cell| check_prose(cell, source)),
        Block::Code(_) | Block::Separator(..) => {}
    }
}

fn check_prose(prose: &Prose, source: &str) {
    let text = prose.as_str();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let place = prose.span_of(at..at + word.len()).slice(source);
        let footnote = place.starts_with("[^") && place.contains(word);
        assert!(place == word || footnote, "{word} is {place} in {source}");
    }
}

/// Front matter and body; title, products, date, fields, diagnostics.
const FRONT: &[(&str, &str)] = &[
    (
        "---\ntitle: 'It''s on'\n---\n# Other\n",
        "It's on|[]|None|title=Other|",
    ),
    (
        "---\ntitle: \"On \\\"off\\\"\"\n---\n",
        "On \"off\"|[]|None||",
    ),
    ("# First *one*\n\n# Second\n", "First one|[]|None||"),
    ("## Low\n\n# Top\n", "Top|[]|None||"),
    ("### Only\n", "Only|[]|None||"),
    (
        "Text\n",
        "x|[]|None||no header and no heading; the file's name stands for the number and the title",
    ),
    (
        "---\ntitle: T\napplies_to:\n- Widget 4\n- \"Widget 5\"\nms.date: 3/7/2021\n---\n",
        "T|[\"Widget 4\", \"Widget 5\"]|Some(\"2021-03-07\")|applies_to= ms.date=3/7/2021|",
    ),
    (
        "+++\ntitle = \"T\"\ntags = [\"a\", \"b c\"]\nlastmod = 2020-01-02T03:04:05Z\n+++\n",
        "T|[]|Some(\"2020-01-02\")|tags=a tags=b c lastmod=2020-01-02T03:04:05Z|",
    ),
    (
        "---\ntitle: T\nms:id: 7\nsummary: >\n  two\n  lines\nreviewer:\n---\n",
        "T|[]|None|ms:id=7 summary=two lines reviewer=|",
    ),
    (
        "---\ntitle: T\nno field\ndate: soon\n---\n",
        "T|[]|None|=no field date=soon|“no field” is no front matter field; write it as name: value; \
         “soon” is no date; write it as 10-FEB-2001 or 2001-02-10",
    ),
    (
        "---\ntitle: T\n\n# Never closed\n",
        "Never closed|[]|None||“---” is no front matter field; write it as name: value",
    ),
    (
        "",
        "x|[]|None||no header and no heading; the file's name stands for the number and the title",
    ),
];

#[test]
fn front_matter_and_title() {
    for (source, expected) in FRONT {
        let document = read("x", (*source).to_owned());
        let meta = &document.meta;
        let products: Vec<&str> = meta.products.iter().map(Prose::as_str).collect();
        let fields = meta
            .fields
            .iter()
            .map(|field| format!("{}={}", field.name, field.value));
        let found = document
            .diagnostics
            .iter()
            .map(|found| found.kind.to_string());
        let line = format!(
            "{}|{products:?}|{:?}|{}|{}",
            meta.title,
            meta.modified,
            fields.collect::<Vec<_>>().join(" "),
            found.collect::<Vec<_>>().join("; "),
        );
        assert_eq!(line, *expected, "{source}");
        assert_eq!(uncovered_lines(&document), [], "{source}");
    }
}

#[test]
fn the_title_heading_leaves_its_section_without_a_heading() {
    let document = read("x", "# Top\n\nText\n\n## Part\n".to_owned());
    let headings = document
        .sections
        .iter()
        .map(|section| (section.level, section.heading.is_some()));
    assert_eq!(headings.collect::<Vec<_>>(), [(0, false), (2, true)]);
    assert_eq!(document.meta.title_span.slice(&document.source), "Top");
}

#[test]
fn deep_nesting_is_cut_off_and_kept() {
    let lists: String = (0..1000)
        .map(|depth| format!("{}- a{depth}\n", "  ".repeat(depth)))
        .collect();
    let boxes = "!!! note\n".to_owned() + &":::note\n".repeat(1000);
    for source in [
        "> ".repeat(5000) + "end",
        "- ".repeat(5000) + "end",
        lists,
        boxes,
    ] {
        let document = read("x", source);
        assert_eq!(uncovered_lines(&document), []);
        assert!(
            document
                .sections
                .iter()
                .all(|section| section.blocks.iter().all(|block| depth(block) <= 70))
        );
        drop(document.clone());
    }
    let document = read("x", "> ".repeat(5000) + "end");
    let found: Vec<String> = document
        .diagnostics
        .iter()
        .map(|found| found.kind.to_string())
        .collect();
    assert_eq!(
        found[0],
        "nested more than 32 deep; what is deeper is read at this depth"
    );
}

fn depth(block: &Block) -> usize {
    let inner = match block {
        Block::List(list) => list
            .items
            .iter()
            .flat_map(|item| &item.blocks)
            .map(depth)
            .max(),
        Block::Admonition(note) => note.blocks.iter().map(depth).max(),
        _ => None,
    };
    1 + inner.unwrap_or(0)
}

#[test]
fn any_text_is_read() {
    let pieces = [
        "*", "_", "`", "[", "](", "![", "<", "<!--", ">", "- ", "1. ", "\n", "\r\n", "|", "---\n",
        "+++\n", "\0", "\u{fffd}", "é", "&", "&amp;", "\\", "a. ", ":::", "!!! ", "{{<", "[^1]: ",
        "\t", "~~~\n", "# ", "x",
    ];
    let mut state = 1u32; // a fixed sequence: the same texts on every run
    for _ in 0..2000 {
        let mut source = String::new();
        for _ in 0..30 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            source += pieces[(state >> 8) as usize % pieces.len()];
        }
        let document = read("x", source);
        let lines: Vec<&str> = uncovered_lines(&document)
            .iter()
            .map(|line| line.slice(&document.source))
            .collect();
        assert_eq!(lines, [""; 0], "{:?}", document.source);
    }
}
