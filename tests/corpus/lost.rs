//! Nothing is lost: every byte of the body is in the ledger once, every item of a list of things to do is in the plan, in order and
//! nesting, and so is every labelled warning.

use kbguide::document::{Block, Format, List, ListKind};
use kbguide::extract::{Detail, Purpose, Role, StepId};
use kbguide::guide::Guide;
use kbguide::interview::Answers;
use kbguide::ledger::Ledger;
use kbguide::plan::{Part, Plan, PlanStep, PlanWarning, plan};
use std::collections::BTreeSet;

/// Markdown may hold text that its readers drop too: cells beyond a table's columns. The archive may not.
pub fn ledger(guide: &Guide, faults: &mut Vec<String>) {
    let document = &guide.document;
    let ledger = Ledger::new(document, &guide.extraction);
    let sum = ledger.fields + ledger.body();
    if sum != document.source.len() {
        faults.push(format!(
            "the ledger has {sum} of {} bytes",
            document.source.len()
        ));
    }
    let by_role: usize = ledger.bytes().values().sum();
    let lost: usize = ledger.lost.iter().map(|span| span.len()).sum();
    if by_role + ledger.marks + ledger.blanks + lost != ledger.body() {
        faults.push("the roles do not add up to the body".into());
    }
    let twice = ledger.twice.iter().map(|span| ("has two roles", span));
    let lost = ledger.lost.iter().map(|span| ("is lost", span));
    let lost = lost.filter(|_| document.format == Format::Archive);
    for (what, span) in twice.chain(lost) {
        faults.push(format!("“{}” {what}", span.slice(&document.source)));
    }
    says_the_same(guide, &ledger, faults);
}

/// What the extraction found has the role that says so.
fn says_the_same(guide: &Guide, ledger: &Ledger, faults: &mut Vec<String>) {
    let role_at = |at: u32| {
        let next = ledger
            .entries
            .partition_point(|entry| entry.span.start <= at);
        next.checked_sub(1).map(|index| ledger.entries[index].role)
    };
    let mut expect = |what: &str, at: u32, roles: &[Role]| match role_at(at) {
        Some(role) if roles.contains(&role) => {}
        role => faults.push(format!("{what} at byte {at} has the role {role:?}")),
    };
    let extraction = &guide.extraction;
    for step in extraction.steps.iter().filter(|step| !step.text.is_empty()) {
        let role = match extraction.procedures[step.procedure].purpose {
            Purpose::Do => Role::Step,
            Purpose::Reproduce => Role::Reproduction,
        };
        expect("a step", step.place.span.start, &[role]);
    }
    for advice in &extraction.advice {
        expect(
            "advice",
            advice.place.span.start,
            &[Role::Advice, Role::Warning, Role::Choice],
        );
    }
    for warning in extraction.warnings.iter().filter(|one| one.label.is_none()) {
        let roles = [
            Role::Warning,
            Role::Step,
            Role::Advice,
            Role::Condition,
            Role::Choice,
        ];
        expect("a hazard", warning.place.span.start, &roles);
    }
}

/// Every step of a procedure that helps is in the plan without an answer: once, in order, as deep as in the article.
pub fn steps(guide: &Guide, faults: &mut Vec<String>) {
    let extraction = &guide.extraction;
    let plan = plan(guide, &Answers::new());
    let shown: Vec<&PlanStep> = shown(&plan).collect();
    let order: Vec<StepId> = shown.iter().map(|step| step.step).collect();
    let expected: Vec<StepId> = (0..extraction.steps.len())
        .map(StepId)
        .filter(|id| {
            let procedure = extraction.steps[id.0].procedure;
            extraction.procedures[procedure].purpose == Purpose::Do
        })
        .collect();
    let as_set = |ids: &[StepId]| ids.iter().copied().collect::<BTreeSet<_>>();
    if as_set(&order) != as_set(&expected) || order.len() != expected.len() {
        faults.push(format!(
            "the plan has {} of {} steps",
            order.len(),
            expected.len()
        ));
    }
    for procedure in plan.parts.iter().chain(&plan.afterwards) {
        if let Part::Procedure(procedure) = procedure
            && !procedure.steps.is_sorted_by_key(|step| step.step)
        {
            faults.push(format!("the steps of {} are not in order", procedure.id));
        }
    }
    for step in shown {
        let mut depth = 0;
        let mut open = extraction.steps[step.step.0].parent;
        while let Some(parent) = open {
            depth += 1;
            open = extraction.steps[parent.0].parent;
        }
        if step.depth != depth {
            faults.push(format!("step {} is nested {} deep", step.path, step.depth));
        }
    }
}

fn shown(plan: &Plan) -> impl Iterator<Item = &PlanStep> {
    let procedures = plan.parts.iter().chain(&plan.afterwards);
    let procedures = procedures.filter_map(|part| match part {
        Part::Procedure(procedure) => Some(procedure),
        _ => None,
    });
    procedures.flat_map(|procedure| &procedure.steps)
}

