use super::*;
use crate::document::read;
use crate::guide::Guide;
use crate::interview::Answers;
use crate::outline::outline as of;
use crate::plan::plan as under;

const ARTICLE: &str = "\
# Replace the print server

## Steps

> [!WARNING]
> Jobs that are still in the queue are lost.

1. If the printer has a second tray, open it.
2. Type the command:

   ```
   net stop spooler
   ```

3. Restart the server.
";

fn guide() -> Guide {
    Guide::new(read("printer", ARTICLE.as_bytes()))
}

/// The plan with every question answered in this way, which a question of yes and no takes.
fn answered(guide: &Guide, value: &str) -> Answers {
    let questions = guide.questions.iter();
    questions
        .filter_map(|question| Some((question.id.clone(), question.parse_answer(value)?)))
        .collect()
}

fn sheet_of(lines: &[Line]) -> Sheet {
    Sheet {
        lines: lines.to_vec(),
    }
}

#[test]
fn a_plan_in_text() {
    let guide = guide();
    let answers = answered(&guide, "no");
    let printed = text(&plan(&guide, &answers, &under(&guide, &answers)), 60);
    assert_eq!(
        printed,
        "\
printer: Replace the print server

HAZARD
WARNING: Jobs that are still in the queue are lost.

Steps
1.  [x left out: you answered “No” to “Does the printer have
    a second tray?”]
    If the printer has a second tray, open it.

2.  Type the command:
        net stop spooler

3.  Restart the server.

Answers
-   Does the printer have a second tray? No
"
    );
}

#[test]
fn an_article_to_read_says_so() {
    let table = [
        ("# Fonts\n\nThe fonts are small.\n", ""),
        (
            "# Fonts\n\nThe fonts are small.\n\n> [!NOTE]\n> They were larger before.\n",
            "\nNotes\nNOTE: They were larger before.\n",
        ),
        (
            "# Fonts\n\n## Steps to reproduce\n\n1. Open the menu.\n2. Click **Fonts**.\n",
            "",
        ),
    ];
    for (source, notes) in table {
        let guide = Guide::new(read("fonts", source.as_bytes()));
        let answers = Answers::new();
        let printed = text(&plan(&guide, &answers, &under(&guide, &answers)), 80);
        let said = "fonts: Fonts\n\nNothing to do here, an article to read.\n";
        assert_eq!(printed, format!("{said}{notes}"), "{source}");
    }
}

#[test]
fn an_alternative_is_not_said_twice() {
    let source =
        "# Keep it\n\nUse one of the following ways:\n\n- Save it to tape.\n- Print the page.\n";
    let guide = Guide::new(read("keep", source.as_bytes()));
    let answers = Answers::new();
    let printed = text(&plan(&guide, &answers, &under(&guide, &answers)), 80);
    let open = "Only if you pick this. You have not answered this yet.";
    let expected = format!(
        "keep: Keep it\n\nTo do\n-   {open}\n    Save it to tape.\n\n-   {open}\n    Print the page.\n"
    );
    assert_eq!(printed, expected);
}

#[test]
fn a_plan_in_markdown() {
    let guide = guide();
    let answers = answered(&guide, "unknown");
    let printed = markdown(&plan(&guide, &answers, &under(&guide, &answers)));
    assert_eq!(
        printed,
        "\
# printer: Replace the print server

## HAZARD

WARNING: Jobs that are still in the queue are lost.

## Steps

- [ ] **1.** Only if the printer has a second tray. You were not sure.

  If the printer has a second tray, open it.

- [ ] **2.** Type the command:

  ```
  net stop spooler
  ```

- [ ] **3.** Restart the server.

## Answers

- Does the printer have a second tray? Not sure
"
    );
}

#[test]
fn an_outline_in_text() {
    assert_eq!(
        text(&outline(&of(&guide())), 60),
        "\
printer: Replace the print server

A guide.

Warnings
-   WARNING: Jobs that are still in the queue are lost.

Steps
1.  If the printer has a second tray, open it.
2.  Type the command:
3.  Restart the server.

Questions
-   Does the printer have a second tray?
    If yes: open it
    printer-second-tray takes yes, no, unknown

Headings
-   Steps
"
    );
}

