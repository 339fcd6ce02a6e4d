use super::*;
use crate::document::{Item, List, decode};

/// An article in the archive's format with `body` as its text.
fn article(body: &str) -> Document {
    let text = format!(
        "Article: Q1\nProduct(s): Example\nLast Modified: 10-FEB-2001\n\n\
         {rule}\nThe information in this article applies to:\n\n- Example Server, version 1.0 \n{rule}\n\n\
         {body}\n\nAdditional query words: sample\n\n{end}\nKeywords          : one two\nIssue type        : kbhowto\n\n{end}\n",
        rule = "-".repeat(79),
        end = "=".repeat(70),
    );
    let block: String = text.lines().map(|line| format!("\t{line}\n")).collect();
    let source = format!(
        "---\nlayout: page\ntitle: \"Q1: A title\"\n---\n\n## Q1: A title\n\n{{% raw %}}\n\n{block}\n{{% endraw %}}\n"
    );
    assert!(recognises(&source));
    let document = read("name", source);
    check(&document);
    document
}

/// The blocks of an article's text in a short form: `P` paragraph, `C` code, `L` list, `!` labelled.
fn outline(body: &str) -> String {
    let document = article(body);
    let mut out = Vec::new();
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            out.push(format!(
                "{} {}",
                "#".repeat(section.level.into()),
                heading.as_str()
            ));
        }
        out.extend(section.blocks.iter().map(short));
    }
    out.join(" | ")
}

fn short(block: &Block) -> String {
    match block {
        Block::Paragraph(prose) => prose.as_str().to_string(),
        Block::Code(code) => format!("`{}`", code.text.replace('\n', "\\n")),
        Block::Admonition(note) => {
            let blocks: Vec<_> = note.blocks.iter().map(short).collect();
            format!("!{} {}", note.label, blocks.join(" "))
        }
        Block::Separator(kind, _) => format!("<{kind:?}>"),
        Block::Table(..) => "table".to_string(),
        Block::List(list) => {
            let items: Vec<_> = list.items.iter().map(short_item).collect();
            format!("[{}]", items.join("; "))
        }
    }
}

fn short_item(item: &Item) -> String {
    let blocks: Vec<_> = item.blocks.iter().map(short).collect();
    let separator = item
        .separator
        .map_or(String::new(), |(kind, _)| format!(" <{kind:?}>"));
    format!("{}: {}{separator}", item.label, blocks.join(" / "))
}

/// What must hold of every document: nothing is lost and every text stands where its span says.
fn check(document: &Document) {
    let lost = unplaced_lines(document);
    let source = &document.source;
    assert!(
        lost.is_empty(),
        "lost: {:?}",
        lost.iter().map(|s| s.slice(source)).collect::<Vec<_>>()
    );
    document
        .meta
        .products
        .iter()
        .for_each(|prose| check_prose(source, prose));
    for section in &document.sections {
        section
            .heading
            .iter()
            .for_each(|prose| check_prose(source, prose));
        section
            .blocks
            .iter()
            .for_each(|block| check_block(source, block));
    }
}

fn check_prose(source: &str, prose: &Prose) {
    let folded: Vec<_> = prose.span().slice(source).split_whitespace().collect();
    assert_eq!(prose.as_str(), folded.join(" "));
}

fn check_block(source: &str, block: &Block) {
    match block {
        Block::Paragraph(prose) => check_prose(source, prose),
        Block::Code(code) => {
            let words = |text: &str| {
                text.split_whitespace()
                    .map(str::to_string)
                    .collect::<Vec<_>>()
            };
            assert_eq!(words(&code.text), words(code.span.slice(source)));
        }
        Block::Admonition(note) => {
            assert_eq!(note.label_span.slice(source).to_uppercase(), note.label);
            note.blocks
                .iter()
                .for_each(|block| check_block(source, block));
        }
        Block::List(list) => list
            .items
            .iter()
            .for_each(|item| check_item(source, list, item)),
        Block::Table(..) | Block::Separator(..) => assert!(!block.span().is_empty()),
    }
}

