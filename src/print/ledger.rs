//! The sheet of a ledger: how much became what, then each sentence with its role.

use super::{Mark, Sheet};
use crate::outline::{LedgerBytes, LedgerOutline};

/// A ledger for people.
pub fn sheet(printed: &LedgerOutline) -> Sheet {
    let mut sheet = Sheet::default();
    let outline = &printed.outline;
    sheet.title(super::title(&outline.id, &outline.title));
    bytes(&mut sheet, &printed.ledger.bytes);
    sheet.heading("Sentences");
    for entry in &printed.ledger.entries {
        sheet.item(0, Mark::Label(format!("{}:", entry.role)), &entry.text);
    }
    sheet
}

fn bytes(sheet: &mut Sheet, bytes: &LedgerBytes) {
    sheet.heading("Bytes");
    let about = format!(
        "{} in all: {} of fields, {} of the body",
        bytes.source, bytes.fields, bytes.body
    );
    sheet.paragraph(0, about);
    let rest = [
        ("marks", bytes.marks),
        ("blanks", bytes.blanks),
        ("lost", bytes.lost),
    ];
    let roles = bytes.roles.iter().map(|(role, count)| (*role, *count));
    for (name, count) in roles.chain(rest) {
        sheet.item(0, Mark::Bullet, format!("{name}: {count}"));
    }
}
