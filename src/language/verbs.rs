//! English verbs as support articles use them: which forms belong to which base.
//!
//! A word is a verb only if its base stands in a list, so that no noun in `-s` or `-ed` is
//! taken for one by its ending alone.

/// The verbs that support articles use, sorted.
#[rustfmt::skip]
const BASES: &[&str] = &[
    "accept", "access", "accompany", "achieve", "acknowledge", "acquire", "act", "activate",
    "adapt", "add", "address", "adjust", "administer", "adopt", "advertise", "advise", "affect",
    "agree", "aim", "alert", "alias", "allocate", "allow", "alter", "analyze", "answer",
    "anticipate", "appear", "append", "apply", "archive", "arise", "arrange", "arrive", "ask",
    "assemble", "assert", "assign", "assist", "associate", "assume", "attach", "attack",
    "attempt", "attend", "audit", "authenticate", "authorize", "avoid", "await", "back",
    "back-up", "backup", "be", "become", "beep", "begin", "behave", "believe", "belong",
    "benefit", "bind", "blink", "block", "boot", "bounce", "branch", "break", "bring",
    "broadcast", "browse", "build", "bump", "burn", "buy", "bypass", "cache", "calculate",
    "calibrate", "call", "cancel", "capture", "carry", "cascade", "cast", "catch", "cause",
    "cd", "cease", "center", "centralize", "change", "charge", "chat", "check", "choose",
    "claim", "clean", "clean-up", "clear", "click", "clip", "clone", "close", "collapse",
    "collect", "combine", "come", "comment", "commit", "communicate", "compact", "compare",
    "compensate", "compile", "complain", "complete", "comply", "compose", "compress", "compute",
    "concatenate", "concern", "conclude", "configure", "confirm", "conflict", "conform",
    "connect", "consider", "consist", "consolidate", "construct", "consult", "consume",
    "contact", "contain", "continue", "control", "convert", "coordinate", "copy", "correct",
    "correspond", "corrupt", "cost", "count", "cover", "crash", "create", "cross", "curl",
    "customise", "customize", "cut", "damage", "deactivate", "deal", "deallocate", "debug",
    "decide", "declare", "decline", "decompress", "decrease", "decrement", "decrypt",
    "dedicate", "default", "defer", "define", "defragment", "degrade", "delay", "delegate",
    "delete", "deliver", "demonstrate", "demote", "deny", "depend", "deploy", "dereference",
    "derive", "describe", "deselect", "deserialize", "design", "designate", "desire", "destroy",
    "detach", "detail", "detect", "determine", "develop", "diagnose", "dial", "die", "differ",
    "differentiate", "dim", "direct", "disable", "disappear", "disassemble", "discard",
    "disconnect", "discontinue", "discover", "discuss", "dismiss", "dismount", "dispatch",
    "display", "distinguish", "distribute", "divide", "do", "dock", "document", "double",
    "double-check", "double-click", "downgrade", "download", "downsize", "drag", "drain",
    "draw", "drift", "drive", "drop", "dump", "duplicate", "edit", "eject", "elapse", "elect",
    "eliminate", "embed", "emerge", "emit", "employ", "empty", "emulate", "enable",
    "encapsulate", "encode", "encounter", "encourage", "encrypt", "end", "enforce", "engage",
    "enhance", "enjoy", "enlarge", "enroll", "ensure", "enter", "enumerate", "equal", "erase",
    "escalate", "escape", "establish", "estimate", "evaluate", "evict", "examine", "exceed",
    "exchange", "exclude", "execute", "exhaust", "exhibit", "exist", "exit", "expand", "expect",
    "experience", "expire", "explain", "explore", "export", "expose", "extend", "extract",
    "face", "facilitate", "fail", "fall", "feature", "feel", "fetch", "fill", "filter",
    "finalize", "find", "finish", "fire", "fit", "fix", "flag", "flash", "flicker", "flip",
    "flood", "flow", "flush", "fly", "focus", "follow", "force", "forget", "form", "format",
    "forward", "free", "freeze", "fulfill", "function", "gain", "gather", "generate", "get",
    "give", "go", "grant", "grep", "group", "grow", "guarantee", "guess", "guide", "halt",
    "handle", "hang", "happen", "hash", "have", "hear", "help", "hibernate", "hide",
    "highlight", "hit", "hold", "host", "hover", "hurt", "identify", "idle", "ignite", "ignore",
    "illustrate", "implement", "imply", "import", "improve", "include", "incorporate",
    "increase", "increment", "incur", "index", "indicate", "infect", "inform", "inherit",
    "initialize", "initiate", "input", "insert", "inspect", "install", "instantiate",
    "instruct", "integrate", "intend", "interact", "intercept", "interfere", "interpret",
    "interrupt", "introduce", "invalidate", "inventory", "investigate", "invoke", "involve",
    "isolate", "issue", "join", "jump", "keep", "key", "kill", "know", "label", "lack", "last",
    "launch", "lay", "lead", "leak", "learn", "leave", "let", "license", "lie", "like", "limit",
    "link", "list", "listen", "live", "load", "localize", "locate", "lock", "log", "log-on",
    "login", "logoff", "logon", "look", "loop", "lose", "lower", "maintain", "make", "manage",
    "mangle", "manipulate", "map", "mark", "match", "matter", "maximize", "mean", "measure",
    "meet", "mention", "merge", "migrate", "minimize", "miss", "mix", "modify", "monitor",
    "mount", "move", "multiply", "name", "navigate", "need", "negotiate", "nest", "note",
    "notice", "notify", "number", "object", "obscure", "observe", "obtain", "occupy", "occur",
    "offer", "offload", "omit", "open", "operate", "opt", "optimize", "order", "organize",
    "originate", "output", "overflow", "overlap", "overlay", "overload", "override",
    "overwrite", "own", "package", "page", "paint", "park", "parse", "participate", "partition",
    "pass", "paste", "patch", "pause", "pay", "perform", "permit", "persist", "personalize",
    "pick", "ping", "place", "plan", "play", "plug", "point", "poll", "pop", "populate", "port",
    "position", "post", "power", "precede", "prefer", "prepare", "present", "preserve", "press",
    "prevent", "preview", "print", "prioritize", "proceed", "process", "produce", "program",
    "prohibit", "promote", "prompt", "propagate", "protect", "prove", "provide", "publish",
    "pull", "purchase", "purge", "push", "put", "qualify", "query", "question", "queue",
    "quiesce", "quit", "raise", "re-add", "re-apply", "re-boot", "re-create", "re-enable",
    "re-enter", "re-install", "re-launch", "re-open", "re-read", "re-register", "re-run",
    "re-start", "re-type", "reach", "react", "read", "realize", "reappear", "reapply",
    "rearrange", "reassign", "reattach", "reauthenticate", "rebind", "reboot", "rebuild",
    "recalculate", "receive", "recheck", "recognize", "recommend", "recompile", "reconfigure",
    "reconnect", "record", "recover", "recreate", "recur", "recycle", "redefine", "redirect",
    "redistribute", "redo", "redraw", "reduce", "reenable", "reenter", "refer", "reference",
    "reflect", "reformat", "refresh", "refuse", "regenerate", "register", "reimport",
    "reinitialize", "reinsert", "reinstall", "reject", "rejoin", "relate", "relay", "release",
    "relink", "reload", "relocate", "rely", "remain", "remember", "remind", "remount", "remove",
    "rename", "render", "renew", "reopen", "reorder", "repair", "repartition", "repeat",
    "replace", "replicate", "reply", "report", "represent", "reproduce", "request", "require",
    "reread", "reregister", "rerun", "resemble", "resend", "reserve", "reset", "reside",
    "resize", "resolve", "resort", "respond", "restart", "restore", "restrict", "resubmit",
    "result", "resume", "resync", "retain", "retrieve", "retry", "return", "retype", "reuse",
    "reveal", "reverse", "revert", "review", "revise", "revoke", "rewrite", "right-click",
    "ring", "rise", "rock", "roll", "rollback", "rotate", "round", "route", "run", "save",
    "say", "scale", "scan", "schedule", "score", "scroll", "search", "secure", "see", "seek",
    "seem", "select", "sell", "send", "separate", "serialize", "serve", "set", "shade", "share",
    "shift", "ship", "shorten", "shout", "show", "shrink", "shut", "sign", "signal", "simulate",
    "sit", "skip", "sleep", "slow", "solve", "sort", "sound", "span", "specify", "spell",
    "spend", "split", "spool", "ssh", "stall", "stand", "standardize", "start", "state", "stay",
    "step", "stick", "stop", "store", "stream", "stretch", "strip", "subclass", "submit",
    "subscribe", "substitute", "subtract", "succeed", "suffer", "suggest", "summarize",
    "supersede", "supply", "support", "suppress", "suspect", "suspend", "swap", "switch",
    "sync", "synchronize", "tag", "tail", "take", "talk", "tap", "target", "tell", "terminate",
    "test", "think", "throw", "tie", "tighten", "time", "toggle", "touch", "trace", "track",
    "train", "transfer", "transform", "transition", "translate", "transmit", "transpose",
    "trap", "travel", "treat", "trigger", "trim", "troubleshoot", "truncate", "trust", "try",
    "tune", "turn", "type", "unblock", "uncheck", "uncomment", "uncompress", "undergo",
    "understand", "undo", "ungroup", "unhide", "uninstall", "unload", "unlock", "unmount",
    "unpack", "unpause", "unplug", "unpublish", "unregister", "unselect", "unsubscribe",
    "unzip", "update", "upgrade", "upload", "upsize", "use", "utilize", "validate", "vanish",
    "vary", "verify", "view", "violate", "visit", "visualize", "wait", "wake", "walk", "want",
    "warn", "watch", "wipe", "wish", "work", "wrap", "write", "yield", "zip", "zoom",
];

