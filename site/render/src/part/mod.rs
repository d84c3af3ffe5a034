//! What pages share, from the ground up:
//!
//! 1. Where everything is: [`urls`], [`here`], [`anchors`], [`assets`], [`hash`]; and in which language: [`language`].
//! 2. What a reader may see, with what all share: [`site_context`]. One page while it is written: [`page_context`], and the player's [`screens`] on it.
//! 3. Words as HTML: [`prose`], with [`tables`] and the glossary's [`terms`]; [`dates`], [`shapes`], [`symbols`].
//! 4. What is around every page: [`layout`], with [`content_security`], [`help`], [`languages`] and [`look`].
//! 5. What several kinds of pages show: of the policy a [`section`], [`rests`], [`duties`] (each a [`duty`]), [`restricted`] and
//!    [`approval`]; of lessons [`lesson_text`], [`lesson_symbols`] and [`answered`]; a [`sheet`] of paper; [`questions`]; the offer of
//!    [`keeping`]; the A to Z ([`a_to_z`]).

pub mod a_to_z;
pub mod anchors;
pub mod answered;
pub mod approval;
pub mod assets;
pub mod content_security;
pub mod dates;
pub mod duties;
pub mod duty;
pub mod hash;
pub mod help;
pub mod here;
pub mod keeping;
pub mod language;
pub mod languages;
pub mod layout;
pub mod lesson_symbols;
pub mod lesson_text;
pub mod look;
pub mod page_context;
pub mod prose;
pub mod questions;
pub mod restricted;
pub mod rests;
pub mod screens;
pub mod section;
pub mod shapes;
pub mod sheet;
pub mod site_context;
pub mod symbols;
pub mod tables;
pub mod terms;
pub mod urls;
