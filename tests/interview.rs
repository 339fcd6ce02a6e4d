//! What the guide of Q285090 must ask and give, row by row: for the article written for this project and, where it is
//! there, for the original.

use kbguide::document::read;
use kbguide::guide::{Answer, Guide, QuestionKind};
use kbguide::interview::{Answers, replay};
use kbguide::plan::{Outcome, Part, Plan, PlanStep, Status, plan};
use std::path::Path;

/// The articles that the rows are checked on.
fn guides() -> Vec<(String, Guide)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = root.join("kb/Q285090.md");
    let original = root.join("../shared/Q285090.md");
    let mut paths = vec![own];
    if original.exists() {
        paths.push(original);
    } else {
        println!(
            "skipped for the original: {} is not there",
            original.display()
        );
    }
    paths
        .into_iter()
        .map(|path| {
            let bytes = std::fs::read(&path).expect("the article can be read");
            (
                path.display().to_string(),
                Guide::new(read("Q285090", &bytes)),
            )
        })
        .collect()
}

/// The question whose words hold all of these.
fn question(guide: &Guide, words: &[&str]) -> usize {
    let found = guide.questions.iter().position(|question| {
        let text = question.text.to_lowercase();
        question.asked && words.iter().all(|word| text.contains(word))
    });
    found.unwrap_or_else(|| panic!("no question with {words:?}"))
}

fn answers(guide: &Guide, given: &[(&[&str], Answer)]) -> Answers {
    let pairs = given.iter().map(|(words, answer)| {
        (
            guide.questions[question(guide, words)].id.clone(),
            answer.clone(),
        )
    });
    pairs.collect()
}

fn steps(plan: &Plan) -> Vec<&PlanStep> {
    let procedures = plan.parts.iter().filter_map(|part| match part {
        Part::Procedure(procedure) => Some(&procedure.steps),
        _ => None,
    });
    procedures.flatten().collect()
}

/// The labels of the steps that are not left out.
fn kept(plan: &Plan) -> Vec<&str> {
    steps(plan)
        .into_iter()
        .filter(|step| !matches!(step.status, Status::Skip { .. }))
        .map(|step| step.path.as_str())
        .collect()
}

