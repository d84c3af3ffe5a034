//! The languages of a site: which pages are written in which, where they stand, and how words are marked that are in another language
//! than their page. The original stands at the root and has every page; a translation stands in a folder of its tag and has what is
//! translated, with the generated pages that lead to it. What it does not have, its links find in the original.

use super::urls;
use crate::readers::{Readers, Translated};
use crate::view::View;
use fingerpost_model::language::is_right_to_left;
use fingerpost_model::{Age, Audience, PageId, PageName};
use maud::{Markup, Render, html};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A language in which pages are written.
#[derive(Debug, Default)]
pub struct Edition {
    /// Its tag.
    pub tag: String,
    /// What its speakers call it.
    pub name: String,
    /// Which pages it has, by their paths in the original; `None` for the original, which has them all.
    pages: Option<BTreeMap<String, Age>>,
    /// What is translated of the pages that authors write.
    translated: BTreeMap<PageId, Age>,
}

impl Edition {
    fn original(public: &View) -> Edition {
        Edition { tag: public.language().to_owned(), name: name(public), ..Edition::default() }
    }

    fn of(translated: &Translated, original: &View) -> Edition {
        let public = translated.readers.everybody();
        Edition {
            tag: public.language().to_owned(),
            name: name(&public),
            pages: Some(planned(translated, &public, original)),
            translated: translated.pages.clone(),
        }
    }

    /// Whether it has this page.
    pub fn has(&self, path: &str) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.contains_key(path))
    }

    /// Where its page, or what stands for it in the original, is.
    pub fn path(&self, path: &str) -> String {
        match &self.pages {
            Some(pages) if pages.contains_key(path) => format!("{}/{path}", self.tag),
            _ => path.to_owned(),
        }
    }

    /// `rtl` for a language that is written from right to left.
    pub fn direction(&self) -> Option<&'static str> {
        is_right_to_left(&self.tag).then_some("rtl")
    }
}

fn name(public: &View) -> String {
    public.word("language_name").unwrap_or(public.language()).to_owned()
}

/// The pages that a translation has: what is translated, and what is made from it.
fn planned(translated: &Translated, public: &View, original: &View) -> BTreeMap<String, Age> {
    let age_of = |slug: &str| translated.pages.get(&PageId::Section(slug.to_owned())).copied();
    let mut pages = BTreeMap::new();
    let mut oldest = None;
    for section in public.sections().iter() {
        if let Some(age) = age_of(&section.slug) {
            pages.insert(urls::section(&section.slug), age);
            oldest = oldest.max(Some(age));
        }
    }
    if let Some(age) = oldest {
        pages.insert(urls::POLICY.to_owned(), Age::Current);
        if public.sections().iter().all(|section| age_of(&section.slug).is_some()) {
            pages.insert(urls::POLICY_ALL.to_owned(), age);
        }
    }
    for audience in Audience::WITH_A_PAGE {
        let ages = translated.readers.sections_of(audience).filter_map(age_of);
        if let Some(age) = ages.max() {
            pages.insert(urls::audience(audience), age);
        }
    }
    for (page, age) in translated.pages {
        match page {
            PageId::Section(_) | PageId::Fixed(PageName::NotFound) | PageId::Laws | PageId::OtherPolicies => {}
            // These are in the original only.
            PageId::Quiz(_) | PageId::Induction(_) | PageId::Handbook(_) => {}
            PageId::Fixed(name) => {
                pages.insert(urls::fixed(*name).to_owned(), *age);
            }
            PageId::Glossary => {
                pages.insert(urls::GLOSSARY.to_owned(), *age);
            }
            PageId::Agreement(id) => {
                pages.insert(urls::agreement(id), *age);
            }
            PageId::Lesson(id) => {
                pages.insert(urls::lesson(id), *age);
                pages.insert(urls::lesson_adult(id), *age);
                if public.lessons().iter().any(|page| page.lesson.id == *id && !page.worksheet.is_empty()) {
                    pages.insert(urls::lesson_worksheet(id), *age);
                }
                pages.insert(urls::LESSONS.to_owned(), Age::Current);
            }
        }
    }
    if public.roles() != original.roles() || public.links() != original.links() {
        pages.entry(urls::fixed(PageName::Contacts).to_owned()).or_insert(Age::Current);
    }
    // Whoever finds one page of a language finds the others from its home page.
    if !pages.is_empty() {
        pages.entry(urls::fixed(PageName::Home).to_owned()).or_insert(Age::Current);
    }
    pages
}

/// All languages of a site, seen from one of them.
#[derive(Clone, Debug)]
pub struct Languages {
    /// The original first.
    all: Arc<[Edition]>,
    here: usize,
}

impl Languages {
    /// The languages of a setting, whose original everybody sees so, seen from the original.
    pub fn of(readers: Readers, public: &View) -> Languages {
        let translations = readers.translations().map(|translated| Edition::of(&translated, public));
        Languages { all: std::iter::once(Edition::original(public)).chain(translations).collect(), here: 0 }
    }

    /// These languages, seen from the translation with this number.
    pub fn from(&self, translation: usize) -> Languages {
        Languages { here: translation + 1, ..self.clone() }
    }

    /// The language from which the others are seen.
    pub fn here(&self) -> &Edition {
        &self.all[self.here]
    }

    /// Whether this is not the original.
    pub fn is_translation(&self) -> bool {
        self.here != 0
    }

    /// The language of the original.
    pub fn original(&self) -> &Edition {
        &self.all[0]
    }