/// Verbs whose `-s` form or base stands as often for a noun: `updates`, `the print queue`.
#[rustfmt::skip]
const NOUNS_TOO: &[&str] = &[
    "access", "act", "address", "aim", "alert", "alias", "answer", "archive", "attack", "attempt",
    "audit", "backup", "beep", "benefit", "block", "boot", "branch", "break", "broadcast",
    "build", "bypass", "cache", "call", "cancel", "cast", "cause", "center", "change", "charge",
    "chat", "check", "claim", "clip", "clone", "comment", "conflict", "contact", "control",
    "copy", "cost", "count", "cover", "crash", "cross", "cut", "damage", "deal", "debug",
    "decline", "decrease", "default", "delay", "delegate", "design", "desire", "detail", "dial",
    "display", "dock", "double", "download", "drag", "drain", "draw", "drift", "drive", "drop",
    "dump", "duplicate", "edit", "end", "escape", "estimate", "exchange", "exit", "experience",
    "export", "extract", "face", "feature", "fill", "filter", "finish", "fire", "fit", "fix",
    "flag", "flash", "flip", "flood", "flow", "flush", "focus", "force", "form", "format",
    "forward", "freeze", "function", "gain", "guarantee", "guess", "guide", "halt", "handle",
    "hang", "hash", "help", "hit", "hold", "host", "idle", "import", "increase", "increment",
    "index", "install", "interrupt", "inventory", "issue", "join", "jump", "kill", "label",
    "lack", "launch", "lead", "leak", "license", "lie", "limit", "link", "list", "load", "lock",
    "log", "look", "loop", "map", "mark", "match", "matter", "measure", "merge", "mix", "monitor",
    "mount", "move", "name", "nest", "note", "notice", "number", "object", "offer", "order",
    "output", "overflow", "overlap", "overlay", "override", "package", "page", "paint",
    "partition", "pass", "paste", "patch", "pause", "pick", "ping", "place", "plan", "play",
    "plug", "point", "poll", "port", "position", "post", "power", "present", "press", "print",
    "process", "program", "prompt", "purchase", "push", "query", "question", "queue", "reach",
    "record", "recycle", "reference", "refresh", "register", "relay", "release", "repair",
    "repeat", "reply", "report", "request", "reset", "result", "return", "reverse", "review",
    "ring", "rise", "roll", "round", "route", "run", "save", "scale", "scan", "schedule", "score",
    "scroll", "search", "set", "shade", "share", "shift", "ship", "show", "shrink", "sign",
    "signal", "sleep", "sort", "sound", "span", "spell", "split", "spool", "stall", "stand",
    "start", "state", "step", "stick", "stop", "store", "stream", "stretch", "strip", "supply",
    "support", "switch", "sync", "talk", "target", "test", "throw", "tie", "time", "touch",
    "trace", "track", "transfer", "transform", "transition", "trap", "travel", "treat", "trigger",
    "trust", "try", "tune", "turn", "type", "update", "upgrade", "upload", "use", "view", "visit",
    "wait", "walk", "work", "wrap", "yield", "zip", "zoom",
];

