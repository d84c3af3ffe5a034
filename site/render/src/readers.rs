//! Who reads a setting. [`Readers`] is all that pages get of a [`Setting`]: it hands out the [`View`] of each reader, and never the setting.

use super::view::{View, may_see};
use fingerpost_model::{Age, Audience, Document, PageId, Part, QuizPage, Setting};
use std::collections::BTreeMap;

/// The readers of a setting, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Readers<'s>(&'s Setting);

/// What is translated of a setting.
#[derive(Clone, Copy, Debug)]
pub struct Translated<'s> {
    /// Which of the pages that authors write, and how old that is.
    pub pages: &'s BTreeMap<PageId, Age>,
    /// Its readers.
    pub readers: Readers<'s>,
}

impl<'s> Readers<'s> {
    /// The readers of a setting.
    pub fn of(setting: &'s Setting) -> Readers<'s> {
        Readers(setting)
    }

    /// What everybody sees. A handbook has no other readers.
    pub fn everybody(self) -> View<'s> {
        View::of(self.0, &[])
    }

    /// The view of an audience.
    pub fn audience(self, audience: Audience) -> View<'s> {
        View::of(self.0, &[audience])
    }

    /// The sections of the policy that an audience sees, by their addresses.
    pub fn sections_of(self, audience: Audience) -> impl Iterator<Item = &'s str> {
        let seen = self.0.sections.iter().filter(move |section| may_see(self.0, &[audience], &section.only));
        seen.map(|section| section.slug.as_str())
    }

    /// What all of these audiences see.
    pub fn all_of(self, audiences: &[Audience]) -> View<'s> {
        View::of(self.0, audiences)
    }

    /// The courses by their ids, each with those who take it.
    pub fn courses(self) -> impl Iterator<Item = (&'s str, &'s [Audience])> {
        self.taken().map(|course| (course.id.as_str(), course.audiences()))
    }

    /// The courses by name, with no more of each than the topics that those see who take it. Whether somebody has taken a course is known to
    /// their device alone, so everybody's page that shows it has to know the names of all of them.
    pub fn names_of_courses(self) -> Vec<QuizPage> {
        let name = |part: &Part| Part { blocks: Vec::new(), parts: Vec::new(), ..part.clone() };
        let named = self.taken().map(|course| {
            let seen = course.document.parts.iter().filter(|part| may_see(self.0, course.audiences(), &part.only));
            let parts = seen.map(name).collect();
            let document = Document { blocks: Vec::new(), parts, ..course.document.clone() };
            QuizPage { document, items: Vec::new(), ..course.clone() }
        });
        named.collect()
    }

    /// The readers of its translations.
    pub fn translations(self) -> impl Iterator<Item = Translated<'s>> {
        self.0
            .translations
            .iter()
            .map(|translation| Translated { pages: &translation.pages, readers: Readers(&translation.setting) })
    }

    /// The courses that somebody takes.
    fn taken(self) -> impl Iterator<Item = &'s QuizPage> {
        self.0.inductions.iter().filter(|course| !course.audiences().is_empty())
    }
}
