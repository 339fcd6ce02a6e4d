//! The command line: the only part, with `main`, that touches files and the network.

pub mod serve;
