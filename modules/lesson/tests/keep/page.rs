//! The page "My journey": what each event does to what is shown and to what is kept.

use crate::device::{FaultyDevice, Wrong};
use fingerpost_lesson::journey::{Event, Journey, LessonCard, Said, Wish};
use fingerpost_lesson::keep::learner::{NICKNAMES, PICTURES};
use fingerpost_lesson::keep::store::{Store, Trouble};
use fingerpost_lesson::keep::who::Who;
use fingerpost_lesson::strings::{JourneyStrings, PlayerStrings};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SHOP: &str = "place lesson=shop path=plain at=ask done=no prompts=none,none,hint,none";

fn lessons() -> Vec<LessonCard> {
    let moments = ["enter", "ask", "pay"].map(str::to_owned).to_vec();
    vec![LessonCard {
        id: "shop".into(),
        title: "At the shop".into(),
        symbol: None,
        aim: "The learner can pay.".into(),
        address: "lessons/shop.html".into(),
        moments,
    }]
}

fn device(texts: &[(&str, &str)]) -> FaultyDevice {
    let texts: BTreeMap<String, String> = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    FaultyDevice::with(texts, Vec::new())
}

fn all_of(journey: &mut Journey, device: &FaultyDevice, events: &[Event]) {
    for event in events {
        journey.apply(device, &lessons(), event.clone());
    }
}

/// The words as the example settings have them.
fn words() -> JourneyStrings {
    let file = include_str!("../../../../content/common/strings.toml");
    JourneyStrings::from_lookup(|key| {
        let begin = format!("\n{key} = \"");
        let (_, rest) = file.split_once("[journey]").unwrap().1.split_once(&begin).unwrap_or_else(|| panic!("{key}"));
        rest.split('"').next().unwrap_or_default().to_owned()
    })
}

#[test]
fn every_picture_and_nickname_has_a_word() {
    let words = words();
    let parts = |list: &str| list.split(',').filter(|word| !word.trim().is_empty()).count();
    assert_eq!((parts(&words.pictures), parts(&words.nicknames), parts(&words.months)), (PICTURES.len(), NICKNAMES.len(), 12));
    assert_eq!(words.nickname(1), "Quiet Fox");
    for (number, id) in NICKNAMES.iter().enumerate() {
        assert_eq!(words.nickname(number).to_ascii_lowercase().replace(' ', "-"), *id, "the words are in the order of the ids");
    }
    let list = include_str!("../../../../assets/symbols.toml");
    for id in PICTURES {
        assert!(list.contains(&format!("id = \"{id}\"")), "{id} has no drawing");
    }
}

#[test]
fn looking_and_choosing_write_nothing_before_somebody_says_remember() {
    let device = device(&[]);
    let mut journey = Journey::open(&device, "");
    all_of(
        &mut journey,
        &device,
        &[Event::Look, Event::Add, Event::OtherPictures, Event::Picture(7), Event::Nickname(3), Event::OtherNicknames],
    );
    assert!(device.texts.borrow().is_empty());
    all_of(&mut journey, &device, &[Event::Remember(41)]);
    assert_eq!(journey.said, Said::Now);
    assert_eq!(words().name(journey.learner()), "Gold Star");
    assert_eq!(journey.now, Who::numbered("41").unwrap());
}

#[test]
fn a_picture_without_a_nickname_is_asked_for_and_not_kept() {
    let device = device(&[]);
    let mut journey = Journey::open(&device, "");
    all_of(&mut journey, &device, &[Event::Add, Event::Picture(1), Event::Remember(1)]);
    assert_eq!(journey.said, Said::ChooseBoth);
    assert!(journey.choosing.is_some() && device.texts.borrow().is_empty());
}

#[test]
fn who_has_no_nickname_gets_one_and_keeps_what_was_done() {
    let device = device(&[("learner", &format!("fingerpost 1\n{SHOP}\n"))]);
    let mut journey = Journey::open(&device, "");
    all_of(&mut journey, &device, &[Event::Change, Event::Picture(0), Event::Nickname(1), Event::Remember(1)]);
    assert_eq!(journey.learners.len(), 1);
    assert_eq!(words().name(journey.learner()), "Quiet Fox");
    assert_eq!(journey.learner().unwrap().places.len(), 1);
}

#[test]
fn nothing_that_was_opened_for_one_learner_stays_open_for_another() {
    let two = [("learner", "fingerpost 2\n"), ("learner.5", "fingerpost 2\n")];
    let device = device(&two);
    let mut journey = Journey::open(&device, "");
    let five = Who::numbered("5").unwrap();
    all_of(&mut journey, &device, &[Event::Summary, Event::Certificate(0), Event::Forget(Wish::One), Event::Choose(five)]);
    assert_eq!((journey.summary, journey.certificate, journey.asking), (false, None, None));
}

