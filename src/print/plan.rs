//! The sheet of a plan: hazards first, then what to do, what follows, what was left out, and the answers.

use super::{Mark, Sheet};
use crate::extract::Detail;
use crate::guide::standing::Answers;
use crate::guide::{Answer, Class, Guide, Question};
use crate::plan::{
    Gate, OnlyIf, Outcome, Part, Plan, PlanAdvice, PlanProcedure, PlanStep, PlanWarning, Status,
};

/// The plan of a guide under these answers, for people.
pub fn sheet(guide: &Guide, answers: &Answers, plan: &Plan) -> Sheet {
    let mut printer = Printer {
        guide,
        many: procedures(plan) > 1,
        sheet: Sheet::default(),
    };
    printer.title();
    if guide.class == Class::Read {
        let nothing = "Nothing to do here, an article to read.";
        printer.sheet.paragraph(0, nothing);
    }
    for hazard in &plan.hazards {
        printer.sheet.heading("HAZARD");
        printer.warning(0, hazard, false);
    }
    printer.parts(&plan.parts);
    if guide.class != Class::Read && plan.parts.is_empty() && plan.afterwards.is_empty() {
        let nothing = "Nothing is left to do under these answers.";
        printer.sheet.paragraph(0, nothing);
    }
    if !plan.afterwards.is_empty() {
        printer.sheet.heading("Afterwards");
        plan.afterwards.iter().for_each(|part| printer.part(part));
    }
    printer.left_out(plan);
    printer.answers(answers);
    printer.sheet
}

fn procedures(plan: &Plan) -> usize {
    plan.parts.iter().filter(|part| is_procedure(part)).count()
}

fn is_procedure(part: &Part) -> bool {
    matches!(part, Part::Procedure(_))
}

struct Printer<'g> {
    guide: &'g Guide,
    /// Whether there are several procedures, so that each needs its heading.
    many: bool,
    sheet: Sheet,
}

impl Printer<'_> {
    fn title(&mut self) {
        let meta = &self.guide.document.meta;
        self.sheet
            .title(super::outline::title(&meta.id, &meta.title));
    }

    /// The parts under headings: advice and notes in a row share one.
    fn parts(&mut self, parts: &[Part]) {
        let together = |one: &Part, next: &Part| {
            is_procedure(one) == is_procedure(next)
                && (heading(next).is_none() || heading(one) == heading(next))
        };
        for run in parts.chunk_by(together) {
            let advice = run
                .iter()
                .any(|part| matches!(part, Part::Advice(_) | Part::Gate(_)));
            if !run.iter().any(is_procedure) {
                let usual = if advice { "To do" } else { "Notes" };
                self.sheet
                    .heading(run.iter().find_map(heading).unwrap_or(usual));
            }
            run.iter().for_each(|part| self.part(part));
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Procedure(procedure) => self.procedure(procedure),
            Part::Advice(advice) => self.advice(advice),
            Part::Warning(warning) => self.warning(0, warning, true),
            Part::Gate(gate) => self.gate(gate),
        }
    }

    fn procedure(&mut self, procedure: &PlanProcedure) {
        let heading = procedure.heading.as_ref().filter(|_| self.many);
        let heading = heading.map_or("Steps", |heading| heading.text.as_str());
        self.sheet.heading(heading);
        for one in &procedure.only_if {
            self.sheet.paragraph(0, only_if(one));
        }
        if let Some(lead) = &procedure.lead {
            self.sheet.paragraph(0, &lead.text);
        }
        procedure.steps.iter().for_each(|step| self.step(step));
    }

    fn step(&mut self, step: &PlanStep) {
        let mark = label(step);
        let under = step.depth + 1;
        let left_out = matches!(step.status, Status::Skip { .. });
        let hazards = step.warnings.iter().filter(|one| one.hazard && !left_out);
        hazards.for_each(|warning| self.warning(step.depth, warning, true)); // before what it guards
        let fronts = fronts(&step.status, &step.only_if);
        self.fronted(step.depth, mark, fronts, step.text.as_str());
        step.details
            .iter()
            .for_each(|detail| self.detail(under, detail));
        if left_out {
            return;
        }
        for warning in step.notes() {
            self.warning(under, warning, true);
        }
        for (question, answer) in &step.decisions {
            self.decision(under, *question, answer.as_ref());
        }
    }

    /// An item with what has to be read in front of its text.
    fn fronted(&mut self, depth: usize, mark: Mark, fronts: Vec<String>, text: &str) {
        let mut rows = fronts.into_iter().chain([text.to_string()]);
        self.sheet
            .item(depth, mark, rows.next().unwrap_or_default());
        rows.for_each(|row| self.sheet.paragraph(depth + 1, row));
    }

    fn detail(&mut self, depth: usize, detail: &Detail) {
        match detail {
            Detail::Text(text) => self.sheet.paragraph(depth, text.as_str()),
            Detail::Item(text) => self.sheet.item(depth, Mark::Bullet, text.as_str()),
            Detail::Code(code, _) => self.sheet.code(depth, code.as_str()),
            Detail::Warning(_) => {} // stands among the warnings
        }
    }

    /// A warning behind its label; one without stands under a heading that says what it is, or gets one.
    fn warning(&mut self, depth: usize, warning: &PlanWarning, labelled: bool) {
        let label = match (&warning.label, warning.hazard) {
            (Some(label), _) => label,
            _ if !labelled => "",
            (None, true) => "HAZARD",
            (None, false) => "NOTE",
        };
        let text = warning.text.as_str();
        let text = match label {
            "" => text.to_string(),
            _ => format!("{label}: {text}"),
        };
        self.sheet.paragraph(depth, text);
        for detail in &warning.details {
            self.detail(depth, detail);
        }
        if !warning.because.is_empty() {
            let because = warning.because.join(", and ");
            self.sheet
                .paragraph(depth, format!("It applies: {because}."));
        }
    }

    fn decision(&mut self, depth: usize, question: usize, answer: Option<&Answer>) {
        let Some(question) = self.guide.questions.get(question) else {
            return;
        };
        let said = answer.map_or("(open)".into(), |answer| question.say(answer));
        self.sheet
            .paragraph(depth, format!("{} {said}", question.text));
    }

    fn advice(&mut self, advice: &PlanAdvice) {
        let mark = match advice.status {
            Status::Skip { .. } => Mark::Bullet,
            _ => Mark::ToDo(String::new()),
        };
        let fronts = fronts(&advice.status, &advice.only_if);
        self.fronted(0, mark, fronts, advice.text.as_str());
        if let Some(code) = &advice.code {
            self.sheet.code(1, code.as_str());
        }
    }

    fn gate(&mut self, gate: &Gate) {
        let Some(question) = self.guide.questions.get(gate.question) else {
            return;
        };
        self.sheet.item(0, Mark::Bullet, &question.text);
        for (answer, outcome) in &gate.outcomes {
            let given = gate.answer.as_ref() == Some(answer);
            self.sheet
                .item(1, Mark::Bullet, meaning(question, answer, outcome, given));
        }
    }

    fn left_out(&mut self, plan: &Plan) {
        if plan.left_out.is_empty() {
            return;
        }
        self.sheet.heading("Left out");
        for left in &plan.left_out {
            let row = format!("{} {}", out(&left.why), left.what.text);
            self.sheet.item(0, Mark::Bullet, row);
        }
    }

    /// What the plan rests on, so that a ticket says it too.
    fn answers(&mut self, answers: &Answers) {
        let questions = self.guide.questions.iter();
        let given = questions.filter_map(|one| Some((one, answers.get(&one.id)?)));
        let rows: Vec<_> = given
            .map(|(question, answer)| format!("{} {}", question.text, question.say(answer)))
            .collect();
        if rows.is_empty() {
            return;
        }
        self.sheet.heading("Answers");
        for row in rows {
            self.sheet.item(0, Mark::Bullet, row);
        }
    }
}

