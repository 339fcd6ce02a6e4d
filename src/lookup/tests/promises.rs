//! What the look-up promises of its ranking and of its terms, a promise a test, each over articles of its own.

use super::*;

/// The index of articles given as number, title and text.
fn of(articles: &[(&str, &str, &str)]) -> Files {
    let tools = Tools::new();
    let one = |(id, title, body): &(&str, &str, &str)| {
        let entry = Entry {
            id,
            name: id,
            title,
            body,
            class: "read",
            ..Entry::default()
        };
        digest(&entry, &tools)
    };
    let digests: Vec<Vec<u8>> = articles.iter().map(one).collect();
    files(&digests)
}

/// The numbers of what is found, best first.
fn found(files: &Files, query: &str) -> Vec<String> {
    run(files, &ask(query))
        .hits
        .into_iter()
        .map(|hit| hit.id)
        .collect()
}

/// Each query has this article first.
#[track_caller]
fn lead_to(files: &Files, table: &[(&str, &str)]) {
    for (query, first) in table {
        let all = found(files, query);
        let best = all.first().map(String::as_str);
        assert_eq!(best, Some(*first), "{query}: {all:?}");
    }
}

#[test]
fn the_title_counts_more_than_the_text_and_a_short_text_more_than_a_long_one() {
    let long = format!(
        "The valve leaks. {}",
        "Nothing of it stands in these lines. ".repeat(60)
    );
    let files = of(&[
        ("a1", "Draining the tank", &long),
        ("a2", "Draining the tank", "The valve leaks."),
        ("a3", "The valve", "It leaks."),
        ("a4", "Painting the fence", "Use a brush."),
    ]);
    assert_eq!(found(&files, "valve"), ["a3", "a2", "a1"]);
}

#[test]
fn all_words_are_preferred_and_none_is_required() {
    let files = of(&[
        ("a1", "Valves", "Valves, valves, and once more valves."),
        ("a2", "Pipes", "A pipe with a valve on the gutter."),
        ("a3", "Gutters", "Clean the gutter."),
        ("a4", "Painting the fence", "Use a brush."),
    ]);
    lead_to(&files, &[("valve pipe gutter", "a2")]);
    assert_eq!(found(&files, "valve pipe gutter").len(), 3);
}

#[test]
fn codes_files_registry_paths_and_versions_are_terms() {
    let files = of(&[
        ("a1", "One", "It stops with 0xC0000135 at once."),
        ("a2", "Two", "Copy Spool16.drv to the folder."),
        (
            "a3",
            "Three",
            r"Open HKEY_LOCAL_MACHINE\Software\Pumps\Speed there.",
        ),
        ("a4", "Four", "Pumps of version 3.51 are slow."),
        ("a5", "Five", "Pumps of version 4.0 are quick."),
        ("a6", "Six", "Error 3219 comes up."),
    ]);
    let table = [
        ("0xc0000135", "a1"),
        ("C0000135", "a1"),
        ("spool16.drv", "a2"),
        ("SPOOL16", "a2"),
        (r"hkey_local_machine\software\pumps", "a3"),
        (r"Software\Pumps\Speed", "a3"),
        ("pumps 3.51", "a4"),
        ("pumps 4.0", "a5"),
        ("pumps 4", "a5"),
        ("err 3219", "a6"),
    ];
    lead_to(&files, &table);
}

#[test]
fn the_longer_a_word_the_more_may_be_wrong_in_it() {
    let files = of(&[
        ("a1", "Fan", "The fan, the valve and the temperature."),
        ("a2", "Painting the fence", "Use a brush."),
    ]);
    let table = [
        ("valve", true),
        ("vavle", true),
        ("vlave", true),
        ("vavll", false),
        ("temprature", true),
        ("temparatur", true),
        ("tempratrue", true),
        ("tmprtr", false),
        ("fam", false),
    ];
    for (query, expected) in table {
        assert_eq!(!found(&files, query).is_empty(), expected, "{query}");
    }
}

#[test]
fn forms_of_a_word_and_products_as_people_say_them() {
    let files = of(&[
        (
            "a1",
            "Mounting a volume",
            "Volumes are mounted in Microsoft Exchange Server version 5.5.",
        ),
        (
            "a2",
            "Reports",
            "Printing reports of Microsoft Visual Basic, version 6.0.",
        ),
        ("a3", "Cables", "Windows 95 and its cables."),
        ("a4", "Painting the fence", "Use a brush."),
    ]);
    let table = [
        ("mounts volumes", "a1"),
        ("exchange 5.5", "a1"),
        ("printed report", "a2"),
        ("vb6", "a2"),
        ("win95", "a3"),
        ("windows 95 cable", "a3"),
    ];
    lead_to(&files, &table);
}

/// `reboot` is like `restart` by the table of words.
#[test]
fn words_of_like_meaning_count_less_and_are_no_answer_to_what_is_missing() {
    let files = of(&[
        ("a1", "Pump", "Restart the pump."),
        ("a2", "Fan", "Reboot the fan."),
        ("a3", "Painting the fence", "Use a brush."),
    ]);
    assert_eq!(found(&files, "reboot"), ["a2", "a1"]);
    let without = of(&[
        ("a1", "Pump", "Restart the pump."),
        ("a3", "Painting the fence", "Use a brush."),
    ]);
    let found = run(&without, &ask("reboot"));
    assert_eq!(ids(&found), ["a1"]);
    assert_eq!(found.missing, ["reboot"], "no article has the word itself");
    assert!(
        found.marks.contains(&"restart".to_string()),
        "{:?}",
        found.marks
    );
}

/// One file has a word with all that is like it; of a large index it is one of many.
#[test]
fn a_word_costs_one_file_with_all_that_is_like_it() {
    let lookup = Lookup::new(&many()[ROOT]).expect("a root");
    for word in ["reboot", "folder", "crash", "common"] {
        let Step::Need(names) = lookup.step(&ask(word)) else {
            panic!("nothing is there yet");
        };
        let of_terms = names.iter().filter(|name| name.starts_with("lookup/t"));
        assert!(of_terms.count() <= 2, "{word}: {names:?}"); // the query may be an article's name
    }
}

#[test]
fn a_word_that_goes_on_costs_no_round_more_than_its_results() {
    let files = of(&[
        ("a1", "Valves", "The valve."),
        ("a2", "Painting the fence", "Use a brush."),
    ]);
    let mut lookup = Lookup::new(&files[ROOT]).expect("a root");
    let typing = Ask {
        typing: true,
        ..ask("val")
    };
    let mut rounds = 0;
    while let Step::Need(names) = lookup.step(&typing) {
        rounds += 1;
        names
            .iter()
            .for_each(|name| lookup.put(name, files[name].clone()));
    }
    assert_eq!(rounds, 2);
}
