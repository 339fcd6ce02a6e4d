//! What only a browser can show: the engine as WebAssembly and the site's pages, in a real headless Chromium.
//!
//! `cargo xtask test` builds the engine, finds Chromium and runs these tests. A plain `cargo test` has neither and
//! says that it leaves them out.

mod bad_input;
mod blink;
mod browse;
mod engine;
mod harness;
mod hostile;
mod interview;
mod lookup;
mod packed;
mod page;
mod pictures;
mod plan;
mod sources;
mod speed;