/// Base, past tense, past participle.
#[rustfmt::skip]
const IRREGULAR: &[[&str; 3]] = &[
    ["arise", "arose", "arisen"], ["be", "was", "been"], ["become", "became", "become"],
    ["begin", "began", "begun"], ["bind", "bound", "bound"], ["break", "broke", "broken"],
    ["bring", "brought", "brought"], ["build", "built", "built"], ["burn", "burned", "burned"],
    ["buy", "bought", "bought"], ["cast", "cast", "cast"], ["catch", "caught", "caught"],
    ["choose", "chose", "chosen"], ["come", "came", "come"], ["cost", "cost", "cost"],
    ["cut", "cut", "cut"], ["deal", "dealt", "dealt"], ["do", "did", "done"],
    ["draw", "drew", "drawn"], ["drive", "drove", "driven"], ["fall", "fell", "fallen"],
    ["feel", "felt", "felt"], ["find", "found", "found"], ["forget", "forgot", "forgotten"],
    ["freeze", "froze", "frozen"], ["get", "got", "got"], ["give", "gave", "given"],
    ["go", "went", "gone"], ["grow", "grew", "grown"], ["hang", "hung", "hung"],
    ["have", "had", "had"], ["hear", "heard", "heard"], ["hide", "hid", "hidden"],
    ["hit", "hit", "hit"], ["hold", "held", "held"], ["keep", "kept", "kept"],
    ["know", "knew", "known"], ["lay", "laid", "laid"], ["lead", "led", "led"],
    ["learn", "learned", "learned"], ["leave", "left", "left"], ["let", "let", "let"],
    ["lie", "lay", "lain"], ["lose", "lost", "lost"], ["make", "made", "made"],
    ["mean", "meant", "meant"], ["meet", "met", "met"], ["override", "overrode", "overridden"],
    ["overwrite", "overwrote", "overwritten"], ["pay", "paid", "paid"],
    ["prove", "proved", "proven"], ["put", "put", "put"], ["quit", "quit", "quit"],
    ["read", "read", "read"], ["rebuild", "rebuilt", "rebuilt"], ["redo", "redid", "redone"],
    ["redraw", "redrew", "redrawn"], ["rerun", "reran", "rerun"], ["reset", "reset", "reset"],
    ["rewrite", "rewrote", "rewritten"], ["ring", "rang", "rung"], ["rise", "rose", "risen"],
    ["run", "ran", "run"], ["say", "said", "said"], ["see", "saw", "seen"],
    ["seek", "sought", "sought"], ["sell", "sold", "sold"], ["send", "sent", "sent"],
    ["set", "set", "set"], ["show", "showed", "shown"], ["shrink", "shrank", "shrunk"],
    ["shut", "shut", "shut"], ["sit", "sat", "sat"], ["sleep", "slept", "slept"],
    ["spend", "spent", "spent"], ["split", "split", "split"], ["stand", "stood", "stood"],
    ["stick", "stuck", "stuck"], ["take", "took", "taken"], ["tell", "told", "told"],
    ["think", "thought", "thought"], ["throw", "threw", "thrown"], ["wake", "woke", "woken"],
    ["undergo", "underwent", "undergone"], ["understand", "understood", "understood"],
    ["undo", "undid", "undone"], ["write", "wrote", "written"],
];

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `write`, also the imperative and the plain present.
    Base,
    /// `writes`.
    Third,
    /// `wrote`, where the participle differs.
    Past,
    /// `written`, where the past tense differs.
    Participle,
    /// `copied`, `sent`: past tense and participle alike.
    PastOrParticiple,
    /// `writing`.
    Ing,
}