#[test]
fn forgetting_is_asked_about_and_can_be_undone() {
    let device = device(&[("learner", "fingerpost 2\n"), ("look", "{}")]);
    let before = device.texts.borrow().clone();
    let mut journey = Journey::open(&device, "");
    all_of(&mut journey, &device, &[Event::Yes, Event::Forget(Wish::All), Event::No, Event::Yes]);
    assert_eq!(*device.texts.borrow(), before, "yes to nothing forgets nothing");
    all_of(&mut journey, &device, &[Event::Forget(Wish::All), Event::Yes]);
    assert!(device.texts.borrow().is_empty() && journey.learners.is_empty());
    all_of(&mut journey, &device, &[Event::Undo]);
    assert_eq!((journey.said.clone(), journey.forgotten.is_none()), (Said::Undone, true));
    assert_eq!(*device.texts.borrow(), before);
}

#[test]
fn nothing_can_be_had_back_and_nothing_is_open_once_the_page_was_left() {
    let device = device(&[("learner", "fingerpost 2\n"), ("learner.5", "fingerpost 2\n")]);
    let mut journey = Journey::open(&device, "");
    all_of(&mut journey, &device, &[Event::Forget(Wish::One), Event::Yes, Event::Summary, Event::Certificate(0), Event::Add]);
    assert!(journey.forgotten.is_some() && journey.choosing.is_some());
    all_of(&mut journey, &device, &[Event::Leave]);
    assert!(journey.forgotten.is_none() && journey.choosing.is_none() && journey.certificate.is_none() && !journey.summary);
    all_of(&mut journey, &device, &[Event::Undo]);
    assert_eq!(journey.learners.len(), 1, "it is forgotten");
}

#[test]
fn what_goes_wrong_is_said_and_what_is_shown_stays() {
    let device = device(&[("learner", "fingerpost 2\n")]);
    let mut journey = Journey::open(&device, "");
    device.wrongs.borrow_mut().push(Wrong::Blocked);
    all_of(&mut journey, &device, &[Event::Add, Event::Picture(1), Event::Nickname(1), Event::Remember(1)]);
    assert_eq!(journey.said, Said::Trouble(Trouble::Blocked));
    assert!(journey.choosing.is_some(), "the choice is not lost");
    assert_eq!(journey.learners.len(), 1);
}

#[test]
fn a_file_of_one_learner_holds_nobody_else_and_comes_back() {
    let text = format!("fingerpost 2\nme picture=fox nickname=quiet-fox\n{SHOP}\n");
    let device = device(&[("learner", "fingerpost 2\nsticker shape=star\n"), ("learner.5", text.as_str()), ("now", "5")]);
    let mut journey = Journey::open(&device, "");
    let (one, everybody) = (journey.file("Words.", false), journey.file("Words.", true));
    assert!(!one.contains("sticker") && everybody.contains("sticker"));
    all_of(&mut journey, &device, &[Event::Forget(Wish::All), Event::Yes, Event::Bring(one, 1)]);
    assert_eq!(journey.learners.len(), 1);
    assert_eq!(words().said(&journey.said, "", &[]), ["Brought back: Quiet Fox."]);
    assert_eq!(device.get("learner.5"), Ok(Some(text)));
}

#[test]
fn an_adult_is_told_each_path_in_a_sentence_without_any_score() {
    let text = "fingerpost 2\ndone lesson=shop path=easy-read on=2026-11-22 times=2 prompt=hint\n";
    let device = device(&[("learner", text)]);
    let journey = Journey::open(&device, "");
    let player = PlayerStrings { path_easy_read: "Easy Read".into(), ..PlayerStrings::default() };
    let said = words().summary(journey.learner().unwrap(), &lessons()[0], &player);
    assert_eq!(
        said,
        ["Easy Read: finished. The last time was 22 November 2026. Number of days: 2. Help at the end: a hint is there."]
    );
    assert_eq!(words().day(None), "a day that the device did not know");
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Add),
        Just(Event::Change),
        Just(Event::OtherPictures),
        Just(Event::OtherNicknames),
        (0usize..30).prop_map(Event::Picture),
        (0usize..30).prop_map(Event::Nickname),
        any::<u32>().prop_map(Event::Remember),
        Just(Event::Stop),
        (0usize..3).prop_map(Event::Certificate),
        Just(Event::CloseCertificate),
        Just(Event::Summary),
        Just(Event::Forget(Wish::One)),
        Just(Event::Forget(Wish::All)),
        Just(Event::Yes),
        Just(Event::No),
        Just(Event::Undo),
        any::<String>().prop_map(|text| Event::Bring(text, 1)),
        Just(Event::TooBig),
        Just(Event::Choose(Who::default())),
    ]
}

proptest! {
    #[test]
    fn only_a_yes_that_was_asked_for_takes_anybody_away(events in prop::collection::vec(event(), 0..20)) {
        let device = device(&[("learner", "fingerpost 2\n"), ("learner.5", "fingerpost 2\n")]);
        let mut journey = Journey::open(&device, "");
        let words = words();
        for event in events {
            let (asked, before) = (journey.asking, journey.learners.len());
            journey.apply(&device, &lessons(), event.clone());
            prop_assert!(journey.learners.len() >= before || (event == Event::Yes && asked.is_some()), "{:?}", event);
            if let Some(choosing) = &journey.choosing {
                prop_assert!(choosing.pictures_from < PICTURES.len() && choosing.nicknames_from < NICKNAMES.len());
            }
            let _ = words.said(&journey.said, words.name(journey.learner()), &[]);
        }
    }
}
