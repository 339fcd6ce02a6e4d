//! The search over a small archive of its own: what it finds, what it says of the rest, and that no bytes make it panic.

mod promises;

use super::file::{Kind, sealed};
use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

const ARTICLES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "Q100100",
        "The Print Spooler Stops Without a Message",
        "Microsoft Windows NT Server version 4.0",
        "guide",
        "The spooler stops when Mapi32.dll is old. Restart the printer service. Error 1105 is logged.",
    ),
    (
        "Q100200",
        "Printers Are Missing After Setup",
        "Microsoft Windows 95",
        "read",
        "Setup leaves out printers that need the old driver. See article Q100100.",
    ),
    (
        "Q100300",
        "Word Does Not Merge Letters",
        "Microsoft Word 97 for Windows",
        "guide",
        "Merging fails with code 0x80004005 when the envelope feeder is open.",
    ),
    (
        "Q100400",
        "Fields Stay Empty in a Letter",
        "Microsoft Word for Windows, version 6.0",
        "advice",
        "Updating the fields merges the letters again. The message queue must be running.",
    ),
    (
        "mail-queue",
        "Mail queue grows",
        "",
        "choice",
        "The queue of the relay grows. Delivery of a message waits for the print job of the server.",
    ),
];

fn digests() -> Vec<Vec<u8>> {
    let tools = Tools::new();
    let one = |(id, title, product, class, body): &(&str, &str, &str, &str, &str)| {
        let products = [*product];
        let entry = Entry {
            id,
            name: id,
            title,
            products: if product.is_empty() { &[] } else { &products },
            class,
            body,
            ..Entry::default()
        };
        digest(&entry, &tools)
    };
    ARTICLES.iter().map(one).collect()
}

fn files(digests: &[Vec<u8>]) -> Files {
    let files = index(digests.iter().map(Vec::as_slice));
    files
        .into_iter()
        .map(|file| (file.name, file.bytes))
        .collect()
}

fn ask(query: &str) -> Ask {
    Ask {
        query: query.into(),
        count: 10,
        ..Ask::default()
    }
}

/// Gives the search what it needs from these files and, as sources, the articles' texts.
fn run(files: &Files, ask: &Ask) -> Found {
    let mut lookup = Lookup::new(&files[ROOT]).expect("a root");
    for _ in 0..10 {
        match lookup.step(ask) {
            Step::Done(found) => return found,
            Step::Need(names) => {
                assert!(!names.is_empty());
                for name in names {
                    let article = ARTICLES
                        .iter()
                        .find(|one| source(one.0).as_ref() == Some(&name));
                    match (files.get(&name), article) {
                        (Some(bytes), _) => lookup.put(&name, bytes.clone()),
                        (None, Some(article)) => lookup.put(&name, article.4.into()),
                        (None, None) => lookup.fail(&name, "it is not there"),
                    }
                }
            }
        }
    }
    panic!("it goes on asking")
}

fn ids(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.id.as_str()).collect()
}

#[test]
fn the_best_comes_first() {
    let files = files(&digests());
    let table = [
        ("Q100200", "Q100200"),
        ("q100100", "Q100100"),
        ("100300", "Q100300"),
        ("mail-queue", "mail-queue"),
        ("print spooler", "Q100100"),
        ("merging letters word 97", "Q100300"),
        ("word 6 letters", "Q100400"),
        ("0x80004005", "Q100300"),
        ("mapi32.dll", "Q100100"),
        ("error 1105 nt4", "Q100100"),
        ("win95 printer", "Q100200"),
        ("envelop feeder", "Q100300"),
        ("pritner spoolr", "Q100100"),
        ("xpooler", "Q100100"),
        ("spool", "Q100100"),
    ];
    for (query, first) in table {
        assert_eq!(
            ids(&run(&files, &ask(query))).first(),
            Some(&first),
            "{query}"
        );
    }
}

#[test]
fn it_says_which_words_no_article_has() {
    let files = files(&digests());
    let found = run(&files, &ask("The Spooler xyzzy Plugh12 77"));
    assert_eq!(found.missing, ["xyzzy", "Plugh12", "77"]);
    assert_eq!(ids(&found), ["Q100100"]);
    let found = run(&files, &ask("pritner"));
    assert_eq!(found.missing, ["pritner"]);
    assert_eq!(
        found.corrected,
        [("pritner".to_string(), "printer".to_string())]
    );
    let found = run(&files, &ask("xyzzy"));
    assert_eq!((ids(&found), found.total), (vec![], 0));
    for nothing in ["", "  ", "the of", "\"\"", "?!"] {
        assert_eq!(run(&files, &ask(nothing)), Found::default(), "{nothing}");
    }
}

