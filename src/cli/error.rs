//! Why a command failed.

/// Why a command failed.
#[derive(Debug)]
pub struct Error {
    /// What is so and what to do.
    pub text: String,
    /// 1: it could not be done, 2: the call was wrong.
    pub code: u8,
}

impl Error {
    /// It could not be done.
    pub fn failed(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            code: 1,
        }
    }

    /// The call was wrong.
    pub fn usage(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            code: 2,
        }
    }
}
