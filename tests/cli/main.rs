//! The command line, run as it is built.

mod build_again;
mod build_desk;
mod build_hard;
mod build_packed;
mod build_site;
mod calls;
mod find;
mod run;
