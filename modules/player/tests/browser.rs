//! The components in a real browser, on the very data of the gallery: so the gallery cannot rot unseen.
//!
//! Run by `cargo xtask test`, through wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

mod time;

use fingerpost_lesson::content::{Activity, Step};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use std::rc::Rc;
use time::{pass, settle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// The data of every mount of the gallery page.
fn gallery() -> Vec<PageData> {
    let page = include_str!("../index.html");
    let found: Vec<PageData> = page
        .split("<script type=\"application/octet-stream\" data-for=\"lesson\">")
        .skip(1)
        .map(|rest| wire::decode(rest.split("</script>").next().unwrap()).expect("the gallery's data is of this version"))
        .collect();
    assert!(found.len() >= 15, "the gallery has {} mounts", found.len());
    found
}

/// The gallery's mount for an activity on a path.
fn sample(activity: &str, path: Path) -> PageData {
    gallery()
        .into_iter()
        .find(|page| page.start == path && step(page).activity.id() == activity)
        .unwrap_or_else(|| panic!("the gallery has no {activity} on {}", path.id()))
}

fn step(page: &PageData) -> &Step {
    page.lesson.moments[0].on(page.start).unwrap()
}

fn mount() -> Element {
    let document = gloo::utils::document();
    let mount = document.create_element("div").unwrap();
    mount.set_attribute("data-module", "lesson").unwrap();
    gloo::utils::body().append_child(&mount).unwrap();
    mount
}

/// A module, rendered fresh on a mount of its own. The mount goes with it.
struct Module {
    mount: Element,
    /// What listens on the page goes with it, or it would answer to the keys of the next test.
    app: Option<yew::AppHandle<LessonModule>>,
}

impl Module {
    async fn of(page: PageData) -> Module {
        time::hold();
        let mount = mount();
        let props = LessonProps { page: Rc::new(page), mount: Some(mount.clone()) };
        let app = yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).render();
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

    async fn click(&self, selector: &str, index: usize) {
        self.all(selector)[index].click();
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

/// Until the player wakes up the generator's screen is on show. The player puts its own in its place, and nobody must see a difference: for
/// each activity on each path, element for element and word for word.
#[wasm_bindgen_test]
async fn every_screen_of_the_gallery_is_the_generators_own() {
    for page in gallery() {
        let name = format!("{} on {}", step(&page).activity.id(), page.start.id());
        let page = Rc::new(page);
        let props = LessonProps { page: Rc::clone(&page), mount: None };
        let renderer = yew::LocalServerRenderer::<LessonModule>::with_props(props).hydratable(false);
        let html = renderer.render().await;
        let module = Module::of((*page).clone()).await;
        let generated = gloo::utils::document().create_element("div").unwrap();
        // What is written into a field is no attribute of it in a page that is alive.
        generated.set_inner_html(&html.replace("<input value=\"\" ", "<input "));
        assert_eq!(module.mount.inner_html(), generated.inner_html(), "{name}");
        module.click("[data-action=next]", 0).await;
        assert!(module.mount.has_attribute("data-finished"), "{name} does not answer");
    }
}

#[wasm_bindgen_test]
async fn a_miss_shows_its_reason_beside_the_choice_and_in_the_status() {
    let page = sample("choose", Path::EasyRead);
    let Activity::Choose(choices) = step(&page).activity.clone() else { unreachable!() };
    let missed = choices.iter().position(|choice| !choice.right).unwrap();
    let right = choices.iter().position(|choice| choice.right).unwrap();
    let module = Module::of(page).await;
    module.click("button.answer", missed).await;
    let reason = fingerpost_lesson::content::words(&choices[missed].reason);
    assert!(module.one("[data-outcome=again] .reason").inner_text().contains(&reason));
    assert!(module.one(".status").text_content().unwrap().contains(&reason));
    assert!(!module.one("[data-action=next]").has_attribute("data-done"), "there is a way on, and the question is still open");
    module.click("button.answer", right).await;
    assert_eq!(module.all("[data-outcome=right]").len(), 1);
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn a_word_that_fits_goes_into_the_sentence_and_is_heard_with_it() {
    let page = sample("gap", Path::EasyRead);
    let Activity::Gap(choices) = step(&page).activity.clone() else { unreachable!() };
    let missed = choices.iter().position(|choice| !choice.right).unwrap();
    let right = choices.iter().position(|choice| choice.right).unwrap();
    let (gap, word) = (page.strings.gap.clone(), fingerpost_lesson::content::words(&choices[right].text));
    let module = Module::of(page).await;
    assert_eq!(module.one("legend .gap").text_content(), Some(gap), "a gap is heard as a word");
    module.click("button.answer", missed).await;
    assert_eq!(module.all("legend .gap").len(), 1, "what does not fit does not go in");
    module.click("button.answer", right).await;
    assert_eq!(module.all("legend .gap").len(), 0);
    let sentence = module.one(".answers legend").text_content().unwrap();
    assert!(sentence.contains(&word));
    assert!(module.one(".status").text_content().unwrap().contains(&sentence));
}

#[wasm_bindgen_test]
async fn every_part_of_a_message_has_its_reason_and_the_warnings_are_counted() {
    let page = sample("spot", Path::Plain);
    let Activity::Spot(parts) = step(&page).activity.clone() else { unreachable!() };
    let module = Module::of(page).await;
    let warnings = parts.iter().filter(|part| part.right).count();
    let mut said = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let done = module.one("[data-action=next]").has_attribute("data-done");
        assert_eq!(done, parts[..index].iter().filter(|part| part.right).count() == warnings);
        module.click("button.answer", index).await;
        assert_eq!(module.all(".reason").len(), index + 1, "{} has no reason", fingerpost_lesson::content::words(&part.text));
        said.extend(module.all(".result").first().map(|result| result.inner_text()));
        let status = module.one(".status").text_content().unwrap();
        assert!(said.last().is_none_or(|said| status.contains(said)), "{status}");
    }
    assert_eq!(module.all("[data-outcome=right]").len(), warnings);
    said.dedup();
    assert_eq!(said.len(), warnings, "each warning that is found is counted: {said:?}");
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn the_parts_of_a_picture_are_buttons_in_reading_order_and_know_their_places() {
    let page = sample("find", Path::Plain);
    let Activity::Find(find) = step(&page).activity.clone() else { unreachable!() };
    let module = Module::of(page).await;
    let places: Vec<String> = module.all("li.option").iter().map(|part| part.get_attribute("data-place").unwrap()).collect();
    let wanted: Vec<&str> = find.places.iter().map(|place| fingerpost_lesson::content::PLACES[*place]).collect();
    assert_eq!(places, wanted);
    for (index, part) in find.parts.iter().enumerate() {
        module.click("button.answer", index).await;
        let outcome = if part.right { "right" } else { "again" };
        assert_eq!(module.all("li.option")[index].get_attribute("data-outcome").as_deref(), Some(outcome));
    }
    assert_eq!(module.all(".reason").len(), find.parts.len());
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn every_feeling_is_met_with_words_and_without_a_verdict() {
    for path in Path::ALL {
        let page = sample("feelings", path);
        let Activity::Feelings(faces) = step(&page).activity.clone() else { unreachable!() };
        let verdicts = [page.strings.chosen_right.clone(), page.strings.chosen_again.clone()];
        let module = Module::of(page).await;
        assert_eq!(module.all("[data-prompt]").len(), 0, "nothing is pointed to");
        for (index, face) in faces.iter().enumerate() {
            module.click("button.answer", index).await;
            let reason = fingerpost_lesson::content::words(&face.reason);
            assert_eq!((module.all(".reason").len(), module.all("button.answer[aria-pressed=true]").len()), (1, 1));
            for met in [module.one(".reason").text_content(), module.one(".status").text_content()] {
                let met = met.unwrap();
                assert!(met.contains(&reason) && !verdicts.iter().any(|verdict| met.contains(verdict)), "{met}");
            }
            assert_eq!(module.all("[data-outcome]").len(), 0);
            assert!(module.one("[data-action=next]").has_attribute("data-done"));
        }
    }
}

#[wasm_bindgen_test]
async fn on_symbols_the_prompt_comes_with_the_question_and_goes_with_the_answer() {
    let module = Module::of(sample("choose", Path::Symbols)).await;
    assert_eq!(module.all("[data-prompt=show] .point").len(), 1, "shown in words, not by colour alone");
    module.click("[data-prompt=show] button", 0).await;
    assert_eq!(module.all("[data-prompt]").len(), 0);
}

#[wasm_bindgen_test]
async fn on_plain_nothing_tells_what_is_right_before_an_answer() {
    for activity in [
        "choose",
        "gap",
        "spot",
        "find",
        "feelings",
        "choose-several",
        "sort",
        "match",
        "order",
        "chat",
        "people",
        "promise",
        "password",
    ] {
        let module = Module::of(sample(activity, Path::Plain)).await;
        assert_eq!(module.all("[data-prompt], [data-outcome], .reason, .point, .in-place").len(), 0, "{activity}");
    }
}

#[wasm_bindgen_test]
async fn the_thing_in_hand_goes_only_where_it_belongs_and_focus_is_never_lost() {
    let module = Module::of(sample("sort", Path::Plain)).await;
    let things = module.all("button.take").len() + 1;
    let waiting = module.one("button.take").inner_text();
    module.click("button.take", 0).await;
    assert_eq!(module.one(".thing").inner_text(), waiting, "another thing can be taken in hand");
    for placed in 0..things {
        for group in 0..2 {
            if module.all(".placed li").len() == placed {
                let place = &module.all("button.place")[group];
                place.focus().unwrap();
                place.click();
                settle().await;
            }
        }
        assert_eq!(module.all(".placed li").len(), placed + 1);
        assert_ne!(gloo::utils::document().active_element().unwrap().tag_name(), "BODY");
    }
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn a_pair_moves_aside_and_focus_goes_to_what_is_asked_for_next() {
    let module = Module::of(sample("match", Path::EasyRead)).await;
    let pairs = module.all("button.place").len();
    for paired in 0..pairs {
        for place in 0..pairs - paired {
            if module.all(".placed li").len() == paired {
                let place = &module.all("button.place")[place];
                place.focus().unwrap();
                place.click();
                settle().await;
                assert!(module.all(".reason").len() == 1, "a pair and a miss both have their reason");
            }
        }
        assert_eq!((module.all(".placed li").len(), module.all("button.place").len()), (paired + 1, pairs - paired - 1));
        let active = gloo::utils::document().active_element().unwrap();
        assert_eq!(active.matches("button.place").unwrap(), paired + 1 < pairs, "{}", active.outer_html());
    }
    assert_eq!(gloo::utils::document().active_element(), Some(module.one("[data-action=next][data-done]").into()));
}

#[wasm_bindgen_test]
async fn on_together_there_is_one_partner_to_press() {
    let module = Module::of(sample("match", Path::Together)).await;
    while !module.all("button.place").is_empty() {
        assert_eq!(module.all("button.place").len(), 1);
        module.click("button.place", 0).await;
        assert_eq!(module.all("[data-outcome=again]").len(), 0);
    }
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn a_moved_thing_takes_focus_along() {
    let module = Module::of(sample("order", Path::Plain)).await;
    let first = module.one("[data-position=\"0\"] .text").inner_text();
    module.click("[data-position=\"0\"] [data-action=down]", 0).await;
    assert_eq!(module.one("[data-position=\"1\"] .text").inner_text(), first);
    let active = gloo::utils::document().active_element().unwrap();
    assert_eq!(active.get_attribute("data-action").as_deref(), Some("down"));
    assert!(active.closest("[data-position=\"1\"]").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn a_story_goes_on_and_back() {
    let module = Module::of(sample("story", Path::Plain)).await;
    let start = module.one(".scene h3").inner_text();
    module.click("button.answer", 0).await;
    assert_ne!(module.one(".scene h3").inner_text(), start);
    module.click("[data-action=story-back]", 0).await;
    assert_eq!(module.one(".scene h3").inner_text(), start);
}

#[wasm_bindgen_test]
async fn a_chat_keeps_every_message_and_its_reason_and_goes_back() {
    let page = sample("chat", Path::EasyRead);
    let Activity::Chat(scenes) = step(&page).activity.clone() else { unreachable!() };
    let (pretend, you) = (page.strings.chat_how.clone(), page.strings.chat_you.clone());
    let module = Module::of(page).await;
    assert!(module.one(".how").inner_text().contains(&pretend), "nobody takes it for real");
    let reply = &scenes[0].choices[1];
    module.click("button.answer", 1).await;
    let reason = fingerpost_lesson::content::words(&reply.reason);
    let mine = module.one("[data-mine]").text_content().unwrap();
    assert!(mine.starts_with(&you) && mine.contains(&reason), "{mine}");
    let next = fingerpost_lesson::content::words(&scenes[reply.to].say[0]);
    assert!(module.one(".chat li:last-child").text_content().unwrap().contains(&next));
    let status = module.one(".status").text_content().unwrap();
    assert!(status.contains(&reason) && status.contains(&next), "{status}");
    assert!(gloo::utils::document().active_element().unwrap().matches("[data-mine] .bubble").unwrap());
    module.click("[data-action=story-back]", 0).await;
    assert_eq!(module.all(".chat li").len(), scenes[0].say.len());
}

#[wasm_bindgen_test]
async fn every_line_of_a_promise_is_met_kindly_and_comes_onto_the_card() {
    for path in Path::ALL {
        let page = sample("promise", path);
        let Activity::Promise(lines) = step(&page).activity.clone() else { unreachable!() };
        let verdicts = [page.strings.chosen_right.clone(), page.strings.chosen_again.clone()];
        let module = Module::of(page).await;
        for (index, line) in lines.iter().enumerate() {
            assert_eq!(module.all("button.answer").len(), line.met.len());
            module.click("button.answer", line.met.len() - 1).await;
            let met = module.one(".paper li:last-child .reason").text_content().unwrap();
            assert!(met.contains(&fingerpost_lesson::content::words(&line.met[line.met.len() - 1])));
            assert!(!verdicts.iter().any(|verdict| met.contains(verdict)), "{met}");
            assert_eq!((module.all(".paper li").len(), module.all(".reason").len()), (index + 1, 1));
        }
        assert_eq!((module.all("button.answer").len(), module.all("[data-action=print]").len()), (0, 1));
        assert!(module.one("[data-action=next]").has_attribute("data-done"));
    }
}

#[wasm_bindgen_test]
async fn the_people_who_are_chosen_are_on_the_card_and_nobody_else_is() {
    let module = Module::of(sample("people", Path::Plain)).await;
    assert_eq!(module.all(".paper").len(), 0);
    let name = module.one("button.answer .text").inner_text();
    module.click("button.answer", 0).await;
    module.click("button.answer", 2).await;
    assert_eq!((module.all(".paper li").len(), module.all(".reason").len()), (2, 2));
    assert!(module.one(".paper li").inner_text().contains(&name));
    module.click("button.answer", 0).await;
    assert_eq!((module.all(".paper li").len(), module.all("button.answer[aria-pressed=true]").len()), (1, 1));
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
}

#[wasm_bindgen_test]
async fn three_presses_make_a_password_and_nobody_who_listens_hears_it() {
    for path in [Path::Together, Path::Symbols] {
        let page = sample("password", path);
        let Activity::Password(words) = step(&page).activity.clone() else { unreachable!() };
        let module = Module::of(page).await;
        assert_eq!(module.all("input[type=text]").len(), 0, "nobody has to write there");
        for nth in 1..=3 {
            assert!(!module.one("[data-action=next]").has_attribute("data-done"));
            module.click("[data-action=draw]", 0).await;
            assert_eq!((module.all(".drawn li").len(), module.all(".drawn svg").len()), (nth, nth));
            let status = module.one(".status").text_content().unwrap();
            assert!(!status.is_empty() && !words.iter().any(|word| status.contains(&word.word)), "{status}");
        }
        assert!(module.one("[data-action=next]").has_attribute("data-done"));
    }
}

#[wasm_bindgen_test]
async fn words_of_ones_own_are_checked_and_the_check_says_what_to_change() {
    let page = sample("password", Path::Plain);
    let strings = page.strings.clone();
    let module = Module::of(page).await;
    let write = |text: &'static str| {
        let field: web_sys::HtmlInputElement = module.one(".typed input").unchecked_into();
        field.set_value(text);
        let init = web_sys::InputEventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    };
    module.click("[data-action=draw]", 0).await;
    module.one(".typed input").focus().unwrap();
    write("kitten");
    settle().await;
    let active = gloo::utils::document().active_element().unwrap();
    assert!(active.matches(".typed input").unwrap(), "whoever writes is never interrupted: {}", active.outer_html());
    assert_eq!(module.all(".reason").len(), 0, "nothing is said while somebody writes");
    module.click("[data-action=check]", 0).await;
    let said = module.one(".answers").text_content().unwrap();
    for words in [&strings.password_few, &strings.password_short] {
        assert!(said.contains(words), "{said}");
    }
    assert!(!module.one("[data-action=next]").has_attribute("data-done"));
    write("kitten carpet lemonade");
    settle().await;
    module.click("[data-action=check]", 0).await;
    assert!(module.one("[data-action=next]").has_attribute("data-done"));
    module.click("[data-action=draw]", 0).await;
    assert_eq!(module.one(".typed input").unchecked_into::<web_sys::HtmlInputElement>().value(), "");
    assert_eq!(module.all(".drawn li").len(), 3);
}

#[wasm_bindgen_test]
async fn on_together_the_picture_is_the_button_and_changes() {
    let module = Module::of(sample("look", Path::Together)).await;
    let before = module.one("button.press svg").get_attribute("aria-label");
    module.click("button.press", 0).await;
    assert_ne!(module.one("button.press svg").get_attribute("aria-label"), before);
}

#[wasm_bindgen_test]
async fn nothing_is_stored_before_somebody_asks() {
    let storage = gloo::utils::window().local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    let module = Module::of(sample("choose", Path::EasyRead)).await;
    module.click("button.answer", 0).await;
    module.click("[data-action=next]", 0).await;
    assert_eq!(storage.length().unwrap(), 0);
    module.click("[data-action=remember]", 0).await;
    assert_eq!(storage.length().unwrap(), 1);
    module.click("[data-action=forget]", 0).await;
    assert_eq!(storage.length().unwrap(), 0);
}

#[wasm_bindgen_test]
async fn rubbish_in_storage_is_said_and_stops_nothing() {
    let storage = gloo::utils::window().local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    let key = &key_of_site();
    storage.set_item(key, "{\"not\": ours").unwrap();
    let page = sample("choose", Path::EasyRead);
    let said = page.strings.storage_damaged.clone();
    let module = Module::of(page).await;
    assert_eq!(module.one(".kept").inner_text(), said);
    module.click("[data-action=next]", 0).await;
    assert!(module.mount.has_attribute("data-finished"));
    assert_eq!(storage.get_item(key).unwrap().unwrap(), "{\"not\": ours", "left as it is until somebody asks");
    module.click("[data-action=remember]", 0).await;
    assert_eq!(module.all("[data-action=forget]").len(), 1);
    storage.clear().unwrap();
}

/// The key of the learner. The page of these tests says no path, so it is that of a site without one.
fn key_of_site() -> String {
    [fingerpost_lesson::keep::site::BEGIN, " ", fingerpost_lesson::keep::LEARNER.key].concat()
}

/// Presses a key on the page, as a switch box does.
async fn key(name: &str, down: bool) {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(name);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let kind = if down { "keydown" } else { "keyup" };
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict(kind, &init).unwrap();
    gloo::utils::document().dispatch_event(&event).unwrap();
    settle().await;
}

/// Moves the pointer over an element, or over nothing.
async fn point_at(element: Option<&HtmlElement>) {
    let init = web_sys::PointerEventInit::new();
    init.set_bubbles(true);
    init.set_pointer_type("mouse");
    let event = web_sys::PointerEvent::new_with_event_init_dict("pointerover", &init).unwrap();
    element.unwrap_or(&gloo::utils::body()).dispatch_event(&event).unwrap();
    settle().await;
}

fn ring() -> Option<String> {
    let circle = gloo::utils::document().query_selector(".ring circle:last-child").unwrap()?;
    Some(circle.get_attribute("stroke-dasharray").unwrap())
}

fn scanned() -> Option<HtmlElement> {
    gloo::utils::document().query_selector("[data-scan-at]").unwrap().map(|at| at.unchecked_into())
}

impl Module {
    /// A module with "How I press" open.
    async fn with_panel(page: PageData) -> Module {
        gloo::utils::window().local_storage().unwrap().unwrap().clear().unwrap();
        let module = Module::of(page).await;
        module.click("[data-action=ways]", 0).await;
        module
    }

    /// Presses the button of the panel that carries these words.
    async fn wish(&self, words: &str) {
        let found = self.all(".press-ways button").into_iter().find(|button| button.text_content().unwrap() == words);
        found.unwrap_or_else(|| panic!("no {words} in the panel")).click();
        settle().await;
    }

    async fn less(&self, time: &str, times: usize) {
        for _ in 0..times {
            self.click(&format!("[data-action=less][value={time}]"), 0).await;
        }
    }
}

#[wasm_bindgen_test]
async fn with_one_switch_the_scan_moves_by_itself_shows_a_ring_and_leaves_focus_alone() {
    let page = sample("choose", Path::EasyRead);
    let one = page.strings.ways_one.clone();
    let module = Module::with_panel(page).await;
    module.wish(&one).await;
    module.less("step", 6).await;
    let active = gloo::utils::document().active_element();
    let first = scanned().expect("the scan has begun");
    assert!(first.matches(".answers").unwrap());
    pass(600).await;
    assert!(ring().is_some_and(|ring| !ring.starts_with("0 ")), "that time passes is seen");
    pass(700).await;
    assert_ne!(scanned().unwrap(), first, "it has moved by itself");
    assert_eq!(gloo::utils::document().active_element(), active);
    key("Escape", true).await;
    assert!(scanned().is_none() && ring().is_none());
}

#[wasm_bindgen_test]
async fn one_switch_chooses_an_answer() {
    let page = sample("choose", Path::EasyRead);
    let one = page.strings.ways_one.clone();
    let module = Module::with_panel(page).await;
    module.wish(&one).await;
    key(" ", true).await;
    key(" ", false).await;
    assert!(scanned().unwrap().matches(".answer").unwrap(), "inside the group of answers");
    key(" ", true).await;
    assert_eq!(module.all("[data-outcome]").len(), 0, "a repeat of a hand that shakes changes nothing");
    pass(350).await;
    key("Enter", true).await;
    assert_eq!(module.all("[data-outcome]").len(), 1, "with one switch either key is it");
    key("Escape", true).await;
}

#[wasm_bindgen_test]
async fn a_switch_that_must_be_held_moves_nothing_before() {
    let page = sample("choose", Path::EasyRead);
    let two = page.strings.ways_two.clone();
    let module = Module::with_panel(page).await;
    for _ in 0..3 {
        module.click("[data-action=more][value=hold]", 0).await;
    }
    module.wish(&two).await;
    let first = scanned().unwrap();
    key(" ", true).await;
    pass(100).await;
    assert!(ring().is_some(), "that it is held is seen");
    key(" ", false).await;
    pass(350).await;
    assert_eq!(scanned().unwrap(), first, "it was let go too soon");
    key(" ", true).await;
    pass(450).await;
    assert_ne!(scanned().unwrap(), first);
    key("Escape", true).await;
}

#[wasm_bindgen_test]
async fn a_pointer_that_rests_presses_once_and_shows_a_ring() {
    let page = sample("choose", Path::EasyRead);
    let dwell = page.strings.ways_dwell.clone();
    let module = Module::with_panel(page).await;
    module.wish(&dwell).await;
    module.less("rest", 3).await;
    let answers = module.all("button.answer");
    point_at(Some(&answers[0])).await;
    pass(100).await;
    assert_eq!(ring(), None, "a look in passing shows nothing");
    pass(350).await;
    assert!(ring().is_some() && module.all("[data-outcome]").is_empty());
    pass(600).await;
    assert_eq!(module.all("[data-outcome]").len(), 1);
    assert_eq!(ring(), None);
    module.click("[data-action=hint]", 0).await;
    let open = || module.one("[data-action=hint]").get_attribute("aria-expanded").unwrap();
    let before = open();
    point_at(Some(&module.one("[data-action=hint]"))).await;
    pass(2200).await;
    assert_ne!(open(), before, "pressed, and not pressed again");
    point_at(None).await;
}

#[wasm_bindgen_test]
async fn every_control_of_the_lesson_can_be_scanned() {
    for page in gallery() {
        let name = format!("{} on {}", step(&page).activity.id(), page.start.id());
        let module = Module::of(page).await;
        module.click("[data-action=ways]", 0).await;
        for control in module.all("button, input, a[href], summary") {
            assert!(control.closest("[data-scan-group]").unwrap().is_some(), "{name}: {}", control.outer_html());
        }
    }
}

#[wasm_bindgen_test]
async fn how_a_learner_presses_is_kept_only_when_asked_and_a_damaged_line_costs_only_itself() {
    let storage = gloo::utils::window().local_storage().unwrap().unwrap();
    let page = sample("choose", Path::EasyRead);
    let (two, damaged) = (page.strings.ways_two.clone(), page.strings.storage_damaged.clone());
    let module = Module::with_panel(page.clone()).await;
    module.wish(&two).await;
    assert_eq!(storage.length().unwrap(), 0);
    key("Escape", true).await;
    module.click("[data-action=remember]", 0).await;
    let key = &key_of_site();
    let kept = storage.get_item(key).unwrap().unwrap();
    assert!(kept.contains("\nways scan=two "), "{kept}");
    drop(module);
    storage.set_item(key, &kept.replace("scan=two", "scan=many")).unwrap();
    let module = Module::of(page).await;
    assert_eq!(module.one(".kept").inner_text(), damaged);
    assert_eq!(module.all("[data-action=forget]").len(), 1, "it still remembers");
    storage.clear().unwrap();
}

/// What a translator does, but that it leaves the words as they are: every text is put into an element of its own, and the text that Yew
/// knows is gone.
async fn translate(module: &Module) {
    const TRANSLATE: &str = "
        const walker = document.createTreeWalker(module, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            font.textContent = text.data;
            text.replaceWith(font);
        }";
    js_sys::Function::new_with_args("module", TRANSLATE).call1(&wasm_bindgen::JsValue::NULL, &module.mount).unwrap();
    settle().await;
}

#[wasm_bindgen_test]
async fn on_a_translated_screen_an_answer_is_met_with_its_words_keeps_focus_and_is_news() {
    let page = sample("choose", Path::EasyRead);
    let undisturbed = Module::of(page.clone()).await;
    undisturbed.click("button.answer", 1).await;
    let expected = undisturbed.one(".step").text_content();
    drop(undisturbed);
    let module = Module::of(page).await;
    for _ in 0..2 {
        translate(&module).await;
        let answer = &module.all("button.answer")[1];
        answer.focus().unwrap();
        answer.click();
        settle().await;
        let words = |text: Option<String>| text.map(|text| text.replace('\u{a0}', ""));
        assert_eq!(words(module.one(".step").text_content()), words(expected.clone()));
        let active = gloo::utils::document().active_element().unwrap();
        assert_eq!(active, module.all("button.answer")[1].clone().into(), "feedback never steals focus");
    }
    // The line that a screen reader listens to is new on the screen, so what it says has to change once more.
    let before = module.one(".status").text_content();
    pass(400).await;
    assert_ne!(module.one(".status").text_content(), before);
}

#[wasm_bindgen_test]
async fn on_a_translated_screen_a_pointer_that_rests_presses_once() {
    let page = sample("password", Path::Symbols);
    let dwell = page.strings.ways_dwell.clone();
    let module = Module::with_panel(page).await;
    module.wish(&dwell).await;
    module.less("rest", 3).await;
    translate(&module).await;
    let draw = module.one("[data-action=draw]");
    point_at(Some(&draw)).await;
    pass(1200).await;
    assert_eq!(module.all(".drawn li").len(), 1, "pressed");
    assert!(!draw.is_connected(), "everything was made anew");
    // The browser says so when something else is under a pointer that has not moved.
    point_at(Some(&module.one("[data-action=draw]"))).await;
    pass(1200).await;
    assert_eq!(module.all(".drawn li").len(), 1, "and not pressed again");
    point_at(None).await;
}

#[wasm_bindgen_test]
async fn on_a_translated_screen_whoever_writes_is_not_interrupted() {
    let module = Module::of(sample("password", Path::Plain)).await;
    translate(&module).await;
    let field: web_sys::HtmlInputElement = module.one(".typed input").unchecked_into();
    field.focus().unwrap();
    field.set_value("kitten carpet lemonade");
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    settle().await;
    assert!(field.is_connected(), "the same field");
    module.click("[data-action=check]", 0).await;
    assert!(module.one("[data-action=next]").has_attribute("data-done"), "what was written is known");
}

#[wasm_bindgen_test]
async fn what_somebody_takes_out_of_the_screen_comes_back_at_once_and_only_once() {
    let module = Module::of(sample("choose", Path::EasyRead)).await;
    let before = module.mount.inner_html();
    module.one(".moves").remove();
    settle().await;
    assert_eq!(module.mount.inner_html(), before);
    // Who takes it out again would do so for ever.
    module.one(".moves").remove();
    settle().await;
    assert!(module.all(".moves").is_empty());
    module.click("button.answer", 0).await;
    assert_eq!(module.all(".moves").len(), 1, "with the next act it is there");
}
