//! Voices as they are on real devices: one that sends no end, one that never stops, one that fails, one that is paused, and browsers that lose
//! what they are given together with a cut. Whoever listens hears the next sentence all the same.

use crate::assert_none;
use crate::listening::device_with;
use fingerpost_journeys::site::LESSON;
use fingerpost_journeys::{Journey, journey};

/// Who reads aloud: a page of the policy, and a lesson.
const READERS: [(&str, &str); 2] = [("policy/dsl.html", ".aloud"), (LESSON, "[data-action=listen]")];

/// A clock on which a voice's time is up when the test says so.
const CLOCK: &str = "
    window.waiting = new Map();
    const [later, never] = [setTimeout, clearTimeout];
    let last = 0;
    window.setTimeout = (then, ms, ...rest) => {
        if (!(ms >= 10000)) return later(then, ms, ...rest);
        last -= 1;
        window.waiting.set(last, then);
        return last;
    };
    window.clearTimeout = id => window.waiting.delete(id) || never(id);
    window.timeIsUp = () => {
        const [[id, then]] = window.waiting;
        window.waiting.delete(id);
        then();
    };";

/// Lets somebody listen wherever they can, with a voice that is as the test says.
fn heard<F: Future<Output = ()> + 'static>(test: impl Fn(Reader) -> F + Copy + 'static) {
    for (page, button) in READERS {
        journey(move |journey| async move {
            let device = device_with("[['Daniel', 'en-GB', true]]");
            journey.before_every_page(&format!("{CLOCK}{device} window.loses = true;")).await;
            journey.open_awake(page).await;
            test(Reader { journey: std::rc::Rc::clone(&journey), button }).await;
            assert_none("an error in the console", &journey.errors().await);
        });
    }
}

/// Somebody who listens.
struct Reader {
    journey: std::rc::Rc<Journey>,
    button: &'static str,
}

impl Reader {
    /// Presses the button to listen, or to stop, so often at once.
    async fn press(&self, times: usize) {
        let press = "for (let time = 0; time < arguments[1]; time += 1) document.querySelector(arguments[0]).click()";
        self.journey.ask::<()>(press, &[self.button.into(), times.into()]).await;
    }

    /// The voice or the clock does something.
    async fn does(&self, script: &str) {
        self.journey.ask::<()>(script, &[]).await;
    }

    /// Waits until so many sentences have been begun, and returns them.
    async fn hears(&self, count: usize) -> Vec<String> {
        self.journey.wait_until(&format!("sentence {count}"), &format!("window.spoken.length >= {count}")).await;
        let spoken: Vec<String> = self.journey.ask("return window.spoken.map(([sentence]) => sentence)", &[]).await;
        assert_eq!(spoken.len(), count, "{spoken:?}");
        spoken
    }

    async fn sees(&self, what: &str, expression: &str) {
        self.journey.wait_until(what, expression).await;
    }
}

#[test]
fn a_sentence_follows_on_the_other_and_nothing_is_cut_off() {
    heard(|reader| async move {
        reader.press(1).await;
        for count in 1..4 {
            reader.hears(count).await;
            reader.does("window.end()").await;
        }
        let spoken = reader.hears(4).await;
        assert!(spoken.windows(2).all(|pair| pair[0] != pair[1]), "{spoken:?}");
        assert_eq!(reader.journey.ask::<usize>("return window.cuts", &[]).await, 0);
        assert_eq!(reader.journey.ask::<usize>("return window.waiting.size", &[]).await, 1, "the time of one sentence, the last");
    });
}

#[test]
fn a_voice_that_sends_no_end_is_not_waited_for_for_ever() {
    heard(|reader| async move {
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("window.now = null; window.timeIsUp()").await;
        let spoken = reader.hears(2).await;
        assert_ne!(spoken[0], spoken[1]);
        reader.does("window.end()").await;
        reader.hears(3).await;
    });
}

#[test]
fn a_voice_that_never_stops_is_cut_off_and_the_next_sentence_is_not_lost_with_it() {
    heard(|reader| async move {
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("window.timeIsUp()").await;
        let spoken = reader.hears(2).await;
        assert_ne!(spoken[0], spoken[1]);
        assert_eq!(reader.journey.ask::<usize>("return window.cuts", &[]).await, 1);
    });
}

#[test]
fn a_voice_that_fails_at_a_sentence_goes_on_with_the_next() {
    heard(|reader| async move {
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("window.end('onerror')").await;
        let spoken = reader.hears(2).await;
        assert_ne!(spoken[0], spoken[1]);
    });
}

#[test]
fn a_voice_that_somebody_else_has_paused_speaks_when_it_is_asked_to() {
    heard(|reader| async move {
        reader.does("speechSynthesis.paused = true").await;
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("speechSynthesis.paused = true; window.timeIsUp()").await;
        reader.hears(2).await;
    });
}

#[test]
fn whoever_stops_the_voice_and_listens_again_at_once_hears_it() {
    heard(|reader| async move {
        reader.press(1).await;
        reader.hears(1).await;
        reader
            .sees(
                "the way to stop",
                "document.querySelector('[data-speaking]') || 'on' in document.querySelector('.aloud').dataset",
            )
            .await;
        reader.press(2).await;
        let spoken = reader.hears(2).await;
        assert_eq!(spoken[0], spoken[1], "it goes on with the sentence in which it stopped, or begins again");
    });
}

/// Only a page goes on where it stopped. Whoever stops because nothing is to be heard any more does not hear the same sentence again.
#[test]
fn a_page_does_not_repeat_what_was_heard_though_no_end_came() {
    journey(|journey| async move {
        journey.before_every_page(&format!("{CLOCK}{}", device_with("[['Daniel', 'en-GB', true]]"))).await;
        journey.open(READERS[0].0).await;
        let reader = Reader { journey, button: READERS[0].1 };
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("window.now = null").await;
        reader.press(2).await;
        let spoken = reader.hears(2).await;
        assert_ne!(spoken[0], spoken[1]);
        reader.press(2).await;
        let spoken = reader.hears(3).await;
        assert_eq!(spoken[1], spoken[2], "what was not heard to its end");
    });
}

#[test]
fn each_change_of_the_voice_is_heard_though_the_one_before_is_still_speaking() {
    journey(|journey| async move {
        let device = device_with("[['Daniel', 'en-GB', true], ['Kate', 'en-GB', true]]");
        journey.before_every_page(&format!("{device} window.loses = true;")).await;
        journey.open_awake("how-i-like-it.html").await;
        let reader = Reader { journey, button: "[data-action=sample]" };
        reader.press(1).await;
        reader.hears(1).await;
        reader.does("document.querySelector('.stepper button:last-of-type').click()").await;
        reader.hears(2).await;
        reader.does("document.querySelectorAll('.press-ways fieldset:first-of-type .path')[2].click()").await;
        reader.hears(3).await;
        assert_eq!(reader.journey.ask::<String>("return window.spoken[2][1]", &[]).await, "Kate");
    });
}
