//! A learner's way through a lesson: what each event does, and what must hold whatever is pressed.

use fingerpost_lesson::answer::Answer;
use fingerpost_lesson::attempt::Attempt;
use fingerpost_lesson::attempt::chosen::Chosen;
use fingerpost_lesson::attempt::made::Made;
use fingerpost_lesson::attempt::promised::Promised;
use fingerpost_lesson::attempt::sorted::Sorted;
use fingerpost_lesson::attempt::walked::Walked;
use fingerpost_lesson::content::{
    Activity, Choice, Find, GAP, Group, Lesson, Line, Moment, Order, Ordered, Picture, Scene, Sentence, Sort, Span, Step, Text,
    Thing, Way, Word, words,
};
use fingerpost_lesson::keep::day::Day;
use fingerpost_lesson::path::Path;
use fingerpost_lesson::prompt::Prompt;
use fingerpost_lesson::session::{Event, Said, Session};
use proptest::prelude::*;
use std::rc::Rc;

fn text(words: &str) -> Text {
    vec![Sentence::plain(words)]
}

fn choice(words: &str, right: bool) -> Choice {
    Choice { picture: None, text: text(words), right, reason: text(&format!("because {words}")) }
}

fn step(activity: Activity) -> Option<Step> {
    Some(Step {
        pictures: vec![],
        say: vec![text("Look.")],
        question: text("What?"),
        hint: text("Think."),
        activity,
        after: vec![],
        sound: None,
    })
}

fn choose() -> Activity {
    Activity::Choose(vec![choice("tell", true), choice("keep", false)])
}

fn gap() -> Activity {
    Activity::Gap(vec![choice("keep", false), choice("tell", true), choice("show", true)])
}

fn spot() -> Activity {
    Activity::Spot(vec![choice("hello", false), choice("you won", true), choice("click here", true)])
}

fn find() -> Activity {
    let parts = vec![choice("my home", true), choice("a tree", false), choice("my school", true)];
    Activity::Find(Find { parts, places: vec![0, 4, 8] })
}

fn feelings() -> Activity {
    Activity::Feelings(vec![choice("calm", true), choice("worried", true), choice("angry", true)])
}

fn several() -> Activity {
    Activity::ChooseSeveral(vec![choice("a", true), choice("b", false), choice("c", true)])
}

fn sort() -> Activity {
    let group = |words| Group { picture: None, text: text(words) };
    let thing = |words, group| Thing { picture: None, text: text(words), group, reason: text("so") };
    Activity::Sort(Sort { groups: vec![group("tell"), group("fine")], things: vec![thing("x", 0), thing("y", 1), thing("z", 0)] })
}

fn pairs() -> Activity {
    let group = |words| Group { picture: None, text: text(words) };
    let thing = |words, group| Thing { picture: None, text: text(words), group, reason: text("so") };
    Activity::Match(Sort {
        groups: vec![group("z"), group("x"), group("y")],
        things: vec![thing("to x", 1), thing("to y", 2), thing("to z", 0)],
    })
}

fn order() -> Activity {
    let thing = |words| Ordered { picture: None, text: text(words) };
    Activity::Order(Order { things: vec![thing("stop"), thing("off"), thing("tell")], at_first: vec![2, 0, 1] })
}

fn story() -> Activity {
    Activity::Story(scenes())
}

fn chat() -> Activity {
    Activity::Chat(scenes())
}

fn scenes() -> Vec<Scene> {
    let way = |reason, to| Way { text: text("go"), reason: text(reason), to };
    let scene = |id: &str, choices| Scene { id: id.into(), title: id.into(), picture: None, say: vec![text(id)], choices };
    vec![
        scene("start", vec![way("alone is hard", 1), way("help is near", 2), way("help is here", 2)]),
        scene("alone", vec![way("you told", 2)]),
        scene("help", vec![]),
    ]
}

fn promise() -> Activity {
    let line = |words: &str| Line { picture: None, text: text(words), met: vec![text("good"), text("we help")] };
    Activity::Promise(vec![line("ask"), line("stop"), line("tell")])
}

fn people() -> Activity {
    let person = |role: &str| Choice { picture: Some(Picture { symbol: role.into(), alt: role.into() }), ..choice(role, true) };
    Activity::People(vec![person("parent"), person("teacher"), person("nurse")])
}

