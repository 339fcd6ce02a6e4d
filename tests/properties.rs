//! What holds for every article and any answers: an interview ends, a plan loses no step, the order of the
//! answers does not matter, and no bytes make anything panic.

use kbguide::document::read;
use kbguide::extract::{Procedure, Purpose};
use kbguide::guide::{Answer, Guide};
use kbguide::interview::{Answers, replay};
use kbguide::ledger::Ledger;
use kbguide::plan::{LeftOut, Part, Plan, PlanStep, Status, plan};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// The guides of the project's own articles and of the fixtures.
fn guides() -> &'static [Guide] {
    static GUIDES: OnceLock<Vec<Guide>> = OnceLock::new();
    GUIDES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = ["kb", "tests/fixtures"].map(|folder| root.join(folder));
        let mut paths: Vec<_> = folders.iter().flat_map(|folder| files(folder)).collect();
        paths.sort();
        paths.iter().map(|path| guide(path)).collect()
    })
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect()
}

fn guide(path: &Path) -> Guide {
    Guide::new(read("article", &std::fs::read(path).expect("an article")))
}

/// A guide and a number for each of its questions that picks the answer.
fn picked() -> impl Strategy<Value = (&'static Guide, Vec<usize>)> {
    let guide = (0..guides().len()).prop_map(|index| &guides()[index]);
    guide.prop_flat_map(|guide| {
        let picks = prop::collection::vec(any::<prop::sample::Index>(), guide.questions.len());
        let picks = picks.prop_map(move |picks| {
            let questions = guide.questions.iter().zip(&picks);
            questions
                .map(|(question, pick)| pick.index(question.answers().len()))
                .collect()
        });
        (Just(guide), picks)
    })
}

fn answer(guide: &Guide, index: usize, pick: usize) -> (String, Answer) {
    let question = &guide.questions[index];
    (question.id.clone(), question.answers()[pick].clone())
}

/// Each step of a procedure that helps is in the plan once, done or left out with a reason; a procedure that
/// is not is left out as a whole, with a reason.
fn loses_nothing(guide: &Guide, plan: &Plan) {
    let extraction = &guide.extraction;
    let mut shown = vec![0; extraction.steps.len()];
    for step in steps(plan) {
        shown[step.step.0] += 1;
        let reason = match &step.status {
            Status::Skip { why } | Status::AlreadySo { why, .. } => why.as_str(),
            Status::Do => "it is to be done",
        };
        assert_ne!(reason, "", "step {} has no reason", step.path);
    }
    for (index, procedure) in extraction.procedures.iter().enumerate() {
        let own = extraction.steps.iter().zip(&shown);
        let own = own.filter(|(step, _)| step.procedure == index);
        let counts: BTreeSet<usize> = own.map(|(_, count)| *count).collect();
        let expected = match procedure.purpose {
            Purpose::Reproduce => 0,
            Purpose::Do if is_left_out(guide, plan, procedure) => 0,
            Purpose::Do => 1,
        };
        assert_eq!(counts, BTreeSet::from([expected]), "{}", procedure.id);
    }
    let reasoned = |left: &LeftOut| !left.why.is_empty();
    assert!(plan.left_out.iter().all(reasoned), "{:?}", plan.left_out);
}

fn steps(plan: &Plan) -> impl Iterator<Item = &PlanStep> {
    let procedures = plan.parts.iter().filter_map(|part| match part {
        Part::Procedure(procedure) => Some(procedure),
        _ => None,
    });
    procedures.flat_map(|procedure| &procedure.steps)
}

