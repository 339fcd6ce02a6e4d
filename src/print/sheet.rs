//! What is to be printed, line by line, before it is known how.

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The lines in order.
    pub lines: Vec<Line>,
}

/// A line, which may be longer than a terminal is wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What it all is about.
    Title(String),
    /// What the next lines are about.
    Heading(String),
    /// Running text, under so many items.
    Paragraph(usize, String),
    /// An item under so many others.
    Item(usize, Mark, String),
    /// Text as it stands, line breaks and all, under so many items.
    Code(usize, String),
}

/// What stands in front of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing of its own.
    Bullet,
    /// A label: `3.`
    Label(String),
    /// The label, maybe empty, of something to do: a ticket shows a box to tick.
    ToDo(String),
}

impl Line {
    /// Under how many items it stands.
    pub fn depth(&self) -> usize {
        match self {
            Self::Title(_) | Self::Heading(_) => 0,
            Self::Paragraph(depth, _) | Self::Item(depth, ..) | Self::Code(depth, _) => *depth,
        }
    }
}

impl Sheet {
    /// Adds a title.
    pub fn title(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Title(text.into()));
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Heading(text.into()));
    }

    /// Adds running text; nothing where it is empty.
    pub fn paragraph(&mut self, depth: usize, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.lines.push(Line::Paragraph(depth, text));
        }
    }

    /// Adds an item.
    pub fn item(&mut self, depth: usize, mark: Mark, text: impl Into<String>) {
        self.lines.push(Line::Item(depth, mark, text.into()));
    }

    /// Adds text as it stands.
    pub fn code(&mut self, depth: usize, text: impl Into<String>) {
        self.lines.push(Line::Code(depth, text.into()));
    }
}
