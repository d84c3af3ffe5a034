//! The policy and the pages: documents with their clauses and numbers, what a section says in short, the glossary, and what a setting leaves out.

pub mod document;
pub mod glossary;
pub mod in_short;
pub mod leave_out;
pub mod section;
pub mod twins;
