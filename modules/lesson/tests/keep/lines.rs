//! The rules of single lines and of a learner's text.

use crate::readable::readable;
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::learner::{Learner, Progress};
use fingerpost_lesson::keep::line::{Done, Line, Me, People, Place};
use fingerpost_lesson::keep::text::{Newer, Text, put};
use fingerpost_lesson::keep::who::Who;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::prompt::Prompt;
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::ways::{Change, Scan, Ways};
use proptest::prelude::*;

pub fn place() -> impl Strategy<Value = Place> {
    ("[a-z]{1,6}", 0usize..4, "[a-z-]{1,8}", any::<bool>(), prop::array::uniform4(0usize..4)).prop_map(
        |(lesson, path, moment, finished, levels)| Place {
            lesson,
            path: Path::ALL[path],
            moment,
            finished,
            prompts: levels.map(|level| Prompt::ALL[level]),
        },
    )
}

fn done() -> impl Strategy<Value = Done> {
    ("[a-z]{1,6}", 0usize..4, prop::option::of((2025u32..2099, 1u32..13, 1u32..29)), 1u32..99, 0usize..4).prop_map(
        |(lesson, path, on, times, level)| Done {
            lesson,
            path: Path::ALL[path],
            on: on.and_then(|(year, month, day)| Day::new(year, month, day)),
            times,
            prompt: Prompt::ALL[level],
        },
    )
}

/// Any line that this version writes by itself.
pub fn line() -> impl Strategy<Value = Line<'static>> {
    prop_oneof![
        place().prop_map(Line::Place),
        done().prop_map(Line::Done),
        ("[a-z]{1,6}", prop::collection::vec("[a-z-]{1,6}", 1..4))
            .prop_map(|(lesson, chosen)| Line::People(People { lesson, chosen })),
        ("[a-z]{1,6}", "[a-z-]{1,8}").prop_map(|(picture, nickname)| Line::Me(Me { picture, nickname })),
        Just(Line::Ways({
            let mut ways = Ways::default();
            ways.apply(Change::Scan(Scan::OneSwitch));
            ways
        })),
        (0..5_u8, prop::option::of("[A-Za-z ()-]{1,20}[a-z]")).prop_map(|(slower, voice)| {
            let mut speaking = Speaking::default();
            speaking.voice = voice.map(|name| name.trim().to_owned());
            (0..slower).for_each(|_| speaking.slower());
            Line::Speech(speaking)
        }),
    ]
}

/// A text as storage may hold it: ours, nearly ours, or anything.
pub fn any_text() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(
        prop_oneof![
            4 => line().prop_map(|line| line.write()),
            1 => "(place|done|me|ways|people|aside|look|#|learner|end sum=)[ -~]{0,30}",
            1 => any::<String>(),
        ],
        0..8,
    );
    let first = prop_oneof![6 => Just("fingerpost 2"), 3 => Just("fingerpost 1"), 1 => Just("fingerpost 3"), 1 => Just("finge")];
    prop_oneof![
        8 => (first, lines, any::<bool>()).prop_map(|(first, lines, cut)| {
            let text = format!("{first}\n{}\n", lines.join("\n"));
            let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(index, _)| index);
            if cut { text[..half].to_owned() } else { text }
        }),
        1 => any::<String>(),
    ]
}

#[test]
fn who_was_chosen_is_found_again_and_nobody_leaves_no_line() {
    let people = |chosen: &[&str]| {
        let chosen = chosen.iter().map(|role| (*role).to_owned()).collect();
        Line::People(People { lesson: "tell".into(), chosen })
    };
    let two = people(&["parent", "teacher"]);
    let text = put(Some("fingerpost 1\nsticker shape=star\n"), std::slice::from_ref(&two), Done::after).unwrap();
    assert_eq!(text, "fingerpost 2\nsticker shape=star\npeople lesson=tell chosen=parent,teacher\n");
    assert!(Text::read(&text).unwrap().lines_now().contains(&two));
    assert_eq!(put(Some(&text), &[people(&[])], Done::after).unwrap(), "fingerpost 2\nsticker shape=star\n");
    assert_eq!(put(Some("fingerpost 3\n"), &[two], Done::after), Err(Newer));
}

#[test]
fn the_usual_way_of_pressing_has_no_line() {
    let text = put(Some("fingerpost 2\nways scan=one\n"), &[Line::Ways(Ways::default())], Done::after).unwrap();
    assert_eq!(text, "fingerpost 2\n");
}

#[test]
fn how_far_a_learner_is_counts_every_path_and_what_was_finished_before() {
    let text = "fingerpost 2\n\
        place lesson=begun path=plain at=a done=no prompts=none,none,none,none\n\
        place lesson=again path=plain at=a done=no prompts=none,none,none,none\n\
        done lesson=again path=symbols on=2026-11-22 times=1 prompt=show\n\
        done lesson=again path=\n";
    let learner = Learner::read(Who::default(), text.to_owned());
    let progress = ["begun", "again", "other"].map(|lesson| learner.progress(lesson));
    assert_eq!(progress, [Progress::Begun, Progress::Done, Progress::NotYet]);
    assert_eq!(learner.damaged, ["done lesson=again path="]);
}

proptest! {
    #[test]
    fn what_is_written_is_read(line in line()) {
        let written = line.write();
        prop_assert_eq!(Line::read(&written), line);
    }

    #[test]
    fn a_line_that_was_cut_off_is_never_misread(line in prop_oneof![place().prop_map(Line::Place), done().prop_map(Line::Done)], at in 0usize..200) {
        let written = line.write();
        if at < written.len() {
            prop_assert!(!matches!(Line::read(&written[..at]), Line::Place(_) | Line::Done(_)));
        }
    }

    #[test]
    fn any_text_is_met_without_a_panic_and_putting_loses_nothing_that_can_be_read(text in any_text(), new in line()) {
        let Ok(put_once) = put(Some(&text), std::slice::from_ref(&new), Done::after) else {
            prop_assert!(Text::read(&text).is_err());
            return Ok(());
        };
        let after = readable(&put_once);
        for part in readable(&text) {
            prop_assert!(after.contains(&part), "{} is lost", part);
        }
        prop_assert!(Text::read(&put_once).unwrap().has_header);
        prop_assert_eq!(put(Some(&put_once), std::slice::from_ref(&new), Done::after).unwrap(), put_once, "putting twice is putting once");
    }

    #[test]
    fn what_cannot_be_read_is_still_there_after_putting(text in any_text(), new in place()) {
        let before = Learner::read(Who::default(), text.clone());
        let Ok(after) = put(Some(&text), &[Line::Place(new)], Done::after) else { return Ok(()) };
        prop_assert_eq!(Learner::read(Who::default(), after).damaged, before.damaged);
    }
}