/// The base and the form of a word in lower case, if it can be a verb; `put` counts as a base.
pub fn reading(word: &str) -> Option<(&'static str, Form)> {
    base_in_list(word)
        .map(|base| (base, Form::Base))
        .or_else(|| irregular(word))
        .or_else(|| third_base(word).map(|base| (base, Form::Third)))
        .or_else(|| stem_base(word, "ed").map(|base| (base, Form::PastOrParticiple)))
        .or_else(|| stem_base(word, "ing").map(|base| (base, Form::Ing)))
}

/// The base of a verb in any of its forms.
pub fn base_of(word: &str) -> Option<&'static str> {
    reading(word).map(|(base, _)| base)
}

/// Whether the word can be a past participle: `sent`, `written`, `copied`, `put`.
pub fn is_participle(word: &str) -> bool {
    let regular = matches!(
        reading(word),
        Some((_, Form::Participle | Form::PastOrParticiple))
    );
    regular
        || IRREGULAR
            .iter()
            .any(|[_, _, participle]| *participle == word)
}

/// Whether the word can be a past tense: `wrote`, `sent`, `put`.
pub fn is_past(word: &str) -> bool {
    let regular = matches!(
        reading(word),
        Some((_, Form::Past | Form::PastOrParticiple))
    );
    regular || IRREGULAR.iter().any(|[_, past, _]| *past == word)
}

