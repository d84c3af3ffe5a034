//! The context of one page while it is written: where it stands, which places it has of its own, which glossary terms it has already
//! linked, and which symbols it shows.

use super::anchors::ids_in;
use super::here::Here;
use super::language::LangAttrs;
use super::site_context::SiteContext;
use super::urls;
use crate::ssr::{self, Screen};
use fingerpost_model::{Example, PageId, PageName, Target};
use maud::{Markup, html};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What shows an example of a handbook. The pages of the handbook alone have one; it draws what itself needs the context of its page.
pub type ShowExample = fn(&PageContext, &Example) -> Markup;

/// The context of one page while it is written.
pub struct PageContext<'b> {
    /// What the reader may see, and what all pages share.
    pub site: &'b SiteContext<'b>,
    /// Where the page stands.
    pub here: Here,
    /// The ids on this page of parts that have their usual place on another page: links to them stay here.
    own: BTreeSet<String>,
    /// The page on which parts stand that not everybody sees, with their ids there, where this page leads to them.
    restricted: Option<(String, BTreeSet<String>)>,
    /// Whether the page holds parts of several sections, so that the ids of headings need the section's name to be told apart.
    gathers: bool,
    /// What shows the examples on it.
    pub show_example: Option<ShowExample>,
    /// The terms that are linked already; `None` on a page that links none.
    linked: RefCell<Option<BTreeSet<usize>>>,
    symbols: RefCell<BTreeSet<String>>,
    /// The screens of the player that the page has asked for.
    screens: RefCell<Vec<Screen>>,
    /// How many tables there are of each name.
    tables: RefCell<BTreeMap<String, usize>>,
}