fn check_item(source: &str, list: &List, item: &Item) {
    let printed = item.label_span.slice(source);
    assert!(
        printed.contains(&item.label) || item.label == "-",
        "{printed}"
    );
    assert!(list.span.contains(item.span));
    for block in &item.blocks {
        assert!(item.span.contains(block.span()));
        check_block(source, block);
    }
}

#[test]
fn meta() {
    let document = article("Some text.");
    let meta = &document.meta;
    assert_eq!((meta.id.as_str(), meta.title.as_str()), ("Q1", "A title"));
    assert_eq!(meta.title_span.slice(&document.source), "Q1: A title");
    assert_eq!(meta.modified.as_deref(), Some("2001-02-10"));
    assert_eq!(meta.products[0].as_str(), "Example Server, version 1.0");
    let fields: Vec<_> = meta
        .fields
        .iter()
        .map(|f| format!("{}={}", f.name, f.value))
        .collect();
    assert_eq!(
        fields,
        [
            "layout=page",
            "title=Q1: A title",
            "Article=Q1",
            "Product(s)=Example",
            "Last Modified=10-FEB-2001",
            "The information in this article applies to=",
            "Additional query words=sample",
            "Keywords=one two",
            "Issue type=kbhowto",
        ]
    );
    assert!(document.diagnostics.is_empty());
}

#[test]
fn headers() {
    let rule = "-".repeat(79);
    let table = [
        (
            format!("Article: Q2\nLast Modified: soon\n\n4.00\nWINDOWS\n\n{rule}\nThe information in this article applies to:\n\n- One,\n  wrapped\n   - the operating system: Two\n{rule}\n\nText.\n"),
            "One, wrapped | the operating system: Two",
            "4.00 WINDOWS",
            "Text.",
        ),
        (
            "Article: Q2\nVersion(s): 1\n\nText.\n\nThis information applies to:\n\n1. One\n\n2. Two\n".to_string(),
            "One | Two",
            "",
            "Text. This information applies to: [1: One; 2: Two]",
        ),
        ("Article: Q2\nVersion(s): 1\n\nOld text.".to_string(), "", "", "Old text."),
    ];
    for (source, products, stray, text) in table {
        for indent in ["", "\t"] {
            let source: String = source
                .lines()
                .map(|line| format!("{indent}{line}\r\n"))
                .collect();
            assert!(recognises(&source));
            let document = read("name", source);
            check(&document);
            let meta = &document.meta;
            let join = |texts: Vec<&str>, by: &str| texts.join(by);
            assert_eq!(
                join(meta.products.iter().map(Prose::as_str).collect(), " | "),
                products
            );
            let nameless = meta.fields.iter().filter(|field| field.name.is_empty());
            assert_eq!(
                join(nameless.map(|field| field.value.as_str()).collect(), " "),
                stray
            );
            let blocks: Vec<_> = document.sections[0].blocks.iter().map(short).collect();
            assert_eq!(blocks.join(" "), text);
        }
    }
}

#[test]
fn a_bad_date_is_said() {
    let document = read("name", "Article: Q2\nLast Modified: soon\n".into());
    let found = &document.diagnostics[0];
    assert_eq!(found.kind, DiagnosticKind::BadDate("soon".into()));
    assert_eq!(
        found.span.unwrap().slice(&document.source),
        "Last Modified: soon"
    );
}

#[test]
fn titles() {
    let table = [
        (
            "Q1: Error &#91;5&#93;",
            "Q1: Error &#91;5&#93;",
            "Error [5]",
        ),
        (
            "Q1: A long title about...",
            "Q1: A long title about printers",
            "A long title about printers",
        ),
        ("No number", "Q1: Other", "No number"),
    ];
    for (heading, front, expected) in table {
        let source =
            format!("---\ntitle: {front}\n---\n## {heading}\n\n\tArticle: Q1\n\tVersion(s): 1\n");
        assert_eq!(read("name", source).meta.title, expected);
    }
}

#[test]
fn other_texts_are_not_recognised() {
    let table = [
        "",
        "# Heading\n\nText.\n",
        "Some text first.\n\n\tArticle: Q1\n\tVersion(s): 1\n",
        "Article: about something\nVersion(s): 1\n",
        "```\nArticle: Q1\nVersion(s): 1\n```\n",
    ];
    for source in table {
        assert!(!recognises(source), "{source}");
    }
}

