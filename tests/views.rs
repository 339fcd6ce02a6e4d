//! What the views draw, compared with the files in `tests/views/`. `UPDATE_EXPECT=1 cargo test --test views`
//! writes them anew.

use kbguide::app::look::{Look, Wish};
use kbguide::app::{Action, App, Message, Row, Stage, Tab, update};
use kbguide::document::read;
use kbguide::extract::*;
use kbguide::guide::{Answer, Class, Guide, Hangs, Question, QuestionKind};
use kbguide::interview::Interview;
use kbguide::lookup::{self, Found, Hit};
use kbguide::plan::*;
use kbguide::span::Span;
use kbguide::text::Prose;
use kbguide::view::node::{Element, Node};
use kbguide::view::{Scene, html, look, message, page, results, shell};
use std::fs;
use std::path::Path;

const SOURCE: &str = include_str!("views/article.md");

/// The span from the first `from` to the end of the first `to` behind it.
fn span(from: &str, to: &str) -> Span {
    let start = SOURCE.find(from).expect(from);
    let end = start + SOURCE[start..].find(to).expect(to) + to.len();
    Span::new(start, end)
}

fn prose(from: &str, to: &str) -> Prose {
    Prose::folded(SOURCE, span(from, to))
}

fn quote(from: &str, to: &str) -> Quote {
    Quote {
        text: prose(from, to).as_str().into(),
        span: span(from, to),
    }
}

fn place(name: &str, from: &str, to: &str) -> Place {
    Place {
        span: span(from, to),
        name: name.into(),
    }
}

fn sentence(role: Role, step: Option<usize>, from: &str, to: &str) -> Sentence {
    Sentence {
        text: prose(from, to).as_str().into(),
        place: place("", from, to),
        role,
        section: 1,
        step: step.map(StepId),
    }
}

fn a_step(path: &str, parent: Option<usize>, from: &str, to: &str) -> Step {
    Step {
        procedure: 0,
        parent: parent.map(StepId),
        steps: Vec::new(),
        label: path.rsplit('.').next().unwrap_or("").into(),
        path: path.into(),
        text: prose(from, to),
        details: Vec::new(),
        conditional: false,
        place: place(&format!("Step {path}"), from, to),
    }
}

fn warning(label: Option<&str>, hazard: bool, from: &str, to: &str) -> Warning {
    Warning {
        label: label.map(str::to_string),
        text: prose(from, to),
        details: Vec::new(),
        hazard,
        step: None,
        procedure: None,
        reproduces: false,
        part_of: None,
        place: place("More Information, paragraph 1", from, to),
        section: 1,
    }
}

fn extraction() -> Extraction {
    let rest = Some(quote("restart the spooler", "spooler"));
    Extraction {
        references: vec!["Q900200".into(), "Q900300".into()],
        sentences: vec![
            sentence(Role::Condition, None, "Many people", "out of use."),
            sentence(Role::Condition, None, "Setting", "either."),
            sentence(Role::Warning, None, "In both", "folder."),
            sentence(Role::Warning, None, "If the folder", "lost."),
            sentence(Role::Step, Some(0), "If a DNS", "another\n\t  queue."),
            sentence(Role::Step, Some(1), "Set the", "spooler."),
            sentence(Role::Step, Some(1), "The server then", "jobs."),
            sentence(Role::Warning, Some(1), "A restart", "minutes."),
            sentence(Role::Step, Some(2), "Type the", "line:"),
            sentence(Role::Step, Some(3), "Wait until", "empty."),
            sentence(Role::Step, Some(3), "If jobs", "step a."),
            sentence(Role::Step, Some(4), "Remove the port", "tab."),
            sentence(Role::Advice, None, "Watch the", "days."),
            sentence(Role::Advice, None, "If no job", "the\n\tqueue."),
        ],
        procedures: vec![Procedure {
            id: "retire".into(),
            heading: Some(quote("MORE INFORMATION", "MORE INFORMATION")),
            lead: Some(quote("To retire", "steps:")),
            purpose: Purpose::Do,
            steps: vec![StepId(0), StepId(1), StepId(4)],
            section: 1,
        }],
        steps: vec![
            a_step("1", None, "If a DNS", "another\n\t  queue."),
            a_step("2", None, "Set the", "jobs."),
            a_step("2.a", Some(1), "Type the", "line:"),
            a_step("2.b", Some(1), "Wait until", "step a."),
            a_step("3", None, "Remove the port", "tab."),
        ],
        advice: vec![Advice {
            text: prose("Watch the", "days."),
            place: place("Last paragraph", "Watch the", "days."),
            section: 1,
            after: Some(0),
            code: None,
            noted: false,
        }],
        warnings: vec![
            warning(None, true, "If the folder", "lost."),
            warning(Some("NOTE"), false, "A restart", "minutes."),
        ],
        states: vec![State {
            question: "What is the sharing mode set to?".into(),
            topic: "sharing mode".into(),
            values: vec!["Off".into(), "Local".into(), "Drain".into()],
            effects: vec![Effect {
                step: StepId(1),
                already: "Drain".into(),
                rest,
                instruction: quote("Set the", "Drain"),
            }],
            place: place("Step 2", "Set the", "spooler."),
        }],
        ..Extraction::default()
    }
}