/// Whether the base is as often a noun: `update`, `print`.
pub fn is_noun_too(base: &str) -> bool {
    NOUNS_TOO.binary_search(&base).is_ok()
}

/// The past participle of a base: `stopped`, `written`.
pub fn participle(base: &str) -> String {
    if let Some([_, _, participle]) = IRREGULAR.iter().find(|[known, ..]| *known == base) {
        return (*participle).to_string();
    }
    let last = base.chars().next_back().unwrap_or('e');
    let stem = base.strip_suffix('y').map(|stem| format!("{stem}ied"));
    let forms = [
        Some(format!("{base}d")),
        Some(format!("{base}{last}ed")),
        stem,
        Some(format!("{base}ed")),
    ];
    let fits = |form: &String| reading(form).is_some_and(|(found, _)| found == base);
    forms
        .into_iter()
        .flatten()
        .find(fits)
        .unwrap_or_else(|| format!("{base}ed"))
}

/// The likely base of a past tense in `-ed` whose verb is in no list: `sanitized`, `hoisted`.
pub fn guessed_base(past: &str) -> Option<&str> {
    let stem = past.strip_suffix("ed")?;
    let lost_e = ["iz", "is", "at", "ur", "uc", "v", "c", "g", "u"];
    match lost_e.iter().any(|end| stem.ends_with(end)) {
        true => past.strip_suffix('d'),
        false => Some(stem),
    }
}

/// The form that goes with `it`: `copies`, `passes`, `does`.
pub fn third_person(base: &str) -> String {
    match base {
        "be" => return "is".to_string(),
        "have" => return "has".to_string(),
        _ => {}
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if takes_es(base) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn takes_es(base: &str) -> bool {
    ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| base.ends_with(end))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn base_in_list(word: &str) -> Option<&'static str> {
    let at = BASES.binary_search(&word).ok()?;
    BASES.get(at).copied()
}

fn irregular(word: &str) -> Option<(&'static str, Form)> {
    match word {
        "is" | "has" => return Some((if word == "is" { "be" } else { "have" }, Form::Third)),
        "are" | "am" => return Some(("be", Form::Base)),
        "were" => return Some(("be", Form::Past)),
        _ => {}
    }
    let [base, past, participle] = IRREGULAR
        .iter()
        .find(|[_, past, participle]| *past == word || *participle == word)?;
    let form = match (*past == word, *participle == word) {
        (true, true) => Form::PastOrParticiple,
        (true, false) => Form::Past,
        _ => Form::Participle,
    };
    Some((base, form))
}

fn third_base(word: &str) -> Option<&'static str> {
    let stem = word.strip_suffix('s')?;
    if let Some(base) = base_in_list(stem) {
        return (!takes_es(stem) || stem == "let").then_some(base);
    }
    let short = stem.strip_suffix('e')?;
    if let Some(y) = short.strip_suffix('i') {
        return base_in_list(&format!("{y}y"));
    }
    base_in_list(short).filter(|base| takes_es(base))
}

