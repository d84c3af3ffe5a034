//! The components in a real browser, on the very data of the gallery: so the gallery cannot rot unseen.
//!
//! Run by `cargo xtask test`, through wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

use fingerpost_lesson::content::{Activity, Step};
use fingerpost_lesson::path::Path;
use fingerpost_lesson::wire::{self, PageData};
use fingerpost_player::lesson::{LessonModule, LessonProps};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::platform::time::sleep;

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

async fn settle() {
    sleep(Duration::from_millis(0)).await;
    sleep(Duration::from_millis(0)).await;
}

/// A module, rendered fresh on a mount of its own. The mount goes with it.
struct Module {
    mount: Element,
}

impl Module {
    async fn of(page: PageData) -> Module {
        let mount = mount();
        let props = LessonProps { page: Rc::new(page), mount: Some(mount.clone()) };
        yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).render();
        settle().await;
        Module { mount }
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
        self.mount.remove();
    }
}

/// What the generator renders must be what the player finds: for each activity on each path, its first screen is rendered
/// to text, read by the browser's own HTML parser and hydrated.
#[wasm_bindgen_test]
async fn every_screen_of_the_gallery_survives_the_parser_and_hydrates() {
    for page in gallery() {
        let name = format!("{} on {}", step(&page).activity.id(), page.start.id());
        let page = Rc::new(page);
        let props = LessonProps { page: Rc::clone(&page), mount: None };
        let html = yew::LocalServerRenderer::<LessonModule>::with_props(props).render().await;
        let mount = mount();
        mount.set_inner_html(&html);
        let before = mount.text_content();
        let props = LessonProps { page, mount: Some(mount.clone()) };
        yew::Renderer::<LessonModule>::with_root_and_props(mount.clone(), props).hydrate();
        settle().await;
        assert!(mount.has_attribute("data-ready"), "{name} is not ready");
        assert_eq!(mount.text_content(), before, "{name}");
        mount.query_selector("[data-action=next]").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
        settle().await;
        assert!(mount.has_attribute("data-finished"), "{name} does not answer");
        mount.remove();
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
    for activity in ["choose", "gap", "spot", "feelings", "choose-several", "sort", "match", "order"] {
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
    let key = fingerpost_lesson::keep::LEARNER.key;
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