fn password() -> Activity {
    let word = |word: &str| Word { picture: None, word: word.into() };
    Activity::Password(["boat", "frog", "kite", "drum", "tree"].map(word).into())
}

/// `symbols` has all moments, `easy-read` lacks the second, `plain` has only the last two, `together` none.
fn lesson() -> Rc<Lesson> {
    let moment = |id: &str, activity: fn() -> Activity, easy: bool, plain: bool| Moment {
        id: id.into(),
        title: id.into(),
        steps: [None, step(activity()), easy.then(|| step(activity())).flatten(), plain.then(|| step(activity())).flatten()],
    };
    Rc::new(Lesson {
        id: "l".into(),
        title: "L".into(),
        moments: vec![
            moment("look", || Activity::Look, true, false),
            moment("one", choose, false, false),
            moment("gap", gap, true, false),
            moment("spot", spot, true, false),
            moment("several", several, true, false),
            moment("feelings", feelings, true, false),
            moment("sort", sort, true, false),
            moment("match", pairs, true, false),
            moment("order", order, true, true),
            moment("story", story, true, true),
            moment("chat", chat, true, true),
            moment("people", people, true, true),
            moment("promise", promise, true, true),
            moment("find", find, true, true),
            moment("password", password, true, true),
        ],
    })
}

/// What has been done in the step on show.
fn answer(session: &Session) -> Option<Answer> {
    session.attempt().map(Attempt::into_answer)
}

fn at(id: &str, path: Path) -> Session {
    let mut session = Session::new(lesson(), path);
    while session.title() != id {
        session.apply(Event::Next);
        assert!(!session.is_finished(), "{} has no {id}", path.id());
    }
    session
}

#[test]
fn a_path_that_the_lesson_lacks_is_met_with_one_that_it_has() {
    assert_eq!(Session::new(lesson(), Path::Together).path(), Path::Symbols);
    let mut session = at("one", Path::Symbols);
    session.apply(Event::ChangePath(Path::Together));
    assert_eq!(session.path(), Path::Symbols);
}

#[test]
fn a_change_of_path_keeps_the_place_or_the_nearest_before_it_else_after() {
    let mut session = at("one", Path::Symbols);
    session.apply(Event::ChangePath(Path::EasyRead));
    assert_eq!(session.title(), "look", "easy-read does not have this moment");
    session.apply(Event::ChangePath(Path::Plain));
    assert_eq!(session.title(), "order", "plain has nothing before");
    session.apply(Event::ChangePath(Path::Symbols));
    assert_eq!(session.title(), "order");
}

#[test]
fn a_change_of_path_there_and_back_keeps_the_answers() {
    let mut session = at("sort", Path::Symbols);
    session.apply(Event::Put(0));
    let before = answer(&session);
    session.apply(Event::ChangePath(Path::EasyRead));
    assert_ne!(answer(&session), before);
    session.apply(Event::ChangePath(Path::Symbols));
    assert_eq!(answer(&session), before);
}

#[test]
fn what_is_done_at_a_moment_is_done_on_another_path_and_nothing_is_said_of_it() {
    let mut session = at("one", Path::Symbols);
    session.apply(Event::Choose(0));
    session.apply(Event::ChangePath(Path::EasyRead));
    assert!(session.is_done());
    assert_eq!(session.said(), Said::Nothing);
}

#[test]
fn a_miss_is_met_with_its_reason_and_another_go_without_end() {
    let mut session = at("one", Path::Symbols);
    for _ in 0..5 {
        session.apply(Event::Choose(1));
        assert_eq!(session.said(), Said::Reason { right: false, reason: &text("because keep") });
        assert!(!session.is_done());
    }
    session.apply(Event::Choose(0));
    assert_eq!(session.said(), Said::Reason { right: true, reason: &text("because tell") });
    assert!(session.is_done());
}

#[test]
fn the_prompt_points_before_the_answer_and_not_after() {
    let mut session = at("one", Path::Symbols);
    assert_eq!((session.prompt(), session.pointed_to()), (Prompt::Show, vec![0]));
    session.apply(Event::Choose(0));
    assert_eq!((session.prompt(), session.pointed_to()), (Prompt::None, vec![]));
}