#[test]
fn phrases_stand_word_for_word() {
    let files = files(&digests());
    let table: &[(&str, &[&str])] = &[
        ("\"print spooler\"", &["Q100100"]),
        ("\"message queue\" letters", &["Q100400"]),
        ("\"queue message\"", &[]),
        ("“mail queue”", &["mail-queue"]),
        ("\"print job\" xyzzy", &["mail-queue"]),
        ("\"print", &["Q100100", "mail-queue"]),
    ];
    for (query, expected) in table {
        let mut found = run(&files, &ask(query));
        assert_eq!(found.total, expected.len(), "{query}");
        found
            .hits
            .sort_by_key(|hit| expected.iter().position(|id| *id == hit.id));
        assert_eq!(ids(&found), *expected, "{query}");
    }
}

#[test]
fn filters() {
    let files = files(&digests());
    let with = |product: Option<&str>, class| Ask {
        product: product.map(String::from),
        class,
        ..ask("letter print")
    };
    let table: &[(Ask, &[&str])] = &[
        (with(Some("Word"), None), &["Q100300", "Q100400"]),
        (with(Some("wd97"), None), &["Q100300"]),
        (with(Some("nt4"), None), &["Q100100"]),
        (with(Some("nt 3.51"), None), &[]),
        (with(Some("no such thing"), None), &[]),
        (
            with(None, Some(Class::Guide)),
            &["Q100100", "Q100300", "mail-queue"],
        ),
        (with(Some("word"), Some(Class::Read)), &["Q100400"]),
    ];
    for (ask, expected) in table {
        let found = run(&files, ask);
        let mut ids = ids(&found);
        ids.sort();
        assert_eq!(ids, *expected, "{ask:?}");
    }
}

#[test]
fn what_is_typed_goes_on() {
    let files = files(&digests());
    let typing = Ask {
        typing: true,
        ..ask("print spoo")
    };
    assert_eq!(ids(&run(&files, &typing)).first(), Some(&"Q100100"));
    assert_eq!(run(&files, &typing).corrected, []);
    let all = run(&files, &ask("print"));
    let first = run(
        &files,
        &Ask {
            count: 1,
            ..ask("print")
        },
    );
    assert_eq!((&first.hits[..], first.total), (&all.hits[..1], all.total));
}

#[test]
fn the_title_is_marked() {
    let files = files(&digests());
    let found = run(&files, &ask("stop spooler"));
    let hit = &found.hits[0];
    let marks: Vec<&str> = hit
        .marks
        .iter()
        .map(|mark| &hit.title[mark.clone()])
        .collect();
    assert_eq!(marks, ["Spooler", "Stops"]);
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let mut digests = digests();
    let files_before = files(&digests);
    digests.reverse();
    assert_eq!(files(&digests), files_before);
    digests.push(b"no digest".to_vec());
    assert_eq!(files(&digests), files_before);
}

/// Enough articles for several files of each kind.
fn many() -> Files {
    let tools = Tools::new();
    let digests: Vec<Vec<u8>> = (0..1000u32)
        .map(|number| {
            // Words of their own, spread over the alphabet.
            let word = |seed: u32| -> String {
                let letter = |at: u32| {
                    char::from(
                        b'a' + (seed.wrapping_mul(2_654_435_761).rotate_left(at * 5) % 26) as u8,
                    )
                };
                (0..7).map(letter).collect()
            };
            let body: String = (0..60).map(|at| word(number * 60 + at) + " ").collect();
            let id = format!("Q{}", 200_000 + number);
            let entry = Entry {
                id: &id,
                name: &id,
                title: &format!("{} common", word(number)),
                class: "read",
                body: &body,
                ..Entry::default()
            };
            digest(&entry, &tools)
        })
        .collect();
    files(&digests)
}