fn question(id: &str, text: &str, kind: QuestionKind, timing: Timing, source: Place) -> Question {
    Question {
        id: id.into(),
        text: text.into(),
        topic: id.replace('-', " "),
        kind,
        timing,
        sources: vec![source],
        hangs: Vec::new(),
        asked: true,
    }
}

fn guide() -> Guide {
    let values = vec!["Off".to_string(), "Local".into(), "Drain".into()];
    let value = |text: &str| Answer::Value(text.into());
    let hangs = |answers: Vec<Answer>, target: Target, already: bool| Hangs {
        answers,
        target,
        already,
    };
    let mode_at = place(
        "More Information, paragraph 1, sentence 2",
        "Setting",
        "either.",
    );
    let mut mode = question(
        "sharing-mode",
        "What is the sharing mode set to?",
        QuestionKind::Value(values),
        Timing::Before,
        mode_at,
    );
    mode.hangs = vec![
        hangs(
            vec![value("Off"), value("Local")],
            Target::Warning(0),
            false,
        ),
        hangs(vec![value("Drain")], Target::Step(StepId(1)), true),
    ];
    let alias_at = place("Step 1", "If a DNS", "queue,");
    let mut alias = question(
        "DNS-alias",
        "Does a DNS alias point to the queue?",
        QuestionKind::YesNo,
        Timing::Before,
        alias_at,
    );
    alias.hangs = vec![hangs(vec![Answer::Yes], Target::Step(StepId(0)), false)];
    let left_at = place("Step 2.b", "If jobs", "step a.");
    let mut left = question(
        "jobs-left",
        "Are jobs left?",
        QuestionKind::YesNo,
        Timing::At(StepId(3)),
        left_at,
    );
    left.hangs = vec![hangs(
        vec![Answer::Yes],
        Target::PartOfStep(StepId(3)),
        false,
    )];
    let astray_at = place("Last paragraph", "If no job", "the\n\tqueue.");
    let astray = question(
        "astray",
        "Has any job gone astray?",
        QuestionKind::YesNo,
        Timing::After,
        astray_at,
    );
    Guide {
        document: read("Q900100", SOURCE.as_bytes()),
        extraction: extraction(),
        questions: vec![mode, alias, left, astray],
        of_condition: Vec::new(),
        of_choice: Vec::new(),
        of_state: vec![0],
        class: Class::Guide,
    }
}

fn plan_step(guide: &Guide, index: usize, status: Status) -> PlanStep {
    let step = &guide.extraction.steps[index];
    PlanStep {
        step: StepId(index),
        path: step.path.clone(),
        depth: step.path.matches('.').count(),
        label: step.label.clone(),
        text: step.text.clone(),
        status,
        only_if: Vec::new(),
        decisions: Vec::new(),
        details: Vec::new(),
        warnings: Vec::new(),
        place: step.place.clone(),
    }
}

fn plan_warning(guide: &Guide, index: usize, because: &[&str]) -> PlanWarning {
    let warning = &guide.extraction.warnings[index];
    PlanWarning {
        warning: index,
        label: warning.label.clone(),
        text: warning.text.clone(),
        details: Vec::new(),
        hazard: warning.hazard,
        because: because.iter().map(|text| text.to_string()).collect(),
        place: warning.place.clone(),
    }
}