#[test]
fn two_questions_right_at_the_first_try_fade_the_prompt_and_a_miss_brings_it_back() {
    let mut session = at("one", Path::Symbols);
    session.apply(Event::Choose(0));
    session.apply(Event::Next);
    session.apply(Event::Next);
    session.apply(Event::Next);
    for index in [0, 2] {
        session.apply(Event::Toggle(index));
    }
    session.apply(Event::Check);
    session.apply(Event::Next);
    session.apply(Event::Next);
    assert_eq!((session.title(), session.prompt()), ("sort", Prompt::Highlight));
    session.apply(Event::Put(1));
    assert_eq!(session.prompt(), Prompt::Show);
}

#[test]
fn a_right_answer_after_a_miss_is_not_one_at_the_first_try() {
    let mut session = at("one", Path::Symbols);
    session.apply(Event::Choose(1));
    session.apply(Event::Choose(0));
    session.apply(Event::Next);
    session.apply(Event::Next);
    session.apply(Event::Next);
    session.apply(Event::Toggle(0));
    session.apply(Event::Toggle(2));
    session.apply(Event::Check);
    session.apply(Event::Next);
    assert_eq!(session.prompt(), Prompt::Show);
}

#[test]
fn on_plain_nothing_points_until_it_is_needed() {
    let mut session = at("order", Path::Plain);
    assert_eq!((session.prompt(), session.pointed_to(), session.shows_hint()), (Prompt::None, vec![], false));
    session.apply(Event::Check);
    assert_eq!((session.prompt(), session.shows_hint()), (Prompt::Hint, true));
    session.apply(Event::Check);
    assert_eq!(session.pointed_to(), vec![1], "the thing that belongs first lies second");
}

#[test]
fn a_word_goes_into_the_gap_when_it_fits() {
    let mut activity = only(gap(), Path::Plain);
    let with_gap = Sentence(["I ", GAP, " an adult."].map(|text| Span { text: text.into(), symbol: None }).into());
    let mut lesson = activity.lesson().clone();
    lesson.moments[0].steps[Path::Plain.index()].as_mut().unwrap().question = vec![with_gap];
    activity = Session::new(Rc::new(lesson), Path::Plain);
    let mut sentence_after = |index| {
        activity.apply(Event::Choose(index));
        (words(&activity.question()), activity.is_done())
    };
    assert_eq!(sentence_after(0), (format!("I {GAP} an adult."), false));
    assert_eq!(sentence_after(1), ("I tell an adult.".to_owned(), true));
    assert_eq!(sentence_after(0), ("I tell an adult.".to_owned(), true), "what does not fit takes nothing away");
    assert_eq!(sentence_after(2), ("I show an adult.".to_owned(), true));
}

#[test]
fn every_warning_of_a_message_is_found_one_after_the_other() {
    let mut session = at("spot", Path::Symbols);
    assert_eq!((session.found(), session.pointed_to()), (Some((0, 2)), vec![1]));
    session.apply(Event::Choose(2));
    assert_eq!((session.found(), session.is_done(), session.pointed_to()), (Some((1, 2)), false, vec![1]));
    session.apply(Event::Choose(0));
    assert_eq!(session.said(), Said::Reason { right: false, reason: &text("because hello") });
    assert_eq!(session.found(), Some((1, 2)), "what is found stays found");
    session.apply(Event::Choose(1));
    assert_eq!((session.found(), session.is_done(), session.pointed_to()), (Some((2, 2)), true, vec![]));
}

#[test]
fn a_picture_is_done_when_all_that_is_asked_for_is_found() {
    let mut session = at("find", Path::Symbols);
    assert_eq!((session.found(), session.pointed_to()), (Some((0, 2)), vec![0]));
    session.apply(Event::Choose(0));
    assert_eq!((session.is_done(), session.pointed_to()), (false, vec![2]));
    session.apply(Event::Choose(1));
    assert_eq!(session.said(), Said::Reason { right: false, reason: &text("because a tree") });
    session.apply(Event::Choose(2));
    assert_eq!((session.found(), session.is_done()), (Some((2, 2)), true));
}

#[test]
fn every_feeling_is_accepted_and_the_next_takes_its_place() {
    for path in Path::ALL {
        let mut session = only(feelings(), path);
        assert_eq!(session.pointed_to(), vec![], "no feeling is better than another");
        let untouched = session.place();
        for (index, reason) in ["because calm", "because worried", "because angry"].map(text).iter().enumerate() {
            session.apply(Event::Choose(index));
            assert_eq!((session.said(), session.is_done()), (Said::Accepted(reason), true));
            let tried = [0, 1, 2].map(|other| other == index).to_vec();
            assert_eq!(answer(&session), Some(Answer::Choose(Chosen { tried, last: Some(index) })));
        }
        assert_eq!(session.place(), untouched, "nothing of it is kept, nor does it change how much help there is");
    }
}

