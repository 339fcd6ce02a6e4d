//! No step disappears because a rule did not understand it: steps as they occur, an answer, and what must stay.

use kbguide::document::read;
use kbguide::guide::{Answer, Guide};
use kbguide::interview::Answers;
use kbguide::plan::{Part, Status, plan};

/// Steps (one a line), words of the question that is answered, the answer, and the labels that stay.
const EXAMPLES: &[(&str, &str, Answer, &[&str])] = &[
    (
        "1. If the disk is full, delete the logs.\n2. Restart the server.",
        "disk",
        Answer::No,
        &["2"],
    ),
    (
        "1. If the team has a group, add the group; otherwise, add each member.\n2. Save.",
        "group",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. If the team has a group, add the group. Otherwise, add each member.\n2. Save.",
        "group",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. Open the console. If the service runs, stop it.\n2. Save.",
        "service",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. On Windows NT 4.0, stop the spooler.\n\n   On Windows 95, end the task.\n2. Save.",
        "windows nt",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. Run the test. If it passes, go to step 3.\n2. Replace the cable.\n3. Save.",
        "test pass",
        Answer::Yes,
        &["1", "3"],
    ),
    (
        "1. Run the test. If it passes, go to step 3.\n2. Replace the cable.\n3. Save.",
        "test pass",
        Answer::No,
        &["1", "2", "3"],
    ),
    (
        "1. Check whether the lid is on the list. If this is the case, go to step 3.\n2. If not, add the lid.\n3. Save.",
        "lid",
        Answer::No,
        &["1", "2", "3"],
    ),
    (
        "1. Check whether the lid is on the list. If this is the case, go to step 3.\n2. If not, add the lid.\n3. Save.",
        "lid",
        Answer::Yes,
        &["1", "3"],
    ),
    (
        "1. Find out whether the lid is on the list.\n2. If it is, go to step 4. If it is not, add the lid.\n3. Close it.\n4. Save.",
        "lid",
        Answer::No,
        &["1", "2", "3", "4"],
    ),
    (
        "1. Stop the service unless users are logged on.\n2. Save.",
        "logged on",
        Answer::Yes,
        &["2"],
    ),
    (
        "1. Create a key, enter its name, and choose 1024 bits unless the CA asks for more.\n2. Save.",
        "ca ask",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. On Windows NT 4.0, stop it; on Windows 95, end the task.\n2. Save.",
        "windows nt",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. If the file is there, do this:\n   1. Open it.\n   2. Delete it.\n2. Save.",
        "file",
        Answer::No,
        &["2"],
    ),
    (
        "1. If you cannot log on, or if the disk is full, delete the logs.\n2. Save.",
        "log on, or is the disk full",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. If you cannot log on, or if the disk is full, delete the logs.\n2. Save.",
        "log on, or is the disk full",
        Answer::No,
        &["2"],
    ),
    (
        "1. Delete the logs if you cannot log on, or if the disk is full.\n2. Save.",
        "log on, or is the disk full",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. If you cannot log on, or when the disk is full, delete the logs.\n2. Save.",
        "log on, or is the disk full",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. Click Modems. (If the icon is not there, click Add first.)\n2. Save.",
        "icon",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. Where the server has two cards, click the second.\n2. Save.",
        "two cards",
        Answer::No,
        &["2"],
    ),
    (
        "1. If the test fails, run it again unless the disk is hot.\n2. Save.",
        "test fail",
        Answer::No,
        &["2"],
    ),
    (
        "1. If the test fails, run it again unless the disk is hot.\n2. Save.",
        "hot",
        Answer::Yes,
        &["1", "2"],
    ),
    (
        "1. On computers that have a fan, click Quiet.\n2. Save.",
        "fan",
        Answer::No,
        &["2"],
    ),
    (
        "1. To leave it there, do nothing.\n2. Save.",
        "leave it",
        Answer::No,
        &["2"],
    ),
    (
        "1. Click Auto if the disk is new, or click Old if it is not.\n2. Save.",
        "disk new",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. Stop the server. When you want to keep the log, click Save.\n2. Save.",
        "log",
        Answer::No,
        &["1", "2"],
    ),
    (
        "1. Use the spare disk if any of the following is true:\n\n   - The disk is full.\n   - The disk is old.\n2. Save.",
        "any of these",
        Answer::No,
        &["2"],
    ),
];

