use super::*;
use crate::document::read;

const ARTICLE: &[u8] = b"# Clear the print queue\n\n\
1. If the spooler is running, stop the spooler.\n\
2. If the disk is full, delete the old jobs.\n\
3. Start the spooler.\n";

fn app() -> App {
    let mut app = App::default();
    app.open(Guide::new(read("queue", ARTICLE)));
    app
}

/// The names of the questions that the guide asks first.
fn asked(app: &App) -> Vec<String> {
    let guide = app.guide.as_ref().unwrap();
    let path = app.interview().unwrap().path;
    path.iter()
        .map(|at| guide.questions[*at].id.clone())
        .collect()
}

fn answer(app: &mut App, id: &str, answer: Answer) -> Effect {
    update(app, Action::Answer(id.into(), answer), "10:42")
}

#[test]
fn from_question_to_question_to_the_plan_and_back() {
    let mut app = app();
    let ids = asked(&app);
    assert_eq!(ids.len(), 2, "{ids:?}");
    assert_eq!(answer(&mut app, &ids[0], Answer::No), Effect::Question);
    assert_eq!(answer(&mut app, &ids[1], Answer::Unknown), Effect::Plan);
    assert_eq!(app.stage(), Some(Stage::Plan));
    assert_eq!(update(&mut app, Action::Back, ""), Effect::Question);
    assert_eq!(app.answers.keys().collect::<Vec<_>>(), [&ids[0]]);
}

#[test]
fn a_changed_answer_says_so_and_can_be_undone() {
    let mut app = app();
    let ids = asked(&app);
    answer(&mut app, &ids[0], Answer::No);
    answer(&mut app, &ids[1], Answer::No);
    assert_eq!(
        update(&mut app, Action::Change(ids[0].clone()), ""),
        Effect::Question
    );
    assert!(matches!(app.stage(), Some(Stage::Ask(_))));
    assert_eq!(answer(&mut app, &ids[0], Answer::Yes), Effect::Message);
    let message = app.message.clone().unwrap();
    assert!(
        message.head.ends_with(" changed from No to Yes."),
        "{}",
        message.head
    );
    let (_, undo) = message.button.unwrap();
    update(&mut app, undo, "");
    assert_eq!(app.answers[&ids[0]], Answer::No);
}

#[test]
fn a_changed_question_left_with_back_keeps_its_answer() {
    let mut app = app();
    let ids = asked(&app);
    answer(&mut app, &ids[0], Answer::No);
    update(&mut app, Action::Change(ids[0].clone()), "");
    update(&mut app, Action::Back, "");
    assert_eq!(app.answers[&ids[0]], Answer::No);
    assert_eq!(app.changing, None);
}

#[test]
fn an_answer_that_no_question_takes_changes_nothing() {
    let mut app = app();
    let ids = asked(&app);
    assert_eq!(
        answer(&mut app, "no such question", Answer::Yes),
        Effect::None
    );
    assert_eq!(answer(&mut app, &ids[0], Answer::Option(7)), Effect::None);
    assert!(app.answers.is_empty());
}

#[test]
fn a_tick_keeps_its_time_and_can_be_taken_away() {
    let mut app = app();
    update(&mut app, Action::Tick("s1".into()), "10:42");
    assert_eq!(app.ticks["s1"], "10:42");
    update(&mut app, Action::Tick("s1".into()), "10:43");
    assert!(app.ticks.is_empty());
}

#[test]
fn an_address_brings_everything_back() {
    let mut one = app();
    let ids = asked(&one);
    answer(&mut one, &ids[0], Answer::Unknown);
    update(&mut one, Action::ShowPlan, "");
    update(&mut one, Action::Tick("s1".into()), "10:42");
    update(&mut one, Action::Source(Span::new(5, 9)), "");
    update(&mut one, Action::Tab(Tab::Article), "");
    let (steps, rest) = one.address();
    let mut other = app();
    other.go_to(&format!("{steps}&{rest}"));
    assert_eq!(other, one);
}

#[test]
fn an_address_that_makes_no_sense_changes_nothing() {
    for fragment in [
        "",
        "a=",
        "a=x:yes",
        "a=%:yes,:",
        "at=9-5",
        "tab=map",
        "plan=",
        "\u{1F4A9}",
    ] {
        let mut app = app();
        app.go_to(fragment);
        assert!(app.answers.is_empty(), "{fragment}");
        assert_eq!(app.marked, None, "{fragment}");
    }
}

#[test]
fn an_article_without_steps_is_only_read() {
    let mut app = App::default();
    assert_eq!(app.stage(), None);
    app.open(Guide::new(read("note", b"# Note\n\nThe sky is blue.\n")));
    assert_eq!(app.stage(), Some(Stage::Read));
}

#[test]
fn a_decision_of_a_step_is_opened_again_where_it_stands() {
    let mut app = app();
    let guide = app.guide.as_mut().unwrap();
    let at = guide.questions[0].timing;
    guide.questions[0].timing = Timing::After;
    assert_eq!(at, Timing::Before);
    let id = guide.questions[0].id.clone();
    update(&mut app, Action::ShowPlan, "");
    assert_eq!(answer(&mut app, &id, Answer::Yes), Effect::None);
    assert_eq!(
        update(&mut app, Action::Change(id.clone()), ""),
        Effect::None
    );
    assert_eq!(app.stage(), Some(Stage::Plan));
    assert!(!app.answers.contains_key(&id));
}
