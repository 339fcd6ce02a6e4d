//! What is printed keeps the form that `docs/*.schema.json` describe. The schemas use a small part of JSON Schema, which
//! is checked here; a keyword that is not known here is an error, so that none is passed over.

use kbguide::document::read;
use kbguide::guide::Guide;
use kbguide::interview::Answers;
use kbguide::outline::{ledger_outline, outline, plan_outline};
use kbguide::plan::plan;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn outlines_have_their_form() {
    let schema = schema("outline");
    for guide in guides() {
        let value = serde_json::to_value(outline(&guide)).expect("JSON");
        assert_eq!(
            wrong(&schema, &value),
            [""; 0],
            "{}",
            guide.document.meta.id
        );
    }
}

#[test]
fn ledgers_have_their_form_and_add_up() {
    let schema = schema("outline");
    for guide in guides() {
        let value = serde_json::to_value(ledger_outline(&guide)).expect("JSON");
        let id = &guide.document.meta.id;
        assert_eq!(wrong(&schema, &value), [""; 0], "{id}");
        let bytes = &value["ledger"]["bytes"];
        let number = |name: &str| bytes[name].as_u64().expect("a number");
        let roles = bytes["roles"].as_object().expect("roles").values();
        let said: u64 = roles.filter_map(Value::as_u64).sum();
        let body = said + number("marks") + number("blanks") + number("lost");
        assert_eq!(body, number("body"), "{id}");
        assert_eq!(body + number("fields"), number("source"), "{id}");
        assert_eq!(number("lost"), 0, "{id}");
    }
}

/// Without an answer, and with each question answered by its first, its second, …
#[test]
fn plans_have_their_form() {
    let schema = schema("plan");
    for guide in guides() {
        for pick in 0..4 {
            let questions = guide.questions.iter();
            let answers: Answers = questions
                .filter_map(|one| Some((one.id.clone(), one.answers().get(pick)?.clone())))
                .collect();
            let value = plan_outline(&guide, &plan(&guide, &answers));
            let value = serde_json::to_value(value).expect("JSON");
            assert_eq!(
                wrong(&schema, &value),
                [""; 0],
                "{}",
                guide.document.meta.id
            );
        }
    }
}

/// Every list of the form has something in it somewhere, or its items would not be tested.
#[test]
fn every_list_is_filled_by_some_article() {
    let outlines: Vec<Value> = guides()
        .iter()
        .map(|guide| serde_json::to_value(outline(guide)).expect("JSON"))
        .collect();
    let lists = [
        "products",
        "headings",
        "references",
        "procedures",
        "advice",
        "decisions",
        "states",
        "warnings",
        "diagnostics",
    ];
    for list in lists {
        let filled = outlines
            .iter()
            .any(|one| one[list].as_array().is_some_and(|items| !items.is_empty()));
        assert!(filled, "no article has {list}");
    }
}

#[test]
fn what_has_another_form_is_found() {
    let schema = schema("plan");
    let line = |status: &str| json!({"text": "", "status": status, "why": "", "only_if": []});
    let plan = |advice: Value| json!({"procedures": [], "advice": advice, "afterwards": [], "warnings": [], "left_out": []});
    let table = [
        (plan(json!([line("do")])), ""),
        (
            plan(json!([line("done")])),
            "/advice/0/status: \"done\" is none of [\"do\",\"skip\"]",
        ),
        (plan(json!({})), "/advice: {} is no array"),
        (
            plan(json!([{"text": 1, "status": "do", "why": "", "only_if": []}])),
            "/advice/0/text: 1 is no string",
        ),
        (
            plan(json!([{"text": "", "status": "do", "why": ""}])),
            "/advice/0: only_if is missing",
        ),
        (json!([]), ": [] is no object"),
    ];
    for (value, found) in table {
        assert_eq!(wrong(&schema, &value).concat(), found);
    }
    let mut more = plan(json!([]));
    more["more"] = json!(1);
    assert_eq!(wrong(&schema, &more), [": more is not in the schema"]);
}

