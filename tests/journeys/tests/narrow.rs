//! Nothing scrolls to the side on a phone or with the page at 400%, in the biggest letters that a reader can choose, with the widest spaces and
//! drawings: no page, and no screen of a lesson or a quiz, before it is done and after.
//!
//! Looks are set on the page as its own script sets them, and each screen is measured in all of them at once, so that one visit shows them all.

use crate::assert_none;
use crate::progress::{DONE, PAGE, open_with};
use fingerpost_journeys::site::{self, CHARITY, GALLERY, GUIDE, LANGUAGES, SCHOOL};
use fingerpost_journeys::{Journey, journey, journey_on};
use std::path::Path;

/// A phone, a small phone, and the narrowest that WCAG 1.4.10 asks for.
const WIDTHS: [u32; 3] = [390, 360, 320];

/// The looks that take most room, and in the narrowest window the spaces between letters, words and lines that somebody may set themselves (WCAG
/// 1.4.12). `look(place)` notes each in which the page is wider than the window, with what sticks out.
const LOOK: &str = "
    const BIGGEST = [{ size: '3' }, { size: '3', spacing: 'wide', typeface: 'wide' }];
    const LOOKS = [...BIGGEST, ...innerWidth > 320 ? [{ size: '2' }] : [{}, { size: '3', symbols: 'big' }, { own: 'spaces' }]];
    const spaces = new CSSStyleSheet();
    spaces.replaceSync(`[data-own] * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        [data-own] p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets.push(spaces);
    const found = window.found = [];
    window.looked = 0;
    window.isDone = false;
    const look = place => {
        const { dataset } = document.documentElement, page = document.scrollingElement;
        const before = { ...dataset };
        for (const wanted of LOOKS) {
            Object.assign(dataset, wanted);
            window.looked += 1;
            if (page.scrollWidth > page.clientWidth) {
                const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1);
                found.push(`${innerWidth} px, ${JSON.stringify(wanted)}, ${place}: ${page.scrollWidth} px, ${out.pop()?.outerHTML.slice(0, 100)}`);
            }
            for (const name in wanted) delete dataset[name];
            Object.assign(dataset, before);
        }
    };
    const done = () => { window.isDone = true; };
    const rest = () => new Promise(end => setTimeout(end, 0)).then(() => new Promise(end => setTimeout(end, 0)));
    const one = selector => document.querySelector(`[data-module] ${selector}:not([aria-disabled=true])`);
    const press = async selector => {
        const control = one(selector);
        if (!control) return false;
        control.click();
        await rest();
        return true;
    };";

/// Goes through a lesson on each of its paths as quickly as the page can, pressing all that a step has; looks before and after.
const LESSON: &str = "
    const ANSWERS = '[data-activity] .options :is(button.answer, input)', LONG = ['story', 'chat', 'promise'];
    const doStep = async (activity, place) => {
        await press('[data-action=hint]');
        const answers = document.querySelectorAll(ANSWERS).length;
        for (let nth = 0; nth < (LONG.includes(activity) ? 15 : answers); nth += 1) {
            const all = document.querySelectorAll(ANSWERS);
            (all[nth] ?? all[0])?.click();
            await rest();
            if (LONG.includes(activity)) look(`${place}, on the way`);
        }
        for (let nth = 0; nth < 20 && one('button.place'); nth += 1) {
            document.querySelectorAll('button.place').forEach(place => place.click());
            await rest();
        }
        for (const action of ['draw', 'draw', 'draw', 'down', 'check']) await press(`[data-action=${action}]`);
    };
    (async () => {
        const module = document.querySelector('[data-module]');
        for (const path of [...document.querySelectorAll('[data-action=path]')].map(e => e.value)) {
            await press(`[data-action=path][value=${path}]`);
            for (let step = 0; step < 40 && !('finished' in module.dataset); step += 1) {
                const { activity } = module.querySelector('[data-activity]').dataset;
                const place = `${path}, ${module.querySelector('h2').innerText}, ${activity}`;
                look(place);
                await doStep(activity, place);
                look(`${place}, done`);
                await press('[data-action=next]');
            }
            look(`${path}, at the end`);
            await press('[data-action=again]');
        }
        await press('[data-action=ways]');
        look('how I press');
        done();
    })();";

/// Goes through a quiz to its end, choosing each answer in turn, once missing and once not, which shows every reason.
const QUIZ: &str = "
    (async () => {
        await press('[data-action=begin]');
        for (let screen = 0; screen < 120 && !one('[data-action=again]'); screen += 1) {
            const place = document.querySelector('#quiz-title').innerText;
            look(place);
            for (let nth = 0; nth < 6; nth += 1) {
                document.querySelectorAll('[data-module] button.answer')[nth]?.click();
                await rest();
            }
            for (const rule of document.querySelectorAll('.rule')) rule.open = true;
            look(`${place}, answered`);
            await press('[data-action=next]');
        }
        look('at the end');
        done();
    })();";

/// A page as it is, with all that can be opened open.
const PAGES: &str = "
    for (const part of document.querySelectorAll('details')) part.open = true;
    look('as it is');
    done();";

/// My journey: as it is, and each of its screens.
const JOURNEY: &str = "
    (async () => {
        for (const action of ['summary', 'certificate', 'close', 'add', 'stop', 'forget-one']) {
            look(`before ${action}`);
            if (!await press(`[data-action=${action}]`)) found.push(`there is no ${action}`);
        }
        look('at the end');
        done();
    })();";

/// How I like it: on each path, with the code.
const LIKING: &str = "
    (async () => {
        await press('[data-action=code]');
        for (const path of document.querySelectorAll('.likes .paths button')) {
            path.click();
            await rest();
            look(path.innerText);
        }
        done();
    })();";

/// Looks at the page that is open, in this width. A busy machine may take its time, as long as it goes on.
async fn look(journey: &Journey, page: &str, script: &str) -> Vec<String> {
    journey.ask::<()>(&format!("{LOOK}{script}"), &[]).await;
    loop {
        let (looked, done): (usize, bool) = journey.ask("return [window.looked, window.isDone]", &[]).await;
        if done {
            assert!(looked > 0, "{page} was not looked at");
            break;
        }
        journey.wait_until("the next screen", &format!("window.isDone || window.looked > {looked}")).await;
    }
    let found: Vec<String> = journey.ask("return window.found", &[]).await;
    found.into_iter().map(|line| format!("{page}, {line}")).collect()
}

/// Opens a page in every width, and looks at what a script makes of it.
fn nothing_scrolls_on(dist: &Path, page: &str, script: &'static str) {
    let page = page.to_owned();
    journey_on(dist, true, move |journey| async move {
        let mut found = Vec::new();
        for width in WIDTHS {
            journey.width(width).await;
            journey.open_awake(&page).await;
            found.extend(look(&journey, &page, script).await);
        }
        assert_none("something is wider than the screen", &found);
        assert_none("an error in the console", &journey.errors().await);
    });
}

#[test]
fn no_screen_of_a_lesson_scrolls_to_the_side() {
    let lessons = site::lessons(site::dist(SCHOOL));
    assert!(lessons.len() > 4, "{lessons:?}");
    lessons.iter().for_each(|lesson| nothing_scrolls_on(site::dist(SCHOOL), lesson, LESSON));
}

#[test]
fn no_screen_of_an_activity_scrolls_to_the_side() {
    nothing_scrolls_on(site::with_gallery(), GALLERY, LESSON);
}

#[test]
fn no_screen_of_a_quiz_scrolls_to_the_side() {
    for (setting, course) in [(SCHOOL, "inductions/teacher.html"), (CHARITY, "inductions/key-worker.html")] {
        nothing_scrolls_on(site::dist(setting), "quizzes/parents.html", QUIZ);
        nothing_scrolls_on(site::dist(setting), course, QUIZ);
    }
}

#[test]
fn no_screen_of_the_learners_pages_scrolls_to_the_side() {
    nothing_scrolls_on(site::dist(SCHOOL), "how-i-like-it.html", LIKING);
    journey(|journey| async move {
        let mut found = Vec::new();
        for width in WIDTHS {
            journey.width(width).await;
            open_with(&journey, &[("fingerpost.2 /any/sub/path/ learner", DONE)]).await;
            found.extend(look(&journey, PAGE, JOURNEY).await);
        }
        assert_none("something is wider than the screen", &found);
    });
}

#[test]
fn no_page_scrolls_to_the_side() {
    for setting in [SCHOOL, CHARITY, GUIDE, LANGUAGES] {
        journey_on(site::dist(setting), true, |journey| async move {
            let mut found = Vec::new();
            for page in site::pages(&journey.dist) {
                journey.open_awake(&page).await;
                for width in WIDTHS {
                    journey.width(width).await;
                    found.extend(look(&journey, &page, PAGES).await);
                }
            }
            assert_none("something is wider than the screen", &found);
        });
    }
}