/// A plan with a line of every kind.
fn plan(guide: &Guide) -> Plan {
    let why = "You said that the sharing mode is Drain.".to_string();
    let rest = Some(quote("restart the spooler", "spooler"));
    let skip = Status::Skip {
        why: "you said that no DNS alias points to the queue".into(),
    };
    let mut second = plan_step(guide, 1, Status::AlreadySo { why, rest });
    second.warnings = vec![plan_warning(guide, 1, &[])];
    let mut typed = plan_step(guide, 2, Status::Do);
    let code = span("net stop", "start spooler");
    typed.details = vec![Detail::Code(code.slice(SOURCE).into(), code)];
    let mut wait = plan_step(guide, 3, Status::Do);
    wait.decisions = vec![(2, None)];
    let mut third = plan_step(guide, 4, Status::Do);
    third.only_if = vec![OnlyIf {
        clause: quote("a DNS alias points", "the queue"),
        word: "Only if",
        not_sure: true,
        question: 1,
    }];
    let mut hazard = plan_warning(guide, 0, &["because the sharing mode is Local"]);
    hazard.details = vec![Detail::Text(prose("In both", "folder."))];
    let procedure = &guide.extraction.procedures[0];
    let astray = &guide.questions[3];
    let safe = quote("it is safe", "the\n\tqueue");
    Plan {
        hazards: vec![hazard],
        parts: vec![Part::Procedure(PlanProcedure {
            id: procedure.id.clone(),
            heading: procedure.heading.clone(),
            lead: procedure.lead.clone(),
            only_if: Vec::new(),
            steps: vec![plan_step(guide, 0, skip), second, typed, wait, third],
        })],
        afterwards: vec![
            Part::Advice(PlanAdvice {
                heading: None,
                text: guide.extraction.advice[0].text.clone(),
                status: Status::Do,
                only_if: Vec::new(),
                code: None,
                place: guide.extraction.advice[0].place.clone(),
            }),
            Part::Gate(Gate {
                question: 3,
                answer: None,
                outcomes: vec![
                    (Answer::No, Outcome::Says(safe.clone())),
                    (Answer::Yes, Outcome::Not(safe)),
                    (
                        Answer::Unknown,
                        Outcome::Wait(Some(quote("Watch the", "days."))),
                    ),
                ],
                place: astray.sources[0].clone(),
            }),
        ],
        left_out: vec![LeftOut {
            what: quote("Watch the", "days."),
            why: "you chose another way".into(),
        }],
    }
}

fn app() -> App {
    App {
        root: "../".into(),
        guide: Some(guide()),
        keys: true,
        ..App::default()
    }
}

fn scene(app: &App) -> Scene<'_> {
    let guide = app.guide.as_ref().expect("a guide");
    let next = [0, 1]
        .into_iter()
        .find(|at| !app.answers.contains_key(&guide.questions[*at].id));
    Scene {
        app,
        guide,
        interview: Interview {
            path: vec![0, 1],
            next,
            later: vec![2, 3],
        },
        plan: plan(guide),
    }
}

fn drawn(elements: Vec<Element>) -> String {
    let nodes = elements.into_iter().map(Node::Element);
    nodes.map(|node| html::print(&node)).collect::<String>() + "\n"
}

/// Compares with `tests/views/NAME.html`, or writes it.
fn expect(name: &str, got: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/views")
        .join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return fs::write(&path, got).expect("a writable folder");
    }
    let want = fs::read_to_string(&path).unwrap_or_default();
    let differing = got
        .lines()
        .zip(want.lines())
        .find(|(got, want)| got != want);
    assert!(
        got == want,
        "{name} differs; UPDATE_EXPECT=1 writes it anew. First: {differing:?}"
    );
}

fn page_at(app: &App, stage: Stage) -> String {
    let scene = scene(app);
    let bar = shell::bar(&app.root);
    drawn(
        [bar]
            .into_iter()
            .chain(page::guide(&scene, stage))
            .collect(),
    )
}

#[test]
fn a_question() {
    let mut app = app();
    app.answers
        .insert("sharing-mode".into(), Answer::Value("Local".into()));
    app.changing = Some("sharing-mode".into());
    app.why = true;
    expect("question.html", &page_at(&app, Stage::Ask(0)));
}

#[test]
fn a_question_of_yes_and_no() {
    let mut app = app();
    app.answers
        .insert("sharing-mode".into(), Answer::Value("Local".into()));
    app.keys = false;
    expect("yes-no.html", &page_at(&app, Stage::Ask(1)));
}

