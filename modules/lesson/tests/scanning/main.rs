//! The rules of a lesson for switches and for resting, case by case. assets/switches.js is held to the same table in a browser
//! (`modules/player/tests/browser_switches.rs`).

mod table;

use fingerpost_lesson::dwell::Dwell;
use fingerpost_lesson::press::Presses;
use fingerpost_lesson::scan::{At, Did, Scanner};
use fingerpost_lesson::ways::{Scan, Switch, Ways, key_name};
use table::{Case, Happens, Seen, cases};

/// A page of things, each a group of its own, and somebody who presses: as the player has the rules on a page.
struct Page {
    ways: Ways,
    things: Vec<usize>,
    scanner: Option<Scanner>,
    presses: Presses,
    dwell: Dwell,
    now_ms: u32,
    chosen: Option<usize>,
}

impl Page {
    fn of(case: &Case) -> Page {
        let ways = Ways::read(&case.ways).expect(&case.title);
        Page {
            scanner: (ways.scan == Scan::OneSwitch).then(|| Scanner::on_group(0)),
            ways,
            things: vec![1; case.things],
            presses: Presses::default(),
            dwell: Dwell::default(),
            now_ms: 0,
            chosen: None,
        }
    }

    fn happen(&mut self, happens: &Happens) {
        match happens {
            Happens::Press(key) => {
                self.down(key);
                self.up(key);
            }
            Happens::Hold(key) => self.down(key),
            Happens::LetGo(key) => self.up(key),
            Happens::Wait(ms) => (0..*ms).for_each(|_| self.pass_one_ms()),
            Happens::Rest(thing) => self.dwell.over(thing.map(|thing| thing as u32)),
        }
    }

    fn switch(&self, key: &str) -> Option<Switch> {
        self.ways.switch_of(&key_name(key)?)
    }

    fn down(&mut self, key: &str) {
        if key == "Escape" {
            self.scanner = None;
        }
        let Some(switch) = self.switch(key) else { return };
        if self.scanner.is_some() {
            if self.presses.down(switch, self.now_ms, &self.ways) {
                self.press(switch);
            }
        } else if self.ways.scan == Scan::TwoSwitches && switch == Switch::Move {
            // The key that moves begins.
            self.presses.down(switch, self.now_ms, &self.ways);
            self.scanner = Some(Scanner::on_group(0));
        }
    }

    fn up(&mut self, key: &str) {
        if let Some(switch) = self.switch(key) {
            self.presses.up(switch);
        }
    }

    fn press(&mut self, switch: Switch) {
        let one_switch = self.ways.scan == Scan::OneSwitch;
        if let Some(scanner) = &mut self.scanner
            && let Did::Chose(thing, _) = scanner.press(switch, one_switch, &self.things, 0)
        {
            self.chosen = Some(thing);
        }
    }

    fn pass_one_ms(&mut self) {
        self.now_ms += 1;
        if let Some(switch) = self.presses.pass(self.now_ms, &self.ways) {
            self.press(switch);
        }
        // A hand that is holding the switch has made its choice: the scan does not walk away under it.
        if let (None, Scan::OneSwitch, Some(scanner)) = (self.presses.held_for(self.now_ms), self.ways.scan, &mut self.scanner) {
            scanner.pass(1, None, &self.ways, || self.things.clone());
        }
        if self.ways.dwell
            && let Some(thing) = self.dwell.pass(1, &self.ways)
        {
            self.chosen = Some(thing as usize);
        }
    }

    fn on(&self) -> Option<usize> {
        self.scanner.as_ref().map(|scanner| match scanner.at() {
            At::Group(thing) | At::Item(thing, _) => thing,
        })
    }
}

#[test]
fn a_lesson_does_what_the_table_says() {
    for case in cases() {
        let mut page = Page::of(&case);
        for line in &case.lines {
            page.happen(&line.happens);
            let told = format!("{}: {}", case.title, line.typed);
            match line.seen.map(|[lesson, _]| lesson) {
                Some(Seen::Chose(thing)) => assert_eq!(page.chosen, Some(thing), "{told}"),
                Some(Seen::On(thing)) => assert_eq!((page.chosen, page.on()), (None, thing), "{told}"),
                None => assert_eq!(page.chosen, None, "{told}"),
            }
        }
    }
}
