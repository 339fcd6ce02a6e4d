//! From the best articles to results: their titles, phrases held against their sources, and what is to be said of the words.

use super::files::{Notes, Term};
use super::part::Part;
use super::score::Ranked;
use super::typed::Phrase;
use super::{Ask, Found, Hit, Lookup, Step};
use crate::lookup::file::Kind;
use crate::lookup::snippet::{has_phrase, marked, source_has_phrase};
use crate::lookup::{number_term, shard, source};

impl Lookup {
    pub(super) fn finish(
        &self,
        ask: &Ask,
        (words, numbers, phrases): (&str, &[String], &[Phrase]),
        parts: Vec<Part>,
        ranked: Ranked,
        notes: &Notes,
    ) -> Step {
        let marks: Vec<String> = parts.iter().flat_map(Part::marks).collect();
        let mut hits = Vec::new();
        for (article, score) in ranked.found {
            hits.extend(self.hit(article, score, &marks, notes));
        }
        if let Some(step) = notes.pending() {
            return step;
        }
        let mut total = ranked.total;
        if !phrases.is_empty() {
            hits.retain(|hit| {
                phrases
                    .iter()
                    .all(|phrase| self.has(hit, &phrase.text, notes))
            });
            if let Some(step) = notes.pending() {
                return step;
            }
            total = total.min(hits.len());
        }
        // The number of an article is none that no article has.
        let known = |term: &&String| !matches!(self.term(term, notes), Term::Absent);
        let named: Vec<&String> = numbers.iter().filter(known).collect();
        let all = !named.is_empty() && !words.trim().contains(char::is_whitespace);
        let typed = |part: &Part| words.get(part.span.clone()).unwrap_or_default().to_string();
        let corrected = parts
            .iter()
            .filter_map(|part| Some((typed(part), part.corrected.clone()?)));
        Step::Done(Found {
            hits: hits.into_iter().take(ask.count).collect(),
            total,
            missing: parts
                .iter()
                .filter(|part| part.missing && !all)
                .map(typed)
                .filter(|word| !named.contains(&&number_term(word)))
                .collect(),
            corrected: corrected.collect(),
            problems: notes.problems.take().into_iter().collect(),
            marks,
        })
    }

    fn hit(&self, article: u32, score: f32, marks: &[String], notes: &Notes) -> Option<Hit> {
        let per_file = self.root.per_file.max(1);
        let body = self.body(Kind::Articles, (article / per_file) as usize, notes)?;
        let cards = shard::read_cards(body)?;
        let card = cards.get((article % per_file) as usize)?;
        let name = if card.file.is_empty() {
            card.id
        } else {
            card.file
        };
        Some(Hit {
            id: card.id.into(),
            name: name.into(),
            title: card.title.into(),
            marks: marked(card.title, marks, &self.tools),
            products: card.products.into(),
            class: card.class.into(),
            questions: card.questions,
            steps: card.steps,
            score,
        })
    }

    /// Whether an article has a phrase. Where its source cannot be had, having all its words is enough.
    fn has(&self, hit: &Hit, phrase: &str, notes: &Notes) -> bool {
        if has_phrase(&hit.title, phrase) {
            return true;
        }
        let Some(name) = source(&hit.name) else {
            return true;
        };
        match self.files.get(&name) {
            Some(Ok(bytes)) => source_has_phrase(&String::from_utf8_lossy(bytes), phrase),
            Some(Err(why)) => {
                notes.problem(&name, why);
                true
            }
            None => {
                notes.needs.borrow_mut().insert(name);
                false
            }
        }
    }
}
