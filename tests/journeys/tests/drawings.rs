//! The drawings of a lesson: those of its first screen come with the page, the others a little later, and the lesson's text has them too.

use crate::assert_none;
use fingerpost_journeys::learner::{Learner, Way};
use fingerpost_journeys::site::{self, LESSON, PATHS};
use fingerpost_journeys::{Journey, journey, journey_without_script};

/// The symbols that are on the screen and not drawn. A drawing that is not there has a box without a size.
const NOT_DRAWN: &str = "
    const isDrawn = use => { const box = use.getBBox(); return box.width > 0 && box.height > 0; };
    return [...document.querySelectorAll('[data-module] use')].filter(use => use.checkVisibility() && !isDrawn(use))
        .map(use => use.getAttribute('href'));";

/// Page, style sheet, page script, player, its script, web manifest, icon; and the drawings.
const MOST_REQUESTS: usize = 8;

/// Waits until the drawings that come later are there.
async fn all_drawn(journey: &Journey) {
    journey.wait_until("the drawings to come", "document.querySelectorAll('symbol').length > 40").await;
}

#[test]
fn every_symbol_on_every_step_is_drawn() {
    journey(|journey| async move {
        let mut missing = Vec::new();
        for path in PATHS {
            journey.open_awake(LESSON).await;
            all_drawn(&journey).await;
            let learner = Learner::new(&journey, Way::Keyboard);
            learner.take_path(path).await;
            while !learner.screen().await.finished {
                let heading = learner.screen().await.heading;
                let mut found: Vec<String> = journey.ask(NOT_DRAWN, &[]).await;
                learner.do_step().await;
                found.extend(journey.ask::<Vec<String>>(NOT_DRAWN, &[]).await);
                missing.extend(found.into_iter().map(|symbol| format!("{path}, {heading}: {symbol}")));
                learner.go_on().await;
            }
            let found: Vec<String> = journey.ask(NOT_DRAWN, &[]).await;
            missing.extend(found.into_iter().map(|symbol| format!("{path}, finished: {symbol}")));
            // From its address to its end: what it needs to answer, and the one file with the drawings.
            let requests = journey.server.take_log();
            assert!(requests.len() <= MOST_REQUESTS, "{path}: {requests:?}");
        }
        assert_none("a symbol is not drawn", &missing);
    });
}

/// The page itself draws what can be seen before the player has fetched anything.
#[test]
fn the_first_screen_of_every_lesson_is_drawn_by_its_page() {
    journey(|journey| async move {
        // A page without its scripts stays as it came.
        journey.refuse(&["*.js"]).await;
        let mut missing = Vec::new();
        for lesson in site::lessons(&journey.dist) {
            journey.open(&lesson).await;
            journey.ask::<()>("document.documentElement.classList.add('js')", &[]).await;
            let found: Vec<String> = journey.ask(NOT_DRAWN, &[]).await;
            missing.extend(found.into_iter().map(|symbol| format!("{lesson}: {symbol}")));
        }
        assert_none("a symbol is not drawn", &missing);
    });
}

#[test]
fn a_lesson_is_ready_before_it_asks_for_the_drawings_that_come_later() {
    const WATCH: &str = "
        const real = fetch;
        fetch = (address, ...rest) => {
            if (String(address).includes('/symbols.')) window.askedWhenReady = !!document.querySelector('[data-ready]');
            return real(address, ...rest);
        };";
    journey(|journey| async move {
        journey.before_every_page(WATCH).await;
        journey.open_awake(LESSON).await;
        all_drawn(&journey).await;
        assert!(journey.ask::<bool>("return window.askedWhenReady", &[]).await);
    });
}

