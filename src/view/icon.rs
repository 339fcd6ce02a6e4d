//! The few icons. They only repeat what words beside them say, so they are hidden from screen readers.

use super::node::{Element, el, of};

/// An icon of 20 by 20.
#[derive(Clone, Copy)]
pub enum Icon {
    /// A lens.
    Search,
    /// Goes on.
    Right,
    /// Goes back.
    Left,
    /// Opens.
    Down,
    /// A tick.
    Check,
    /// Closes.
    Close,
    /// A warning triangle.
    Hazard,
    /// Later.
    Clock,
    /// A printer.
    Print,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10M12.3 12.3 17 17",
            Self::Right => "M8 5l5 5-5 5",
            Self::Left => "M12 5l-5 5 5 5",
            Self::Down => "M5 8l5 5 5-5",
            Self::Check => "M4.5 10.5l4 4 7-8.5",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Hazard => "M10 3.2 17.6 16.5H2.4zM10 8v4M10 13.6v1.2",
            Self::Clock => "M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M10 6.5V10l2.5 1.5",
            Self::Print => "M6 7V3h8v4M6 13H3.5V7h13v6H14M6 11h8v6H6z",
        }
    }
}

/// Draws an icon.
pub fn icon(icon: Icon) -> Element {
    of("svg", "i")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", icon.path()))
}
