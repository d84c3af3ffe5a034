//! Every lesson on every path that it has, from its first step to its last: by keyboard with axe-core's look at every screen, with two keys
//! and by touch.
//!
//! Each lesson is a room of three tests, which run side by side. The setting is the school; the charity's lesson is here where it is
//! another one.

use crate::assert_none;
use fingerpost_journeys::axe::{Level, violations, violations_in_module};
use fingerpost_journeys::engine::Engine;
use fingerpost_journeys::learner::{Learner, STEADY_HANDS, Way};
use fingerpost_journeys::site::{self, CHARITY, SCHOOL};
use fingerpost_journeys::{Journey, journey_on};
use std::path::Path;

macro_rules! lessons {
    ($($room:ident: $page:literal in $setting:ident;)*) => {
        const LESSONS: &[(&str, &str)] = &[$(($setting, $page)),*];

        $(mod $room {
            use super::{Way, can_be_finished, site};

            #[test]
            fn by_keyboard_without_a_finding_of_axe() {
                can_be_finished(site::$setting, $page, Way::Keyboard);
            }

            #[test]
            fn with_two_keys() {
                can_be_finished(site::$setting, $page, Way::TwoKeys);
            }

            #[test]
            fn by_touch() {
                can_be_finished(site::$setting, $page, Way::Touching);
            }
        })*
    };
}

lessons! {
    tell_someone: "lessons/tell-someone.html" in SCHOOL;
    private_things: "lessons/private-things.html" in SCHOOL;
    friends_online: "lessons/friends-online.html" in SCHOOL;
    kind_words: "lessons/kind-words.html" in SCHOOL;
    our_agreement: "lessons/our-agreement.html" in SCHOOL;
    our_agreement_at_the_charity: "lessons/our-agreement.html" in CHARITY;
}

/// Goes through a lesson on each of its paths. What a step asks is done before the way on is taken; then the way on must be the obvious
/// one, wherever the learner does all that is asked (of ticks and of an order they only try some).
fn can_be_finished(setting: &'static str, page: &'static str, way: Way) {
    journey_on(site::dist(setting), true, move |journey| async move {
        journey.before_every_page(STEADY_HANDS).await;
        let looks = way == Way::Keyboard && journey.engine == Engine::Chromium;
        if looks {
            journey.system_asks_for(&[("prefers-reduced-motion", "reduce")]).await;
            journey.width(390).await;
        }
        journey.open_awake(page).await;
        let mut found = Vec::new();
        for path in Learner::new(&journey, way).paths().await {
            journey.open_awake(page).await;
            let learner = Learner::with_steady_hands(&journey, way);
            learner.take_path(&path).await;
            let mut steps = 0;
            while !learner.screen().await.finished {
                let step = learner.screen().await;
                let place = format!("{path}, {}", step.heading);
                found.extend(looked_at(&journey, looks, steps == 0, &place).await);
                learner.do_step().await;
                let is_tried_only = ["choose-several", "order"].contains(&step.activity.as_str());
                assert!(is_tried_only || learner.is_done().await, "{place}: {} is not done", step.activity);
                found.extend(looked_at(&journey, looks, false, &format!("{place}, done")).await);
                learner.go_on().await;
                steps += 1;
            }
            found.extend(looked_at(&journey, looks, true, &format!("{path}, finished")).await);
            assert!(steps > 1, "the lesson has no steps on {path}");
            assert_eq!(learner.screen().await.path, path);
        }
        assert_none("axe-core finds fault", &found);
        assert_none("an error in the console", &journey.errors().await);
    });
}

/// What axe-core finds on the screen, where it is to look: on the whole page, or in what changes from one screen to the next.
async fn looked_at(journey: &Journey, looks: bool, whole: bool, place: &str) -> Vec<String> {
    let found = match (looks, whole) {
        (false, _) => Vec::new(),
        (true, true) => violations(journey, Level::Aa).await,
        (true, false) => violations_in_module(journey, Level::Aa).await,
    };
    found.into_iter().map(|line| format!("{place}: {line}")).collect()
}

/// Else a new lesson would be forgotten here.
#[test]
fn every_lesson_of_the_school_is_here_and_so_is_the_charitys_where_it_is_another() {
    let is_here = |setting: &str, page: &str| LESSONS.contains(&(setting, page));
    // The text of each path in the page gives every moment its heading.
    let moments = |dist: &Path, page: &str| {
        let text = std::fs::read_to_string(dist.join(page)).expect("a page can be read");
        let headings = text.split("<h3>").skip(1).filter_map(|rest| rest.split_once("</h3>"));
        headings.map(|(heading, _)| heading.to_owned()).collect::<Vec<String>>()
    };
    let (school, charity) = (site::dist(SCHOOL), site::dist(CHARITY));
    let lessons = site::lessons(school);
    let absent = lessons.iter().filter(|page| !is_here(SCHOOL, page)).cloned().collect::<Vec<_>>();
    assert_none("a lesson is not gone through", &absent);
    let other = site::lessons(charity)
        .into_iter()
        .filter(|page| !lessons.contains(page) || moments(school, page) != moments(charity, page));
    let absent = other.filter(|page| !is_here(CHARITY, page)).collect::<Vec<_>>();
    assert_none("a lesson of the charity is not gone through", &absent);
}
