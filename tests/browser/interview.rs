//! The interview of Q285090 in the page: one question at a time, why, back, change, and all of it by the keyboard.

use crate::harness::{Page, Site};
use fantoccini::key::Key;

const SERVICE: &str = "Is the Internet Mail Service stopped or disabled?";
const MODE: &str = "What is the transfer mode of the Internet Mail Service set to?";
const MX: &str = "Does an MX record point to this Internet Mail Service?";
const SPACE: &str = "Is the address space still on the Address Space tab?";

/// The questions in their order, and what can be answered.
const QUESTIONS: [(&str, &[&str]); 4] = [
    (SERVICE, &["Yes", "No", "Not sure"]),
    (
        MODE,
        &[
            "None",
            "Inbound Only",
            "Outbound Only",
            "Something else",
            "Not sure",
        ],
    ),
    (MX, &["Yes", "No", "Not sure"]),
    (SPACE, &["Yes", "No", "Not sure"]),
];

/// The guide at its first question.
fn guide() -> Page {
    let page = Page::open(Site::own(), "/article/Q285090.html");
    page.shows("#question", SERVICE);
    page
}

/// Gives these answers to the questions that are asked.
pub fn answer(page: &Page, answers: &[&str]) {
    for answer in answers {
        page.click_text(".q .opt b", answer);
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn one_question_is_asked_at_a_time() {
    let page = guide();
    for (number, (question, answers)) in QUESTIONS.iter().enumerate() {
        page.lists("#question", &[question]);
        page.lists(".q .opt b", answers);
        page.shows(".prog", &format!("Question {} of 4", number + 1));
        page.gone("#plan");
        answer(&page, &["Not sure"]);
    }
    page.lists("#plan", &["Plan"]);
    page.gone("#question");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn values_are_named_by_the_article() {
    let page = guide();
    page.gone("#named");
    answer(&page, &["No"]);
    page.lists("#question", &[MODE]);
    page.lists("#named", &["Named in the article"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn why_shows_the_sentence_and_what_hangs_on_the_answer() {
    let page = guide();
    answer(&page, &["No", "Not sure"]);
    page.lists("#question", &[MX]);
    page.gone(".why[open]");
    page.click("#why");
    page.shows(
        ".why[open] blockquote",
        "If an MX record points to this Internet Mail Service, change the record",
    );
    page.shows(".why[open] figcaption", "Step 1");
    page.shows(".why[open] .hangs", "Step 1: change the record");
    page.click("#why");
    page.gone(".why[open]");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn back_takes_the_last_answer_away() {
    let page = guide();
    page.gone(".back");
    answer(&page, &["Yes", "None"]);
    page.lists("#question", &[MX]);
    page.click(".back");
    page.lists("#question", &[MODE]);
    page.click(".back");
    page.lists("#question", &[SERVICE]);
    page.gone(".back");
    page.gone(".sofar .cell");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_answer_so_far_can_be_changed_and_the_change_undone() {
    let page = guide();
    answer(&page, &["Yes", "Inbound Only"]);
    page.lists(".sofar .cell b", &["Yes", "Inbound Only"]);
    page.click(".sofar li:nth-child(2) .cell");
    page.lists("#question", &[MODE]);
    page.has_focus("#question");
    page.shows(".opt", "your answer until now");
    answer(&page, &["None"]);
    page.lists(".sofar .cell b", &["Yes", "None"]);
    page.lists("#question", &[MX]);
    page.shows(".msg", "changed from Inbound Only to None.");
    page.click_text(".msg button", "Undo");
    page.lists(".sofar .cell b", &["Yes", "Inbound Only"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_plan_can_be_shown_before_every_question_is_answered() {
    let page = guide();
    answer(&page, &["Yes"]);
    page.click_text(".rail button", "Show the plan now");
    page.has_focus("#plan");
    page.shows(".msg", "3 questions are open.");
    page.click_text(".msg button", "Answer now");
    page.lists("#question", &[MODE]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn answers_survive_a_reload_and_the_browser_s_back() {
    let page = guide();
    answer(&page, &["Yes", "Outbound Only"]);
    page.lists("#question", &[MX]);
    page.reload();
    page.lists("#question", &[MX]);
    page.lists(".sofar .cell b", &["Yes", "Outbound Only"]);
    page.back();
    page.lists("#question", &[MODE]);
    page.lists(".sofar .cell b", &["Yes"]);
    page.has_focus("#question");
    page.back();
    page.lists("#question", &[SERVICE]);
    page.gone(".sofar .cell");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_keyboard_alone_leads_from_the_start_page_to_the_plan() {
    let page = Page::open(Site::own(), "/");
    page.settled();
    page.types("/");
    page.types("285090");
    page.lists(".list .sel .no", &["Q285090"]);
    page.press(Key::Enter);
    page.lists("#question", &[SERVICE]);
    page.types("1");
    page.lists("#question", &[MODE]);
    page.has_focus("#question");
    page.press(Key::Tab);
    page.has_focus(".opt[data-digit=\"1\"]");
    page.press(Key::Tab);
    page.press(Key::Enter);
    page.lists("#question", &[MX]);
    page.has_focus("#question");
    page.types("w");
    page.shows(".why[open]", "What hangs on the answer");
    page.types("b");
    page.lists("#question", &[MODE]);
    page.has_focus("#question");
    page.types("3");
    page.types("2");
    page.types("2");
    page.lists("#plan", &["Plan"]);
    page.has_focus("#plan");
    page.lists(".chips b", &["Yes", "Outbound Only", "No", "No"]);
}