/// The base of a form in `-ed` or `-ing`: plain, with its `e` lost, its `y` turned, its last letter doubled.
fn stem_base(word: &str, ending: &str) -> Option<&'static str> {
    let stem = word.strip_suffix(ending)?;
    if let Some(base) = base_in_list(&format!("{stem}e")).or_else(|| base_in_list(stem)) {
        return Some(base);
    }
    if let Some(y) = stem.strip_suffix('i') {
        return base_in_list(&format!("{y}y"));
    }
    if let Some(y) = stem.strip_suffix('y') {
        return base_in_list(&format!("{y}ie"));
    }
    undoubled(stem).and_then(base_in_list)
}

fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let short = stem.strip_suffix(last)?;
    short.ends_with(last).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(BASES.is_sorted());
        assert!(NOUNS_TOO.is_sorted());
        assert!(NOUNS_TOO.iter().all(|noun| base_in_list(noun).is_some()));
        assert!(
            IRREGULAR
                .iter()
                .all(|[base, ..]| base_in_list(base).is_some())
        );
    }

    #[test]
    fn readings() {
        let table = [
            ("copy", Some(("copy", Form::Base))),
            ("copies", Some(("copy", Form::Third))),
            ("copied", Some(("copy", Form::PastOrParticiple))),
            ("copying", Some(("copy", Form::Ing))),
            ("passes", Some(("pass", Form::Third))),
            ("uses", Some(("use", Form::Third))),
            ("used", Some(("use", Form::PastOrParticiple))),
            ("stopped", Some(("stop", Form::PastOrParticiple))),
            ("running", Some(("run", Form::Ing))),
            ("lying", Some(("lie", Form::Ing))),
            ("saw", Some(("see", Form::Past))),
            ("written", Some(("write", Form::Participle))),
            ("sent", Some(("send", Form::PastOrParticiple))),
            ("put", Some(("put", Form::Base))),
            ("does", Some(("do", Form::Third))),
            ("goes", Some(("go", Form::Third))),
            ("is", Some(("be", Form::Third))),
            ("printer", None),
            ("series", None),
            ("folders", None),
            ("string", None),
            ("", None),
            ("ed", None),
        ];
        for (word, wanted) in table {
            assert_eq!(reading(word), wanted, "{word}");
        }
    }

    #[test]
    fn participles_and_past_tenses() {
        for word in ["put", "sent", "written", "copied", "run"] {
            assert!(is_participle(word), "{word}");
        }
        for word in ["put", "sent", "wrote", "copied", "ran"] {
            assert!(is_past(word), "{word}");
        }
        assert!(!is_participle("wrote"));
        assert!(!is_past("written"));
    }

    #[test]
    fn guesses() {
        let table = [
            ("sanitized", Some("sanitize")),
            ("hoisted", Some("hoist")),
            ("hoist", None),
        ];
        for (word, wanted) in table {
            assert_eq!(guessed_base(word), wanted);
        }
    }

    #[test]
    fn third_persons() {
        let table = [
            ("copy", "copies"),
            ("play", "plays"),
            ("pass", "passes"),
            ("do", "does"),
            ("have", "has"),
            ("be", "is"),
            ("point", "points"),
        ];
        for (base, wanted) in table {
            assert_eq!(third_person(base), wanted);
            assert_eq!(base_of(wanted), Some(base));
        }
    }
}
