//! Every interview ends, whatever is answered, and no plan offers what shows the problem.

use kbguide::extract::Purpose;
use kbguide::guide::{Class, Guide};
use kbguide::interview::{Answers, replay};
use kbguide::plan::{Part, Plan, plan};

/// Interviews with random answers end within as many turns as there are questions and steps.
pub fn end(guide: &Guide, faults: &mut Vec<String>) {
    let mut random = Random(guide.document.source.len() as u64 + 1);
    let most = guide.questions.len() + guide.extraction.steps.len();
    for _ in 0..2 {
        let mut answers = Answers::new();
        let mut turns = 0;
        while let Some(next) = replay(guide, &answers).next {
            turns += 1;
            if turns > most {
                faults.push(format!("an interview goes on after {most} turns"));
                break;
            }
            let question = &guide.questions[next];
            let all = question.answers();
            let answer = all[random.below(all.len())].clone();
            answers.insert(question.id.clone(), answer);
        }
        shows_no_reproduction(guide, &plan(guide, &answers), faults);
    }
    shows_no_reproduction(guide, &plan(guide, &Answers::new()), faults);
}

fn shows_no_reproduction(guide: &Guide, plan: &Plan, faults: &mut Vec<String>) {
    for part in plan.parts.iter().chain(&plan.afterwards) {
        let Part::Procedure(procedure) = part else {
            continue;
        };
        for step in &procedure.steps {
            let procedure = guide.extraction.steps[step.step.0].procedure;
            if guide.extraction.procedures[procedure].purpose == Purpose::Reproduce {
                faults.push(format!("step {} shows the problem", step.path));
            }
        }
    }
}

/// An article without a procedure to follow and without advice is one to read, and no other is.
pub fn nothing_to_do(guide: &Guide, faults: &mut Vec<String>) {
    let extraction = &guide.extraction;
    let helps = extraction
        .procedures
        .iter()
        .any(|procedure| procedure.purpose == Purpose::Do);
    let has_nothing = !helps && extraction.advice.is_empty();
    if (guide.class == Class::Read) != has_nothing && extraction.choices.is_empty() {
        faults.push(format!("its class is {:?}", guide.class));
    }
}

/// A generator of numbers (splitmix64): the same for the same article, so that a fault can be seen again.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}