/// Whether the plan names the procedure, by its heading, its lead or its first step, as left out, and shows none of its steps.
fn is_left_out(guide: &Guide, plan: &Plan, procedure: &Procedure) -> bool {
    let shows = |step: &PlanStep| procedure.steps.contains(&step.step);
    if steps(plan).any(shows) {
        return false;
    }
    let first = procedure
        .steps
        .first()
        .map(|step| guide.extraction.steps[step.0].place.span);
    let quotes = [&procedure.heading, &procedure.lead].into_iter().flatten();
    let spans: Vec<_> = quotes.map(|quote| quote.span).chain(first).collect();
    plan.left_out
        .iter()
        .any(|left| spans.contains(&left.what.span))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_interview_ends((guide, picks) in picked()) {
        let mut answers = Answers::new();
        for turn in 0.. {
            prop_assert!(turn <= guide.questions.len(), "{} goes on", guide.document.meta.id);
            let Some(next) = replay(guide, &answers).next else { break };
            let (id, answer) = answer(guide, next, picks[next]);
            prop_assert!(answers.insert(id, answer).is_none(), "asked twice");
        }
        loses_nothing(guide, &plan(guide, &answers));
    }

    #[test]
    fn a_plan_loses_no_step_under_any_answers((guide, picks) in picked(), given in any::<u64>()) {
        let chosen = |index: &usize| given >> (index % 64) & 1 == 1;
        let some = (0..picks.len()).filter(chosen);
        let answers: Answers = some.map(|index| answer(guide, index, picks[index])).collect();
        loses_nothing(guide, &plan(guide, &answers));
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter((guide, picks) in picked()) {
        let mut answers = Answers::new();
        let mut reversed = Answers::new();
        for index in 0..picks.len() {
            answers.extend([answer(guide, index, picks[index])]);
            let back = picks.len() - 1 - index;
            reversed.extend([answer(guide, back, picks[back])]);
            replay(guide, &answers);
            replay(guide, &reversed);
        }
        prop_assert_eq!(replay(guide, &answers), replay(guide, &reversed));
        prop_assert_eq!(plan(guide, &answers), plan(guide, &reversed));
    }

    /// A changed answer leaves no trace: changed there and back, everything is as it was.
    #[test]
    fn an_answer_changed_back_leaves_no_trace((guide, picks) in picked(), at in any::<prop::sample::Index>()) {
        prop_assume!(!picks.is_empty());
        let all = picks.iter().enumerate();
        let mut answers: Answers = all.map(|(index, pick)| answer(guide, index, *pick)).collect();
        let before = (replay(guide, &answers), plan(guide, &answers));
        let (id, given) = answer(guide, at.index(picks.len()), picks[at.index(picks.len())]);
        answers.remove(&id);
        replay(guide, &answers);
        answers.insert(id, given);
        prop_assert_eq!((replay(guide, &answers), plan(guide, &answers)), before);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    /// Bytes that look like an article: pieces of what the readers look for, in any order.
    #[test]
    fn no_pieces_of_an_article_make_it_panic(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let article: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        survives(article.as_bytes());
    }
}

const PIECES: [&str; 34] = [
    "\n",
    "\n\n",
    "\t",
    "    ",
    "  ",
    "1. ",
    "2. ",
    "a. ",
    "- ",
    "* ",
    "> ",
    "-or-\n",
    "# ",
    "===\n",
    "---\n",
    "```\n",
    "{% raw %}\n",
    "\tArticle: Q900001\n",
    "\tProduct(s): Boxes\n",
    "If the box is open, ",
    "close the box. ",
    "go to step 2. ",
    "Repeat steps 1 through 2. ",
    "NOTE: ",
    "WARNING: ",
    "Method 1\n",
    "Unless it is set to On, ",
    "set the mode to Off. ",
    "é",
    "\u{2028}",
    "“",
    "](x)",
    "&#91;",
    "<b>",
];

fn survives(bytes: &[u8]) {
    let guide = Guide::new(read("article", bytes));
    assert_eq!(kbguide::guide::check::check(&guide), []);
    let first = |index: usize| answer(&guide, index, 0);
    let answers: Answers = (0..guide.questions.len()).map(first).collect();
    loses_nothing(&guide, &plan(&guide, &Answers::new()));
    loses_nothing(&guide, &plan(&guide, &answers));
    let ledger = Ledger::new(&guide.document, &guide.extraction);
    assert_eq!(ledger.fields + ledger.body(), guide.document.source.len());
    assert_eq!(ledger.twice, []);
}
