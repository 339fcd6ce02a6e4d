//! The built command line, run over the project's own articles: what it prints, what it says is wrong, how it ends.

use crate::run::{self, Ran, kbguide, typed};

const ARTICLE: &str = "kb/Q285090.md";

/// Calls that end with this exit code and exactly these words on standard error.
#[test]
fn errors_say_what_is_so_and_what_to_do() {
    let table: &[(&[&str], i32, &str)] = &[
        (
            &["plan", ARTICLE, "--answer", "nothing=yes"],
            2,
            "kbguide: no question “nothing” in this article; it has: ",
        ),
        (
            &["plan", "tests/fixtures/empty.md", "--answer", "a=yes"],
            2,
            "tests/fixtures/empty.md: the article is empty; check that the file was copied whole\n\
             tests/fixtures/empty.md: no header and no heading; the file's name stands for the number and the title\n\
             kbguide: no question “a” in this article; it has none\n",
        ),
        (
            &[
                "plan",
                ARTICLE,
                "--answer",
                "mx-record-point-internet-mail-service=perhaps",
            ],
            2,
            "kbguide: “perhaps” does not answer “Does an MX record point to this Internet Mail Service?”; \
             it takes: yes, no, unknown\n",
        ),
        (
            &["plan", ARTICLE, "--answer", "yes"],
            2,
            "kbguide: “yes” is no answer; write it as ID=VALUE\n",
        ),
        (
            &["outline", "no-such-article.md"],
            1,
            "kbguide: no-such-article.md cannot be read: No such file or directory (os error 2)\n",
        ),
        (
            &["outline", "kb"],
            1,
            "kbguide: kb cannot be read: Is a directory (os error 21)\n",
        ),
        (
            &["ask", "-"],
            2,
            "kbguide: the answers are read from standard input, so the article has to be a file\n",
        ),
    ];
    for (arguments, code, error) in table {
        let ran = kbguide(arguments);
        assert_eq!(ran.code, *code, "{arguments:?}");
        assert_eq!(ran.out, "", "{arguments:?}");
        match error.ends_with('\n') {
            true => assert_eq!(ran.err, *error, "{arguments:?}"),
            false => assert!(ran.err.starts_with(error), "{arguments:?}: {}", ran.err),
        }
    }
}

#[test]
fn an_unknown_question_is_answered_with_the_known_ones() {
    let ran = kbguide(&["plan", ARTICLE, "--answer", "nothing=yes"]);
    let outline = json(&kbguide(&["outline", ARTICLE]));
    let lists =
        ["decisions", "states"].map(|list| outline[list].as_array().expect("a list").clone());
    for one in lists.concat() {
        let id = one["id"].as_str().expect("a name");
        assert!(ran.err.contains(id), "{id}: {}", ran.err);
    }
}

