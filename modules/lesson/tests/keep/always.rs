//! Whatever is stored, whatever goes wrong and whatever is done: nothing panics, a lesson starts and goes on, strangers' keys are untouched,
//! and what could be read before can be read after, unless it was forgotten on purpose.

use crate::device::{FaultyDevice, SITE, Wrong, own};
use crate::lines::{any_text, place};
use crate::readable::{order, readable};
use fingerpost_lesson::keep::file::{bring_back, read_file, write_file};
use fingerpost_lesson::keep::keeping;
use fingerpost_lesson::keep::learners::{add, all, choose, forget_one, undo};
use fingerpost_lesson::keep::line::{Me, Place};
use fingerpost_lesson::keep::who::Who;
use fingerpost_lesson::keep::{KEYS, LEARNER, LEARNERS, NOW};
use fingerpost_lesson::ways::Ways;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a learner can do, in a lesson and on the page that shows what is kept.
#[derive(Clone, Debug)]
enum Does {
    Opens,
    GoesOn(Place),
    Remembers(Place),
    Adds,
    Chooses(u8),
    ForgetsAndUndoes(u8),
    SavesAndBringsBack,
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        Just(Does::Opens),
        place().prop_map(Does::GoesOn),
        place().prop_map(Does::Remembers),
        Just(Does::Adds),
        (0u8..4).prop_map(Does::Chooses),
        (0u8..4).prop_map(Does::ForgetsAndUndoes),
        Just(Does::SavesAndBringsBack),
    ]
}

/// Faults that destroy nothing by themselves: what another tab overwrites is that tab's doing.
fn wrong() -> impl Strategy<Value = Wrong> {
    prop_oneof![
        (1usize..12).prop_map(Wrong::FullAtWrite),
        (1usize..12).prop_map(Wrong::FullFromWrite),
        (1usize..30).prop_map(Wrong::BlockedFromRead),
        Just(Wrong::Blocked),
        Just(Wrong::ReadOnly),
        Just(Wrong::CannotRemove),
        Just(Wrong::Dropped),
    ]
}

fn who(number: u8) -> Who {
    Who::numbered(&number.to_string()).filter(|_| number > 0).unwrap_or_default()
}

proptest! {
    #[test]
    fn nothing_that_could_be_read_is_lost(
        nameless in prop::option::of(any_text()),
        one in prop::option::of(any_text()),
        two in prop::option::of(any_text()),
        now in prop::option::of("[0-9]{1,2}|[ -~]{0,4}"),
        wrongs in prop::collection::vec(wrong(), 0..3),
        deeds in prop::collection::vec(does(), 1..12),
    ) {
        let whole = |own: &str| FaultyDevice::default().of(SITE).whole(own);
        let key = |number: u8| whole(&format!("{}{number}", LEARNERS.key));
        let kept = [(whole(LEARNER.key), nameless), (key(1), one), (key(2), two), (whole(NOW.key), now), ("stranger".into(), Some("hello".into()))];
        let before: BTreeMap<String, String> = kept.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
        let raw = FaultyDevice::with(before.clone(), wrongs);
        let device = raw.of(SITE);
        let mut keeping = keeping::open(&device, "shop").keeping;
        for deed in &deeds {
            match deed {
                Does::Opens => keeping = keeping::open(&device, "shop").keeping,
                Does::GoesOn(place) if keeping.remembers => keeping.keep(&device, place.clone(), Vec::new(), Ways::default(), place.done(), false),
                Does::GoesOn(_) => {}
                Does::Remembers(place) => keeping.keep(&device, place.clone(), Vec::new(), Ways::default(), place.done(), true),
                Does::Adds => drop(add(&device, Me { picture: "fox".into(), nickname: "blue-kite".into() }, 1)),
                Does::Chooses(number) => drop(choose(&device, &who(*number))),
                Does::ForgetsAndUndoes(number) => {
                    let forgotten = forget_one(&device, &who(*number));
                    // Faults that come and go: undoing is tried until there is room.
                    let wrongs = raw.wrongs.take();
                    prop_assert_eq!(undo(&device, &forgotten), Ok(()));
                    raw.wrongs.replace(wrongs);
                }
                Does::SavesAndBringsBack => {
                    let texts: Vec<(Who, String)> =
                        raw.texts.borrow().iter().filter_map(|(key, text)| Some((Who::of_key(own(key, SITE)?)?, text.clone()))).collect();
                    let file = write_file("Words.", "", &texts, &[]);
                    bring_back(&device, &read_file(&file).unwrap(), &order, 1);
                }
            }
        }
        let _ = all(&device);
        let after = raw.texts.borrow();
        prop_assert_eq!(after.get("stranger").map(String::as_str), Some("hello"));
        for key in raw.written.borrow().iter() {
            prop_assert!(own(key, SITE).is_some_and(|own| KEYS.iter().any(|known| known.covers(own))), "{} is on no list", key);
        }
        for (key, text) in before.iter().filter(|(key, _)| own(key, SITE).and_then(Who::of_key).is_some()) {
            let now = after.get(key);
            prop_assert!(now.is_some(), "{} is gone", key);
            for part in readable(text) {
                prop_assert!(now.is_some_and(|now| readable(now).contains(&part)), "{} of {} is lost", part, key);
            }
        }
    }
}
