//! Whether a sentence or a clause tells the reader to do something.
//!
//! ```text
//! instruction = [.. ("," | ";" | ":")] imperative | modal
//! imperative  = {"please" | "then" | "first" | "not" | adverb ..} verb       behind "and", "or" only where one stands before
//! ```
//! What instructs without an imperative (`modal`) stands in [`super::modal`].

pub(crate) use super::modal::Instruction;
use super::modal::modal;
use crate::language::imperative::is_imperative;
use crate::language::word::{Word, words};

/// Whether the sentence instructs, conditions in it passed over.
pub(crate) fn instructs(sentence: &str) -> bool {
    kind(sentence).is_some()
}

/// Whether the sentence instructs by an imperative.
pub(crate) fn imperative(sentence: &str) -> bool {
    kind(sentence) == Some(Instruction::Imperative)
}

/// How the sentence instructs; its first instruction counts.
pub(crate) fn kind(sentence: &str) -> Option<Instruction> {
    let words = words(sentence);
    clause_starts(&words)
        .into_iter()
        .find_map(|start| imperative_at(&words, start).then_some(Instruction::Imperative))
        .or_else(|| modal(&words))
}

/// How the clause, which holds no condition any more, instructs.
pub(crate) fn kind_of_clause(words: &[Word]) -> Option<Instruction> {
    if imperative_at(words, 0) {
        return Some(Instruction::Imperative);
    }
    let first = clause_starts(words)
        .into_iter()
        .find(|start| imperative_at(words, *start));
    first
        .map(|_| Instruction::Imperative)
        .or_else(|| modal(words))
}

/// Where clauses start: at the front, behind `from this point` there, and behind a comma, semicolon, or colon in running text.
fn clause_starts(words: &[Word]) -> Vec<usize> {
    let breaks = words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| word.stops(",;:").then_some(index + 1));
    let point = match words {
        [first, second, third, ..]
            if first.is(&["from", "at"]) && second.is(&["this"]) && third.is(&["point"]) =>
        {
            Some(3)
        }
        _ => None,
    };
    std::iter::once(0).chain(point).chain(breaks).collect()
}

/// Whether an imperative stands at `start`: a verb in its base form, with what may stand before it.
pub(crate) fn imperative_at(words: &[Word], start: usize) -> bool {
    let lead = [
        "please",
        "then",
        "and",
        "or",
        "but",
        "first",
        "next",
        "also",
        "now",
        "finally",
        "simply",
        "just",
        "always",
        "instead",
        "manually",
        "again",
        "either",
        "temporarily",
        "carefully",
        "immediately",
        "only",
        "second",
        "third",
        "lastly",
        "optionally",
        "alternatively",
        "otherwise",
        "do",
        "not",
        "never",
        "don't",
    ];
    let rest = words.get(start..).unwrap_or(&[]);
    let joins = start > 0
        && rest
            .first()
            .is_some_and(|word| word.is(&["and", "or", "but"]));
    let told = || {
        words[..start].iter().any(|word| word.is(&["click"]))
            || words[..start]
                .windows(2)
                .any(|pair| pair[0].is(&["then"]) && is_imperative(&pair[1].lower))
            || imperative_at(words, 0)
    };
    if joins && !told() {
        return false; // a list of things, unless an instruction goes on
    }
    let skip = rest
        .iter()
        .take(3)
        .take_while(|word| {
            word.is(&lead)
                || word.lower.len() > 4
                    && word.lower.ends_with("ly")
                    && word.stop.is_none()
                    && !word.is(&["apply", "reply", "supply", "family"])
        })
        .count();
    let negated = rest[..skip].iter().any(|word| word.is(&["never", "don't"]))
        || rest[..skip]
            .windows(2)
            .any(|pair| pair[0].is(&["do"]) && pair[1].is(&["not"]));
    let Some(verb) = rest.get(skip) else {
        return skip > 0 && rest[0].is(&["do"]);
    };
    let ambiguous_do = rest[..skip].last().is_some_and(|word| word.is(&["do"]));
    if ambiguous_do && !is_imperative(&verb.lower) {
        return true; // "do the following"
    }
    let shouted = verb.text.len() > 2 && verb.text.chars().all(|c| c.is_ascii_uppercase());
    verb.plain()
        && !shouted
        && (negated || is_imperative(&verb.lower) && verb_like(verb, rest.get(skip + 1)))
}

