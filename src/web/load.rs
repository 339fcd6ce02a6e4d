//! Loads the article of the page.

use super::fetch::Failure;
use super::source::{self, Got};
use super::{draw, focus, history, setting, window, with};
use crate::app::{Action, Message, code, told, too_long};
use crate::document;
use crate::guide::Guide;

/// A parameter of the address.
fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let pairs = search.trim_start_matches('?').split('&');
    let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(found, _)| *found == name)?;
    code::unescape(&value.replace('+', " "))
}

/// The article that the page names, or the address.
fn wanted() -> Option<String> {
    setting("data-article")
        .or_else(|| parameter("article"))
        .or_else(missing_page)
}

/// The site's page for what is missing stands at any address: `…/article/NAME.html` asks for NAME.
fn missing_page() -> Option<String> {
    setting("data-missing")?;
    let path = window().location().pathname().ok()?;
    let (_, name) = path.rsplit_once("/article/")?;
    with(|app| app.root = "../".into());
    code::unescape(name.strip_suffix(".html").unwrap_or(name))
}

/// Loads the page's article, if it names one, and draws it. An error leaves the printed article as it is.
pub async fn article() -> Result<(), String> {
    let Some(id) = wanted() else {
        match setting("data-missing") {
            Some(_) => without_article(nothing_here()),
            None if setting("data-browse").is_none() => draw(),
            None => {}
        }
        return Ok(());
    };
    with(|app| app.loading = true);
    let root = with(|app| app.root.clone()).unwrap_or_default();
    let got = match code::is_article_name(&id) {
        true => get(&root, &id).await,
        false => Err(Failure::Missing),
    };
    match got {
        Ok(got) => {
            let printed = setting("data-named").unwrap_or_default();
            with(|app| app.named = printed + &got.named);
            open(&id, &got.bytes);
        }
        Err(failure) if setting("data-article").is_some() => {
            with(|app| app.loading = false);
            return Err(match failure {
                Failure::Missing => format!(
                    "Its source, article/{id}.md, is not on the server. Tell whoever runs it."
                ),
                Failure::Other(why) => format!("Its source could not be fetched: {why}"),
            });
        }
        Err(failure) => failed(&id, failure),
    }
    Ok(())
}

/// The source of an article. One that is in no pack may have been put beside them since.
async fn get(root: &str, id: &str) -> Result<Got, Failure> {
    let packed = setting("data-packed").is_some();
    let mut got = Err(Failure::Missing);
    for packed in [true, false].into_iter().filter(|one| packed || !one) {
        let sent = source::ask(root, packed, vec![format!("article/{id}.md")]).await;
        for sent in sent {
            got = sent.files(false).await.pop().map_or(got, |(_, got)| got);
        }
        if !matches!(got, Err(Failure::Missing)) {
            break;
        }
    }
    got
}

fn open(id: &str, bytes: &[u8]) {
    if let Some(message) = too_long(bytes) {
        return without_article(message);
    }
    let guide = Guide::new(document::read(id, bytes));
    let meta = &guide.document.meta;
    super::document().set_title(format!("{} {}", meta.id, meta.title).trim());
    let told = told(&guide.document);
    with(|app| app.open(guide));
    history::read();
    with(|app| app.message = told);
    draw();
    history::write();
    focus::scroll_to_marked();
}

fn failed(id: &str, failure: Failure) {
    let message = match failure {
        Failure::Missing => Message {
            failure: false,
            head: format!("No article “{id}” here."),
            text: "Check the number, or look it up by words of its title.".into(),
            button: None,
        },
        Failure::Other(why) => Message {
            failure: true,
            head: format!("Article “{id}” could not be loaded."),
            text: why,
            button: Some(("Try again".into(), Action::Reload)),
        },
    };
    without_article(message);
}

/// What the page for what is missing says where the address names no article.
fn nothing_here() -> Message {
    Message {
        failure: false,
        head: "No article here.".into(),
        text: "Look it up by its number or by words of its title.".into(),
        button: None,
    }
}

/// Draws what there is to tell.
fn without_article(message: Message) {
    with(|app| {
        app.loading = false;
        app.message = Some(message);
    });
    draw();
}