    /// The languages that have this page, if there are several.
    pub fn with(&self, path: &str) -> Vec<&Edition> {
        let with: Vec<&Edition> = self.all.iter().filter(|edition| edition.has(path)).collect();
        if with.len() > 1 { with } else { Vec::new() }
    }

    /// The language of a page of the site to which this one leads, where it is another than this page's.
    pub fn of_page(&self, path: &str) -> Option<&str> {
        (!self.here().has(path)).then_some(&self.original().tag)
    }

    /// Whether the original of this page may say something newer.
    pub fn is_older(&self, path: &str) -> bool {
        self.here().pages.as_ref().is_some_and(|pages| pages.get(path) == Some(&Age::Older))
    }

    /// Whether an author's page is translated, and how old that is. In the original everything is as it should be.
    pub fn age_of(&self, page: &PageId) -> Option<Age> {
        if self.is_translation() { self.here().translated.get(page).copied() } else { Some(Age::Current) }
    }

    /// The attributes of words from an author's page: none where it is translated, the original's where it is not.
    pub fn attrs_of(&self, page: &PageId) -> LangAttrs<'_> {
        if self.age_of(page).is_some() { LangAttrs::default() } else { self.original_attrs() }
    }

    /// The attributes of words of the original in a translation; none in the original itself.
    pub fn original_attrs(&self) -> LangAttrs<'_> {
        let (here, original) = (self.here(), self.original());
        if !self.is_translation() {
            return LangAttrs::default();
        }
        let dir = original.direction().unwrap_or("ltr");
        LangAttrs { lang: Some(&original.tag), dir: (here.direction() != original.direction()).then_some(dir) }
    }

    /// The direction of numbers such as `01632 960 101`, where the page runs the other way.
    pub fn of_numbers(&self) -> Option<&'static str> {
        self.here().direction().map(|_| "ltr")
    }

    /// A number such as `5.2.1(b)`, in its own order on every page.
    pub fn number(&self, number: &str) -> Markup {
        let dir = self.of_numbers();
        html! { @if dir.is_some() { bdi dir=[dir] { (number) } } @else { (number) } }
    }
}

/// `lang` and `dir` of words that are in another language than their page; neither where they are not.
#[derive(Clone, Copy, Debug, Default)]
pub struct LangAttrs<'a> {
    /// The language.
    pub lang: Option<&'a str>,
    /// Its direction, where it is another than the page's.
    pub dir: Option<&'a str>,
}

impl LangAttrs<'_> {
    /// Wraps pieces of a page in a `div` with the attributes, where there are any.
    pub fn block(self, inner: Markup) -> Markup {
        if self.lang.is_some() {
            html! { div lang=[self.lang] dir=[self.dir] { (inner) } }
        } else {
            inner
        }
    }

    /// Wraps words in a `span` with the attributes, where there are any.
    pub fn words(self, inner: Markup) -> Markup {
        if self.lang.is_some() {
            html! { span lang=[self.lang] dir=[self.dir] { (inner) } }
        } else {
            inner
        }
    }
}

/// A text of the setting, marked where it is not translated.
pub struct LangText<'a> {
    /// The text.
    pub text: std::borrow::Cow<'a, str>,
    /// `lang` and `dir` that say so.
    pub attrs: LangAttrs<'a>,
}

impl Render for LangText<'_> {
    fn render(&self) -> Markup {
        self.attrs.words(html! { (self.text) })
    }
}

#[cfg(test)]
mod tests {
    use super::Languages;
    use crate::readers::Readers;
    use crate::tests::sample;
    use fingerpost_model::{Age, PageId, PageName, Translation};
    use std::collections::BTreeMap;

    fn languages(pages: &[(PageId, Age)]) -> Languages {
        let mut setting = sample::setting();
        let mut translated = setting.clone();
        translated.language = "ar".to_owned();
        let pages: BTreeMap<PageId, Age> = pages.iter().cloned().collect();
        setting.translations = [Translation { language: "ar".to_owned(), setting: translated, pages }].into();
        let readers = Readers::of(&setting);
        Languages::of(readers, &readers.everybody()).from(0)
    }

    #[test]
    fn a_translated_section_brings_the_pages_that_lead_to_it() {
        let languages = languages(&[(PageId::Section("dsl".to_owned()), Age::Older)]);
        let here = languages.here();
        for (path, is_there) in [
            ("policy/dsl.html", true),
            ("policy/parents.html", false),
            ("policy/index.html", true),
            ("policy/all.html", false),
            ("for-parents.html", true),
            ("index.html", true),
            ("get-help.html", false),
            ("lessons/index.html", false),
        ] {
            assert_eq!(here.has(path), is_there, "{path}");
        }
        assert!(
            languages.is_older("policy/dsl.html") && languages.is_older("for-parents.html") && !languages.is_older("index.html")
        );
        assert_eq!(
            (here.path("policy/dsl.html"), here.path("get-help.html")),
            ("ar/policy/dsl.html".into(), "get-help.html".into())
        );
        assert_eq!(languages.of_page("get-help.html"), Some("en-GB"));
        assert_eq!(languages.with("policy/dsl.html").len(), 2);
        assert!(languages.with("get-help.html").is_empty());
        let attrs = languages.attrs_of(&PageId::Fixed(PageName::Home));
        assert_eq!((attrs.lang, attrs.dir), (Some("en-GB"), Some("ltr")));
    }

    #[test]
    fn words_on_buttons_alone_make_no_page() {
        assert!(!languages(&[]).here().has("index.html"));
    }
}
