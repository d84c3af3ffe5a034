//! What a setting is, once loaded: plain data, every part with its place, and the questions that are asked of it by whoever loads, checks
//! and renders it. Nothing here reads, checks or renders.
//!
//! - The data: [`Setting`] and what is in it; [`place`]: where it stands in which file; [`walk`]: the one way through a document.
//! - Complaints: [`finding`] and [`rules`].
//! - Words: [`text`], [`language`], [`letters`], [`order`], [`fingerprint`]; the site's own words: [`words`].
//! - What people type: [`phone`], [`email`], [`web_address`], [`colour`] and the [`themes`] made from it.
//! - [`carried`]: what the program brings besides the content; [`media`]: the kinds of files that a site is made of.

pub mod carried;
pub mod colour;
pub mod email;
pub mod finding;
pub mod fingerprint;
pub mod language;
pub mod letters;
pub mod media;
pub mod order;
pub mod phone;
pub mod place;
pub mod rules;
pub mod text;
pub mod themes;
pub mod walk;
pub mod web_address;
pub mod words;

mod audience;
mod clause_review;
mod day;
mod document;
mod invented;
mod lessons;
mod page;
mod policy;
mod quizzes;
mod references;
mod sentence;
mod setting;

pub use audience::{Audience, Only, Strength};
pub use clause_review::{PolicyDependent, ReviewFile, ReviewRecord, ReviewRecords};
pub use day::Day;
pub use document::{Align, Block, Clause, Document, Example, Inline, Item, Part, Piece, Table, Target};
pub use invented::{ExampleFact, Invented};
pub use lessons::{Agreement, LessonPage, Promise, Sound};
pub use page::{PageId, PageName};
pub use policy::{Approval, InShort, PolicyFacts, Role, Section, Term};
pub use quizzes::{QuizItem, QuizPage};
pub use references::{Change, Checked, Law, LawStatus, Link, LinkStatus, OtherPolicy};
pub use sentence::{ReadingLevel, Sentence};
pub use setting::{Age, HandbookPage, Host, Logo, Setting, Translation};