impl<'b> PageContext<'b> {
    /// The context of the page with this path. It links no glossary terms.
    pub fn new(site_cx: &'b SiteContext<'b>, path: &str) -> PageContext<'b> {
        PageContext {
            site: site_cx,
            here: Here::new(path, &site_cx.shared.languages),
            own: BTreeSet::new(),
            restricted: None,
            gathers: false,
            show_example: None,
            linked: RefCell::new(None),
            symbols: RefCell::default(),
            screens: RefCell::default(),
            tables: RefCell::default(),
        }
    }

    /// Links each glossary term where it first stands on the page.
    pub fn with_terms(self) -> PageContext<'b> {
        PageContext { linked: RefCell::new(Some(BTreeSet::new())), ..self }
    }

    /// Makes it a page that gathers parts of several sections; `own` are the ids that these get on it.
    pub fn gathering(self, own: BTreeSet<String>) -> PageContext<'b> {
        PageContext { own, gathers: true, ..self }
    }

    /// Links to parts that not everybody sees lead to the page that shows them, with `ids` as the places there.
    pub fn leading_to(self, page: String, ids: BTreeSet<String>) -> PageContext<'b> {
        PageContext { restricted: Some((page, ids)), ..self }
    }

    /// Shows the examples of a handbook on the page with this function.
    pub fn showing(self, example: ShowExample) -> PageContext<'b> {
        PageContext { show_example: Some(example), ..self }
    }

    /// Makes every link absolute in the site, because the page is shown at any address.
    pub fn anywhere(self) -> PageContext<'b> {
        let here = self.here.anywhere(self.site.shared.base_path.as_deref());
        PageContext { here, ..self }
    }

    /// The language of another page of the site, where it is not this page's.
    pub fn hreflang(&self, path: &str) -> Option<&'b str> {
        self.site.shared.languages.of_page(path)
    }

    /// Says of a link to another page that it leads to another language, if it does.
    pub fn abroad(&self, path: &str) -> Markup {
        html! { @if self.hreflang(path).is_some() { " " small { (self.site.text("only_original")) } } }
    }

    /// The attributes of words from an author's page on this one.
    pub fn lang_attrs_of(&self, page: &PageId) -> LangAttrs<'b> {
        self.site.shared.languages.attrs_of(page)
    }

    /// The language of what a target leads to, where it is a page of the site in another one.
    pub fn target_language(&self, target: &Target) -> Option<&'b str> {
        let Target::Page { page, .. } = target else { return None };
        let path = match page {
            PageId::Section(slug) if self.own.contains(&section_id(slug)) => return None,
            PageId::Section(slug) => urls::section(slug),
            PageId::Fixed(name) => urls::fixed(*name).to_owned(),
            PageId::Glossary => urls::GLOSSARY.to_owned(),
            PageId::Lesson(id) => urls::lesson(id),
            PageId::Agreement(id) => urls::agreement(id),
            PageId::Quiz(id) => urls::quiz(id),
            PageId::Induction(id) => urls::induction(id),
            PageId::Laws => urls::LAWS.to_owned(),
            PageId::OtherPolicies => urls::OTHER_POLICIES.to_owned(),
            PageId::Handbook(slug) => urls::handbook(self.site.view.handbook(), slug),
        };
        self.hreflang(&path)
    }

    /// The id of a heading of a section on this page.
    pub fn part_id(&self, slug: &str, id: &str) -> String {
        if self.gathers { gathered_id(slug, id) } else { id.to_owned() }
    }

    /// Notes that the page shows a symbol.
    pub fn shows(&self, symbol: &str) {
        if !self.symbols.borrow().contains(symbol) {
            self.symbols.borrow_mut().insert(symbol.to_owned());
        }
    }

    /// Asks for a screen of the player, which [`super::screens::put_into`] puts into the place that is returned.
    pub fn screen(&self, screen: Screen) -> Markup {
        let mut screens = self.screens.borrow_mut();
        screens.push(screen);
        ssr::place(screens.len() - 1)
    }

    /// The screens that were asked for, which are then nobody else's.
    pub fn take_screens(&self) -> Vec<Screen> {
        self.screens.take()
    }

    /// The name of the next table about something: that, and a number where the page has another one about it.
    pub fn name_of_table(&self, about: &str) -> String {
        let name = if about.is_empty() {
            self.site.text("table").to_owned()
        } else {
            self.site.fill("table_about", &[("about", about)])
        };
        let mut tables = self.tables.borrow_mut();
        let count = tables.entry(name.clone()).or_insert(0);
        *count += 1;
        match *count {
            1 => name,
            count => format!("{name} ({count})"),
        }
    }

    /// The symbols that the page shows.
    pub fn symbols(&self) -> BTreeSet<String> {
        self.symbols.borrow().clone()
    }

    /// The glossary terms in a text that are to be linked: those that no text before it on this page has.
    pub fn new_terms(&self, text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
        match self.linked.borrow_mut().as_mut() {
            None => Vec::new(),
            Some(linked) => {
                let mut found = self.site.shared.terms.find(text);
                found.retain(|(_, term)| linked.insert(*term));
                found
            }
        }
    }

    /// The address of a target, as this page writes it; `None` where the reader may not go, or there is nothing to go to.
    pub fn link(&self, target: &Target) -> Option<String> {
        match target {
            Target::Address(address) => {
                ["https:", "http:", "tel:", "sms:"].iter().any(|scheme| address.starts_with(scheme)).then(|| address.clone())
            }
            Target::Page { page, fragment } => self.link_to_page(page, fragment.as_deref()),
        }
    }

    fn link_to_page(&self, page: &PageId, fragment: Option<&str>) -> Option<String> {
        let public = &self.site.shared.public;
        let with = |path: &str, ids: Option<&BTreeSet<&str>>| {
            let fragment = fragment.filter(|fragment| ids.is_some_and(|ids| ids.contains(fragment)));
            let to = self.here.to(path);
            fragment.map_or(to.clone(), |fragment| format!("{to}#{fragment}"))
        };
        match page {
            PageId::Section(slug) => {
                // A clause has its own id wherever it stands, a heading and a section one with the section's name.
                let gathered = [fragment.map_or_else(|| section_id(slug), |id| gathered_id(slug, id))];
                let mut as_gathered = fragment.map(str::to_owned).into_iter().chain(gathered);
                if let Some(own) = as_gathered.clone().find(|id| self.own.contains(id)) {
                    return Some(format!("#{own}"));
                }
                let ids = public.sections.get(slug.as_str());
                let is_public = ids.is_some_and(|ids| fragment.is_none_or(|id| ids.contains(id)));
                if let Some((page, theirs)) = self.restricted.as_ref().filter(|_| !is_public)
                    && let Some(id) = as_gathered.find(|id| theirs.contains(id))
                {
                    return Some(format!("{}#{id}", self.here.to(page)));
                }
                Some(with(&urls::section(slug), Some(ids?)))
            }
            PageId::Fixed(PageName::NotFound) => None,
            PageId::Fixed(name) => Some(with(urls::fixed(*name), public.fixed.get(name))),
            PageId::Glossary => Some(with(urls::GLOSSARY, Some(&public.terms))),
            // Without an entry there may be no page.
            PageId::Laws => {
                fragment.filter(|id| public.laws.contains(*id)).map(|id| self.here.to(&format!("{}#{id}", urls::LAWS)))
            }
            PageId::OtherPolicies => fragment
                .filter(|id| public.policies.contains(*id))
                .map(|id| self.here.to(&format!("{}#{id}", urls::OTHER_POLICIES))),
            PageId::Handbook(slug) => {
                let ids = public.handbook.get(slug.as_str())?;
                Some(with(&urls::handbook(self.site.view.handbook(), slug), Some(ids)))
            }
            PageId::Lesson(id) => public.lessons.contains(id.as_str()).then(|| self.here.to(&urls::lesson(id))),
            PageId::Agreement(id) => Some(with(&urls::agreement(id), Some(public.agreements.get(id.as_str())?))),
            PageId::Quiz(id) => public.quizzes.contains(id.as_str()).then(|| self.here.to(&urls::quiz(id))),
            PageId::Induction(id) => {
                let course = self.site.view.inductions().iter().find(|page| page.id == *id)?;
                let ids = ids_in(&course.document);
                Some(with(&urls::induction(id), Some(&ids)))
            }
        }
    }
}

/// The id of a section on a page that gathers several.
pub fn section_id(slug: &str) -> String {
    format!("section--{slug}")
}

/// The id of a heading on a page that gathers several sections.
pub fn gathered_id(slug: &str, id: &str) -> String {
    format!("{slug}--{id}")
}
