//! The rules of what is kept of a quiz: what is written is read, what another version wrote is carried along, and any text is met without a panic.

use crate::device::{FaultyDevice, Wrong};
use crate::lines::any_text;
use fingerpost_lesson::journey::{Event, Journey};
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::keep::file::{read_file, write_file};
use fingerpost_lesson::keep::quizzes::{self, Keeping};
use fingerpost_lesson::keep::taken::{Kept, Rests, Taken, merge, put};
use fingerpost_lesson::quiz::outcome::Passed;
use proptest::prelude::*;

fn taken() -> impl Strategy<Value = Taken> {
    let day = prop::option::of((2025u32..2100, 1u32..13, 1u32..29));
    let passed = prop_oneof![Just(Passed::Yes), Just(Passed::NotYet), Just(Passed::Nothing)];
    (day, "[a-z0-9.]{1,6}( [a-z]{1,5}){0,2}", prop::collection::vec("[a-z][a-z-]{0,8}", 0..4), passed).prop_map(
        |(day, policy, missed, passed)| Taken {
            on: day.and_then(|(year, month, day)| Day::new(year, month, day)),
            policy,
            missed,
            passed,
        },
    )
}

fn rests() -> impl Strategy<Value = Vec<Rests>> {
    prop::collection::vec(("[a-z]{3}-[0-9]{1,2}", "[0-9a-f]{8}").prop_map(|(clause, hash)| Rests { clause, hash }), 0..5)
}

/// The text as the documentation shows it: a change of form is a change of what people have kept.
#[test]
fn a_text_has_this_form() {
    let missed = vec!["images-devices".to_owned(), "filtering".to_owned()];
    let taken = Taken { on: Day::new(2026, 11, 22), policy: "3.0 draft".into(), missed, passed: Passed::NotYet };
    let rests = [Rests { clause: "csm-4".into(), hash: "5b0d2c1e".into() }];
    let text = put(None, &taken, &rests).unwrap();
    assert_eq!(
        text,
        "fingerpost 2\ntaken on=2026-11-22 policy=3.0\u{a0}draft missed=images-devices,filtering passed=not-yet\n\
         rests clause=csm-4 hash=5b0d2c1e kept=yes\n"
    );
    assert_eq!(Kept::read("teacher", &text).taken, Some(taken));
    let file = write_file("Words.", "", &[], &[Kept::read("teacher", &text)]);
    assert!(file.starts_with("fingerpost 3\n# Words.\nquiz teacher\ntaken on="), "{file}");
}

#[test]
fn a_text_that_was_cut_off_anywhere_says_nothing_that_was_not_so() {
    let taken = Taken { on: Day::new(2026, 11, 22), policy: "3.0".into(), missed: vec!["images".into()], passed: Passed::NotYet };
    let rests = [Rests { clause: "csm-12".into(), hash: "5b0d2c1e".into() }];
    let text = put(None, &taken, &rests).unwrap();
    for end in 0..text.len() {
        let kept = Kept::read("teacher", &text[..end]);
        assert!(kept.taken.is_none_or(|read| read == taken), "{}", &text[..end]);
        assert!(kept.rests.iter().all(|read| rests.contains(read)), "{}", &text[..end]);
    }
}

#[test]
fn every_quiz_is_found_by_its_key_and_nothing_else_is() {
    let texts = [
        ("quiz.teacher", "fingerpost 2\ntaken policy=1 passed=yes\n"),
        ("quiz.parents", "rubbish"),
        ("quiz.", "fingerpost 2\n"),
        ("quizzes", "fingerpost 2\n"),
    ];
    let device = FaultyDevice::with(texts.map(|(key, text)| (key.to_owned(), text.to_owned())).into(), Vec::new());
    let found: Vec<String> = quizzes::all(&device).unwrap().into_iter().map(|kept| kept.id).collect();
    assert_eq!(found, ["parents", "teacher"]);
}

#[test]
fn the_page_shows_saves_and_forgets_them() {
    let text = "fingerpost 2\ntaken on=2026-03-01 policy=2.9 passed=yes\n";
    let device = FaultyDevice::with([("quiz.teacher".to_owned(), text.to_owned())].into(), Vec::new());
    let mut journey = Journey::open(&device, "");
    assert_eq!(journey.quizzes.len(), 1);
    let (one, all) = (journey.file("Words.", false), journey.file("Words.", true));
    assert!(!one.contains("teacher") && all.contains("quiz teacher\ntaken"));
    for event in [Event::Forget(fingerpost_lesson::journey::Wish::All), Event::Yes] {
        journey.apply(&device, &[], event);
    }
    assert!(device.texts.borrow().is_empty() && !journey.keeps_something());
    journey.apply(&device, &[], Event::Bring(all, 1));
    assert_eq!(journey.quizzes[0].text, text);
    device.wrongs.borrow_mut().push(Wrong::Blocked);
    journey.apply(&device, &[], Event::Look);
    assert_eq!(journey.quizzes.len(), 1, "what cannot be read now stays on show");
}

proptest! {
    #[test]
    fn what_is_written_is_read(taken in taken(), rests in rests()) {
        let text = put(None, &taken, &rests).unwrap();
        let kept = Kept::read("q", &text);
        prop_assert_eq!((kept.taken.as_ref(), &kept.rests), (Some(&taken), &rests));
        prop_assert_eq!(put(Some(&text), &taken, &rests).unwrap(), text.clone(), "twice is once");
        let brought = read_file(&write_file("Words.", "", &[], &[kept])).unwrap();
        prop_assert!(brought.is_whole && brought.damaged.is_empty() && brought.learners.is_empty());
        prop_assert_eq!(brought.quizzes, vec![("q".to_owned(), text)]);
    }

    #[test]
    fn any_text_is_met_without_a_panic_and_no_line_of_it_is_lost(text in any_text(), other in any_text(), taken in taken(), rests in rests()) {
        let before = Kept::read("q", &text);
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>();
        if let Ok(after) = put(Some(&text), &taken, &rests) {
            let now = lines(&after);
            for line in lines(text.trim_start_matches('\u{feff}')).iter().skip(usize::from(before.has_header)) {
                let line = line.strip_prefix("aside ").unwrap_or(line);
                prop_assert!(now.iter().any(|kept| kept.trim_end().ends_with(line.trim_end())) || line.starts_with("taken ") || line.starts_with("rests "), "{} is lost", line);
            }
            prop_assert_eq!(put(Some(&after), &taken, &rests).unwrap(), after);
        } else {
            prop_assert!(before.is_newer);
        }
        if let Ok(both) = merge(Some(&text), &other) {
            prop_assert_eq!(merge(Some(&both), &other).unwrap(), both);
        }
    }

    #[test]
    fn whatever_goes_wrong_the_quiz_goes_on(text in prop::option::of(any_text()), taken in taken(), full in 1usize..3, wished: bool) {
        let texts = text.map(|text| ("quiz.q".to_owned(), text)).into_iter().collect();
        let device = FaultyDevice::with(texts, vec![Wrong::FullFromWrite(full), Wrong::CannotRemove]);
        let mut keeping = Keeping::open(&device, "q");
        keeping.keep(&device, "q", &taken, &[], wished);
        keeping.forget(&device, "q");
        prop_assert!(!wished || keeping.trouble.is_some());
    }
}
