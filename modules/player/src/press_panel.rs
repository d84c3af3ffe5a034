//! "How I press": the switches, keys and times, with an effect at once. It is made of buttons alone, so that it can be set in every way
//! in, and every number has a button for less and one for more.

use crate::input::Input;
use crate::text::symbol;
use crate::ways::WaysIn;
use fingerpost_lesson::strings::{PlayerStrings, fill};
use fingerpost_lesson::ways::{Change, Cue, Scan, Switch, Time, Ways, seconds};
use yew::prelude::*;

/// Scanning on or off, how it goes, and the panel. The way out is always shown while it is on. `kept` is whether the device remembers.
pub fn bar(ways: &WaysIn, strings: &PlayerStrings, kept: bool) -> Html {
    let on = ways.is_scanning();
    let label = if on { &strings.scan_stop } else { &strings.scan_start };
    let open = ways.panel_is_open();
    html! {
        <>
            <div class="scan-out" data-on={on.then_some("")}>
                <button type="button" class="scan" data-action="scan" data-scan-group="" onclick={ways.does(Input::Scan(!on))}>
                    { symbol("switch") }<span>{ label }</span></button>
            </div>
            <div class="scan-bar">
                <p class="scan-said" role="status">{ how_to(ways, strings) }</p>
                if ways.is_resting() { <p>{ &strings.scan_rests }</p> }
                <button type="button" data-action="ways" data-scan-group="" aria-expanded={if open { "true" } else { "false" }}
                    onclick={ways.does(Input::Panel)}>{ &strings.ways_open }</button>
                if open { { view(ways, strings, kept) } }
            </div>
        </>
    }
}

/// How scanning goes that is on, in words; none while it is off.
fn how_to(ways_in: &WaysIn, strings: &PlayerStrings) -> String {
    if !ways_in.is_scanning() {
        return String::new();
    }
    let ways = ways_in.ways();
    let words = if ways.scan == Scan::OneSwitch { &strings.scan_on_one } else { &strings.scan_on };
    fill(words, &[("move", &key(strings, &ways, Switch::Move)), ("choose", &key(strings, &ways, Switch::Choose))])
}

/// The panel. `kept` is whether the device remembers what is chosen.
fn view(ways_in: &WaysIn, strings: &PlayerStrings, kept: bool) -> Html {
    let ways = ways_in.ways();
    let choice = |words: &str, on: bool, change: Change| button(ways_in, words, Some(on), None, Input::Change(change));
    let scans = [&strings.ways_off, &strings.ways_two, &strings.ways_one];
    let scans = Scan::ALL.into_iter().zip(scans).map(|(scan, words)| choice(words, ways.scan == scan, Change::Scan(scan)));
    let cues = [&strings.ways_cue_off, &strings.ways_cue_quiet, &strings.ways_cue_aloud];
    let cues = Cue::ALL.into_iter().zip(cues).map(|(cue, words)| choice(words, ways.cue == cue, Change::Cue(cue)));
    let stepper = |time: Time| stepper(ways_in, strings, &ways, time);
    let mut times = vec![stepper(Time::Repeat), stepper(Time::Hold)];
    if ways.scan == Scan::OneSwitch {
        times.insert(0, stepper(Time::Step));
    }
    // Always three: what comes and goes behind the button would have it made anew under the hand, and its focus would be lost.
    let rests = |time: Time| if ways.dwell { stepper(time) } else { Html::default() };
    let pointer = vec![choice(&strings.ways_dwell, ways.dwell, Change::Dwell(!ways.dwell)), rests(Time::Rest), rests(Time::Dead)];
    let groups = [
        (&strings.group_switches, scans.collect()),
        (
            &strings.ways_keys,
            vec![key_button(ways_in, strings, &ways, Switch::Move), key_button(ways_in, strings, &ways, Switch::Choose)],
        ),
        (&strings.ways_times, times),
        (&strings.ways_cue, cues.collect()),
        (&strings.ways_pointer, pointer),
    ];
    // The scan enters what belongs together together.
    let groups = groups.into_iter().map(|(legend, controls): (_, Vec<Html>)| {
        html! { <fieldset data-scan-group="" tabindex="-1"><legend>{ legend }</legend>{ for controls }</fieldset> }
    });
    html! {
        <section class="press-ways" aria-label={strings.ways_open.clone()}>
            { for groups }
            <p>{ if kept { &strings.ways_kept } else { &strings.ways_until } }</p>
            <div data-scan-group="" tabindex="-1">{ button(ways_in, &strings.ways_first, None, None, Input::Change(Change::AsAtFirst)) }</div>
        </section>
    }
}

/// A button of the panel. `on` is for one that is on or off, which can be seen without colour; `sign` is drawn in the place of the words,
/// which then are its name.
fn button(
    ways_in: &WaysIn,
    words: &str,
    on: Option<bool>,
    sign: Option<(&'static str, &'static str, Time)>,
    input: Input,
) -> Html {
    let pressed = on.map(|on| if on { "true" } else { "false" });
    let (shown, id) = sign.map_or((words, None), |(sign, id, _)| (sign, Some(id)));
    html! {
        <button type="button" class="path" aria-pressed={pressed} aria-label={sign.map(|_| words.to_owned())}
            data-action={id} value={sign.map(|(_, _, time)| time.id())} onclick={ways_in.does(input)}>
            { shown }
        </button>
    }
}

/// The key of a switch. Pressed, it takes the key that is pressed next.
fn key_button(ways_in: &WaysIn, strings: &PlayerStrings, ways: &Ways, switch: Switch) -> Html {
    let awaited = ways_in.choosing() == Some(switch);
    let words = if switch == Switch::Move { &strings.ways_key_move } else { &strings.ways_key_choose };
    let words = if awaited { strings.ways_key_press.clone() } else { fill(words, &[("key", &key(strings, ways, switch))]) };
    button(ways_in, &words, Some(awaited), None, Input::ChooseKey((!awaited).then_some(switch)))
}

/// A key as people call it.
fn key(strings: &PlayerStrings, ways: &Ways, switch: Switch) -> String {
    match ways.key(switch) {
        "Space" => strings.ways_key_space.clone(),
        letter if letter.len() == 1 => letter.to_ascii_uppercase(),
        name => name.to_owned(),
    }
}

/// A number with less and more. What it is now is said when it changes.
fn stepper(ways_in: &WaysIn, strings: &PlayerStrings, ways: &Ways, time: Time) -> Html {
    let words = match time {
        Time::Step => &strings.ways_step,
        Time::Repeat => &strings.ways_repeat,
        Time::Hold => &strings.ways_hold,
        Time::Rest => &strings.ways_rest,
        Time::Dead => &strings.ways_dead,
    };
    let ms = ways.ms(time);
    let now = if ms == 0 { strings.ways_nought.clone() } else { fill(&strings.ways_seconds, &[("n", &seconds(ms))]) };
    let button = |name: &str, sign: &'static str, id: &'static str, change: Change| {
        button(ways_in, &fill(name, &[("thing", words)]), None, Some((sign, id, time)), Input::Change(change))
    };
    html! {
        <div class="stepper">
            <span>{ words }</span>
            { button(&strings.ways_less, "\u{2212}", "less", Change::Less(time)) }
            <output>{ now }</output>
            { button(&strings.ways_more, "+", "more", Change::More(time)) }
        </div>
    }
}