#[test]
fn blocks() {
    let table = [
        (
            "SUMMARY\n=======\n\nText\ngoes on.\n\nMore\n----\n\nText.",
            "# SUMMARY | Text goes on. | ## More | Text.",
        ),
        (
            "Method 1: Take the long way round, which is only needed where the short way\nis closed\n---------\n\nText.",
            "## Method 1: Take the long way round, which is only needed where the short way is closed | Text.",
        ),
        (
            "Name        Value\n-----------------\none         1\ntwo         2",
            "`Name        Value\\n-----------------\\none         1\\ntwo         2`",
        ),
        (
            "Text:\n\n  It failed.\n\n    Deeper\n\nText.",
            "Text: | `It failed.\\n\\n  Deeper` | Text.",
        ),
        (
            "NOTE: Take care.\n\nWARNING:\n\nThis erases.",
            "!NOTE Take care. | !WARNING This erases.",
        ),
        (
            "NOTE: It stands here:\n\n  SOFTWARE\\Sample\n\nText.",
            "!NOTE It stands here: `SOFTWARE\\Sample` | Text.",
        ),
        (
            "NOTE: Some are old, such as:\n\n- SAMPLE.DRV\n- OTHER.DRV\n\n  \nText.",
            "!NOTE Some are old, such as: [-: SAMPLE.DRV; -: OTHER.DRV] | Text.",
        ),
        (
            "NOTE: Before you start:\n\n- Stop the service.\n- Copy the file.",
            "!NOTE Before you start: | [-: Stop the service.; -: Copy the file.]",
        ),
        (
            "NOTE: It is small.\n\n  SOFTWARE\\Sample",
            "!NOTE It is small. | `SOFTWARE\\Sample`",
        ),
        (
            "NOTE: Do so:\n\n1. Stop it.\n2. Start it.",
            "!NOTE Do so: | [1: Stop it.; 2: Start it.]",
        ),
        (
            "Text.\n\nValue Name: Timeout\nData Type: REG_DWORD\nData: 30\n\nText.",
            "Text. | `Value Name: Timeout\\nData Type: REG_DWORD\\nData: 30` | Text.",
        ),
        (
            "Data: thirty seconds are enough for most of them, where a line has no name, it\nis text.",
            "Data: thirty seconds are enough for most of them, where a line has no name, it is text.",
        ),
        (
            "Type this line:\n\nC:\\>lid -open\n\nText.",
            "Type this line: | `C:\\>lid -open` | Text.",
        ),
        (
            "Say this:\n\n  One\n\n-or-\n\n  Two",
            "Say this: | `One` | <Or> | `Two`",
        ),
        (
            "(c) Example Corporation 1999, All Rights Reserved.",
            "(c) Example Corporation 1999, All Rights Reserved.",
        ),
        (
            "First text that is wrapped where the line is at its end, as one does here.\n   Second text that is wrapped where the line is at its end, as one does\nhere.",
            "First text that is wrapped where the line is at its end, as one does here. | Second text that is wrapped where the line is at its end, as one does here.",
        ),
    ];
    for (body, expected) in table {
        assert_eq!(outline(body), expected);
    }
}