#[test]
fn why_a_question_is_asked() {
    let guide = guide();
    let question = guide.questions.first().expect("a question");
    assert_eq!(
        text(&why(&guide, question, "printer.md"), 80),
        "\
Why this question?
-   “If the printer has a second tray, open it.”
    Step 1 (printer.md:8:4)

-   Yes: step 1 applies.
-   No: step 1 does not apply.
-   Not sure: everything stays in the plan, with its condition in front of it.
"
    );
}

#[test]
fn rows_are_wrapped_below_their_text() {
    let item =
        |depth, label: &str, text: &str| Line::Item(depth, Mark::ToDo(label.into()), text.into());
    let table = [
        (
            item(0, "1.", "one two three four five"),
            "1.  one two three four\n    five\n",
        ),
        (
            item(1, "a.", "one two three four five"),
            "    a.  one two three four\n        five\n",
        ),
        (item(0, "", "a"), "-   a\n"),
        (item(0, "(iii)", "a"), "(iii) a\n"),
        (Line::Paragraph(1, "a\n b".into()), "    a b\n"),
        (
            Line::Paragraph(0, "a-word-that-is-longer-than-the-terminal is".into()),
            "a-word-that-is-longer-than-the-terminal\nis\n",
        ),
        (
            Line::Code(0, "if x\n\tthen".into()),
            "    if x\n        then\n",
        ),
    ];
    for (line, printed) in table {
        assert_eq!(text(&sheet_of(&[line]), 20), printed);
    }
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let hostile = "a\u{1b}[2Jb \u{202e}c \u{7}d";
    let lines = [
        Line::Title(hostile.into()),
        Line::Item(0, Mark::Label(hostile.into()), hostile.into()),
        Line::Code(0, hostile.into()),
    ];
    let printed = text(&sheet_of(&lines), 80);
    let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!printed.contains(obeyed), "{printed:?}");
    assert_eq!(text_line(hostile), "a\u{FFFD}[2Jb \u{FFFD}c \u{FFFD}d");
}

#[test]
fn words_of_the_article_are_no_markup() {
    let table = [
        ("plain, with 3.5 and MTS_OUT", "plain, with 3.5 and MTS_OUT"),
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("> no quotation", "\\> no quotation"),
        ("<script>x</script>", "\\<script>x\\</script>"),
        ("*a* _b_ `c` [d](e)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)"),
        ("a&lt;b & c", "a\\&lt;b & c"),
        ("\\\\server\\share", "\\\\\\\\server\\\\share"),
        ("@someone at a@b", "\\@someone at a@b"),
        ("one\n\n# two", "one # two"),
        ("\u{1b}[0m", "\u{FFFD}\\[0m"),
    ];
    for (words, printed) in table {
        let line = Line::Paragraph(0, words.into());
        assert_eq!(markdown(&sheet_of(&[line])), format!("{printed}\n"));
    }
}

#[test]
fn a_fence_is_longer_than_any_in_the_code() {
    let code = Line::Code(1, "a\n````\nb".into());
    assert_eq!(
        markdown(&sheet_of(&[code])),
        "  `````\n  a\n  ````\n  b\n  `````\n"
    );
}

#[test]
fn a_note_in_a_steps_text_is_said_once() {
    let article = "1. Press Stop. NOTE: The lamp goes out.\n2. Open the lid.";
    let guide = Guide::new(read("lid", article.as_bytes()));
    let answers = answered(&guide, "no");
    let printed = text(&plan(&guide, &answers, &under(&guide, &answers)), 60);
    assert_eq!(printed.matches("The lamp goes out.").count(), 1);
}

#[test]
fn alternatives_under_a_step_stay_apart() {
    let article =
        "1. Add one of these lines:\n\n   `lid=open`\n\n   -or-\n\n   `lid=shut`\n2. Open the lid.";
    let guide = Guide::new(read("lid", article.as_bytes()));
    let answers = answered(&guide, "no");
    let printed = text(&plan(&guide, &answers, &under(&guide, &answers)), 60);
    let places = ["lid=open", "-or-", "lid=shut"].map(|part| printed.find(part));
    assert!(places.is_sorted() && places[0].is_some(), "{printed}");
}
