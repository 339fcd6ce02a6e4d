//! Messages: what is so, then what to do, and one button at most.

use super::node::{Element, button, el, of};
use crate::app::Message;

/// A message. A failure is said at once by a screen reader.
pub fn message(message: &Message) -> Element {
    let class = if message.failure { "msg fail" } else { "msg" };
    let text = el("div")
        .with(
            el("b")
                .id("message")
                .attr("tabindex", "-1")
                .with(&message.head),
        )
        .with((!message.text.is_empty()).then(|| el("p").with(&message.text)));
    let press = message.button.as_ref();
    of("div", class)
        .attr_if(message.failure, "role", "alert")
        .with(text)
        .with(press.map(|(says, action)| button("btn", action).with(says)))
}

/// A message without a button.
pub fn plain(failure: bool, head: impl Into<String>, text: &str) -> Element {
    message(&Message {
        failure,
        head: head.into(),
        text: text.into(),
        button: None,
    })
}
