//! "How I press": the switches, keys and times, with an effect at once. It is made of buttons alone, so that it can be set in every way
//! in, and every number has a button for less and one for more.

use crate::lesson::{Msg, Screen};
use crate::ways::Input;
use fingerpost_lesson::strings::{PlayerStrings, fill};
use fingerpost_lesson::ways::{Change, Cue, Scan, Switch, Time, Ways, seconds};
use yew::prelude::*;

/// How scanning goes that is on, in words; none while it is off.
pub fn how_to(screen: &Screen<'_>) -> String {
    if !screen.ways.is_scanning() {
        return String::new();
    }
    let (ways, strings) = (screen.ways.ways(), screen.strings);
    let words = if ways.scan == Scan::OneSwitch { &strings.scan_on_one } else { &strings.scan_on };
    let keys = Switch::ALL.map(|switch| key(strings, &ways, switch));
    fill(words, &[("move", &keys[0]), ("choose", &keys[1])])
}

/// The panel.
pub fn view(screen: &Screen<'_>) -> Html {
    let (ways, strings) = (screen.ways.ways(), screen.strings);
    let scans = [&strings.ways_off, &strings.ways_two, &strings.ways_one];
    let scans =
        Scan::ALL.into_iter().zip(scans).map(|(scan, words)| one_of(screen, words, ways.scan == scan, Change::Scan(scan)));
    let cues = [&strings.ways_cue_off, &strings.ways_cue_quiet, &strings.ways_cue_aloud];
    let cues = Cue::ALL.into_iter().zip(cues).map(|(cue, words)| one_of(screen, words, ways.cue == cue, Change::Cue(cue)));
    let keys = [&strings.ways_key_move, &strings.ways_key_choose];
    let keys = Switch::ALL.into_iter().zip(keys).map(|(switch, words)| key_button(screen, words, &ways, switch));
    let timed = [
        (ways.scan == Scan::OneSwitch).then(|| stepper(screen, &strings.ways_step, &ways, Time::Step)),
        Some(stepper(screen, &strings.ways_repeat, &ways, Time::Repeat)),
        Some(stepper(screen, &strings.ways_hold, &ways, Time::Hold)),
    ];
    let rest = [(&strings.ways_rest, Time::Rest), (&strings.ways_dead, Time::Dead)];
    let rest = rest.into_iter().filter(|_| ways.dwell).map(|(words, time)| stepper(screen, words, &ways, time));
    html! {
        <section class="press-ways" aria-label={strings.ways_open.clone()}>
            { group(&strings.group_switches, scans.collect()) }
            { group(&strings.ways_keys, keys.collect()) }
            { group(&strings.ways_times, timed.into_iter().flatten().collect()) }
            { group(&strings.ways_cue, cues.collect()) }
            { group(&strings.ways_pointer, std::iter::once(one_of(screen, &strings.ways_dwell, ways.dwell, Change::Dwell(!ways.dwell))).chain(rest).collect()) }
            <p>{ if screen.keeping.remembers { &strings.ways_kept } else { &strings.ways_until } }</p>
            <button type="button" data-scan-group="" data-action="usual" onclick={wish(screen, Change::AsAtFirst)}>{ &strings.ways_first }</button>
        </section>
    }
}

/// Controls that belong together: the scan enters them together.
fn group(legend: &str, controls: Vec<Html>) -> Html {
    html! { <fieldset data-scan-group="" tabindex="-1"><legend>{ legend }</legend>{ for controls }</fieldset> }
}

/// A button that is on or off. Which it is can be seen without colour.
fn one_of(screen: &Screen<'_>, words: &str, on: bool, change: Change) -> Html {
    html! { <button type="button" class="path" aria-pressed={if on { "true" } else { "false" }} onclick={wish(screen, change)}>{ words }</button> }
}

fn wish(screen: &Screen<'_>, change: Change) -> Callback<MouseEvent> {
    screen.link.callback(move |_| Msg::Ways(Input::Change(change.clone())))
}

/// The key of a switch. Pressed, it takes the key that is pressed next.
fn key_button(screen: &Screen<'_>, words: &str, ways: &Ways, switch: Switch) -> Html {
    let awaited = screen.ways.choosing() == Some(switch);
    let words =
        if awaited { screen.strings.ways_key_press.clone() } else { fill(words, &[("key", &key(screen.strings, ways, switch))]) };
    let next = (!awaited).then_some(switch);
    html! { <button type="button" class="path" aria-pressed={if awaited { "true" } else { "false" }} onclick={screen.link.callback(move |_| Msg::Ways(Input::ChooseKey(next)))}>{ words }</button> }
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
fn stepper(screen: &Screen<'_>, words: &str, ways: &Ways, time: Time) -> Html {
    let strings = screen.strings;
    let ms = ways.ms(time);
    let now = if ms == 0 { strings.ways_nought.clone() } else { fill(&strings.ways_seconds, &[("n", &seconds(ms))]) };
    let button = |name: &str, sign: &'static str, id: &'static str, change: Change| {
        html! {
            <button type="button" class="move" data-action={id} value={time.id()} aria-label={fill(name, &[("thing", words)])}
                onclick={wish(screen, change)}>{ sign }</button>
        }
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