#[test]
fn a_plan() {
    let mut app = app();
    app.answers
        .insert("sharing-mode".into(), Answer::Value("Drain".into()));
    app.answers.insert("DNS-alias".into(), Answer::No);
    update(&mut app, Action::Tick("s2".into()), "10:42");
    update(&mut app, Action::Tick("w0".into()), "10:38");
    update(
        &mut app,
        Action::Source(span("Set the", "spooler.")),
        "10:43",
    );
    expect("plan.html", &page_at(&app, Stage::Plan));
}

#[test]
fn an_article() {
    let mut app = app();
    app.tab = Tab::Article;
    app.marked = Some(span("If the folder", "lost."));
    expect("article.html", &page_at(&app, Stage::Plan));
}

#[test]
fn an_article_to_read() {
    let mut app = app();
    app.guide.as_mut().expect("a guide").class = Class::Read;
    expect("read.html", &page_at(&app, Stage::Read));
}

#[test]
fn a_hostile_article_is_text() {
    let html = page_at(&app(), Stage::Plan);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!html.contains("<script"));
}

#[test]
fn every_action_in_a_page_can_be_read() {
    for stage in [Stage::Ask(0), Stage::Ask(1), Stage::Plan] {
        let html = page_at(&app(), stage);
        let actions: Vec<_> = html.split("data-action=\"").skip(1).collect();
        assert!(actions.len() > 5);
        for rest in actions {
            let text = rest.split('"').next().unwrap_or("");
            assert!(Action::parse(text).is_some(), "{text}");
        }
    }
}

fn rows() -> Vec<Row> {
    let row = |id: &str, title: &str, class: &str, questions, steps| Row {
        id: id.into(),
        title: title.into(),
        products: vec![
            "Example Print Server, version 2.0".into(),
            "Example Desk".into(),
        ],
        class: class.into(),
        file: String::new(),
        questions,
        steps,
    };
    vec![
        row("Q900100", "PRN: Retiring a Print Queue", "guide", 4, 3),
        row("Q900101", "PRN: Printing Is Slow", "advice", 0, 0),
        row("spooler", "How the spooler <b>works</b>", "read", 0, 0),
    ]
}

#[test]
fn lists() {
    let mut html = drawn(vec![results::results(
        &rows().iter().collect::<Vec<_>>(),
        false,
    )]);
    html += &drawn(vec![results::results(&[], true)]);
    expect("lists.html", &html);
}

fn hit(id: &str, title: &str, class: &str, counts: (u32, u32)) -> Hit {
    Hit {
        id: id.into(),
        name: id.to_lowercase(),
        title: title.into(),
        products: "Example Desk, and 1 more".into(),
        class: class.into(),
        questions: counts.0,
        steps: counts.1,
        ..Hit::default()
    }
}

/// The page as it looks before anything is found, and for what can be found.
#[test]
fn look_ups() {
    let mut queue = hit("Q900100", "PRN: Retiring a Print Queue", "guide", (4, 3));
    queue.marks = vec![16..21, 22..27];
    let hits = vec![queue, hit("Spooler", "How <b>it</b> works", "read", (0, 0))];
    let pair = |typed: &str, meant: &str| (typed.to_string(), meant.to_string());
    let all = Found {
        hits: hits.clone(),
        total: 1316,
        missing: vec!["xyzzy".into(), "prnt".into(), "plugh".into()],
        corrected: vec![pair("prnt", "print")],
        problems: vec![
            "lookup/t0001-00000000.bin cannot be read: the server has no such file".into(),
            "lookup/t0002-00000000.bin cannot be read: it is damaged".into(),
        ],
        ..Found::default()
    };
    let one = Found {
        total: 2,
        hits,
        ..Found::default()
    };
    let nothing = Found {
        missing: vec!["xyzzy".into()],
        ..Found::default()
    };
    let wish = |query: &str| Wish {
        query: query.into(),
        ..Wish::default()
    };
    let chosen = Wish {
        product: Some("windows nt".into()),
        class: Some(lookup::Class::Guide),
        ..wish("print queue")
    };
    let full = Wish {
        count: 2,
        ..wish("prnt queue xyzzy plugh")
    };
    let snippet = vec![
        ("Before you retire the ".to_string(), false),
        ("print".into(), true),
        (" <i>queue</i>".into(), false),
    ];
    let mut html = String::new();
    for (wish, found) in [
        (wish("print"), None),
        (full, Some(all)),
        (chosen.clone(), Some(one)),
        (wish("xyzzy"), Some(nothing)),
        (chosen, Some(Found::default())),
        (wish("\"print queue\""), Some(Found::default())),
    ] {
        let state = Look {
            products: vec![("sql server".into(), 4321), ("exchange".into(), 12)],
            found: found.map(|found| (wish.clone(), found)),
            snippets: [("q900100".to_string(), snippet.clone())].into(),
            unread: [("spooler".to_string(), "the server has no such file".into())].into(),
            packed: wish.class.is_some(),
            wish,
            ..Look::default()
        };
        html += &drawn(vec![look::look(&state)]);
    }
    expect("look-ups.html", &html);
}