#[test]
fn lists() {
    let table = [
        // In order, wrapped, with notes, code and paragraphs.
        (
            "1. Stop it\n  now.\n\n2. Start it.",
            "[1: Stop it now.; 2: Start it.]",
        ),
        (
            "1. Type this line:\n\n  copy a b\n\n  NOTE: Wait.\n\n  Then look at what it has written.\n\n2. End.",
            "[1: Type this line: / `copy a b` / !NOTE Wait. / Then look at what it has written.; 2: End.]",
        ),
        // What a colon announces is the item's, though it stands at the margin.
        (
            "1. One.\n\n2. Add this value:\n\nValue Name: Lid\n     Type : REG_SZ\n\nText.",
            "[1: One.; 2: Add this value: / `Value Name: Lid\\n     Type : REG_SZ`] | Text.",
        ),
        (
            "1. One.\n\n2. Copy these:\n\n- One.\n\n- Two.\n\nText.",
            "[1: One.; 2: Copy these: / [-: One.; -: Two.]] | Text.",
        ),
        (
            "1. One.\n\n2. Two.\n\n- One.\n\n- Two.",
            "[1: One.; 2: Two.] | [-: One.; -: Two.]",
        ),
        // Comments of a program are no items.
        (
            "1. Type this code:\n\n  Open = 1\n\n  * The lid is open\n  Close = 0\n\n2. Run it.",
            "[1: Type this code: / `Open = 1\\n\\n* The lid is open\\nClose = 0`; 2: Run it.]",
        ),
        (
            "1. Type this code:\n\n     Open = 1\n\n    Declare Function CloseLid Lib \"lid\" (ByVal hLid As Long) As Long\n\n2. Run it.",
            "[1: Type this code: / ` Open = 1\\n\\nDeclare Function CloseLid Lib \"lid\" (ByVal hLid As Long) As Long`; 2: Run it.]",
        ),
        // The numbering goes on behind a paragraph, or starts again.
        (
            "1. One.\n\n2. Two.\n\nBetween.\n\n3. Three.",
            "[1: One.; 2: Two. / Between.; 3: Three.]",
        ),
        (
            "1. One.\n\nBetween.\n\n1. New.\n\n2. Two.",
            "[1: One.] | Between. | [1: New.; 2: Two.]",
        ),
        (
            "1. One.\n\n2. Two.\n\nAfter.",
            "[1: One.; 2: Two.] | After.",
        ),
        // Nested by indentation, by numbering alone, and in one line.
        (
            "1. One:\n\n  a. Sub\n     wrapped.\n\n  b. Sub.\n\n2. Two.",
            "[1: One: / [a: Sub wrapped.; b: Sub.]; 2: Two.]",
        ),
        (
            "1. One:\n\na. Sub.\n\nb. Sub.\n\n2. Two.",
            "[1: One: / [a: Sub.; b: Sub.]; 2: Two.]",
        ),
        (
            "1. One.\n\n2. Two:\n\na. Sub.\n\nb. Sub.",
            "[1: One.; 2: Two:] | [a: Sub.; b: Sub.]",
        ),
        (
            "1. a. Sub.\n\n  b. Sub.\n\n2. Two.",
            "[1: [a: Sub.; b: Sub.]; 2: Two.]",
        ),
        (
            "1. Do this: a. Stop it. b. Start\n  it. c.\n  End.\n\n2. Two.",
            "[1: Do this: / [a: Stop it.; b: Start it.; c: End.]; 2: Two.]",
        ),
        (
            "1. One:\n\nOn the server:\n\n  a. Sub.\n\n2. Two.",
            "[1: One: / On the server: / [a: Sub.]; 2: Two.]",
        ),
        (
            "i. One.\n\nii. Two:\n\n  - Dash.\n\n     1) Deep.\n\n  - Dash.",
            "[i: One.; ii: Two: / [-: Dash. / [1: Deep.]; -: Dash.]]",
        ),
        ("g. One.", "g. One."),
        (
            "a. A.\n\nb. B.\n\nc. C.\n\nd. D.\n\ne. E.\n\nf. F.\n\ng. G.\n\nh. H.\n\ni. I.",
            "[a: A.; b: B.; c: C.; d: D.; e: E.; f: F.; g: G.; h: H.; i: I.]",
        ),
        // Bullets of every form, and what ends them.
        (
            "* One.\n* Two.\n\nText.\n\n* New.",
            "[-: One.; -: Two.] | Text. | [-: New.]",
        ),
        // Separators.
        (
            "- One.\n\n-or-\n\n- Two.\n\n  - and -\n\n- Three.",
            "[-: One. <Or>; -: Two. <And>; -: Three.]",
        ),
        (
            "1. One.\n\n  -or-\n\n  Do the other thing then.\n\n2. Two.",
            "[1: One. / <Or> / Do the other thing then.; 2: Two.]",
        ),
        // No items: a wrapped sentence, a version, an answer.
        (
            "This needs version 3 or version\n5. It is old and it is long.",
            "This needs version 3 or version 5. It is old and it is long.",
        ),
        ("1.0 Introduction", "1.0 Introduction"),
        ("A. This is an answer.", "A. This is an answer."),
        ("A. One.\n\nB. Two.", "[A: One.; B: Two.]"),
        (
            "Call this number:\n\n(800) 555-0100",
            "Call this number: | (800) 555-0100",
        ),
        (
            "1. One.\n\n2. Click between the word and the number\n  3. It is there.\n\n3. Three.",
            "[1: One.; 2: Click between the word and the number 3. It is there.; 3: Three.]",
        ),
        // A label without text, and labels behind preformatted text.
        (
            "1. One.\n\n2.\n\n  This is the text of the second.\n\n3. Three.",
            "[1: One.; 2: This is the text of the second.; 3: Three.]",
        ),
        (
            "Type:\n\n     copy a b\n\n1. One.\n\n2. Two.",
            "Type: | `copy a b` | [1: One.; 2: Two.]",
        ),
        // Wrongly numbered, yet one list.
        (
            "1. One.\n\n2. Two.\n\n2. Three.\n\n4. Four.",
            "[1: One.; 2: Two.; 2: Three.; 4: Four.]",
        ),
    ];
    for (body, expected) in table {
        assert_eq!(outline(body), expected, "{body}");
    }
}