#[test]
fn a_feeling_is_forgotten_with_the_step() {
    for (away, back) in [
        (Event::Next, Event::Back),
        (Event::Back, Event::Next),
        (Event::ChangePath(Path::EasyRead), Event::ChangePath(Path::Symbols)),
    ] {
        let mut session = at("feelings", Path::Symbols);
        let fresh = answer(&session);
        session.apply(Event::Choose(1));
        assert_ne!(answer(&session), fresh);
        session.apply(away);
        session.apply(back);
        assert_eq!((session.title(), answer(&session)), ("feelings", fresh));
    }
}

#[test]
fn several_says_what_is_missing_and_what_does_not_fit() {
    let mut session = at("several", Path::EasyRead);
    session.apply(Event::Check);
    assert_eq!(session.said(), Said::NothingChosen);
    session.apply(Event::Toggle(0));
    session.apply(Event::Toggle(1));
    session.apply(Event::Check);
    assert_eq!(session.said(), Said::Several { missing: 1, extra: 1 });
    session.apply(Event::Toggle(1));
    session.apply(Event::Toggle(2));
    session.apply(Event::Check);
    assert_eq!(session.said(), Said::Done);
}

#[test]
fn a_thing_goes_in_only_where_it_belongs_and_the_next_is_taken() {
    let mut session = at("sort", Path::EasyRead);
    session.apply(Event::Put(1));
    assert_eq!(session.said(), Said::Reason { right: false, reason: &text("so") });
    session.apply(Event::Take(2));
    session.apply(Event::Put(0));
    assert!(matches!(answer(&session), Some(Answer::Sort(Sorted { chosen: Some(0), .. }))), "round to the first that is left");
    session.apply(Event::Take(2));
    session.apply(Event::Put(0));
    session.apply(Event::Put(1));
    assert!(session.is_done());
    assert!(matches!(answer(&session), Some(Answer::Sort(Sorted { chosen: None, .. }))));
}

#[test]
fn a_pair_moves_aside_and_a_miss_gives_its_reason() {
    let mut session = at("match", Path::EasyRead);
    session.apply(Event::Put(0));
    assert_eq!(session.said(), Said::Reason { right: false, reason: &text("so") });
    session.apply(Event::Put(1));
    assert_eq!(session.said(), Said::Reason { right: true, reason: &text("so") });
    assert_eq!([0, 1, 2, 3].map(|group| session.offers(group)), [true, false, true, false]);
    let before = session.clone();
    session.apply(Event::Put(1));
    assert_eq!(session, before, "a partner that has its thing cannot be chosen, and so is not missed");
    session.apply(Event::Put(2));
    session.apply(Event::Put(0));
    assert!(session.is_done());
    assert!((0..3).all(|group| !session.offers(group)));
}

#[test]
fn on_symbols_the_partner_is_shown_first() {
    let mut session = at("match", Path::Symbols);
    assert_eq!((session.prompt(), session.pointed_to()), (Prompt::Show, vec![1]));
    session.apply(Event::Take(2));
    assert_eq!(session.pointed_to(), vec![0]);
}

/// A lesson of one step, on one path.
fn only(activity: Activity, path: Path) -> Session {
    let mut steps = [None, None, None, None];
    steps[path.index()] = step(activity);
    let moments = vec![Moment { id: "m".into(), title: "M".into(), steps }];
    Session::new(Rc::new(Lesson { id: "l".into(), title: "L".into(), moments }), path)
}

#[test]
fn on_together_only_the_partner_that_fits_can_be_chosen() {
    let mut session = only(pairs(), Path::Together);
    assert_eq!([0, 1, 2].map(|group| session.offers(group)), [false, true, false]);
    session.apply(Event::Take(1));
    assert_eq!([0, 1, 2].map(|group| session.offers(group)), [false, false, true]);
    for group in [0, 1, 2, 0, 1, 2] {
        session.apply(Event::Put(group));
        assert!(!matches!(session.said(), Said::Reason { right: false, .. }), "nothing there can be missed");
    }
    assert!(session.is_done());
}