fn schema(name: &str) -> Value {
    let path = root().join(format!("docs/{name}.schema.json"));
    serde_json::from_slice(&fs::read(path).expect("a schema")).expect("JSON")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn guides() -> Vec<Guide> {
    let folders =
        ["kb", "tests/fixtures"].map(|folder| fs::read_dir(root().join(folder)).expect("a folder"));
    let paths = folders
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    paths.sort();
    let guide = |path: &PathBuf| Guide::new(read("article", &fs::read(path).expect("an article")));
    paths.iter().map(guide).collect()
}

/// Where a value does not have the form of a schema.
fn wrong(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check {
        root: schema,
        wrong: Vec::new(),
    };
    check.value(schema, value, "");
    check.wrong
}

struct Check<'s> {
    root: &'s Value,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        for (keyword, rule) in schema.as_object().expect("a schema") {
            match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "additionalProperties" => {}
                "$ref" => self.reference(rule, value, at),
                "type" => self.kind(rule, value, at),
                "enum" => {
                    let known = rule.as_array().expect("a list").contains(value);
                    self.unless(known, at, || format!("{value} is none of {rule}"));
                }
                "const" => self.unless(rule == value, at, || format!("{value} is not {rule}")),
                "oneOf" => self.one_of(rule, value, at),
                "required" => self.required(rule, value, at),
                "properties" => self.properties(schema, rule, value, at),
                "items" => self.items(rule, value, at),
                "minItems" => {
                    let enough = value
                        .as_array()
                        .is_none_or(|items| items.len() as u64 >= rule.as_u64().expect("a number"));
                    self.unless(enough, at, || format!("fewer than {rule}"));
                }
                "maxItems" => {
                    let few = value
                        .as_array()
                        .is_none_or(|items| items.len() as u64 <= rule.as_u64().expect("a number"));
                    self.unless(few, at, || format!("more than {rule}"));
                }
                other => panic!("the test does not know the keyword {other}"),
            }
        }
    }

    fn unless(&mut self, holds: bool, at: &str, what: impl Fn() -> String) {
        if !holds {
            self.wrong.push(format!("{at}: {}", what()));
        }
    }

    fn reference(&mut self, rule: &Value, value: &Value, at: &str) {
        let pointer = rule.as_str().expect("a reference").trim_start_matches('#');
        let schema = self
            .root
            .pointer(pointer)
            .unwrap_or_else(|| panic!("no {pointer}"));
        self.value(schema, value, at);
    }

    fn kind(&mut self, rule: &Value, value: &Value, at: &str) {
        let is = |kind: &Value| match kind.as_str().expect("a type") {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_u64(),
            "null" => value.is_null(),
            other => panic!("the test does not know the type {other}"),
        };
        let (holds, name) = match rule {
            Value::Array(kinds) => (kinds.iter().any(is), rule.to_string()),
            kind => (is(kind), kind.as_str().unwrap_or_default().to_string()),
        };
        self.unless(holds, at, || format!("{value} is no {name}"));
    }

    fn one_of(&mut self, rule: &Value, value: &Value, at: &str) {
        let schemas = rule.as_array().expect("a list");
        let fits = |schema: &&Value| {
            let mut check = Check {
                root: self.root,
                wrong: Vec::new(),
            };
            check.value(schema, value, at);
            check.wrong.is_empty()
        };
        let count = schemas.iter().filter(fits).count();
        self.unless(count == 1, at, || {
            format!("{value} has {count} of the forms")
        });
    }

    fn required(&mut self, rule: &Value, value: &Value, at: &str) {
        let Some(fields) = value.as_object() else {
            return;
        };
        for name in rule.as_array().expect("a list") {
            let name = name.as_str().expect("a name");
            self.unless(fields.contains_key(name), at, || {
                format!("{name} is missing")
            });
        }
    }

    fn properties(&mut self, schema: &Value, rule: &Value, value: &Value, at: &str) {
        let Some(fields) = value.as_object() else {
            return;
        };
        let closed = schema["additionalProperties"] == json!(false);
        for (name, field) in fields {
            match rule.get(name) {
                Some(schema) => self.value(schema, field, &format!("{at}/{name}")),
                None => self.unless(!closed, at, || format!("{name} is not in the schema")),
            }
        }
    }

    fn items(&mut self, rule: &Value, value: &Value, at: &str) {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            self.value(rule, item, &format!("{at}/{index}"));
        }
    }
}