fn kept(guide: &Guide, answers: &Answers) -> Vec<String> {
    let plan = plan(guide, answers);
    let steps = plan.parts.into_iter().flat_map(|part| match part {
        Part::Procedure(procedure) => procedure.steps,
        _ => Vec::new(),
    });
    let standing = steps.filter(|step| !matches!(step.status, Status::Skip { .. }));
    standing.map(|step| step.path).collect()
}

/// What stands in front of two steps, the words of the question, the answer, and whether the steps stay.
const LEADS: &[(&str, &str, Answer, bool)] = &[
    (
        "If the disk is full, follow these steps:",
        "disk",
        Answer::No,
        false,
    ),
    (
        "If the disk is full, follow these steps:",
        "disk",
        Answer::Yes,
        true,
    ),
    (
        "If only a few rows are missing, restore the table instead.",
        "rows",
        Answer::No,
        true,
    ),
    (
        "If only a few rows are missing, restore the table instead.",
        "rows",
        Answer::Yes,
        true,
    ),
    (
        "If it is loaded, restart the computer.",
        "loaded",
        Answer::No,
        true,
    ),
];

#[test]
fn a_procedure_leaves_only_by_the_condition_that_leads_in() {
    for (lead, words, answer, stays) in LEADS {
        let source = format!("# Title\n\n{lead}\n\n1. Open the box.\n2. Close the box.\n");
        let guide = Guide::new(read("title", source.as_bytes()));
        let question = guide
            .questions
            .iter()
            .find(|question| question.text.to_lowercase().contains(words));
        let question = question.unwrap_or_else(|| panic!("no question of “{words}” for {lead}"));
        let answers = Answers::from([(question.id.clone(), answer.clone())]);
        assert_eq!(
            !kept(&guide, &answers).is_empty(),
            *stays,
            "{lead} {answer}"
        );
    }
}

#[test]
fn the_alternative_that_is_picked_is_in_the_plan() {
    let source = "# Title\n\nUse one of the following ways:\n\n- Run tool A to update the repair disk.\n- Save it to tape.\n\
                  - The key alone can be saved with tool B.\n";
    let guide = Guide::new(read("title", source.as_bytes()));
    let choice = guide
        .questions
        .iter()
        .find(|question| matches!(question.kind, kbguide::guide::QuestionKind::Choice(_)))
        .expect("a choice");
    let open = plan(&guide, &Answers::new());
    let alternatives = open.parts.iter().filter(|part| matches!(part, Part::Advice(advice) if advice.only_if.iter().any(|one| one.word == "Only if you pick")));
    assert_eq!(
        alternatives.count(),
        3,
        "unanswered, they stand as alternatives"
    );
    for number in 0..3 {
        let plan = plan(
            &guide,
            &Answers::from([(choice.id.clone(), Answer::Option(number))]),
        );
        let done: Vec<_> = plan
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Advice(advice) if advice.status == Status::Do => Some(advice.text.as_str()),
                _ => None,
            })
            .collect();
        let kbguide::guide::QuestionKind::Choice(options) = &choice.kind else {
            unreachable!()
        };
        assert_eq!(done, [options[number].as_str()]);
    }
}

#[test]
fn steps_leave_only_by_their_own_condition() {
    for (steps, words, answer, expected) in EXAMPLES {
        let source = format!("# Title\n\nFollow these steps:\n\n{steps}\n");
        let guide = Guide::new(read("title", source.as_bytes()));
        let question = guide
            .questions
            .iter()
            .find(|question| question.text.to_lowercase().contains(words));
        let question = question.unwrap_or_else(|| {
            panic!(
                "no question of “{words}” in:\n{steps}\n{:?}",
                guide.questions
            )
        });
        let answers = Answers::from([(question.id.clone(), answer.clone())]);
        assert_eq!(
            kept(&guide, &answers),
            *expected,
            "{} {answer}\n{steps}",
            question.text
        );
        let unsure = Answers::from([(question.id.clone(), Answer::Unknown)]);
        let all = kept(&guide, &Answers::new());
        assert_eq!(
            kept(&guide, &unsure),
            all,
            "not sure keeps everything\n{steps}"
        );
    }
}