#[test]
fn order_says_where_a_thing_lies_and_how_many_are_in_place() {
    let mut session = at("order", Path::Plain);
    session.apply(Event::Up(0));
    assert_eq!(session.said(), Said::Nothing, "the first cannot move up");
    session.apply(Event::Down(0));
    assert_eq!(session.said(), Said::Moved { thing: 2, position: 1 });
    session.apply(Event::Check);
    assert_eq!(session.said(), Said::InPlace(1));
    session.apply(Event::Down(1));
    assert_eq!(session.said(), Said::Done);
}

#[test]
fn a_story_has_a_way_back_from_everywhere_and_is_done_at_an_end() {
    let mut session = at("story", Path::Plain);
    session.apply(Event::Go(0));
    assert!(!session.is_done());
    session.apply(Event::Go(0));
    assert!(session.is_done());
    session.apply(Event::GoBack);
    session.apply(Event::GoBack);
    session.apply(Event::GoBack);
    assert_eq!(answer(&session), Some(Answer::Story(Walked { trail: vec![0], taken: vec![], ended: true })));
}

#[test]
fn a_reply_in_a_chat_is_met_with_its_own_reason_and_what_is_written_next() {
    let mut session = at("chat", Path::EasyRead);
    assert_eq!((session.said(), session.is_done()), (Said::Nothing, false));
    session.apply(Event::Go(2));
    let next = [text("help")];
    assert_eq!(session.said(), Said::GoesOn { met: &text("help is here"), who: "help", next: &next });
    assert!(session.is_done());
    session.apply(Event::GoBack);
    assert_eq!((session.said(), session.is_done()), (Said::Nothing, true), "back is always there, and done stays done");
    session.apply(Event::Go(0));
    session.apply(Event::Go(0));
    assert_eq!(session.said(), Said::GoesOn { met: &text("you told"), who: "help", next: &next });
    session.apply(Event::Go(0));
    assert_eq!(
        answer(&session),
        Some(Answer::Story(Walked { trail: vec![0, 1, 2], taken: vec![0, 0], ended: true })),
        "an end has no ways"
    );
}

#[test]
fn each_line_of_a_promise_is_asked_once_and_either_answer_is_met_kindly() {
    let mut session = at("promise", Path::EasyRead);
    let untouched = session.place();
    session.apply(Event::Choose(2));
    assert_eq!(session.said(), Said::Nothing, "there is no third answer");
    session.apply(Event::Choose(1));
    assert_eq!(session.said(), Said::GoesOn { met: &text("we help"), who: "", next: &[text("stop")] });
    session.apply(Event::Choose(0));
    assert!(!session.is_done());
    session.apply(Event::Choose(0));
    assert_eq!(session.said(), Said::GoesOn { met: &text("good"), who: "", next: &[] });
    assert!(session.is_done());
    let said = answer(&session);
    session.apply(Event::Choose(1));
    assert_eq!(answer(&session), said, "nothing is asked twice");
    session.apply(Event::GoBack);
    session.apply(Event::Choose(1));
    assert_eq!(
        answer(&session),
        Some(Answer::Promise(Promised { given: vec![1, 0, 1], ended: true })),
        "whoever wants to may change it"
    );
    assert_eq!(session.place(), untouched, "a promise is kept on paper");
}

#[test]
fn people_can_be_chosen_and_left_out_again_and_one_is_enough() {
    for path in Path::ALL {
        let mut session = only(people(), path);
        assert_eq!((session.is_done(), session.pointed_to()), (false, vec![]), "nobody is better than another");
        session.apply(Event::Choose(2));
        assert_eq!((session.said(), session.is_done()), (Said::Accepted(&text("because nurse")), true));
        session.apply(Event::Choose(0));
        assert_eq!(session.people(), ["nurse", "parent"]);
        session.apply(Event::Choose(2));
        assert_eq!((session.said(), session.people()), (Said::Nothing, ["parent".to_owned()].as_slice()));
    }
}

#[test]
fn people_stay_chosen_on_another_path_and_where_the_place_is_kept_and_again_begins_without_them() {
    let mut session = at("people", Path::EasyRead);
    session.apply(Event::Choose(1));
    session.apply(Event::ChangePath(Path::Plain));
    assert!(session.is_done());
    let mut later = Session::new(lesson(), Path::Symbols);
    later.resume(&session.place());
    later.resume_people(session.people().to_vec());
    assert_eq!((later.people(), later.is_done()), (["teacher".to_owned()].as_slice(), true));
    later.apply(Event::Choose(1));
    later.apply(Event::ChangePath(Path::Symbols));
    assert!(!later.is_done(), "who is left out on one path is left out on all");
    session.apply(Event::Again);
    assert!(session.people().is_empty());
}

