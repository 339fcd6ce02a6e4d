use super::session::Session;
use super::{interview, output};
use crate::document::read;
use crate::guide::Guide;
use std::io;

const ARTICLE: &str = "\
# Move the queue

1. If the server is remote, open a session.
2. Look at the light. If the light is red, call the operator.
3. Stop the queue.
";

/// What is shown when this is typed.
fn typed(article: &str, input: &str) -> String {
    let guide = Guide::new(read("queue", article.as_bytes()));
    let mut out = Vec::new();
    let mut session = Session::new(&guide, input.as_bytes(), &mut out);
    session.path = "queue.md".into();
    session.echo = true;
    interview(&mut session).expect("a session");
    String::from_utf8(out).expect("text")
}

/// Every line typed that no question takes leads to a hint, and the question stays.
#[test]
fn what_is_no_answer_is_said() {
    let shown = typed(ARTICLE, "9\n0\nmaybe\n\n");
    let hints = shown
        .matches("Not an answer. Type a number from 1 to 3")
        .count();
    assert_eq!(hints, 3, "{shown}");
    assert!(shown.contains("Answer with a number, or u if you are not sure."));
}

#[test]
fn an_answer_by_number_by_word_and_by_letter() {
    let table = [("2", "No"), ("no", "No"), ("u", "Not sure"), ("Yes", "Yes")];
    for (line, said) in table {
        let shown = typed(ARTICLE, &format!("{line}\n"));
        let answer = format!("Is the server remote? {said}\n");
        assert!(shown.contains(&answer), "{line}: {shown}");
    }
}

#[test]
fn q_leaves_without_a_plan_and_the_end_of_input_with_one() {
    assert!(!typed(ARTICLE, "q\n").contains("Stop the queue."));
    assert!(typed(ARTICLE, "").contains("Stop the queue."));
}

#[test]
fn a_line_without_end_answers_nothing() {
    let shown = typed(ARTICLE, &"x".repeat(10_000));
    assert!(shown.contains("Stop the queue."));
}

#[test]
fn a_closed_output_is_no_error() {
    let closed = || Err(io::Error::from(io::ErrorKind::BrokenPipe));
    assert!(output::written(closed()).is_ok());
    let full = output::written(Err(io::Error::from(io::ErrorKind::StorageFull)));
    assert_eq!(
        full.expect_err("an error").text,
        "standard output cannot be written: no storage space"
    );
}