#[test]
fn lines_without_the_tab_are_kept() {
    let source = "## Q1: A\n\n\tArticle: Q1\n\tVersion(s): 1\n\n\tFirst line\nstray line.\n\n\n<b>Outside</b>\n\n\t1. One.\n";
    let document = read("name", source.into());
    check(&document);
    let blocks: Vec<_> = document.sections[0].blocks.iter().map(short).collect();
    assert_eq!(
        blocks,
        ["First line stray line.", "<b>Outside</b>", "[1: One.]"]
    );
}

#[test]
fn hostile_sources() {
    let head = "\tArticle: Q1\n\tVersion(s): 1\n\n";
    let deep: String = (0..1000)
        .map(|depth| format!("\t{}1. x\n\n", " ".repeat(3 * depth)))
        .collect();
    let labels = "1. ".repeat(100_000);
    let long = "word ".repeat(4_000_000);
    let dashes = "-\n".repeat(100_000);
    for body in [deep, labels, long, dashes, "\u{FFFD}\r\r".repeat(1000)] {
        let document = read("name", format!("{head}\t{body}"));
        assert!(unplaced_lines(&document).is_empty());
    }
    for source in ["", "---", "## ", "\t", "Article: Q1", "&", "---\n---\n"] {
        read("name", source.into());
    }
}

#[test]
fn lists_that_are_too_deep_are_text_and_said() {
    let deep: String = (0..40)
        .map(|depth| format!("{}- x\n\n", " ".repeat(2 * depth)))
        .collect();
    let document = article(&deep);
    let kinds: Vec<_> = document
        .diagnostics
        .iter()
        .map(|found| &found.kind)
        .collect();
    assert_eq!(kinds, [&DiagnosticKind::TooDeep(32)]);
}

/// Over every twentieth article of a corpus, or all of them with `KBGUIDE_CORPUS_STEP=1`.
#[test]
fn corpus() {
    let Some(root) = std::env::var_os("KBGUIDE_CORPUS") else {
        println!("skipped: KBGUIDE_CORPUS names no folder of articles");
        return;
    };
    let step = std::env::var("KBGUIDE_CORPUS_STEP")
        .ok()
        .and_then(|step| step.parse().ok());
    let mut paths = Vec::new();
    collect(root.as_ref(), &mut paths);
    paths.sort();
    let mut count = 0;
    for path in paths.iter().step_by(step.unwrap_or(20)) {
        let (source, _) = decode::decode(&std::fs::read(path).unwrap());
        if recognises(&source) {
            println!("{}", path.display());
            check(&read("name", source));
            count += 1;
        }
    }
    assert!(count > 0, "no article of the archive in {}", root.display());
}

fn collect(folder: &std::path::Path, paths: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            paths.push(path);
        }
    }
}