#[test]
fn what_is_kept_brings_the_learner_back_to_the_same_step() {
    let mut session = at("several", Path::Symbols);
    session.apply(Event::Check);
    let place = session.place();
    let mut later = Session::new(lesson(), Path::EasyRead);
    later.resume(&place);
    assert_eq!((later.title(), later.path(), later.prompt()), ("several", Path::Symbols, session.prompt()));
}

#[test]
fn a_kept_moment_that_is_gone_is_met_with_the_beginning() {
    let mut place = at("several", Path::Symbols).place();
    place.moment = "gone".into();
    let mut later = Session::new(lesson(), Path::EasyRead);
    later.resume(&place);
    assert_eq!((later.title(), later.path()), ("look", Path::Symbols));
}

#[test]
fn a_kept_path_that_is_gone_is_met_with_a_step_of_the_path_that_is_on() {
    let mut place = at("one", Path::Symbols).place();
    place.path = Path::Together;
    let mut later = Session::new(lesson(), Path::EasyRead);
    later.resume(&place);
    assert_eq!((later.title(), later.path()), ("look", Path::EasyRead), "easy-read lacks the moment itself");
}

#[test]
fn an_end_is_told_for_the_path_on_which_it_was_reached_and_only_in_that_round() {
    let today = Day::new(2026, 11, 22);
    let mut session = Session::new(lesson(), Path::EasyRead);
    while !session.is_finished() {
        assert_eq!(session.done(today), None);
        session.apply(Event::Next);
    }
    let done = session.done(today).expect("an end was reached");
    assert_eq!((done.path, done.on, done.times), (Path::EasyRead, today, 1));
    session.apply(Event::ChangePath(Path::Symbols));
    assert_eq!(session.done(today).map(|done| done.path), Some(Path::EasyRead), "nothing was finished on the other path");
    let mut later = Session::new(lesson(), Path::Symbols);
    later.resume(&session.place());
    assert_eq!((later.is_finished(), later.done(today)), (true, None), "an end that is only shown again is no new one");
    session.apply(Event::Again);
    assert_eq!(session.done(today), None);
}

#[test]
fn on_symbols_each_press_draws_a_word_and_the_fourth_begins_anew() {
    let mut session = at("password", Path::Symbols);
    for said in [Said::Drawn(1), Said::Drawn(2)] {
        session.apply(Event::Draw([7, 7, 7]));
        assert_eq!((session.said(), session.is_done()), (said, false));
    }
    session.apply(Event::Draw([7, 7, 7]));
    assert!(matches!(session.said(), Said::Checked(check) if check.is_good()) && session.is_done());
    session.apply(Event::Draw([7, 7, 7]));
    assert_eq!(session.said(), Said::Drawn(1));
    let before = answer(&session);
    session.write("boat frog kite");
    assert_eq!(answer(&session), before, "nobody writes there");
}

#[test]
fn on_plain_three_words_are_drawn_at_once_and_what_is_written_takes_their_place() {
    let mut session = at("password", Path::Plain);
    session.apply(Event::Check);
    assert!(!session.is_done(), "nothing is written");
    session.apply(Event::Draw([1, 2, 3]));
    assert!(session.is_done());
    session.write("tree tree");
    assert_eq!((session.said(), session.is_done()), (Said::Nothing, false), "nothing is said before it is asked for");
    session.apply(Event::Check);
    assert!(matches!(session.said(), Said::Checked(check) if !check.enough && !check.different && !check.long));
    session.write("tree tower window");
    session.apply(Event::Check);
    assert!(session.is_done());
    session.apply(Event::Draw([0, 0, 0]));
    assert_eq!(answer(&session), Some(Answer::Password(Made { drawn: vec![0, 1, 2], typed: String::new(), checked: false })));
}

