//! Drives Chromium over WebDriver: a site, a page on it, and what a reader does and sees there.
//!
//! Every wait has an end, every failure says what was there instead, and nothing outlives its test: the browser,
//! its driver, its profile, the server and the site's folder end with the value that owns them, on a panic too.

mod command;
mod driver;
mod folder;
mod page;
mod site;

pub use page::Page;
pub use site::Site;

/// What xtask tells the tests in the variable `name`.
fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: run the browser's tests with `cargo xtask test`")
    })
}
