//! How hard a text is to read, in figures, and which of its words make it so. English only, but for sentences and words, which any language has.
//!
//! 1. [`sentence`]: a text to its sentences and words.
//! 2. [`syllables`]: how many syllables a word has.
//! 3. [`familiar`]: which words nearly everybody knows.
//! 4. [`turns`]: negatives and idioms.
//! 5. [`vocabulary`]: all of a sentence together, with what depends on a word alone found out once for each word.
//! 6. [`measure`]: all of a text together: words a sentence, Flesch-Kincaid grade, Flesch reading ease, share of hard words.
//!
//! What the figures cannot see: meaning, pictures, names, and whether a text is true or kind. Under 100 words a grade says little.

pub mod familiar;
pub mod measure;
pub mod sentence;
pub mod syllables;
pub mod turns;
pub mod vocabulary;
