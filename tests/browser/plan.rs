//! The plan of Q285090 in the page.

use crate::harness::{Page, Site};
use crate::interview::answer;

fn plan(answers: &[&str; 4]) -> Page {
    let page = Page::open(Site::own(), "/article/Q285090.html");
    answer(&page, answers);
    page.lists("#plan", &["Plan"]);
    page
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn hazards_come_before_the_steps() {
    let page = plan(&["Yes", "None", "Yes", "Yes"]);
    let hazards = page.texts(".plan .hazard").len();
    assert!(hazards > 0, "a hazard");
    let late = "const first = document.querySelector('.plan .steps');\
        return [...document.querySelectorAll('.plan .hazard')].filter(hazard =>\
        hazard.compareDocumentPosition(first) !== Node.DOCUMENT_POSITION_FOLLOWING).length";
    assert_eq!(page.script(late, vec![]), 0);
    page.shows(
        ".hazard .loss",
        "The queued messages are lost if nobody ever starts the service again.",
    );
    page.shows(".hazard .because", "Transfer mode: None");
    page.shows(".hazard", "receives no non-delivery report (NDR)");
    page.lists(".proc .step > .n", &["1", "2", "3"]);
    page.shows(".ph .sub", "0 of 3 steps done");
    page.gone(".step.out");
    page.gone(".step.same");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn no_hazard_where_the_state_of_things_rules_it_out() {
    let page = plan(&["No", "Outbound Only", "Yes", "Yes"]);
    page.gone(".plan > .hazard");
    page.lists(".proc .step > .n", &["1", "2", "3"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_step_that_is_left_out_stands_there_with_its_reason() {
    let page = plan(&["Yes", "None", "No", "Yes"]);
    page.lists(".proc .step > .n", &["1", "2", "3"]);
    page.lists(".proc .step.out > .n", &["1"]);
    page.shows(
        ".proc .step.out .rs",
        "Does an MX record point to this Internet Mail Service?",
    );
    page.shows(".proc .step.out .rs", "Left out: you ");
    page.shows(".ph .sub", "1 left out");
    page.click(".proc .step.out summary");
    page.shows(
        ".proc .step.out .sup",
        "change the record to name a different",
    );
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_step_that_is_already_so_says_what_is_still_to_do() {
    let page = plan(&["Yes", "Outbound Only", "Yes", "No"]);
    page.lists(".proc .step.same > .n", &["2", "3"]);
    page.shows(".proc .step.same .cond", "Already so: check.");
    page.shows(".proc .step.same .cond", "Outbound Only");
    page.shows(
        ".proc .step.same .cond",
        "Still to do: restart the service.",
    );
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_the_reader_is_not_sure_of_stays_with_its_condition() {
    let page = plan(&["Not sure"; 4]);
    page.lists(".proc .step > .n", &["1", "2", "3"]);
    page.shows(
        ".proc .step .cond",
        "Only if an MX record points to this Internet Mail Service. You were not sure.",
    );
    assert!(!page.texts(".plan > .hazard").is_empty(), "every hazard");
    page.gone(".step.out");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn afterwards_comes_last_and_ends_in_a_gate() {
    let page = plan(&["Yes", "None", "Yes", "Yes"]);
    page.shows(".plan .sec", "Afterwards");
    page.shows(".plan .adv .do", "Monitor the service for a few days");
    page.lists(".gate h3", &["Have any problems come up by then?"]);
    page.lists(".gate .gr button", &["No", "Yes", "Not sure"]);
    page.shows(
        ".gate .gr",
        "It is safe to remove the service from its server.",
    );
    page.gone(".gate .gr.on");
    for (given, means) in [
        ("No", "afe to remove the service from its server."),
        ("Yes", "Then it does not hold that"),
        ("Not sure", "Go on with: Monitor the service"),
    ] {
        page.click_text(".gate .gr button", given);
        page.lists(".gate .gr.on button", &[given]);
        page.shows(".gate .gr.on p", means);
    }
    page.reload();
    page.lists(".gate .gr.on button", &["Not sure"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_step_that_is_ticked_stays_ticked() {
    let page = plan(&["Yes", "None", "Yes", "Yes"]);
    page.click(".proc .step:nth-child(2) .tick input");
    page.shows(".ph .sub", "1 of 3 steps done");
    page.lists(".proc .step.ok > .n", &["2"]);
    page.reload();
    page.lists(".proc .step.ok > .n", &["2"]);
    page.shows(".proc .step.ok .done", "Done");
    page.click(".proc .step.ok .tick input");
    page.shows(".ph .sub", "0 of 3 steps done");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_answer_above_the_plan_can_be_changed() {
    let page = plan(&["Yes", "None", "Yes", "Yes"]);
    page.click(".chips .chip:nth-child(3)");
    page.shows("#question", "Does an MX record point");
    answer(&page, &["No"]);
    page.lists(".proc .step.out > .n", &["1"]);
    page.shows(".msg", "changed from Yes to No.");
}
