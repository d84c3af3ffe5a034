//! One device, several sites and tabs: two sites at one internet address keep nothing in common, and two tabs of one site undo nothing of each
//! other's.

use crate::assert_none;
use crate::keeping::kept;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, SCHOOL};
use fingerpost_journeys::{Journey, journey, journey_on};
use std::collections::BTreeMap;
use std::path::PathBuf;

const LIKES: &str = "how-i-like-it.html";

/// The example's site twice at one address, under `a/` and `b/`, in a folder of the test's own.
fn twice(test: &str) -> PathBuf {
    let both = site::scratch().join(test);
    let _ = std::fs::remove_dir_all(&both);
    for copy in ["a", "b"] {
        site::copy_folder(site::dist(SCHOOL), &both.join(copy));
    }
    both
}

async fn texts(journey: &Journey) -> BTreeMap<String, String> {
    journey.ask("return { ...localStorage }", &[]).await
}

#[test]
fn two_sites_at_one_address_keep_nothing_in_common() {
    let both = twice("nothing-in-common");
    journey_on(&both, true, |journey| async move {
        let keyboard = Learner::new(&journey, Way::Keyboard);
        for copy in ["a", "b"] {
            journey.open_awake(&format!("{copy}/lessons/tell-someone.html")).await;
            assert!(
                !journey.ask::<bool>("return !!document.querySelector('[data-action=forget]')", &[]).await,
                "{copy} knows the other"
            );
            keyboard.choose("[data-action=remember]", 0).await;
            journey.wait_until("it to be remembered", "document.querySelector('[data-action=forget]')").await;
            journey.open_awake(&format!("{copy}/{LIKES}")).await;
            journey.ask::<()>("document.querySelector('#look [name=theme][value=dark]').click()", &[]).await;
            journey.ask::<()>("document.querySelector('#look [name=remember]').click()", &[]).await;
            journey.open(&format!("{copy}/lessons/index.html")).await;
            assert_eq!(journey.ask::<usize>("return Object.keys(localStorage).filter(k => k.includes(` ${location.pathname.split('/lessons/')[0]}/ `)).length", &[]).await, 2);
            journey.ask::<()>("document.querySelector('.keep button').focus()", &[]).await;
            journey.press(Key::Enter).await;
            journey
                .wait_until(
                    "the pages to be kept",
                    "document.querySelector('.keep [role=status]').innerText.includes('This device keeps the lessons')",
                )
                .await;
        }
        let before = texts(&journey).await;
        assert_eq!((before.len(), kept(&journey).await.len()), (4, 6), "{before:#?}");

        journey.open_awake("a/my-journey.html").await;
        keyboard.choose("[data-action=forget-all]", 0).await;
        let asks = "document.getElementById('sure-title').innerText.includes('It keeps what other sites remember')";
        journey.wait_until("the question, which says so", asks).await;
        keyboard.choose("[data-action=yes]", 0).await;
        journey.wait_until("it to be forgotten", "document.querySelector('[data-action=undo]')").await;
        let after = texts(&journey).await;
        assert_eq!(after.len(), 2);
        assert!(after.iter().all(|(key, text)| key.contains("/path/b/ ") && before.get(key) == Some(text)), "{after:#?}");

        journey.open("a/lessons/index.html").await;
        let removes = "[...document.querySelectorAll('.keep button')][1]";
        journey.wait_until("the way to remove the pages", &format!("{removes}.checkVisibility()")).await;
        journey.ask::<()>(&format!("{removes}.focus()"), &[]).await;
        journey.press(Key::Enter).await;
        journey
            .wait_until("the pages to be gone", &format!("!{removes}.matches(':not([hidden]):not([aria-disabled=true])')"))
            .await;
        let caches: Vec<String> = kept(&journey).await.into_iter().filter(|kept| kept.starts_with("cache ")).collect();
        assert!(caches.len() == 1 && caches[0].contains("/path/b/ "), "{caches:?}");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn what_was_kept_before_keys_told_whose_they_are_is_taken_over_once() {
    let both = twice("taken-over");
    const BEFORE: &str = "
        localStorage.setItem('fingerpost.1.look', JSON.stringify({ theme: 'dark' }));
        localStorage.setItem('fingerpost.1.learner', 'fingerpost 2\\nsticker shape=star\\n');";
    journey_on(&both, true, |journey| async move {
        journey.open("a/404.html").await;
        journey.ask::<()>(BEFORE, &[]).await;
        journey.open("a/index.html").await;
        assert_eq!(journey.ask::<String>("return document.documentElement.dataset.theme", &[]).await, "dark");
        journey.open_awake("a/lessons/tell-someone.html").await;
        journey.wait_until("the lesson to remember", "document.querySelector('[data-action=forget]')").await;
        let keys: Vec<String> = texts(&journey).await.into_keys().collect();
        assert_eq!(keys, ["fingerpost.2 /any/sub/path/a/ learner", "fingerpost.2 /any/sub/path/a/ look"]);
        journey.open_awake("b/lessons/tell-someone.html").await;
        assert_eq!(journey.ask::<Option<String>>("return document.documentElement.dataset.theme ?? null", &[]).await, None);
        assert!(!journey.ask::<bool>("return !!document.querySelector('[data-action=forget]')", &[]).await);
        assert_eq!(texts(&journey).await.len(), 2);
    });
}

/// Presses a control of the look, in this tab or in another one.
async fn choose(journey: &Journey, tab: &str, name: &str, value: &str) {
    journey.ask::<()>(&format!("{tab}.document.querySelector('#look [name={name}][value=\"{value}\"]').click()"), &[]).await;
}

#[test]
fn a_look_chosen_in_one_tab_is_worn_in_the_other_and_undone_by_none() {
    const LOOK: &str = "return JSON.parse(localStorage.getItem('fingerpost.2 /any/sub/path/ look'))";
    journey(|journey| async move {
        journey.open_awake(LIKES).await;
        journey.ask::<()>("document.querySelector('#look [name=remember]').click()", &[]).await;
        choose(&journey, "window", "theme", "dark").await;
        journey.ask::<()>("window.other = window.open(location.href)", &[]).await;
        journey
            .wait_until(
                "another tab",
                "other.document.readyState === 'complete' && other.document.documentElement.dataset.theme === 'dark'",
            )
            .await;
        choose(&journey, "other", "size", "2").await;
        journey.wait_until("this tab to wear it", "document.documentElement.dataset.size === '2'").await;
        assert!(journey.ask::<bool>("return document.querySelector('#look [name=size][value=\"2\"]').checked", &[]).await);
        choose(&journey, "window", "theme", "").await;
        journey.wait_until("the other tab to take it off", "!other.document.documentElement.dataset.theme").await;
        let look: BTreeMap<String, String> = journey.ask(LOOK, &[]).await;
        assert_eq!(look, [("size".to_owned(), "2".to_owned())].into());

        // A tab that has not heard of it changes nothing but what is chosen there. A page does not hear of what it writes itself.
        journey
            .ask::<()>(
                "localStorage.setItem('fingerpost.2 /any/sub/path/ look', JSON.stringify({ theme: 'cream', later: 'kept' }))",
                &[],
            )
            .await;
        choose(&journey, "window", "spacing", "wide").await;
        let look: BTreeMap<String, String> = journey.ask(LOOK, &[]).await;
        let wanted =
            [("later", "kept"), ("spacing", "wide"), ("theme", "cream")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(look, wanted.into());

        // Forgetting is a wish that stands in the other tab too, which keeps its look until it is left.
        journey.ask::<()>("document.querySelector('#look [name=remember]').click()", &[]).await;
        journey.wait_until("the other tab to know", "!other.document.querySelector('#look [name=remember]').checked").await;
        choose(&journey, "other", "size", "3").await;
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
        assert_none("an error in the console", &journey.errors().await);
    });
}