#[test]
fn messages() {
    let failure = message::plain(
        true,
        "The guide could not load, so this is the article.",
        "Blocked.",
    );
    let undo = Message {
        failure: false,
        head: "DNS alias changed from No to Not sure.".into(),
        text: String::new(),
        button: Some((
            "Undo".into(),
            Action::Answer("DNS-alias".into(), Answer::No),
        )),
    };
    expect(
        "messages.html",
        &drawn(vec![failure, message::message(&undo)]),
    );
}

#[cfg(feature = "cli")]
#[test]
fn pages_of_a_site() {
    use kbguide::site;
    let rows = rows();
    let rows: Vec<_> = rows.iter().collect();
    expect(
        "site-index.html",
        &site::index(&rows, site::Whole::default()),
    );
    expect(
        "site-article.html",
        &site::article_page("Q900100", &guide(), None, "Q900200 Open the box\n"),
    );
    expect("site-404.html", &site::missing(site::Whole::default()));
}

#[cfg(feature = "cli")]
#[test]
fn files_of_a_site() {
    use kbguide::site;
    let (row, files) = site::article_files("queue", SOURCE.as_bytes()).expect("a name");
    assert_eq!((row.id.as_str(), row.page()), ("Q900100", "queue"));
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["article/queue.html", "article/queue.md"]);
    assert_eq!(files[1].bytes, SOURCE.as_bytes());
    let again = site::article_files("queue", SOURCE.as_bytes()).expect("a name");
    assert_eq!(again.1, files);
    assert_eq!(site::article_files("../queue", b""), None);
    let whole = site::Whole {
        base: Some("https://kb.example.com/"),
        packed: false,
    };
    let shared: Vec<_> = site::shared_files(&[&row], whole)
        .into_iter()
        .map(|file| file.path)
        .collect();
    let want = [
        "404.html",
        "kbguide.css",
        "app.js",
        "index.html",
        "sitemap.xml",
        "opensearch.xml",
    ];
    assert_eq!(shared, want);
}

#[cfg(feature = "cli")]
#[test]
fn pages_hold_no_script_of_their_own() {
    use kbguide::site;
    for html in [
        site::index(&rows().iter().collect::<Vec<_>>(), site::Whole::default()),
        site::missing(site::Whole::default()),
        site::article_page("q", &guide(), None, ""),
    ] {
        assert!(html.matches("<script").count() == html.matches("app.js\"></script>").count());
        assert!(
            !html.contains("<style") && !html.contains(" style=") && !html.contains(" onclick")
        );
    }
}

/// What a field, a heading, a link and a title with markup in them become.
#[test]
fn markup_in_markdown_is_text() {
    let source = b"# A <img src=x onerror=alert(1)>\n\n## <script>x</script>\n\n\
        1. Stop <b onclick=x>it</b>. [here](javascript:alert(1)) [there](https://example.org)\n\n\
        | <i>a</i> | b |\n|---|---|\n| `</code><script>` | d |\n\n```\n</pre><script>\n```\n";
    let mut app = App::default();
    app.open(Guide::new(read("x", source)));
    for tab in [Tab::Guide, Tab::Article] {
        app.tab = tab;
        let nodes = page::page(&app);
        let html: String = nodes.iter().map(html::print).collect();
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{html}"
        );
        assert!(
            !html.contains("<b onclick") && !html.contains("javascript:"),
            "{html}"
        );
        assert!(html.contains("href=\"https://example.org\""), "{html}");
    }
}