/// Whether a word that can be a noun stands as a verb, to judge by the next word.
fn verb_like(verb: &Word, next: Option<&Word>) -> bool {
    const NOUNS: &[&str] = &[
        "access",
        "address",
        "archive",
        "attempt",
        "backup",
        "break",
        "call",
        "change",
        "check",
        "control",
        "copy",
        "count",
        "exchange",
        "design",
        "display",
        "document",
        "end",
        "filter",
        "fix",
        "focus",
        "force",
        "format",
        "function",
        "group",
        "guide",
        "handle",
        "help",
        "increase",
        "index",
        "input",
        "issue",
        "link",
        "list",
        "load",
        "log",
        "login",
        "logon",
        "map",
        "mark",
        "match",
        "measure",
        "monitor",
        "mount",
        "name",
        "note",
        "offer",
        "order",
        "park",
        "patch",
        "permit",
        "plan",
        "point",
        "position",
        "post",
        "power",
        "press",
        "print",
        "process",
        "program",
        "query",
        "queue",
        "record",
        "reference",
        "release",
        "report",
        "request",
        "reset",
        "restart",
        "reverse",
        "run",
        "scale",
        "scan",
        "schedule",
        "search",
        "set",
        "share",
        "sign",
        "sort",
        "split",
        "start",
        "stay",
        "stop",
        "store",
        "supply",
        "support",
        "switch",
        "tag",
        "test",
        "trace",
        "track",
        "transfer",
        "trigger",
        "type",
        "update",
        "upgrade",
        "use",
        "view",
        "visit",
        "wait",
        "walk",
        "watch",
        "work",
        "zoom",
        "open",
        "close",
        "select",
        "secure",
        "complete",
        "clean",
        "correct",
        "clear",
        "direct",
        "lower",
        "separate",
        "empty",
        "free",
        "double",
        "duplicate",
        "live",
        "read",
        "compile",
        "answer",
        "comment",
        "compress",
        "export",
        "import",
        "move",
        "save",
        "try",
        "turn",
        "connect",
        "install",
        "page",
        "leave",
    ];
    if !NOUNS.contains(&verb.lower.as_ref()) {
        return true;
    }
    let Some(next) = next else {
        return verb.stop != Some(':');
    };
    if verb.stop.is_none() && next.lower.ends_with("ing") && !next.capital() && next.lower.len() > 5
    {
        return verb.is(&[
            "start", "stop", "try", "attempt", "test", "finish", "complete",
        ]) || next.is(&[
            "existing",
            "missing",
            "remaining",
            "following",
            "everything",
        ]);
    }
    let finite = [
        "is", "are", "was", "were", "has", "have", "had", "does", "do", "will", "can", "cannot",
        "may", "must", "should", "could", "would", "of", "occurs", "fails", "appears", "returns",
        "displays",
    ];
    if next.is(&finite) || verb.stop == Some(':') {
        return false;
    }
    const PLAIN_NOUNS: &[&str] = &[
        "access",
        "exchange",
        "address",
        "control",
        "group",
        "note",
        "order",
        "position",
        "power",
        "process",
        "program",
        "query",
        "queue",
        "support",
        "test",
        "report",
        "reference",
        "request",
        "trigger",
        "document",
        "function",
        "page",
        "design",
        "index",
        "input",
        "list",
        "name",
        "direct",
    ];
    let object = [
        "the", "a", "an", "your", "all", "any", "this", "these", "those", "each", "every", "it",
        "them", "both", "another", "several", "only", "its", "no", "some",
    ];
    if PLAIN_NOUNS.contains(&verb.lower.as_ref()) {
        let new = verb.is(&["order", "request"]) && next.is(&["new", "more"]);
        return new || next.is(&object);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use Instruction::*;

    /// A sentence and how it instructs.
    const EXAMPLES: &[(&str, Option<Instruction>)] = &[
        ("Click OK.", Some(Imperative)),
        ("On the File menu, click Open.", Some(Imperative)),
        ("To free the disk, delete the old logs.", Some(Imperative)),
        ("Please restart the server.", Some(Imperative)),
        ("Do not open the valve.", Some(Imperative)),
        ("You must restart the server.", Some(Must)),
        ("You can use the spare printer.", Some(Can)),
        ("The value must be changed by hand.", Some(Passive)),
        ("The message can be ignored.", Some(Passive)),
        ("We recommend that you keep a copy.", Some(Recommended)),
        ("Control Panel is empty.", None),
        ("The server restarts by itself.", None),
        ("You may receive an error message.", None),
        ("Access to the share is denied.", None),
        ("Setup copies the files.", None),
        ("From this point follow the signs.", Some(Imperative)),
        ("Load balancing spreads the work.", None),
        ("Select Heading Lock.", Some(Imperative)),
        ("Stop using the spare one.", Some(Imperative)),
        ("It works on a 2000, Exchange 5.5 server.", None),
        (
            "The server then compares the dates to show the page, or request a new one.",
            None,
        ),
        ("De-activate the pump.", Some(Imperative)),
        ("Restructure the list.", Some(Imperative)),
    ];

    #[test]
    fn tells_instructions_from_statements() {
        for (sentence, expected) in EXAMPLES {
            assert_eq!(kind(sentence), *expected, "{sentence}");
        }
    }
}
