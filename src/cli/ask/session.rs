//! One session: the answers so far, a line to read, a text to show.

use crate::guide::{Answer, Guide, Question};
use crate::interview::{Answers, replay};
use crate::plan::plan;
use crate::print::{self, Mark, Sheet};
use std::io::{self, BufRead, Read, Write};

/// The longest line that is read: whatever is longer answers nothing.
const LONGEST: u64 = 4096;

/// A session at the terminal, or at anything that reads and writes.
pub struct Session<'g, R, W> {
    /// The article.
    pub guide: &'g Guide,
    /// The answers so far.
    pub answers: Answers,
    /// The article's file, as it is shown.
    pub path: String,
    /// How wide to print.
    pub width: usize,
    /// Whether to show what is read.
    pub echo: bool,
    /// Whether the input has come to its end.
    pub ended: bool,
    /// The answers under which the plan was shown last.
    shown: Option<Answers>,
    input: R,
    out: W,
}

/// What became of a question.
pub enum Reply {
    /// It was answered.
    Answered,
    /// An empty line: it was left open.
    Left,
    /// The reader wants the question before.
    Back,
    /// The reader wants to stop.
    Quit,
    /// The input came to its end.
    Ended,
}

impl<'g, R: BufRead, W: Write> Session<'g, R, W> {
    /// A session without an answer yet, 80 columns wide.
    pub fn new(guide: &'g Guide, input: R, out: W) -> Self {
        Self {
            guide,
            answers: Answers::new(),
            path: String::new(),
            width: 80,
            echo: false,
            ended: false,
            shown: None,
            input,
            out,
        }
    }

    /// Shows number and title.
    pub fn title(&mut self) -> io::Result<()> {
        let meta = &self.guide.document.meta;
        let mut sheet = Sheet::default();
        sheet.title(print::title(&meta.id, &meta.title));
        self.show(&sheet)
    }

    /// Shows a line.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        let mut sheet = Sheet::default();
        sheet.paragraph(0, text);
        self.show(&sheet)
    }

    /// Shows a sheet.
    pub fn show(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.out
            .write_all(print::text(sheet, self.width).as_bytes())?;
        self.out.flush()
    }

    /// Shows a blank line.
    pub fn gap(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    /// Shows a question with its numbered answers under a heading.
    pub fn question(&mut self, index: usize, heading: &str) -> io::Result<()> {
        let Some(question) = self.guide.questions.get(index) else {
            return Ok(());
        };
        let mut sheet = Sheet::default();
        sheet.heading(heading);
        sheet.paragraph(0, &question.text);
        for (number, answer) in question.answers().iter().enumerate() {
            let mark = Mark::Label(format!("{}.", number + 1));
            sheet.item(0, mark, question.say(answer));
        }
        self.gap()?;
        self.show(&sheet)
    }

    /// Reads lines until one of them settles the question.
    pub fn reply(&mut self, index: usize) -> io::Result<Reply> {
        let guide = self.guide;
        let Some(question) = guide.questions.get(index) else {
            return Ok(Reply::Left);
        };
        loop {
            let Some(line) = self.line()? else {
                return Ok(Reply::Ended);
            };
            match line.to_lowercase().as_str() {
                "" => return Ok(Reply::Left),
                "b" => return Ok(Reply::Back),
                "q" => return Ok(Reply::Quit),
                "?" => {
                    self.gap()?;
                    self.show(&print::why(guide, question, &self.path))?;
                }
                typed => match picked(question, typed) {
                    Some(answer) => {
                        self.answers.insert(question.id.clone(), answer);
                        return Ok(Reply::Answered);
                    }
                    None => {
                        let last = question.answers().len();
                        self.say(&format!(
                            "Not an answer. Type a number from 1 to {last}, or u (not sure), b (back), ? (why), q (quit)."
                        ))?;
                    }
                },
            }
        }
    }

    /// Reads a line behind a prompt, its blanks taken off; `None` at the end of the input.
    pub fn line(&mut self) -> io::Result<Option<String>> {
        self.out.write_all(b"> ")?;
        self.out.flush()?;
        let mut bytes = Vec::new();
        let mut limited = self.input.by_ref().take(LONGEST);
        let read = limited.read_until(b'\n', &mut bytes)?;
        if read == 0 {
            self.ended = true;
            self.gap()?;
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes).trim().to_string();
        if self.echo {
            writeln!(self.out, "{}", print::text_line(&line))?;
        }
        Ok(Some(line))
    }

    /// Takes the last answer of the interview back, so that its question is asked again.
    pub fn back(&mut self) -> io::Result<()> {
        let questions = &self.guide.questions;
        let path = replay(self.guide, &self.answers).path;
        let mut answered = path.iter().filter_map(|index| questions.get(*index));
        let last = answered.rfind(|question| self.answers.contains_key(&question.id));
        match last {
            Some(question) => {
                self.answers.remove(&question.id);
                Ok(())
            }
            None => self.say("This is the first question."),
        }
    }

    /// Shows the plan, unless it has been shown under the same answers.
    pub fn plan(&mut self) -> io::Result<()> {
        if self.shown.as_ref() == Some(&self.answers) {
            return Ok(());
        }
        let plan = plan(self.guide, &self.answers);
        self.gap()?;
        self.show(&print::plan(self.guide, &self.answers, &plan))?;
        self.shown = Some(self.answers.clone());
        Ok(())
    }
}

/// The answer that was typed: its number, `u`, or the answer's own words.
fn picked(question: &Question, typed: &str) -> Option<Answer> {
    let answers = question.answers();
    if typed == "u" {
        return Some(Answer::Unknown);
    }
    if let Ok(number) = typed.parse::<usize>() {
        return answers.into_iter().nth(number.checked_sub(1)?);
    }
    let said = |answer: &Answer| question.say(answer).to_lowercase() == typed;
    answers.into_iter().find(said)
}
