//! Somebody who goes through a lesson: by keyboard, with two keys or one key only, by resting the pointer or by pressing with it. They see what is on
//! the page and nothing else, press one key at a time, and do in each activity something sensible until there is nothing left but to go on.

use crate::browser::{Browser, Key};
use serde::Deserialize;
use std::collections::HashMap;

/// How a learner reaches a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Tab to it, then Enter (Space for a tick box).
    Keyboard,
    /// Space moves the scan, Enter chooses what it is on.
    TwoKeys,
    /// The scan moves by itself, and Space chooses what it is on.
    OneKey,
    /// The pointer rests on it.
    Resting,
    /// A press of the mouse on its middle, as with a finger.
    Pressing,
    /// A finger on its middle.
    Touching,
}

/// Presses that follow faster are ignored by design, because shaking hands press twice.
const BETWEEN_PRESSES_MS: u32 = 330;
/// What the device keeps of a learner whose hands are steady, so that none of their presses is ignored: for
/// [`crate::Journey::before_every_page`]. Every page begins with it anew, so a lesson begins at its first step.
pub const STEADY_HANDS: &str = "localStorage.setItem('fingerpost.2 /any/sub/path/ learner', 'fingerpost 2\\nways repeat=0\\n')";
/// Longer than the scan takes to go once round every group of a page.
const ONE_ROUND_MS: u64 = 25_000;
/// More presses than any control of a page should need.
const MOST_PRESSES: usize = 100;
/// More steps than any lesson has.
const MOST_STEPS: usize = 40;

/// What can be seen of the lesson.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// Whether the lesson is done.
    pub finished: bool,
    /// The path's id.
    pub path: String,
    /// The heading.
    pub heading: String,
    /// What the learner does here.
    pub activity: String,
    /// All the words on the screen.
    pub words: String,
}

const SCREEN: &str = "
    const module = document.querySelector('[data-module=lesson]');
    const activity = module.querySelector('[data-activity]');
    return {
        finished: 'finished' in module.dataset,
        path: module.dataset.path ?? '',
        heading: (module.querySelector('h2') ?? document.querySelector('h2') ?? document.querySelector('h1')).innerText.trim(),
        activity: activity ? activity.dataset.activity : '',
        words: module.innerText,
    };";

/// Finds the controls of the lesson that match a selector and can be used now. The scripts below begin with it.
const USABLE: &str = "
    const isUsable = e => !e.disabled && e.getAttribute('aria-disabled') !== 'true' && e.checkVisibility();
    const inside = e => e.matches('a') || e.closest('[data-module]');
    const usable = selector => [...document.querySelectorAll(selector)].filter(e => inside(e) && isUsable(e));
    const target = usable(arguments[0])[arguments[1]];";

/// A learner at a lesson page.
#[derive(Debug)]
pub struct Learner<'a> {
    browser: &'a Browser,
    way: Way,
    between_presses_ms: u32,
}

