//! The rules of files: what is saved comes back, what is put together loses nothing, and any file is met without a panic.

use crate::lines::{any_text, line};
use crate::readable::{order, readable};
use fingerpost_lesson::keep::file::{Brought, Refused, merge, read_file, write_file};
use fingerpost_lesson::keep::line::{Done, Line};
use fingerpost_lesson::keep::text::{Text, put};
use fingerpost_lesson::keep::who::Who;
use proptest::prelude::*;

/// The file as the page shows it in the documentation of the module: a change of form is a change of what people have saved.
#[test]
fn a_file_has_this_form() {
    let texts = [
        (Who::numbered("483920").unwrap(), "fingerpost 2\nme picture=fox nickname=blue-kite\n".to_owned()),
        (Who::default(), "fingerpost 2\nlearner of the week\n".to_owned()),
        (Who::numbered("5").unwrap(), "fingerpost 3\nnew things\n".to_owned()),
    ];
    let file = write_file("This is yours.\nKeep it.", "", &texts, &[]);
    assert_eq!(
        file,
        "fingerpost 2\n# This is yours.\n# Keep it.\nlearner 483920\nme picture=fox nickname=blue-kite\nlearner\n\
         aside learner of the week\nend sum=b423fdb0\n"
    );
    let brought = read_file(&file).unwrap();
    assert!(brought.is_whole);
    assert_eq!(brought.learners.len(), 2);
}

#[test]
fn a_change_of_one_letter_and_what_was_added_are_noticed() {
    let file = write_file("Words.", "", &[(Who::default(), "fingerpost 2\nsticker shape=star\n".to_owned())], &[]);
    let is_whole = |file: &str| read_file(file).unwrap().is_whole;
    assert!(is_whole(&file));
    assert!(!is_whole(&file.replace("star", "stir")));
    assert!(!is_whole(&format!("{file}sticker shape=moon\n")));
    assert!(is_whole(&format!("{file}\n\n")), "empty lines at the end are no change");
}

proptest! {
    #[test]
    fn what_is_saved_comes_back(lines in prop::collection::vec(line(), 0..10), number in prop::option::of(0u32..1_000_000)) {
        let text = lines.iter().fold(put(None, &[], Done::and).unwrap(), |text, line| {
            put(Some(&text), std::slice::from_ref(line), Done::and).unwrap()
        });
        let who = number.and_then(|number| Who::numbered(&number.to_string())).unwrap_or_default();
        let file = write_file("Words.", "", &[(who.clone(), text.clone())], &[]);
        let expected = Brought { learners: vec![(who, text)], quizzes: Vec::new(), damaged: Vec::new(), is_whole: true, ..Brought::default() };
        prop_assert_eq!(read_file(&file), Ok(expected));
    }

    #[test]
    fn what_storage_holds_can_be_saved_and_brought_back_without_loss(text in any_text()) {
        let file = write_file("Words.", "", &[(Who::default(), text.clone())], &[]);
        let brought = read_file(&file).unwrap();
        prop_assert!(brought.is_whole && brought.damaged.is_empty(), "{:?}", brought);
        if Text::read(&text).is_ok() {
            let after = readable(&brought.learners[0].1);
            for part in readable(&text).into_iter().filter(|part| !part.starts_with("learner") && !part.starts_with("quiz ") && !part.starts_with('#') && !part.starts_with("end sum=")) {
                prop_assert!(after.contains(&part), "{} is lost", part);
            }
        }
    }

    #[test]
    fn any_file_is_met_without_a_panic(file in any_text(), more in any::<String>()) {
        let _ = read_file(&file);
        let _ = read_file(&more);
        if let Err(refused) = read_file(&format!("fingerpost 2\n{more}")) {
            prop_assert!(matches!(refused, Refused::Empty | Refused::TooBig));
        }
    }

    #[test]
    fn putting_together_loses_neither_what_is_here_nor_what_comes(here in any_text(), comes in any_text()) {
        let Ok(both) = merge(Some(&here), &comes, &order) else { return Ok(()) };
        let after = readable(&both);
        for part in readable(&here).union(&readable(&comes)) {
            prop_assert!(after.contains(part), "{} is lost", part);
        }
        prop_assert_eq!(merge(Some(&both), &comes, &order).unwrap(), both, "twice is once");
    }

    #[test]
    fn the_further_place_stays(here in 0usize..5, comes in 0usize..5) {
        let at = |number: usize| {
            let (moment, done) = crate::readable::MOMENTS.get(number).map_or(("leave", "yes"), |moment| (*moment, "no"));
            format!("fingerpost 2\nplace lesson=shop path=plain at={moment} done={done} prompts=none,none,none,none\n")
        };
        let both = merge(Some(&at(here)), &at(comes), &order).unwrap();
        let further = at(here.max(comes));
        let Some(Line::Place(wanted)) = Text::read(&further).unwrap().lines().next() else { unreachable!("it is a place") };
        prop_assert!(Text::read(&both).unwrap().lines().any(|line| line == Line::Place(wanted.clone())));
    }
}