#[test]
fn a_broken_or_missing_file_is_said_and_the_others_answer() {
    let whole = many();
    assert!(whole.len() > 30, "{} files", whole.len());
    let names = |letter: &str| {
        whole
            .keys()
            .filter(|name| name.starts_with(&format!("lookup/{letter}")))
            .cloned()
            .collect::<Vec<_>>()
    };
    let query = ask("common Q200500");
    let first = run(&whole, &query);
    assert_eq!((first.hits[0].id.as_str(), first.total), ("Q200500", 1000));
    assert_eq!(first.problems, [""; 0]);
    for name in names("t").iter().chain(&names("a")) {
        let mut files = whole.clone();
        files.remove(name);
        let missing = run(&files, &query);
        files.insert(name.clone(), whole[name][..20].to_vec());
        let cut = run(&files, &query);
        for (found, why) in [
            (missing, "it is not there"),
            (cut, "it is damaged: its checksum does not fit"),
        ] {
            let said = [format!("{name} cannot be read: {why}")];
            assert!(
                found.problems.is_empty() || found.problems == said,
                "{:?}",
                found.problems
            );
            assert!(!found.hits.is_empty(), "{name}");
            assert_eq!(
                found.missing, [""; 0],
                "what cannot be read is not said to be missing"
            );
        }
    }
    let mut files = whole.clone();
    let terms = names("t");
    for name in &terms {
        files.insert(name.clone(), whole[&terms[0]].clone());
    }
    let mixed = run(&files, &query);
    assert!(mixed.problems.iter().any(|problem| problem.ends_with("it is from another build than the rest of the index")));
}

/// A pasted page costs no more files than a long question.
#[test]
fn a_long_query_is_bounded() {
    let files = many();
    let words: String = (b'a'..=b'z')
        .flat_map(|a| {
            (b'a'..=b'z').map(move |b| format!("{}{}{}xy ", a as char, b as char, a as char))
        })
        .collect();
    let lookup = Lookup::new(&files[ROOT]).expect("a root");
    let Step::Need(names) = lookup.step(&ask(&words.repeat(100))) else {
        panic!("nothing is there yet");
    };
    assert!(names.len() <= 32, "{}", names.len());
}

#[test]
fn a_root_of_another_version_is_refused() {
    let mut root = many()[ROOT].clone();
    root[4] = 1;
    assert_eq!(Lookup::new(&root).err(), Some(file::Broken::Version(1)));
    assert_eq!(Lookup::new(b"").err(), Some(file::Broken::Foreign));
}

proptest! {
    #[test]
    fn any_query_ends(query: String, typing: bool) {
        let files = files(&digests());
        let found = run(&files, &Ask { typing, ..ask(&query) });
        prop_assert!(found.total <= ARTICLES.len());
        prop_assert!(found.problems.is_empty());
    }

    /// Files of which the checksum is right and the rest is not.
    #[test]
    fn any_bytes_in_files_end(body: Vec<u8>, query in "[a-z]{3,9} (word|print|spooler|Q100100|pritner)") {
        let mut files = files(&digests());
        let mut root = root::Root::read(&files[ROOT]).expect("a root");
        for (kind, shards) in [
            (Kind::Terms, &mut root.terms),
            (Kind::Articles, &mut root.cards),
            (Kind::Spelling, &mut root.spelling),
            (Kind::Endings, &mut root.endings),
        ] {
            for (index, shard) in shards.iter_mut().enumerate() {
                let (bytes, sum) = sealed(kind, &body);
                shard.sum = sum;
                files.insert(root::name(kind, index, sum), bytes);
            }
        }
        files.insert(ROOT.into(), root.write());
        run(&files, &ask(&query));
    }

    #[test]
    fn any_root_is_read_or_refused(body: Vec<u8>) {
        if let Ok(lookup) = Lookup::new(&sealed(Kind::Root, &body).0) {
            let _ = lookup.step(&ask("print Q100100"));
        }
    }

    #[test]
    fn any_article_has_a_digest(title: String, body: String) {
        let tools = Tools::new();
        let entry = Entry { id: "x", name: "x", title: &title, body: &body, class: "read", ..Entry::default() };
        let bytes = digest(&entry, &tools);
        prop_assert!(digest::Digest::read(&bytes).is_some());
        for end in 0..bytes.len().min(50) {
            prop_assert!(digest::Digest::read(&bytes[..end]).is_none());
        }
        snippet(&body, &["x".into()], &tools);
    }
}