fn label(step: &PlanStep) -> Mark {
    let label = match step.label.as_str() {
        "-" => String::new(),
        label => format!("{label}."),
    };
    match step.status {
        Status::Skip { .. } => Mark::Label(label),
        _ => Mark::ToDo(label),
    }
}

/// What stands in front of a text: that it is left out, already so, or done only if.
fn fronts(status: &Status, conditions: &[OnlyIf]) -> Vec<String> {
    match status {
        Status::Skip { why } => vec![out(why)],
        Status::AlreadySo { why, rest } => {
            let rest = rest.as_ref().map_or(String::new(), |rest| {
                format!(" Still to do: {}.", bare(&rest.text))
            });
            let already = format!("[already so: check; {why}]{rest}");
            conditions.iter().map(only_if).chain([already]).collect()
        }
        Status::Do => conditions.iter().map(only_if).collect(),
    }
}

/// `[x left out: you picked “Method 1”]`
fn out(why: &str) -> String {
    format!("[x left out: {}]", why.trim_end_matches('.'))
}

/// `Only if a record points to it. You were not sure.`
fn only_if(one: &OnlyIf) -> String {
    let why = match one.not_sure {
        true => "You were not sure.",
        false => "You have not answered this yet.",
    };
    format!("{}. {why}", condition(one))
}

/// The condition as it stands in front of what it governs.
fn condition(one: &OnlyIf) -> String {
    let clause = bare(&one.clause.text);
    match (one.word, clause.split_once(' ')) {
        // A phrase that opens its sentence: “On Windows NT 4.0”.
        ("Only", Some((first, rest))) if is_preposition(first) => {
            format!("Only {} {rest}", first.to_lowercase())
        }
        (word, _) => format!("{word} {clause}"),
    }
}

fn is_preposition(word: &str) -> bool {
    [
        "On", "In", "For", "With", "Under", "At", "From", "To", "When", "After", "Before",
    ]
    .contains(&word)
}

fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':'])
}

/// What an answer at the end means, in the article's words.
fn meaning(question: &Question, answer: &Answer, outcome: &Outcome, given: bool) -> String {
    let yours = if given { " (your answer)" } else { "" };
    let said = match outcome {
        Outcome::Says(quote) => format!("{}.", bare(&quote.text)),
        Outcome::Not(quote) => format!(
            "then it does not hold that “{}”. The article does not say how to go on.",
            bare(&quote.text)
        ),
        Outcome::Nothing(_) => "then the article has nothing more to do.".into(),
        Outcome::Wait(Some(quote)) => format!("go on with: {}.", bare(&quote.text)),
        Outcome::Wait(None) => "wait, then answer again.".into(),
    };
    format!("{}{yours}: {said}", question.say(answer))
}

/// The heading that advice stands under.
fn heading(part: &Part) -> Option<&str> {
    match part {
        Part::Advice(advice) => advice.heading.as_ref().map(|heading| heading.text.as_str()),
        _ => None,
    }
}