/// All that the hazards say.
fn hazards(plan: &Plan) -> String {
    let texts = plan.hazards.iter().map(|hazard| {
        let details = hazard.details.iter().map(|detail| format!("{detail:?}"));
        std::iter::once(hazard.text.as_str().to_string())
            .chain(details)
            .collect::<Vec<_>>()
            .join(" ")
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn value(text: &str) -> Answer {
    Answer::Value(text.to_string())
}

const STOPPED: &[&str] = &["stopped", "disabled"];
const MODE: &[&str] = &["transfer mode"];
const MX: &[&str] = &["mx record"];
const SPACE: &[&str] = &["address space tab"];
const ISSUES: &[&str] = &["any"];

#[test]
fn asks_before_the_procedure_what_the_reader_can_tell() {
    for (name, guide) in guides() {
        let path = replay(&guide, &Answers::new()).path;
        let expected = [STOPPED, MODE, MX, SPACE].map(|words| question(&guide, words));
        assert_eq!(path, expected, "{name}");
        let kinds: Vec<_> = path
            .iter()
            .map(|index| guide.questions[*index].kind.clone())
            .collect();
        let values = ["None", "Inbound Only", "Outbound Only"]
            .map(String::from)
            .to_vec();
        let expected = [
            QuestionKind::YesNo,
            QuestionKind::Value(values),
            QuestionKind::YesNo,
            QuestionKind::YesNo,
        ];
        assert_eq!(kinds, expected, "{name}");
    }
}

#[test]
fn every_question_leads_back_to_its_sentence() {
    for (name, guide) in guides() {
        let of = |words: &[&str]| {
            let source = &guide.questions[question(&guide, words)].sources[0];
            (
                source.name.clone(),
                source.span.slice(&guide.document.source).to_string(),
            )
        };
        assert!(
            of(STOPPED).0.starts_with("More Information, paragraph 1"),
            "{name}"
        );
        assert!(
            of(MODE).1.contains("Inbound\n\tOnly")
                || of(MODE).1.contains("None or Inbound Only")
                || of(MODE).1.contains("None or\n"),
            "{name}: {:?}",
            of(MODE)
        );
        assert_eq!(of(MX).0, "Step 1", "{name}");
        assert_eq!(of(SPACE).0, "Step 3", "{name}");
        assert!(
            of(ISSUES).1.contains("safe\n\tto remove")
                || of(ISSUES).1.contains("safe to remove")
                || of(ISSUES).1.contains("it\n\tis safe"),
            "{name}: {:?}",
            of(ISSUES)
        );
    }
}

#[test]
fn stopped_or_disabled_gives_the_hazard_of_lost_messages_first() {
    for (name, guide) in guides() {
        let plan = plan(
            &guide,
            &answers(
                &guide,
                &[(STOPPED, Answer::Yes), (MODE, value("Outbound Only"))],
            ),
        );
        let first = plan.hazards.first().expect("a hazard");
        assert!(first.text.as_str().contains("messages are lost"), "{name}");
        let said = hazards(&plan);
        for fact in [
            "routed to the",
            "XAPI mailbox",
            "MTS-OUT queue",
            "reroute",
            "NDR",
        ] {
            assert!(said.contains(fact), "{name}: {fact}");
        }
        assert_eq!(first.because, ["Stopped or disabled: Yes"], "{name}");
        assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
    }
}

#[test]
fn the_modes_none_and_inbound_only_give_the_same_hazard() {
    for (name, guide) in guides() {
        for mode in ["None", "Inbound Only"] {
            let plan = plan(
                &guide,
                &answers(&guide, &[(STOPPED, Answer::No), (MODE, value(mode))]),
            );
            assert!(hazards(&plan).contains("messages are lost"), "{name}");
            assert!(
                plan.hazards[0].because[0].contains(&format!("Transfer mode: {mode}")),
                "{name}"
            );
            assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
        }
    }
}

#[test]
fn the_mode_outbound_only_is_already_so_with_its_restart_still_to_do() {
    for (name, guide) in guides() {
        let plan = plan(
            &guide,
            &answers(
                &guide,
                &[(STOPPED, Answer::No), (MODE, value("Outbound Only"))],
            ),
        );
        assert!(plan.hazards.is_empty(), "{name}");
        assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
        let Status::AlreadySo { why, rest } = &steps(&plan)[1].status else {
            panic!("{name}: step 2 is not already so");
        };
        assert!(why.contains("“Outbound Only”"), "{name}");
        assert!(
            rest.as_ref()
                .is_some_and(|rest| rest.text.starts_with("restart the")),
            "{name}: {rest:?}"
        );
    }
}

#[test]
fn something_else_than_the_named_modes_changes_nothing_but_the_hazard() {
    for (name, guide) in guides() {
        let plan = plan(
            &guide,
            &answers(&guide, &[(STOPPED, Answer::No), (MODE, Answer::Other)]),
        );
        assert!(plan.hazards.is_empty(), "{name}");
        assert!(
            steps(&plan).iter().all(|step| step.status == Status::Do),
            "{name}"
        );
    }
}

#[test]
fn no_mx_record_leaves_step_1_out_with_the_reason() {
    for (name, guide) in guides() {
        let plan = plan(&guide, &answers(&guide, &[(MX, Answer::No)]));
        assert_eq!(kept(&plan), ["2", "3"], "{name}");
        let Status::Skip { why } = &steps(&plan)[0].status else {
            panic!("{name}: step 1 stays");
        };
        assert!(
            why.starts_with("you answered “No” to “Does an MX record point to"),
            "{name}: {why}"
        );
    }
}

#[test]
fn not_sure_of_the_mx_record_keeps_step_1_with_its_condition_in_front() {
    for (name, guide) in guides() {
        let plan = plan(&guide, &answers(&guide, &[(MX, Answer::Unknown)]));
        assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
        let open = &steps(&plan)[0].only_if;
        assert_eq!(open.len(), 1, "{name}");
        assert!(
            open[0].not_sure
                && open[0].word == "Only if"
                && open[0].clause.text.starts_with("an MX record points"),
            "{name}"
        );
    }
}

#[test]
fn no_address_space_marks_step_3_already_so() {
    for (name, guide) in guides() {
        let plan = plan(&guide, &answers(&guide, &[(SPACE, Answer::No)]));
        assert!(
            matches!(steps(&plan)[2].status, Status::AlreadySo { .. }),
            "{name}"
        );
        assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
    }
}

#[test]
fn all_not_sure_gives_every_step_with_its_condition_and_every_warning() {
    for (name, guide) in guides() {
        let unsure = guide
            .questions
            .iter()
            .map(|question| (question.id.clone(), Answer::Unknown))
            .collect();
        let plan = plan(&guide, &unsure);
        assert_eq!(kept(&plan), ["1", "2", "3"], "{name}");
        assert!(steps(&plan)[0].only_if[0].not_sure, "{name}");
        assert!(
            hazards(&plan).contains("messages are lost") && plan.left_out.is_empty(),
            "{name}"
        );
    }
}

#[test]
fn afterwards_monitor_and_then_the_gate() {
    for (name, guide) in guides() {
        let plan = plan(&guide, &Answers::new());
        let Some(Part::Advice(monitor)) = plan.afterwards.first() else {
            panic!("{name}: no advice afterwards");
        };
        assert!(monitor.text.as_str().starts_with("Monitor the"), "{name}");
        let Some(Part::Gate(gate)) = plan.afterwards.last() else {
            panic!("{name}: no gate");
        };
        let outcomes: Vec<_> = gate
            .outcomes
            .iter()
            .map(|(answer, outcome)| (answer.clone(), outcome))
            .collect();
        assert!(
            matches!(&outcomes[0], (Answer::No, Outcome::Says(quote)) if quote.text.starts_with("it is safe to remove")),
            "{name}"
        );
        assert!(
            matches!(&outcomes[1], (Answer::Yes, Outcome::Not(_))),
            "{name}"
        );
        assert!(
            matches!(&outcomes[2], (Answer::Unknown, Outcome::Wait(Some(quote))) if quote.text.contains("onitor") || quote.text.contains("Make sure")),
            "{name}"
        );
        assert!(
            !replay(&guide, &Answers::new())
                .path
                .contains(&gate.question),
            "{name}"
        );
    }
}