/// A numbered or lettered list of the document is a procedure as a whole, or none of it is; and one of which most items open
/// with a plain word of doing is one, wherever it stands.
pub fn lists(guide: &Guide, faults: &mut Vec<String>) {
    let steps: BTreeSet<u32> = guide
        .extraction
        .steps
        .iter()
        .filter(|step| !step.text.is_empty())
        .map(|step| step.text.span().start)
        .collect();
    let mut open: Vec<(&Block, bool)> = Vec::new();
    let sections = guide.document.sections.iter();
    open.extend(sections.flat_map(|section| section.blocks.iter().map(|block| (block, false))));
    while let Some((block, noted)) = open.pop() {
        match block {
            Block::List(list) => {
                list_is_whole(list, &steps, noted, faults);
                let items = list.items.iter().flat_map(|item| &item.blocks);
                open.extend(items.map(|block| (block, noted)));
            }
            Block::Admonition(note) => open.extend(note.blocks.iter().map(|block| (block, true))),
            _ => {}
        }
    }
}

const DOING: [&str; 14] = [
    "Click ",
    "Type ",
    "Open ",
    "Select ",
    "Restart ",
    "Run ",
    "Choose ",
    "Press ",
    "Install ",
    "Delete ",
    "Start ",
    "Right-click ",
    "Double-click ",
    "Insert ",
];

fn list_is_whole(list: &List, steps: &BTreeSet<u32>, noted: bool, faults: &mut Vec<String>) {
    if !matches!(list.kind, ListKind::Numbered | ListKind::Lettered) {
        return;
    }
    let texts: Vec<_> = list.items.iter().filter_map(|item| item.text()).collect();
    let taken = texts
        .iter()
        .filter(|text| steps.contains(&text.span().start))
        .count();
    let first = texts.first().map_or("", |text| text.as_str());
    if taken != 0 && taken != texts.len() {
        faults.push(format!(
            "{taken} of {} items are steps: {first}",
            texts.len()
        ));
    }
    let does = |text: &str| DOING.iter().any(|word| text.starts_with(word));
    let doing = texts.iter().filter(|text| does(text.as_str())).count();
    if taken == 0 && !noted && doing * 2 > texts.len() {
        faults.push(format!("a list of things to do is no procedure: {first}"));
    }
}

/// Every labelled warning that stands at nothing that shows the problem is in the plan without an answer.
pub fn warnings(guide: &Guide, faults: &mut Vec<String>) {
    let plan = plan(guide, &Answers::new());
    let mut shown: BTreeSet<usize> = plan.hazards.iter().map(|one| one.warning).collect();
    for part in plan.parts.iter().chain(&plan.afterwards) {
        if let Part::Warning(warning) = part {
            shown.insert(warning.warning);
        }
    }
    for step in self::shown(&plan) {
        shown.extend(step.warnings.iter().map(|one: &PlanWarning| one.warning));
        shown.extend(step.details.iter().filter_map(|detail| match detail {
            Detail::Warning(index) => Some(*index),
            _ => None,
        }));
    }
    let warnings = guide.extraction.warnings.iter().enumerate();
    for (index, warning) in warnings {
        let inside = warning.part_of.is_some_and(|whole| shown.contains(&whole));
        if !warning.reproduces && !shown.contains(&index) && !inside {
            let text = warning.text.as_str();
            faults.push(format!(
                "the plan without an answer has no warning “{text}”"
            ));
        }
    }
    labels(guide, faults);
}

/// A line of the archive that opens with one of the four labels is a labelled warning, unless it is code.
fn labels(guide: &Guide, faults: &mut Vec<String>) {
    if guide.document.format != Format::Archive {
        return;
    }
    let extraction = &guide.extraction;
    let warnings: BTreeSet<u32> = extraction
        .warnings
        .iter()
        .filter(|warning| warning.label.is_some())
        .map(|warning| warning.place.span.start)
        .collect();
    let ledger = Ledger::new(&guide.document, extraction);
    let code: Vec<_> = ledger
        .entries
        .iter()
        .filter(|entry| entry.sentence.is_none())
        .map(|entry| entry.span)
        .collect();
    let mut at = 0;
    for line in guide.document.source.split_inclusive('\n') {
        let text = line.trim_start();
        let start = (at + line.len() - text.len()) as u32;
        at += line.len();
        let is_heading = guide.document.source[at..]
            .trim_start()
            .starts_with(['=', '-']);
        let is_label = !is_heading
            && ["WARNING:", "CAUTION:", "IMPORTANT:", "NOTE:"]
                .iter()
                .any(|label| text.starts_with(label) && text.len() > label.len() + 2);
        let next = code.partition_point(|span| span.end <= start);
        let in_code = code.get(next).is_some_and(|span| span.start <= start);
        if is_label && !in_code && !warnings.contains(&start) {
            faults.push(format!("no warning: {}", text.trim_end()));
        }
    }
}