#[test]
fn without_its_drawings_a_lesson_goes_on_and_asks_again_at_the_next_step_only() {
    const COUNT: &str = "
        const real = fetch;
        window.asked = 0;
        fetch = (address, ...rest) => {
            if (String(address).includes('/symbols.')) window.asked++;
            return real(address, ...rest);
        };";
    journey(|journey| async move {
        journey.before_every_page(COUNT).await;
        journey.refuse(&["*/assets/symbols.*.svg"]).await;
        journey.open_awake(LESSON).await;
        let learner = Learner::new(&journey, Way::Keyboard);
        learner.take_path("symbols").await;
        let mut steps = 0;
        while !learner.screen().await.finished {
            assert!(!learner.screen().await.words.is_empty(), "the words went with the drawings");
            learner.do_step().await;
            learner.go_on().await;
            steps += 1;
        }
        let asked: usize = journey.ask("return window.asked", &[]).await;
        // Once when it was ready, once for the path, and once a step.
        assert!((2..=steps + 2).contains(&asked), "{asked} requests in {steps} steps");

        // When the line is back, the next step has them.
        journey.refuse(&[]).await;
        learner.choose("[data-action=again]", 0).await;
        learner.go_on().await;
        all_drawn(&journey).await;
        let found: Vec<String> = journey.ask(NOT_DRAWN, &[]).await;
        assert_none("a symbol is not drawn", &found);
    });
}

/// What a host answers in the place of a file that it does not have, or half a file, is not put into the page.
#[test]
fn only_a_whole_drawing_is_taken_for_one() {
    const HALF: &str = "<svg xmlns='http://www.w3.org/2000/svg'><symbol id='symbol-again'/><symbol id='sym";
    const WHOLE: &str = "<svg xmlns='http://www.w3.org/2000/svg'><symbol id='symbol-again'/></svg>";
    for (answer, media, taken) in [(WHOLE, "image/svg+xml", true), (WHOLE, "text/html", false), (HALF, "image/svg+xml", false)] {
        let given = format!(
            "const real = fetch;
            fetch = async (address, ...rest) => String(address).includes('/symbols.')
                ? new Response(\"{answer}\", {{ headers: {{ 'Content-Type': '{media}' }} }}) : real(address, ...rest);"
        );
        journey(move |journey| async move {
            journey.before_every_page(&given).await;
            journey.open_awake(LESSON).await;
            // By the next step what came has been looked at.
            Learner::new(&journey, Way::Keyboard).go_on().await;
            let is_taken: bool = journey.ask("return !!document.getElementById('symbol-again')", &[]).await;
            assert_eq!(is_taken, taken, "{media}: {answer}");
        });
    }
}

/// The pictures of the text that can be seen and have not come.
const NOT_COME: &str = "
    return [...document.querySelectorAll('.lesson-text img')].filter(image => image.checkVisibility() && !image.naturalWidth)
        .map(image => image.getAttribute('src'));";

#[test]
fn without_script_the_text_of_a_lesson_has_its_pictures() {
    journey_without_script(|journey| async move {
        for lesson in site::lessons(&journey.dist) {
            journey.open(&lesson).await;
            let () = journey.ask("for (const part of document.querySelectorAll('details')) part.open = true", &[]).await;
            let pictures: usize = journey.ask("return document.querySelectorAll('.lesson-text img').length", &[]).await;
            assert!(pictures > 10, "{lesson} has {pictures} pictures");
            let script = format!("return (() => {{ {NOT_COME} }})().length === 0");
            journey.wait_until("the pictures to come", &format!("(() => {{ {script} }})()")).await;
        }
    });
}

/// On paper the lesson is its text, with the pictures that nobody has seen on the screen.
#[test]
fn a_printed_lesson_has_its_pictures_and_asks_for_none_of_them_before() {
    const DRAWN: &str = "
        const text = document.querySelector('.lesson-text');
        const uses = [...text.querySelectorAll('use')];
        return [uses.length, uses.filter(use => !document.querySelector(use.getAttribute('href'))).length, text.querySelectorAll('img').length];";
    journey(|journey| async move {
        journey.open_awake(LESSON).await;
        all_drawn(&journey).await;
        let single = journey.server.take_log().into_iter().filter(|request| request.path.contains("/assets/symbols."));
        assert_eq!(single.count(), 1, "only the one file");
        let () = journey.ask("dispatchEvent(new Event('beforeprint'))", &[]).await;
        let [drawn, empty, images]: [usize; 3] = journey.ask(DRAWN, &[]).await;
        assert!(drawn > 40 && empty == 0 && images == 0, "{drawn} drawn, {empty} of them empty, {images} to be fetched");
    });
}