#[test]
fn a_password_is_forgotten_with_the_step_and_never_kept() {
    for (away, back) in [
        (Event::Next, Event::Back),
        (Event::Back, Event::Next),
        (Event::ChangePath(Path::Plain), Event::ChangePath(Path::EasyRead)),
    ] {
        let mut session = at("password", Path::EasyRead);
        let (fresh, place) = (answer(&session), session.place());
        session.write("tree tower window");
        assert_eq!(session.place(), place);
        session.apply(away);
        session.apply(back);
        assert_eq!((session.title(), answer(&session)), ("password", fresh));
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    let index = 0usize..4;
    prop_oneof![
        Just(Event::Next),
        Just(Event::Back),
        Just(Event::Again),
        index.clone().prop_map(|path| Event::ChangePath(Path::ALL[path])),
        Just(Event::Press),
        Just(Event::Hint),
        index.clone().prop_map(Event::Choose),
        index.clone().prop_map(Event::Toggle),
        Just(Event::Check),
        index.clone().prop_map(Event::Take),
        index.clone().prop_map(Event::Put),
        index.clone().prop_map(Event::Up),
        index.clone().prop_map(Event::Down),
        index.prop_map(Event::Go),
        Just(Event::GoBack),
        Just(Event::FromTheBeginning),
        any::<[u32; 3]>().prop_map(Event::Draw),
    ]
}

#[test]
fn a_lesson_that_is_left_keeps_its_place_and_none_of_the_answers() {
    let mut session = at("gap", Path::EasyRead);
    session.apply(Event::Choose(1));
    assert_ne!(session.said(), Said::Nothing);
    session.apply(Event::Next);
    let (place, fresh) = (session.place(), session.progress());
    session.leave();
    assert_eq!((session.place(), session.progress()), (place, fresh));
    session.apply(Event::Back);
    assert_eq!(session.said(), Said::Nothing);
}

proptest! {
    #[test]
    fn whatever_is_pressed_or_written_there_is_a_step_and_a_way_on(events in prop::collection::vec(any_event(), 0..120), written: String) {
        let mut session = Session::new(lesson(), Path::Symbols);
        for event in events {
            let was_done = session.is_done();
            let place = (session.title().to_owned(), session.path());
            session.apply(event);
            if event == Event::Check {
                session.write(&written);
            }
            prop_assert!(session.step().is_some());
            let (nth, total) = session.progress();
            prop_assert!(1 <= nth && nth <= total);
            let moved = place != (session.title().to_owned(), session.path()) || event == Event::Again;
            // Order and "choose several" can be taken apart again, people left out, a feeling is forgotten, and another password made; what else is done
            // stays done.
            let can_reopen = matches!(
                session.step().map(|step| &step.activity),
                Some(Activity::Order(_) | Activity::ChooseSeveral(_) | Activity::Feelings(_) | Activity::People(_) | Activity::Password(_))
            );
            prop_assert!(moved || can_reopen || !was_done || session.is_done());
            let _ = (session.said(), session.pointed_to(), session.shows_hint());
        }
        // The way on leads to the end in as many presses as there are steps.
        for _ in 0..session.progress().1 + 1 {
            session.apply(Event::Next);
        }
        prop_assert!(session.is_finished());
    }

    #[test]
    fn what_is_pointed_to_is_right(path in 0usize..4, presses in prop::collection::vec(any_event(), 0..60)) {
        let mut session = Session::new(lesson(), Path::ALL[path]);
        for press in presses {
            session.apply(press);
            let pointed = session.pointed_to();
            if let (Some(attempt), Some(first)) = (session.attempt(), pointed.first()) {
                match attempt {
                    Attempt::Spot(parts, chosen) => prop_assert!(parts[*first].right && !chosen.tried[*first]),
                    Attempt::Find(find, chosen) => prop_assert!(find.parts[*first].right && !chosen.tried[*first]),
                    Attempt::Choose(choices, _) | Attempt::Gap(choices, _) | Attempt::ChooseSeveral(choices, _) => {
                        prop_assert!(pointed.iter().all(|index| choices[*index].right));
                    }
                    Attempt::Sort(sort, Sorted { chosen: Some(chosen), .. }) | Attempt::Match(sort, Sorted { chosen: Some(chosen), .. }) => {
                        prop_assert_eq!(sort.things[chosen].group, *first);
                        prop_assert!(session.offers(*first));
                    }
                    Attempt::Order(_, arranged) => prop_assert!(arranged.now[*first] < *first),
                    other => prop_assert!(false, "nothing to point to in {:?}", other),
                }
            }
        }
    }
}
