//! The parents' quiz and the questions of staff induction in a real browser: played with clicks, keys and one switch.
#![cfg(target_arch = "wasm32")]

mod sample;
mod time;

use fingerpost_lesson::wire::QuizData;
use fingerpost_player::quiz::{QuizModule, QuizProps};
use gloo::utils::{body, document, window};
use std::rc::Rc;
use time::{pass, settle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const KEY: &str = "fingerpost.2  quiz.teacher";

fn mount() -> Element {
    let mount = document().create_element("div").unwrap();
    mount.set_attribute("data-module", "induction").unwrap();
    body().append_child(&mount).unwrap();
    mount
}

/// A module on a mount of its own, which goes with it.
struct Module {
    mount: Element,
    app: Option<yew::AppHandle<QuizModule>>,
}

impl Module {
    async fn of(page: QuizData) -> Module {
        time::hold();
        let mount = mount();
        let props = QuizProps { page: Rc::new(page), mount: Some(mount.clone()), shown: None };
        let app = yew::Renderer::<QuizModule>::with_root_and_props(mount.clone(), props).render();
        settle().await;
        Module { mount, app: Some(app) }
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.mount.query_selector_all(selector).unwrap();
        (0..list.length()).map(|index| list.item(index).unwrap().unchecked_into()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} in {}", self.mount.inner_html()))
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap()
    }

    async fn press(&self, action: &str) {
        self.one(&format!("[data-action={action}]")).click();
        settle().await;
    }

    /// Chooses the answer that has these words in it.
    async fn choose(&self, words: &str) {
        let found = self.all("button.answer").into_iter().find(|answer| answer.text_content().unwrap().contains(words));
        found.unwrap_or_else(|| panic!("no \"{words}\" in {}", self.mount.inner_html())).click();
        settle().await;
    }

    /// Begins, and goes through the questions with these answers.
    async fn play(&self, begin: &str, answers: &[&str]) {
        self.press(begin).await;
        for words in answers {
            self.choose(words).await;
            self.press("next").await;
        }
    }

    async fn write(&self, text: &str) {
        let field: HtmlInputElement = self.one("#record-name").unchecked_into();
        field.set_value(text);
        let init = web_sys::InputEventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        settle().await;
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.mount.remove();
    }
}

fn clear_storage() -> web_sys::Storage {
    let storage = window().local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    storage
}

fn focus_is_on(selector: &str) -> bool {
    document().active_element().is_some_and(|active| active.matches(selector).unwrap())
}

const RIGHT: [&str; 4] = ["Ask her to stop", "tell the DSL on Monday", "listen", "Tell the DSL at once"];

#[wasm_bindgen_test]
async fn the_first_screen_is_the_generators_own() {
    clear_storage();
    for page in [sample::teacher(), sample::parents()] {
        let props = QuizProps { page: Rc::new(page.clone()), mount: None, shown: None };
        let html = yew::LocalServerRenderer::<QuizModule>::with_props(props).hydratable(false).render().await;
        let module = Module::of(page).await;
        let generated = gloo::utils::document().create_element("div").unwrap();
        generated.set_inner_html(&html);
        assert_eq!(module.mount.inner_html(), generated.inner_html());
        module.press("begin").await;
        assert!(!module.all("button.answer").is_empty());
    }
}

#[wasm_bindgen_test]
async fn a_question_waits_for_a_choice_and_meets_it_with_its_reason_and_its_clause() {
    clear_storage();
    let module = Module::of(sample::teacher()).await;
    module.press("begin").await;
    assert!(focus_is_on("#quiz-title"));
    assert!(module.all("[data-action=next]").is_empty() && module.all("[data-action=back]").is_empty());
    let answer =
        module.all("button.answer").into_iter().find(|answer| answer.inner_text().contains("send the pictures")).unwrap();
    answer.focus().unwrap();
    answer.click();
    settle().await;
    assert!(focus_is_on("button.answer"), "feedback never steals focus");
    assert!(module.text("[data-outcome=again] .reason").contains("two phones of their own"));
    assert!(module.text(".status").contains("two phones of their own"));
    let rule = module.text("[data-outcome=again] .rule");
    assert!(rule.contains("7.3.2(b)") && rule.contains("must not use their own phone"), "{rule}");
    let link = module.one("[data-outcome=again] .rule a");
    assert_eq!(
        (link.get_attribute("target").as_deref(), link.get_attribute("rel").as_deref()),
        (Some("_blank"), Some("noopener"))
    );
    assert!(!module.one("[data-action=next]").has_attribute("data-done"), "there is a way on, and the question is still open");
    module.choose("Ask her to stop").await;
    assert_eq!((module.all("[data-outcome=right]").len(), module.all("[data-outcome=again]").len()), (1, 1));
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
    module.press("next").await;
    assert!(focus_is_on("#quiz-title"));
    module.press("back").await;
    assert_eq!(module.all(".reason").len(), 2, "what was chosen is still there");
}

#[wasm_bindgen_test]
async fn another_go_follows_a_miss_and_ends_in_a_record_with_a_name_that_is_kept_nowhere() {
    let storage = clear_storage();
    let module = Module::of(sample::teacher()).await;
    module.play("begin", &RIGHT[..2]).await;
    module.choose("Promise").await;
    module.press("next").await;
    assert!(focus_is_on("#scene-title"), "the next scene of a case has a heading of its own");
    for words in ["one person who can help", "Tell the DSL at once"] {
        module.choose(words).await;
        module.press("next").await;
    }
    module.press("next").await;
    assert_eq!(module.text("#quiz-title"), sample::teacher().words.not_yet_title);
    assert!(module.all(".paper").is_empty() && !module.mount.has_attribute("data-prints-card"));
    let read: Vec<_> = module.all(".step a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(read, ["#child-tells"]);
    module.press("again").await;
    assert_eq!(module.text("#quiz-title"), "At the sink", "what was missed comes first");
    for words in &RIGHT[2..] {
        module.choose(words).await;
        module.press("next").await;
    }
    module.press("next").await;
    for words in &RIGHT[..2] {
        module.choose(words).await;
        module.press("next").await;
    }
    assert_eq!(module.text("#quiz-title"), sample::teacher().words.passed_title);
    assert!(module.mount.has_attribute("data-prints-card"), "whoever prints now prints the record");
    assert_eq!(module.all(".paper .sign").len(), 4, "a name that is not typed is written by hand");
    module.write("Sam Field").await;
    assert!(module.text(".paper").contains("Sam Field") && module.all(".paper .sign").len() == 3);
    module.press("save").await;
    assert!(module.mount.text_content().unwrap().contains("record-teacher-"));
    assert_eq!(storage.length().unwrap(), 0, "nothing is stored before somebody asks");
    module.press("remember").await;
    let kept = storage.get_item(KEY).unwrap().unwrap();
    assert!(kept.contains("passed=yes") && kept.contains("rests clause=edc-4 hash=5b0d2c1e") && !kept.contains("Sam"), "{kept}");
    assert_eq!(storage.length().unwrap(), 1);
    module.press("again").await;
    assert!(!module.mount.has_attribute("data-prints-card"));
    storage.clear().unwrap();
}

#[wasm_bindgen_test]
async fn who_comes_back_is_told_what_has_changed_and_can_have_it_forgotten() {
    let storage = clear_storage();
    let kept = "fingerpost 2\ntaken on=2026-03-01 policy=3.0 missed=child-tells passed=not-yet\nrests clause=edc-4 hash=5b0d2c1e kept=yes\n\
         rests clause=inc-2 hash=77aa0011 kept=yes\nrests clause=sms-3 hash=00000000 kept=yes\n";
    storage.set_item(KEY, kept).unwrap();
    let module = Module::of(sample::teacher()).await;
    let before = module.text(".before");
    assert!(before.contains("1 March 2026") && before.contains("8.4") && !before.contains("7.3.2(b)"), "{before}");
    assert_eq!(storage.get_item(KEY).unwrap().unwrap(), kept, "looking changes nothing");
    module.press("begin").await;
    assert_ne!(module.text("#quiz-title"), "", "it begins");
    drop(module);
    let module = Module::of(sample::teacher()).await;
    module.press("forget").await;
    assert_eq!(storage.length().unwrap(), 0);
    assert_eq!(module.text(".kept"), sample::teacher().words.forgotten);
    assert!(module.all(".before").is_empty());
}

#[wasm_bindgen_test]
async fn the_parents_quiz_ends_in_a_slip_without_a_field_for_a_name() {
    clear_storage();
    let module = Module::of(sample::parents()).await;
    module.play("begin", &["Take the tablet away"]).await;
    assert!(module.text(".paper").contains("Our agreement with parents"));
    assert!(module.all("input").is_empty() && module.mount.has_attribute("data-prints-card"));
    assert_eq!(module.all(".paper .sign").len(), 4);
}

#[wasm_bindgen_test]
async fn every_control_can_be_scanned_but_the_field_for_a_name() {
    clear_storage();
    let module = Module::of(sample::teacher()).await;
    let all_scanned = |at: &str| {
        for control in module.all("button, input:not([type=text]), a[href], summary") {
            assert!(control.closest("[data-scan-group]").unwrap().is_some(), "{at}: {}", control.outer_html());
        }
    };
    module.press("ways").await;
    all_scanned("the beginning");
    module.press("begin").await;
    for words in RIGHT {
        module.choose(words).await;
        all_scanned(words);
        module.press("next").await;
    }
    all_scanned("the end of a case");
    module.press("next").await;
    all_scanned("the result");
}

/// Presses a key on the page and lets it go, as a switch box does.
async fn key(name: &str) {
    for kind in ["keydown", "keyup"] {
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(name);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict(kind, &init).unwrap();
        document().dispatch_event(&event).unwrap();
        settle().await;
    }
    // Longer than a repeat of a hand that shakes.
    pass(350).await;
}

#[wasm_bindgen_test]
async fn two_switches_begin_answer_and_go_on() {
    clear_storage();
    let module = Module::of(sample::teacher()).await;
    let at = |selector: &str| document().query_selector(&format!("[data-scan-at]:is({selector})")).unwrap().is_some();
    module.press("scan").await;
    assert!(at(".moves"), "the scan begins where the screen asks for something");
    key("Enter").await;
    assert!(at(".answers"), "and goes on to what the next screen asks for");
    key("Enter").await;
    key(" ").await;
    assert!(at(".answer"));
    key("Enter").await;
    assert_eq!(module.all("[data-outcome]").len(), 1);
    key("Escape").await;
    assert!(!at("*"));
}

#[wasm_bindgen_test]
async fn one_switch_chooses_an_answer() {
    clear_storage();
    let page = sample::teacher();
    let one = page.strings.ways_one.clone();
    let module = Module::of(page).await;
    module.press("begin").await;
    module.press("ways").await;
    module.all(".press-ways button").into_iter().find(|button| button.inner_text() == one).unwrap().click();
    settle().await;
    key(" ").await;
    key(" ").await;
    assert_eq!(module.all("[data-outcome]").len(), 1);
    key("Escape").await;
}
