//! The command line, run as it is built.

mod build;
mod calls;
mod find;
mod run;