/// A call that clap refuses: its words are clap's, the exit code is ours.
#[test]
fn a_wrong_call_ends_with_two() {
    let table: &[(&[&str], &str)] = &[
        (&[], "Usage: kbguide <COMMAND>"),
        (&["mend"], "unrecognized subcommand 'mend'"),
        (&["outline"], "<ARTICLE>"),
        (
            &["outline", ARTICLE, "--format", "html"],
            "[possible values: json, text, markdown]",
        ),
        (&["serve", "site", "--port", "many"], "invalid value 'many'"),
    ];
    for (arguments, says) in table {
        let ran = kbguide(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let help = kbguide(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    let codes = "Exit codes:\n  0  done\n  1  it could not be done\n  2  the call was wrong\n";
    assert!(help.out.contains(codes), "{}", help.out);
    for command in ["outline", "plan", "ask", "build", "find", "serve"] {
        assert!(help.out.contains(&format!("\n  {command} ")), "{command}");
        let own = kbguide(&[command, "--help"]);
        assert_eq!(own.code, 0);
        let example = format!("Example:\n  kbguide {command} ");
        assert!(own.out.contains(&example), "{command}: {}", own.out);
    }
}

#[test]
fn the_outline_is_one_line_of_json_and_is_the_same_from_standard_input() {
    let file = kbguide(&["outline", ARTICLE]);
    assert_eq!((file.code, file.err.as_str()), (0, ""));
    assert_eq!(file.out.matches('\n').count(), 1);
    assert!(file.out.starts_with("{\"id\":\"Q285090\","));
    let article = run::read(ARTICLE);
    assert_eq!(typed(&["outline", "-"], &article).out, file.out);
    assert_eq!(
        kbguide(&["outline", ARTICLE, "--format", "json"]).out,
        file.out
    );
}

#[test]
fn the_ledger_gives_each_sentence_its_role_and_adds_up() {
    let outline = json(&kbguide(&["outline", ARTICLE]));
    let mut with = json(&kbguide(&["outline", ARTICLE, "--ledger"]));
    let ledger = with["ledger"].take();
    with.as_object_mut().expect("an object").remove("ledger");
    assert_eq!(with, outline);
    let source = run::read(ARTICLE).len();
    assert_eq!(ledger["bytes"]["source"], source);
    let entries = ledger["entries"].as_array().expect("a list");
    let steps = entries.iter().filter(|entry| entry["role"] == "step");
    let first = steps.map(|entry| entry["place"].as_str()).next();
    assert_eq!(first, Some(Some("Step 1")));
    let text = kbguide(&["outline", ARTICLE, "--ledger", "--format", "text"]).out;
    assert!(
        text.contains(&format!("\nBytes\n{source} in all: ")),
        "{text}"
    );
    assert!(text.contains("\n-   lost: 0\n"), "{text}");
    assert!(text.contains("\nheading: MORE INFORMATION\n"), "{text}");
}

#[test]
fn what_is_wrong_with_an_article_is_said_beside_its_outline() {
    let ran = kbguide(&["outline", "tests/fixtures/latin1.md"]);
    assert_eq!(ran.code, 0);
    let at = |line: &str| line.starts_with("tests/fixtures/latin1.md:");
    assert!(ran.err.lines().all(at), "{}", ran.err);
    let utf8 = "tests/fixtures/latin1.md: 10 places are not valid UTF-8, read as \u{FFFD}; save the article as UTF-8\n";
    assert!(ran.err.starts_with(utf8), "{}", ran.err);
    let piped = typed(&["outline", "-"], b"\xff\n");
    assert!(
        piped.err.starts_with("<stdin>: 1 place is not valid UTF-8"),
        "{}",
        piped.err
    );
}

#[test]
fn a_plan_for_a_ticket_and_for_a_terminal() {
    let answer = "mx-record-point-internet-mail-service=no";
    let left_out = "[x left out: you answered “No” to “Does an MX record point to this Internet Mail Service?”]";
    let text = kbguide(&["plan", ARTICLE, "--answer", answer, "--format", "text"]);
    assert_eq!((text.code, text.err.as_str()), (0, ""));
    assert!(text.out.starts_with("Q285090: "));
    assert!(run::folded(&text.out).contains(left_out), "{}", text.out);
    assert!(text.out.lines().all(|line| line.chars().count() <= 80));
    let markdown = kbguide(&["plan", ARTICLE, "--answer", answer, "--format", "markdown"]);
    assert!(markdown.out.starts_with("# Q285090: "));
    assert!(markdown.out.contains(&format!(
        "- **1.** {}",
        left_out.replace('[', "\\[").replace(']', "\\]")
    )));
    assert!(markdown.out.contains("\n- [ ] **2.** "));
}

/// Hazards come before the first step, whatever the article's order.
#[test]
fn hazards_come_first() {
    let text = kbguide(&["plan", ARTICLE, "--format", "text"]).out;
    let hazard = text.find("\nHAZARD\n").expect("a hazard");
    assert!(hazard < text.find("\n1.  ").expect("a step"));
}

#[test]
fn the_interview_with_back_why_and_not_sure() {
    let ran = typed(&["ask", ARTICLE], b"1\n?\nb\n2\nu\nwhat\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let first = "Question 1 of ";
    assert_eq!(
        ran.out.matches(first).count(),
        2,
        "back asks it again:\n{}",
        ran.out
    );
    let question =
        "Is the Internet Mail Service stopped or disabled?\n1.  Yes\n2.  No\n3.  Not sure\n> 1\n";
    assert!(ran.out.contains(question), "{}", ran.out);
    let why = "Why this question?\n-   “Setting its transfer mode to None or Inbound Only is not enough either,";
    assert!(ran.out.contains(why), "{}", ran.out);
    assert!(ran.out.contains("(kb/Q285090.md:34:43)"), "{}", ran.out);
    assert!(ran.out.contains("> what\nNot an answer. "), "{}", ran.out);
    let answers = "\nAnswers\n-   Is the Internet Mail Service stopped or disabled? No\n\
                   -   What is the transfer mode of the Internet Mail Service set to? Not sure\n";
    assert!(ran.out.ends_with(answers), "{}", ran.out);
}

#[test]
fn what_is_asked_afterwards_can_be_answered_now() {
    // Not sure of anything until nothing is left to ask, then the question at the end.
    let asked = typed(&["ask", ARTICLE], "u\n".repeat(20).as_bytes());
    let questions = asked.out.matches("\nQuestion ").count();
    let input = "u\n".repeat(questions) + "1\n2\n";
    let ran = typed(&["ask", ARTICLE], input.as_bytes());
    let open = "\nOpen questions\n1.  Afterwards: Have any problems come up by then?\n";
    assert!(ran.out.contains(open), "{}", ran.out);
    assert!(
        ran.out
            .contains("-   No (your answer): it is safe to remove the service"),
        "{}",
        ran.out
    );
    let left = typed(
        &["ask", ARTICLE],
        ("u\n".repeat(questions) + "\n").as_bytes(),
    );
    assert_eq!(
        left.out.matches("\nSteps\n").count(),
        1,
        "the plan once:\n{}",
        left.out
    );
}

#[test]
fn q_leaves_the_interview_without_a_plan() {
    let ran = typed(&["ask", ARTICLE], b"q\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.ends_with("\n> q\n"), "{}", ran.out);
}

/// What `kbguide … | head -c 1` does: the reader goes before it has read all.
#[test]
fn a_reader_that_goes_is_no_error() {
    for arguments in [
        &["outline", ARTICLE][..],
        &["plan", ARTICLE, "--format", "text"],
        &["ask", ARTICLE],
        &["--help"],
    ] {
        let (code, err) = run::without_reader(arguments);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

fn json(ran: &Ran) -> serde_json::Value {
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}
