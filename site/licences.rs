//! Who wrote what the program and its sites are made of, and under which licences. `tests/supply` writes both texts and holds them to Cargo.lock.

/// For whoever has the program.
pub const PROGRAM: &str = include_str!("../licences/program.txt");

/// For whoever has a site.
pub const SITE: &str = include_str!("../licences/site.txt");
