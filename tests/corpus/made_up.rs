//! Nothing is made up: every text that is quoted is a slice of the source by its span, blanks folded.

use kbguide::document::Format;
use kbguide::extract::{Detail, Quote};
use kbguide::guide::Guide;
use kbguide::span::Span;
use kbguide::text::Prose;

/// Every quotation of the extraction and every text of the document.
pub fn quotes(guide: &Guide, faults: &mut Vec<String>) {
    let mut found: Vec<(&str, Span)> = Vec::new();
    let extraction = &guide.extraction;
    let sections = guide.document.sections.iter();
    found.extend(
        sections
            .filter_map(|section| section.heading.as_ref())
            .map(prose),
    );
    for procedure in &extraction.procedures {
        let quotes = [&procedure.heading, &procedure.lead].into_iter().flatten();
        found.extend(quotes.map(quote));
    }
    for step in &extraction.steps {
        found.push(prose(&step.text));
        found.extend(step.details.iter().filter_map(detail));
    }
    found.extend(extraction.advice.iter().map(|advice| prose(&advice.text)));
    for condition in &extraction.conditions {
        found.extend([quote(&condition.clause), quote(&condition.action)]);
    }
    let options = extraction.choices.iter().flat_map(|choice| &choice.options);
    found.extend(options.map(|option| quote(&option.text)));
    for effect in extraction.states.iter().flat_map(|state| &state.effects) {
        found.push(quote(&effect.instruction));
        found.extend(effect.rest.as_ref().map(quote));
    }
    for warning in &extraction.warnings {
        found.push(prose(&warning.text));
        found.extend(warning.details.iter().filter_map(detail));
    }
    let sentences = extraction.sentences.iter();
    found.extend(sentences.map(|sentence| (sentence.text.as_str(), sentence.place.span)));
    let source = &guide.document.source;
    for (text, span) in found {
        let slice = span.slice(source);
        if !is_slice(text, slice, guide.document.format) {
            faults.push(format!("made up: “{text}” of “{slice}”"));
        }
    }
}

fn quote(quote: &Quote) -> (&str, Span) {
    (&quote.text, quote.span)
}

fn prose(prose: &Prose) -> (&str, Span) {
    (prose.as_str(), prose.span())
}

fn detail(detail: &Detail) -> Option<(&str, Span)> {
    match detail {
        Detail::Text(text) | Detail::Item(text) => Some(prose(text)),
        Detail::Code(..) | Detail::Warning(_) => None,
    }
}

/// In the archive the slice is the text, blanks folded. In Markdown it has signs besides: each
/// character of the text stands in it, in order.
fn is_slice(text: &str, slice: &str, format: Format) -> bool {
    if format == Format::Archive {
        return slice.split_whitespace().eq(text.split_whitespace());
    }
    let slice = unescaped(slice);
    let mut rest = slice.chars();
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.all(|letter| rest.any(|other| other == letter))
}

fn unescaped(text: &str) -> String {
    let mut text = text.to_string();
    for (written, meant) in [
        ("&#91;", "["),
        ("&#93;", "]"),
        ("&#95;", "_"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#123;", "{"),
        ("&#125;", "}"),
        ("&amp;", "&"),
    ] {
        if text.contains(written) {
            text = text.replace(written, meant);
        }
    }
    text
}

/// What is asked: the words and the values of a state stand in the article, and no question has the form that no one would ask.
pub fn questions(guide: &Guide, faults: &mut Vec<String>) {
    for state in &guide.extraction.states {
        for value in &state.values {
            let effects = state.effects.iter();
            let named = effects
                .map(|effect| effect.instruction.text.to_lowercase())
                .any(|text| text.contains(&value.to_lowercase()));
            let source = || folded(&guide.document.source).contains(&folded(value));
            if !named && !source() {
                faults.push(format!("the article does not name the value “{value}”"));
            }
        }
    }
    for question in &guide.questions {
        if question.text.to_lowercase().contains("is it the case") {
            faults.push(format!("no one asks “{}”", question.text));
        }
        if !question.text.ends_with(['?', '”', '"']) {
            faults.push(format!("no question: “{}”", question.text));
        }
    }
}

fn folded(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    unescaped(&words.join(" ")).to_lowercase()
}
