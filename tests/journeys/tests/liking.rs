//! "How I like it": every choice works at once, is kept only on a wish, and goes along to another device by an address.

use crate::assert_none;
use fingerpost_journeys::browser::Key;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::{Journey, journey};

const PAGE: &str = "how-i-like-it.html";

async fn look_of(journey: &Journey, name: &str) -> Option<String> {
    journey.ask(&format!("return document.documentElement.dataset.{name} ?? null"), &[]).await
}

/// Presses a control of the look, which is the page script's and not the module's.
async fn choose_look(journey: &Journey, name: &str, value: &str) {
    journey.ask::<()>(&format!("document.querySelector('#look [name={name}][value={value}]').click()"), &[]).await;
}

#[test]
fn a_look_shows_at_once_and_is_there_on_a_lesson_only_where_it_is_remembered() {
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        choose_look(&journey, "symbols", "big").await;
        choose_look(&journey, "calm", "yes").await;
        assert_eq!(look_of(&journey, "symbols").await.as_deref(), Some("big"));
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0);
        journey.ask::<()>("document.querySelector('#look [name=remember]').click()", &[]).await;
        journey.open_awake("lessons/tell-someone.html").await;
        assert_eq!(look_of(&journey, "calm").await.as_deref(), Some("yes"));
        let shown = "return [...document.querySelectorAll('.paths, .keeping, nav.ways, a.worry')].filter(e => e.checkVisibility()).map(e => e.className)";
        assert_eq!(journey.ask::<Vec<String>>(shown, &[]).await, ["worry"], "calm leaves the step, the moves and help");
    });
}

/// The code holds an address. Opened on another device, it asks first, and then looks, voice and presses are as they were.
#[test]
fn all_that_is_liked_goes_along_by_the_address_and_is_used_only_when_asked() {
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        let keyboard = Learner::new(&journey, Way::Keyboard);
        choose_look(&journey, "theme", "dark").await;
        keyboard.choose(".press-ways fieldset:first-of-type button:nth-of-type(2)", 0).await;
        keyboard.choose("[data-action=code]", 0).await;
        journey
            .wait_until("the code to be drawn", "document.querySelector('svg.code path')?.getAttribute('d').length > 1000")
            .await;
        let came = "#like=fingerpost%20profile%201%0Alook%20theme%3Ddark%20size%3D2%0A";
        journey.open_awake(&format!("{PAGE}{came}")).await;
        journey.reload().await;
        journey.awake().await;
        journey.wait_until("the question", "document.querySelector('[data-action=use]')").await;
        assert_eq!(look_of(&journey, "theme").await, None, "it is used before it is asked for");
        keyboard.choose("[data-action=use]", 0).await;
        journey.wait_until("the look", "document.documentElement.dataset.theme === 'dark'").await;
        assert_eq!(look_of(&journey, "size").await.as_deref(), Some("2"));
        assert_eq!(journey.ask::<String>("return location.hash", &[]).await, "");
        assert_eq!(journey.ask::<usize>("return localStorage.length", &[]).await, 0, "nobody has asked to remember");
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn nonsense_behind_the_address_changes_nothing() {
    journey(|journey| async move {
        for nonsense in ["#like=%00%ff", "#like=fingerpost%20profile%2099", "#like=", "#like=%E0%A4%A"] {
            journey.open_awake(&format!("{PAGE}{nonsense}")).await;
            journey.reload().await;
            journey.awake().await;
            assert_eq!(journey.ask::<usize>("return document.querySelectorAll('[data-action=use]').length", &[]).await, 0);
        }
    });
}

#[test]
fn one_press_remembers_presses_and_looks_and_a_lesson_knows_them() {
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        let keyboard = Learner::new(&journey, Way::Keyboard);
        choose_look(&journey, "symbols", "none").await;
        keyboard.choose("[data-action=more][value=repeat]", 0).await;
        keyboard.choose("[data-action=remember]", 0).await;
        journey.wait_until("both to be kept", "localStorage.length === 2").await;
        journey.open_awake("lessons/tell-someone.html").await;
        assert_eq!(look_of(&journey, "symbols").await.as_deref(), Some("none"));
        journey.wait_until("the lesson to remember", "document.querySelector('[data-action=forget]')").await;
        keyboard.choose("[data-action=ways]", 0).await;
        let words = journey.ask::<String>("return document.querySelector('.press-ways').innerText", &[]).await;
        assert!(words.contains("0.4 seconds"), "{words}");
    });
}

#[test]
fn the_first_paths_show_fewer_choices_and_the_others_all() {
    const SHOWN: &str = "return [...document.querySelectorAll('#look fieldset')].filter(e => e.checkVisibility()).length";
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        let keyboard = Learner::new(&journey, Way::TwoKeys);
        for (path, choices) in [("together", 2), ("symbols", 4), ("plain", 10), ("easy-read", 10)] {
            journey.ask::<()>(&format!("document.querySelector('.likes [value={path}]').click()"), &[]).await;
            journey.wait_until("the path", &format!("document.querySelector('[data-module][data-path={path}]')")).await;
            assert_eq!(journey.ask::<usize>(SHOWN, &[]).await, choices, "{path}");
        }
        // Switches reach the module whatever the path.
        keyboard.choose("[data-action=code]", 0).await;
        journey.wait_until("the code", "document.querySelector('svg.code')").await;
    });
}

/// What is saved to a file can be brought to another device; a file of another kind changes nothing and is met with words.
#[test]
fn a_file_brings_it_back() {
    const GIVE: &str = "
        const give = new DataTransfer();
        give.items.add(new File([arguments[0]], 'how-i-like-it.fingerpost.txt', { type: 'text/plain' }));
        const field = document.getElementById('like-file');
        field.files = give.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    journey(|journey| async move {
        journey.open_awake(PAGE).await;
        journey.ask::<()>(GIVE, &["something else".into()]).await;
        journey.wait_until("the words", "document.body.innerText.includes('another kind of file')").await;
        journey.ask::<()>(GIVE, &["fingerpost profile 1\r\nlook theme=cream\r\n".into()]).await;
        journey.wait_until("the look", "document.documentElement.dataset.theme === 'cream'").await;
    });
}

/// The words for a browser without script are not for paper either, and a code that was printed leaves the next print whole.
#[test]
fn paper_has_the_code_alone_only_when_it_is_asked_for() {
    const MARKED: &str = "return document.querySelectorAll('[data-prints-card]').length";
    journey(|journey| async move {
        journey
            .before_every_page(
                "window.print = () => { window.printed = document.querySelectorAll('[data-prints-card]').length; };",
            )
            .await;
        journey.open_awake(PAGE).await;
        assert_eq!(journey.ask::<usize>("return document.querySelectorAll('.lesson-text').length", &[]).await, 0);
        let keyboard = Learner::new(&journey, Way::Keyboard);
        keyboard.choose("[data-action=code]", 0).await;
        keyboard.choose("[data-action=print]", 0).await;
        journey.wait_until("the code to be printed alone", "window.printed === 1").await;
        journey.ask::<()>("window.dispatchEvent(new Event('afterprint'))", &[]).await;
        assert_eq!(journey.ask::<usize>(MARKED, &[]).await, 1, "a phone says so before it draws what it prints");
        journey.press(Key::Tab).await;
        assert_eq!(journey.ask::<usize>(MARKED, &[]).await, 0);
    });
}
