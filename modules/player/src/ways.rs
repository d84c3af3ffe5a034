//! The ways in: scanning with one switch or two, and a pointer that rests. Takes what [`crate::keys`] hears and what time brings to the
//! pure machines of [`fingerpost_lesson`], and does on the page what they decide.

use crate::dwell::Dwelling;
use crate::input::Input;
use crate::keys::{self, Now};
use crate::page;
use crate::ring::{Place, Ring};
use crate::scan::{self, Scanning};
use crate::speech::{self, Utterance};
use crate::ticker::{Ticker, now_ms};
use fingerpost_lesson::press::Presses;
use fingerpost_lesson::scan::marks;
use fingerpost_lesson::script::Heard;
use fingerpost_lesson::speaking::Speaking;
use fingerpost_lesson::voice::VoiceRule;
use fingerpost_lesson::ways::{Change, Cue, Scan, Switch, Time, Ways};
use gloo::events::EventListener;
use std::cell::{Ref, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::Callback;

/// The ways into a module, whichever it is.
#[derive(Debug)]
pub struct WaysIn {
    /// Where everything that happens to them goes: to the module, which hands it to [`WaysIn::update`].
    hears: Callback<Input>,
    /// What the page says of voices, for what is said.
    voice_rule: VoiceRule,
    /// How the learner likes to be spoken to.
    speaking: Speaking,
    now: Rc<RefCell<Now>>,
    scanning: Option<Scanning>,
    presses: Presses,
    dwelling: Dwelling,
    ring: Ring,
    ticker: Option<Ticker>,
    /// Up to when time has been passed on.
    told_ms: u32,
    cue: Option<Utterance>,
    panel_open: bool,
    begin_again: bool,
}

impl WaysIn {
    /// Ways in that nobody has used yet. `hears` is told of all that happens; `voice_rule` is the page's.
    pub fn new(hears: Callback<Input>, voice_rule: &VoiceRule) -> WaysIn {
        WaysIn {
            hears,
            voice_rule: voice_rule.clone(),
            speaking: Speaking::default(),
            now: Rc::default(),
            scanning: None,
            presses: Presses::default(),
            dwelling: Dwelling::default(),
            ring: Ring::default(),
            ticker: None,
            told_ms: 0,
            cue: None,
            panel_open: false,
            begin_again: false,
        }
    }

    /// Once, when the page is ready: begins to listen, and takes over how the reader presses who came here by switches.
    pub fn wake(&mut self) -> Vec<EventListener> {
        if let Some(mut ways) = scan::carried() {
            let from_elsewhere = !page::is_from_here();
            if from_elsewhere {
                // The keys with which people scroll and type would press for them.
                for (switch, key) in Switch::ALL.into_iter().zip([" ", "Enter"]) {
                    ways.apply(Change::Key(switch, key.to_owned()));
                }
            }
            let mut now = self.now.borrow_mut();
            now.ways = ways;
            now.from_elsewhere.set(from_elsewhere);
        }
        self.begin();
        keys::listen(&self.hears, &self.now)
    }

    /// What the device has kept: it comes before what came with the address.
    pub fn take_over(&mut self, ways: Ways) {
        if ways != Ways::default() {
            let mut now = self.now.borrow_mut();
            now.ways = ways;
            now.from_elsewhere.set(false);
            drop(now);
            self.begin();
        }
    }

    /// From now on things are said so.
    pub fn speak_like(&mut self, speaking: &Speaking) {
        self.speaking.clone_from(speaking);
    }

    /// Whoever has one switch has no other way to begin. With two, the key that moves begins.
    fn begin(&mut self) {
        if self.ways().scan == Scan::OneSwitch {
            self.scan(true);
        }
        self.screen_changed();
    }

    /// For a button: what happens to the ways in when it is pressed.
    pub fn does(&self, input: Input) -> Callback<MouseEvent> {
        let hears = self.hears.clone();
        Callback::from(move |_| hears.emit(input.clone()))
    }

    /// How the learner presses.
    pub fn ways(&self) -> Ref<'_, Ways> {
        Ref::map(self.now.borrow(), |now| &now.ways)
    }

    /// Whether the reader presses by them now: a question that the browser asks by itself could then not be answered.
    pub fn are_in_use(&self) -> bool {
        self.is_scanning() || self.ways().dwell
    }

    /// Whether scanning is on.
    pub fn is_scanning(&self) -> bool {
        self.scanning.is_some()
    }

    /// Whether the scan has gone round often enough, and rests.
    pub fn is_resting(&self) -> bool {
        self.scanning.as_ref().is_some_and(Scanning::is_resting)
    }

    /// Whether "How I press" is open.
    pub fn panel_is_open(&self) -> bool {
        self.panel_open
    }

    /// The switch for which a key is being chosen.
    pub fn choosing(&self) -> Option<Switch> {
        self.now.borrow().choosing
    }

    /// Takes in what has happened. Returns whether the screen changes. `heard` is what is heard of the screen.
    pub fn update(&mut self, input: Input, heard: Option<Heard>) -> bool {
        let was_resting = self.is_resting();
        let changed = match input {
            Input::Tick => {
                self.tick(heard);
                false
            }
            Input::Down(switch, at_ms) => self.down(switch, at_ms, heard),
            other => self.take(other),
        };
        self.beat();
        self.draw();
        changed || was_resting != self.is_resting()
    }

    /// What needs no voice. Returns whether the screen changes.
    fn take(&mut self, input: Input) -> bool {
        match input {
            Input::Up(switch) => self.presses.up(switch),
            Input::LetGo => self.presses.let_go(),
            Input::Over(control) => self.dwelling.over(control),
            Input::Pressed => self.dwelling.pressed(),
            Input::CueSpoken => self.cue = None,
            Input::Scan(on) => {
                self.scan(on);
                return true;
            }
            Input::Panel => {
                self.panel_open = !self.panel_open;
                return true;
            }
            Input::ChooseKey(switch) => {
                self.now.borrow_mut().choosing = switch;
                return true;
            }
            Input::Key(switch, key) => {
                self.now.borrow_mut().choosing = None;
                return self.take(Input::Change(Change::Key(switch, key)));
            }
            Input::Change(change) => {
                let before = self.ways().scan;
                self.now.borrow_mut().ways.apply(change);
                let scan = self.ways().scan;
                if scan != before {
                    self.scan(scan != Scan::Off);
                }
                return true;
            }
            Input::Tick | Input::Down(..) => {}
        }
        false
    }

    /// The screen asks for something else now: the scan begins again where it is wanted first, and a pointer that happens to rest has to
    /// wait.
    pub fn screen_changed(&mut self) {
        self.begin_again = true;
        let now = self.now.borrow();
        self.dwelling.screen_changed(&now.ways);
    }

    /// Every control was made anew, and `twin` says which has taken whose place.
    pub fn made_anew(&mut self, twin: impl Fn(&Element) -> Option<HtmlElement>) {
        self.dwelling.made_anew(twin);
    }

    /// The screen has been rendered anew: the mark goes back to where it belongs.
    pub fn rendered(&mut self, heard: Option<Heard>) {
        let again = std::mem::take(&mut self.begin_again);
        if let Some(scanning) = &mut self.scanning {
            if again {
                scanning.begin_again();
                self.say(heard);
            } else {
                scanning.rendered();
            }
        }
        self.beat();
        self.draw();
    }

    /// Focus has gone to this control, and the scan goes with it.
    pub fn follow(&mut self, control: &HtmlElement) {
        if let Some(scanning) = &mut self.scanning {
            scanning.follow(control);
        }
    }

    /// Falls silent, because something else is to be heard.
    pub fn hush(&mut self) {
        if self.cue.take().is_some() {
            speech::stop();
        }
    }

    fn scan(&mut self, on: bool) {
        let one_switch = self.ways().scan == Scan::OneSwitch;
        self.scanning = on.then(|| Scanning::start(one_switch));
        self.presses.let_go();
        self.hush();
        self.begin_again = on;
        self.now.borrow_mut().scanning = on;
    }

    /// A switch goes down. Returns whether scanning has begun with it.
    fn down(&mut self, switch: Switch, at_ms: u32, heard: Option<Heard>) -> bool {
        let counts = self.presses.down(switch, at_ms, &self.now.borrow().ways);
        if !self.is_scanning() {
            self.scan(true);
            return true;
        }
        if counts {
            self.press(switch, heard);
        }
        false
    }

    fn press(&mut self, switch: Switch, heard: Option<Heard>) {
        let Some(scanning) = &mut self.scanning else { return };
        match scanning.press(switch) {
            Some(chosen) => {
                self.hush();
                scan::press(&chosen, &self.carried());
            }
            None => self.say(heard),
        }
    }

    fn tick(&mut self, heard: Option<Heard>) {
        let now = now_ms();
        let passed = now.saturating_sub(std::mem::replace(&mut self.told_ms, now));
        let held = self.presses.pass(now, &self.now.borrow().ways);
        if let Some(switch) = held {
            self.press(switch, heard);
        }
        // A hand that is holding the switch has made its choice: the scan does not walk away under it.
        if self.presses.held_for(now).is_none()
            && let Some(scanning) = &mut self.scanning
        {
            let any = heard.or(self.cue.as_ref().map(|_| Heard::Cue));
            if scanning.pass(passed, any, &self.now.borrow().ways) && !scanning.is_resting() {
                self.say(heard);
            }
        }
        if self.ways().dwell {
            let rested_on = self.dwelling.pass(passed, &self.now.borrow().ways);
            if let Some(control) = rested_on {
                scan::press(&control, &self.carried());
            }
        }
    }

    /// How the learner presses, for another page: whoever has begun to scan goes on so there.
    fn carried(&self) -> String {
        let mut ways = self.ways().clone();
        if self.is_scanning() && ways.scan == Scan::Off {
            ways.scan = Scan::TwoSwitches;
        }
        let unknown = if self.now.borrow().from_elsewhere.get() { scan::FROM_ELSEWHERE } else { "" };
        [&ways.write(), unknown].concat()
    }

    /// Says what the scan is on, where that is wished and nothing else is being said.
    fn say(&mut self, heard: Option<Heard>) {
        let cue = self.ways().cue;
        let on = self.scanning.as_ref().and_then(Scanning::on).filter(|_| cue != Cue::Off && heard.is_none());
        if let Some(on) = on {
            speech::stop();
            let hears = self.hears.clone();
            self.cue = speech::speak(&scan::label(on), &self.voice_rule, &self.speaking, cue == Cue::Quiet, move || {
                hears.emit(Input::CueSpoken)
            });
        }
    }

    /// Time is told only while something waits for it.
    fn beat(&mut self) {
        let waits = self.scanning.as_ref().is_some_and(Scanning::is_timed)
            || self.presses.is_held()
            || (self.ways().dwell && self.dwelling.waits());
        if waits && self.ticker.is_none() {
            self.told_ms = now_ms();
            let hears = self.hears.clone();
            self.ticker = Ticker::start(move || hears.emit(Input::Tick));
        } else if !waits {
            self.ticker = None;
        }
    }

    fn draw(&mut self) {
        let now = self.now.borrow();
        let ways = &now.ways;
        let on = self.scanning.as_ref().and_then(Scanning::on);
        let held = self.presses.held_for(now_ms()).map(|held| marks(held, ways.ms(Time::Hold)));
        let timed = self.scanning.as_ref().filter(|scanning| scanning.is_timed()).map(|scanning| scanning.ring(ways));
        if let (true, Some((control, marks))) = (ways.dwell, self.dwelling.ring(ways)) {
            self.ring.show(control, Place::Middle, marks);
        } else if let (Some(on), Some(marks)) = (on, held.or(timed)) {
            self.ring.show(on, Place::Corner, marks);
        } else {
            self.ring.hide();
        }
    }
}
