//! The A to Z: every page, lesson and explained word by its first letter. It needs no script, so it stands on the search page for
//! those who have none, and for those who would rather look than type.

use super::page_context::PageContext;
use super::prose::heading_of;
use super::site_context::SiteContext;
use super::terms::listed;
use super::urls;
use crate::listed::{Listed, Reach};
use fingerpost_model::Audience;
use fingerpost_model::order::Order;
use maud::{Markup, html};

/// Something to be found: under which letters, by which words, what it is, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The name in small letters without the small word before it: what entries are sorted by.
    key: String,
    name: String,
    /// The key of the word that says what it is, for what is not simply a page.
    kind: Option<&'static str>,
    address: String,
}

/// The A to Z for everybody, or for an audience with its own page.
pub fn show(cx: &PageContext, pages: &[Listed], reader: Option<Audience>) -> Markup {
    let site_cx = cx.site;
    let letters = by_letter(entries(site_cx, pages, reader), &Order::of(site_cx.view.language()));
    let level = if site_cx.shared.has_search { 3 } else { 2 };
    html! {
        // Without a search the page itself is called so.
        @if site_cx.shared.has_search { h2 #a-to-z { (site_cx.text("a_to_z")) } }
        p { (site_cx.text("a_to_z_about")) }
        nav.letters aria-label=(site_cx.text("a_to_z_letters")) {
            ul role="list" {
                @for (number, (letter, _)) in letters.iter().enumerate() { li { a href={ "#letter-" (number + 1) } { (shown(site_cx, *letter)) } } }
            }
        }
        @for (number, (letter, entries)) in letters.iter().enumerate() {
            section.letter aria-labelledby={ "letter-" (number + 1) } {
                (heading_of(level, &format!("letter-{}", number + 1), &html! { (shown(site_cx, *letter)) }))
                ul role="list" {
                    @for entry in entries {
                        li {
                            a href=(cx.here.to(&entry.address)) { (entry.name) }
                            @if let Some(kind) = entry.kind { " " small { (site_cx.text(kind)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What this reader can find, not yet in order.
fn entries(site_cx: &SiteContext, pages: &[Listed], reader: Option<Audience>) -> Vec<Entry> {
    let small_words = site_cx.text("a_to_z_small_words");
    let entry = |name: &str, kind, address: String| Entry { key: key(name, small_words), name: name.to_owned(), kind, address };
    let can_find = |page: &&Listed| match page.reach {
        Reach::Everyone | Reach::ByName => true,
        Reach::Only(audience) => reader == Some(audience),
        Reach::Nobody => false,
    };
    let is_lesson = |path: &str| site_cx.view.lessons().iter().any(|page| path == urls::lesson(&page.lesson.id));
    let pages = pages.iter().filter(can_find).map(|page| {
        let kind = is_lesson(&page.path).then_some("a_to_z_lesson");
        entry(&page.title, kind, page.path.clone())
    });
    let terms = site_cx.view.glossary().iter().map(|term| {
        let address = format!("{}#{}", urls::GLOSSARY, term.id);
        entry(&listed(term), Some("a_to_z_term"), address)
    });
    pages.chain(terms).collect()
}

/// The entries in order, under their first letters. `None` is what begins with no letter; it comes first.
fn by_letter(entries: Vec<Entry>, order: &Order) -> Vec<(Option<char>, Vec<Entry>)> {
    let mut entries: Vec<_> = entries.into_iter().map(|entry| (order.letter(&entry.key), entry)).collect();
    entries.sort_by(|(letter, one), (other_letter, other)| {
        (letter.is_some().cmp(&other_letter.is_some()))
            .then_with(|| order.compare(&one.key, &other.key))
            .then_with(|| one.cmp(other))
    });
    let mut letters: Vec<(Option<char>, Vec<Entry>)> = Vec::new();
    for (letter, entry) in entries {
        match letters.last_mut() {
            Some((last, entries)) if *last == letter => entries.push(entry),
            _ => letters.push((letter, vec![entry])),
        }
    }
    letters
}

/// What a name is sorted by: "The head teacher" stands under H, where somebody looks for it.
fn key(name: &str, small_words: &str) -> String {
    let name = name.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let small = |word: &str| small_words.split_whitespace().any(|small| small.to_lowercase() == word);
    match name.split_once(' ') {
        Some((first, rest)) if small(first) => rest.to_owned(),
        _ => name,
    }
}

fn shown(site_cx: &SiteContext, letter: Option<char>) -> String {
    letter.map_or_else(|| site_cx.text("a_to_z_other").to_owned(), String::from)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Order, by_letter, key};

    fn entry(name: &str) -> Entry {
        Entry { key: key(name, "a an the"), name: name.to_owned(), kind: None, address: String::new() }
    }

    #[test]
    fn small_words_and_signs_before_a_name_do_not_count() {
        assert_eq!(key("The whole policy", "a an the"), "whole policy");
        assert_eq!(key("“Upskirting”", "a an the"), "upskirting”");
        assert_eq!(key("There is help", "a an the"), "there is help");
        assert_eq!(key("The", "a an the"), "the");
        assert_eq!(key("Der Plan", "der die das"), "plan");
    }

    #[test]
    fn entries_stand_in_order_under_their_letters_and_what_has_none_comes_first() {
        let names = ["the zebra", "Apple", "999", "an ant", "Éclair", "eel", "Euro", "apple pie"];
        let letters = by_letter(names.into_iter().map(entry).collect(), &Order::of("en-GB"));
        let found: Vec<(Option<char>, Vec<&str>)> = letters
            .iter()
            .map(|(letter, entries)| (*letter, entries.iter().map(|entry| entry.name.as_str()).collect()))
            .collect();
        assert_eq!(
            found,
            [
                (None, vec!["999"]),
                (Some('A'), vec!["an ant", "Apple", "apple pie"]),
                (Some('E'), vec!["Éclair", "eel", "Euro"]),
                (Some('Z'), vec!["the zebra"]),
            ]
        );
    }
}
