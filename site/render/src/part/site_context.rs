//! The context of all pages of one reader: what the reader may see, the site's words, and where everything is.

use super::anchors::Anchors;
use super::assets::Assets;
use super::language::{LangAttrs, LangText, Languages};
use super::terms::Terms;
use crate::view::View;
use fingerpost_lesson::strings::fill;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_model::carried::Symbol;
use std::collections::BTreeSet;

/// What all pages in one language share, whoever reads them.
#[derive(Debug)]
pub struct Shared<'a> {
    /// The symbols that the program brings.
    pub symbols: &'static [Symbol],
    /// The paths of the style sheet and the scripts.
    pub assets: Assets,
    /// The places of the public pages.
    pub public: Anchors<'a>,
    /// The public clauses of the original, if this is a translation.
    pub clauses_of_original: BTreeSet<&'a str>,
    /// The glossary's terms.
    pub terms: Terms,
    /// The languages of the site, seen from this one.
    pub languages: Languages,
    /// Where the site will stand, where that is known.
    pub base_url: Option<String>,
    /// The path under which the site stands, where that is known.
    pub base_path: Option<String>,
    /// Whether pages reload when the content changes.
    pub live_reload: bool,
    /// Whether words can be searched for; else there is the A to Z alone.
    pub has_search: bool,
}

/// The context of all pages that one reader may see in one language.
#[derive(Debug)]
pub struct SiteContext<'a> {
    /// What this reader may see.
    pub view: View<'a>,
    /// What the reader may see of the original, if this is a translation.
    pub original: Option<View<'a>>,
    /// What all pages share.
    pub shared: &'a Shared<'a>,
}

impl SiteContext<'_> {
    /// What a page of it says of the voices that may speak.
    pub fn voice_rule(&self) -> VoiceRule {
        VoiceRule { language: self.view.language().to_owned(), online: self.view.online_voices() }
    }

    /// The text of strings.toml with this key. A missing one is its key, which the loader has complained of.
    pub fn text<'k>(&'k self, key: &'k str) -> &'k str {
        self.view.word(key).unwrap_or(key)
    }

    /// What the page is called that searches, where something is searched, and has the A to Z.
    pub fn search_title(&self) -> &str {
        self.text(if self.shared.has_search { "search_title" } else { "a_to_z" })
    }

    /// The text of strings.toml with this key, with values in the place of `{names}`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// A text of the setting. In a translation it is marked where it is the original's.
    pub fn lang_text(&self, pick: impl for<'v> Fn(&'v View<'_>) -> Option<&'v str>) -> LangText<'_> {
        let text = pick(&self.view).unwrap_or_default();
        let is_originals = self.original.as_ref().is_some_and(|original| pick(original) == Some(text));
        let attrs = if is_originals { self.shared.languages.original_attrs() } else { LangAttrs::default() };
        LangText { text: text.into(), attrs }
    }

    /// The title of a role, with a capital; the id where there is no such role.
    pub fn role_title(&self, id: &str) -> LangText<'_> {
        let title = self.lang_text(|view| view.roles().iter().find(|role| role.id == id).map(|role| role.title.as_str()));
        LangText { text: capital(if title.text.is_empty() { id } else { &title.text }).into(), ..title }
    }
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