impl<'a> Learner<'a> {
    /// A learner at the page that is open, which is ready.
    pub fn new(browser: &'a Browser, way: Way) -> Learner<'a> {
        Learner { browser, way, between_presses_ms: BETWEEN_PRESSES_MS }
    }

    /// One who need not wait between presses, because the page was told of [`STEADY_HANDS`].
    pub fn with_steady_hands(browser: &'a Browser, way: Way) -> Learner<'a> {
        Learner { browser, way, between_presses_ms: 0 }
    }

    /// What they see.
    pub async fn screen(&self) -> Screen {
        self.browser.ask(SCREEN, &[]).await
    }

    /// How many controls of a kind they can use now.
    pub async fn number_of(&self, selector: &str) -> usize {
        self.browser.ask(&format!("{USABLE} return usable(arguments[0]).length"), &[selector.into(), 0.into()]).await
    }

    /// Reaches the `index`th control of a kind and chooses it.
    pub async fn choose(&self, selector: &str, index: usize) {
        match self.way {
            Way::Keyboard => self.tab_and_press(selector, index).await,
            Way::TwoKeys => self.scan_and_choose(selector, index).await,
            Way::OneKey => self.wait_and_choose(selector, index).await,
            Way::Resting => self.rest_on(selector, index).await,
            Way::Pressing | Way::Touching => self.press_on(selector, index).await,
        }
    }

    async fn tab_and_press(&self, selector: &str, index: usize) {
        const SEEN: &str = "
            if (!target) return 'gone';
            if (document.activeElement !== target) return 'elsewhere';
            return target.matches('input[type=checkbox], input[type=radio]') ? 'tick' : 'press';";
        for _ in 0..MOST_PRESSES {
            let seen: String = self.browser.ask(&format!("{USABLE}{SEEN}"), &[selector.into(), index.into()]).await;
            match seen.as_str() {
                "tick" => return self.browser.press(Key::Space).await,
                "press" => return self.browser.press(Key::Enter).await,
                "elsewhere" => self.browser.press(Key::Tab).await,
                _ => panic!("there is no {selector} number {index} on the page"),
            }
        }
        panic!("{selector} number {index} cannot be reached by Tab");
    }

    /// The innermost marked element is where the scan is: on the control itself, on a group around it, or elsewhere. A group of one
    /// control is as good as the control.
    async fn scan_and_choose(&self, selector: &str, index: usize) {
        const SEEN: &str = "
            const done = arguments[arguments.length - 1];
            const [selector, index] = arguments;
            const seen = () => {
                const target = usable(selector)[index];
                if (!target) return 'gone';
                const at = [...document.querySelectorAll('[data-scan-at]')].find(e => !e.querySelector('[data-scan-at]'));
                if (!at) return 'elsewhere';
                if (at === target || at.control === target) return 'on';
                if (!at.contains(target)) return 'elsewhere';
                const others = [...at.querySelectorAll('button, input, summary, a[href]')].filter(e => e !== target && isUsable(e));
                return others.length ? 'around' : 'on';
            };
            // A page that is busy puts the moving of the mark off, by timers of no length; so those come first.
            const look = turns => turns ? setTimeout(look, 0, turns - 1) : done(seen());
            look(3);";
        for _ in 0..MOST_PRESSES {
            let script = format!("{USABLE}{SEEN}");
            let seen: String = self.browser.ask_later(&script, &[selector.into(), index.into()]).await;
            let key = match seen.as_str() {
                "on" | "around" => Key::Enter,
                "elsewhere" => Key::Space,
                _ => panic!("there is no {selector} number {index} on the page"),
            };
            self.browser.press(key).await;
            self.browser.let_time_pass(self.between_presses_ms).await;
            if seen == "on" {
                return;
            }
        }
        panic!("the scan never comes to {selector} number {index}");
    }

    /// Lets time pass until the scan comes to the control, or to a group around it, and presses the one key then. The page's time must be held
    /// ([`crate::Journey::hold_time`]), or the scan would have gone on before the press arrives.
    async fn wait_and_choose(&self, selector: &str, index: usize) {
        const COMES: &str = "
            const done = arguments[arguments.length - 1];
            const [selector, index, patience] = arguments;
            const seen = () => {
                const target = usable(selector)[index];
                const at = document.querySelector('[data-scan-at]');
                if (!target) return 'gone';
                if (at?.dataset.scanAt === 'rest') return 'rests';
                if (at === target || at?.control === target) return 'on';
                if (!at?.contains(target)) return '';
                const others = [...at.querySelectorAll('button, input, summary, a[href]')].filter(e => e !== target && isUsable(e));
                return others.length ? 'around' : 'on';
            };
            (async () => {
                for (let passed = 0; passed <= patience; passed += 50) {
                    if (seen()) return seen();
                    await heldTime.pass(50);
                }
                return 'never';
            })().then(done);";
        for _ in 0..MOST_PRESSES {
            let arguments = [selector.into(), index.into(), ONE_ROUND_MS.into()];
            let seen: String = self.browser.ask_later(&format!("{USABLE}{COMES}"), &arguments).await;
            match seen.as_str() {
                "on" | "around" | "rests" => self.browser.press(Key::Space).await,
                _ => panic!("the scan never comes to {selector} number {index}: {seen}"),
            }
            self.browser.let_time_pass(BETWEEN_PRESSES_MS).await;
            if seen == "on" {
                return;
            }
        }
        panic!("the scan never comes to {selector} number {index}");
    }

    /// Rests the pointer on the middle of the control until it has been pressed, and leaves it.
    async fn rest_on(&self, selector: &str, index: usize) {
        const WATCH: &str = "
            const ring = () => document.querySelector('.ring') && (window.ringWasSeen = true);
            window.ringWasSeen = window.wasPressed = false;
            new MutationObserver(ring).observe(document.body, { childList: true });
            target?.addEventListener('click', () => window.wasPressed = true, { once: true });";
        let (x, y) = self.middle_of(selector, index, WATCH).await;
        self.browser.point_at(x, y).await;
        self.browser.wait_until("the resting pointer to press", "window.wasPressed").await;
        assert!(
            self.browser.ask::<bool>("return window.ringWasSeen", &[]).await,
            "no ring was seen before {selector} was pressed"
        );
        self.browser.point_at(1, 1).await;
    }

    async fn press_on(&self, selector: &str, index: usize) {
        let (x, y) = self.middle_of(selector, index, "").await;
        match self.way {
            Way::Touching => self.browser.tap_at(x, y).await,
            _ => self.browser.click_at(x, y).await,
        }
        self.browser.let_time_pass(self.between_presses_ms).await;
    }

    /// Brings a control into view, prepares the page with a script that knows it as `target`, and returns where its middle is.
    async fn middle_of(&self, selector: &str, index: usize, prepare: &str) -> (i64, i64) {
        const PLACE: &str = "
            if (!target) return null;
            const label = target.closest('label') ?? target;
            label.scrollIntoView({ block: 'center', behavior: 'instant' });
            const place = label.getBoundingClientRect();
            return [Math.round(place.x + place.width / 2), Math.round(place.y + place.height / 2)];";
        let script = format!("{USABLE}{prepare}{PLACE}");
        let place: Option<(i64, i64)> = self.browser.ask(&script, &[selector.into(), index.into()]).await;
        place.unwrap_or_else(|| panic!("there is no {selector} number {index} on the page"))
    }

    /// Opens "How I press" by keyboard and sets it, as somebody beside the learner would: presses each control as often as it says.
    pub async fn set_how_to_press(&self, presses: &[(&str, usize)]) {
        self.tab_and_press("[data-action=ways]", 0).await;
        self.browser.wait_until("the panel to open", "document.querySelector('.press-ways')").await;
        for (selector, times) in presses {
            for _ in 0..*times {
                self.tab_and_press(selector, 0).await;
            }
        }
    }

    /// The paths that the lesson has.
    pub async fn paths(&self) -> Vec<String> {
        self.browser.ask("return [...document.querySelectorAll('[data-action=path]')].map(e => e.value)", &[]).await
    }

    /// Changes to a path, if the lesson is not on it.
    pub async fn take_path(&self, path: &str) {
        if self.screen().await.path != path {
            self.choose(&format!("[data-action=path][value={path}]"), 0).await;
            self.browser.wait_until("the path to change", &format!("document.querySelector('[data-path={path}]')")).await;
        }
    }

    /// Does what the step asks.
    pub async fn do_step(&self) {
        match self.screen().await.activity.as_str() {
            "choose" | "gap" | "spot" | "find" => self.answer_until_done().await,
            "feelings" | "people" => self.choose_everything().await,
            "choose-several" => self.tick_all_and_check().await,
            "sort" | "match" => self.place_all().await,
            "order" => self.move_one_and_check().await,
            "story" | "chat" => self.follow_the_story().await,
            "promise" => self.promise_everything().await,
            "password" => self.draw_words().await,
            _ => {}
        }
    }

    /// Goes to the next step, which is always possible.
    pub async fn go_on(&self) {
        let heading = self.screen().await.heading;
        self.choose("[data-action=next]", 0).await;
        let other = "document.querySelector('[data-module=lesson][data-finished]') || \
            document.querySelector('[data-module=lesson] h2')?.innerText.trim() !== ";
        self.browser.wait_until("the next step", &format!("{other}{}", serde_json::Value::from(heading))).await;
    }

    /// Goes through the whole lesson and returns what was done, step by step.
    pub async fn finish(&self) -> Vec<String> {
        let mut done = Vec::new();
        while !self.screen().await.finished {
            done.push(self.screen().await.activity);
            assert!(done.len() <= MOST_STEPS, "the lesson never ends: {done:?}");
            self.do_step().await;
            self.go_on().await;
        }
        done
    }

    /// Every choice is met with words; the first that is right makes the way on the obvious one.
    async fn answer_until_done(&self) {
        for index in 0..self.number_of("button.answer").await {
            if self.is_done().await {
                return;
            }
            let before = self.screen().await.words;
            self.choose("button.answer", index).await;
            self.new_words(&before, "an answer to be met with words").await;
        }
    }

    /// Every feeling or person is met with words.
    async fn choose_everything(&self) {
        for index in 0..self.number_of("button.answer").await {
            let before = self.screen().await.words;
            self.choose("button.answer", index).await;
            self.new_words(&before, "a choice to be met with words").await;
        }
    }

    /// Help is wanted with every line, where it is offered.
    async fn promise_everything(&self) {
        while let Some(last) = self.number_of("button.answer").await.checked_sub(1) {
            let before = self.screen().await.words;
            self.choose("button.answer", last).await;
            self.new_words(&before, "a promise to be met with words").await;
        }
    }

    /// Draws until there are three words, one a press or all at once.
    async fn draw_words(&self) {
        while !self.is_done().await {
            let words = self.number_of_words().await;
            self.choose("[data-action=draw]", 0).await;
            let more = format!("document.querySelectorAll('.drawn li').length > {words}");
            self.browser.wait_until("a word to be drawn", &more).await;
        }
        assert_eq!(self.number_of_words().await, 3);
    }

    /// How many words of a password are on the screen.
    pub async fn number_of_words(&self) -> usize {
        self.browser.ask("return document.querySelectorAll('.drawn li').length", &[]).await
    }

    async fn tick_all_and_check(&self) {
        for index in 0..self.number_of("input[type=checkbox]").await {
            self.choose("input[type=checkbox]", index).await;
        }
        self.check().await;
    }

    /// Each thing into the first group or to the first partner, and what comes back to the next. Before that, another thing is taken in
    /// hand, where there is one.
    async fn place_all(&self) {
        if self.number_of("button.take").await > 0 {
            self.choose("button.take", 0).await;
        }
        loop {
            let places = self.number_of("button.place").await;
            if places == 0 {
                return;
            }
            let placed = self.number_of(".placed > li").await;
            for place in 0..places {
                if self.number_of(".placed > li").await == placed {
                    let before = self.screen().await.words;
                    self.choose("button.place", place).await;
                    self.new_words(&before, "a sorted thing to be met with words").await;
                }
            }
        }
    }

    async fn move_one_and_check(&self) {
        let before = self.screen().await.words;
        self.choose("[data-action=down]", 0).await;
        self.new_words(&before, "a moved thing to move").await;
        // Two things are in order after one move, and then there is nothing left to check.
        if !self.is_done().await {
            self.check().await;
        }
    }

    /// Whether the way on is the obvious one now.
    pub async fn is_done(&self) -> bool {
        self.number_of("[data-action=next][data-done]").await > 0
    }

    async fn check(&self) {
        let before = self.screen().await.words;
        self.choose("[data-action=check]", 0).await;
        self.new_words(&before, "a check to be met with words").await;
    }

    /// Where they have been before they choose something else than the last time, because a choice may lead back to where it was offered.
    async fn follow_the_story(&self) {
        const OFFERED: &str = "return usable(arguments[0]).map(e => e.innerText)";
        let mut been: HashMap<Vec<String>, usize> = HashMap::new();
        for scene in 0..MOST_STEPS {
            let offered = format!("{USABLE}{OFFERED}");
            let offered: Vec<String> = self.browser.ask(&offered, &["button.answer".into(), 0.into()]).await;
            if offered.is_empty() {
                assert!(scene > 0, "a story offers no choice");
                return;
            }
            let choices = offered.len();
            let times = been.entry(offered).or_default();
            let before = self.screen().await.words;
            self.choose("button.answer", *times % choices).await;
            *times += 1;
            self.new_words(&before, "the story to go on").await;
        }
        panic!("the story never ends: {:?}", self.screen().await.heading);
    }

    async fn new_words(&self, before: &str, what: &str) {
        let before = serde_json::Value::from(before);
        let expression = format!("document.querySelector('[data-module=lesson]').innerText !== {before}");
        self.browser.wait_until(what, &expression).await;
    }
}
