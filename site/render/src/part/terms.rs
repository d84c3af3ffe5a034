//! Finds the glossary's terms in running text: whole words, the longest form first.

use aho_corasick::{AhoCorasick, MatchKind};
use fingerpost_model::Term;
use std::ops::Range;

/// All forms of all terms, ready to be searched for.
#[derive(Debug)]
pub struct Terms {
    /// `None` when there are no terms.
    searcher: Option<AhoCorasick>,
    /// By number of the pattern: the form, and its term's number in the glossary.
    forms: Vec<(String, usize)>,
}

impl Terms {
    /// The terms of a glossary.
    pub fn of(glossary: &[Term]) -> Terms {
        let forms: Vec<(String, usize)> = glossary
            .iter()
            .enumerate()
            .flat_map(|(number, term)| term.forms.iter().map(move |form| (form.clone(), number)))
            .filter(|(form, _)| !form.is_empty())
            .collect();
        // All matches, overlapping ones too: the longest may end inside a word while a shorter one is a whole word.
        let searcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(forms.iter().map(|(form, _)| form))
            .ok()
            .filter(|_| !forms.is_empty());
        Terms { searcher, forms }
    }

    /// Where terms stand in a text, leftmost first and without overlap, with the number of each.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let Some(searcher) = &self.searcher else {
            return Vec::new();
        };
        let mut found: Vec<(Range<usize>, usize)> = searcher
            .find_overlapping_iter(text)
            .filter(|hit| is_whole_word(text, &hit.range()))
            .filter_map(|hit| {
                let (form, number) = &self.forms[hit.pattern().as_usize()];
                // "IT" is a term, "it" is not; "Filtering" at the start of a sentence is "filtering".
                let as_typed = form.chars().any(char::is_lowercase) || *form == text[hit.range()];
                as_typed.then(|| (hit.range(), *number))
            })
            .collect();
        found.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
        let mut end = 0;
        found.retain(|(range, _)| {
            let free = range.start >= end;
            if free {
                end = range.end;
            }
            free
        });
        found
    }
}

fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let joins = |character: char| character.is_alphanumeric() || character == '-' || character == '_';
    !text[..range.start].chars().next_back().is_some_and(joins) && !text[range.end..].chars().next().is_some_and(joins)
}

/// The form under which a term is listed, with its abbreviation. Its other forms are there to be found in texts.
pub fn listed(term: &Term) -> String {
    let is_short = |form: &&String| form.len() > 1 && !form.chars().any(char::is_lowercase);
    match term.forms.split_first() {
        None => term.id.clone(),
        Some((first, rest)) => match rest.iter().find(is_short) {
            Some(short) if !is_short(&first) => format!("{first} ({short})"),
            _ => first.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use fingerpost_model::Term;
    use fingerpost_model::place::Place;
    use std::sync::Arc;

    fn found(forms: &[&[&str]], text: &str) -> Vec<(String, usize)> {
        let place = Place::start_of(&Arc::from("glossary.md"));
        let glossary: Vec<Term> = forms
            .iter()
            .map(|forms| Term {
                id: forms[0].to_owned(),
                forms: forms.iter().map(|&form| form.to_owned()).collect(),
                meaning: Vec::new(),
                place: place.clone(),
            })
            .collect();
        Terms::of(&glossary).find(text).into_iter().map(|(range, number)| (text[range].to_owned(), number)).collect()
    }

    #[test]
    fn the_longest_form_wins_and_a_shorter_one_stands_in_where_it_is_no_whole_word() {
        let forms: &[&[&str]] = &[&["block"], &["block list"]];
        assert_eq!(found(forms, "The block list."), [("block list".into(), 1)]);
        assert_eq!(found(forms, "Two block lists."), [("block".into(), 0)]);
        assert_eq!(found(forms, "Unblock and blocks."), []);
    }

    #[test]
    fn letters_case_matters_only_to_abbreviations() {
        let forms: &[&[&str]] = &[&["IT"], &["filtering", "filter"]];
        assert_eq!(found(forms, "It is IT. Filter it."), [("IT".into(), 0), ("Filter".into(), 1)]);
    }

    #[test]
    fn an_empty_glossary_finds_nothing() {
        assert_eq!(found(&[], "Nothing."), []);
    }
}
