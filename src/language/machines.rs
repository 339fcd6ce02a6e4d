//! Words for machines in the plural, which tell of a kind: `computers with two cards`.

/// What a kind of machine is called.
pub const MACHINES: &[&str] = &[
    "computers",
    "machines",
    "systems",
    "servers",
    "clients",
    "workstations",
    "laptops",
];
