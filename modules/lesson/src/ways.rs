//! How a learner presses: switches or not, the times that hands need, the keys, and whether things are said while the scan goes by.
//!
//! Where defaults and ranges come from is in docs/dev/evidence.md (Switches and scanning, Resting pointers). Times are whole milliseconds.
//!
//! What is kept is one line of fields, which [`crate::keep`] puts among its own:
//!
//! ```text
//! scan=one cue=no dwell=no step=2000 repeat=300 hold=0 rest=1250 dead=0 move=Space choose=Enter
//! ```

/// Which switches there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scan {
    /// None by itself. The key to move still begins a scan with two.
    #[default]
    Off,
    /// Two: one moves, the other chooses. Nothing is timed.
    TwoSwitches,
    /// One: the scan moves by itself, and the switch chooses.
    OneSwitch,
}

impl Scan {
    /// All, in the order in which they are offered.
    pub const ALL: [Scan; 3] = [Scan::Off, Scan::TwoSwitches, Scan::OneSwitch];

    /// Its id, in the page and in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Scan::Off => "off",
            Scan::TwoSwitches => "two",
            Scan::OneSwitch => "one",
        }
    }
}

/// Whether the scan says what it is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cue {
    /// It is silent.
    #[default]
    Off,
    /// It speaks quietly, for one ear.
    Quiet,
    /// It speaks as loud as everything else.
    Aloud,
}

impl Cue {
    /// All, in the order in which they are offered.
    pub const ALL: [Cue; 3] = [Cue::Off, Cue::Quiet, Cue::Aloud];

    /// Its id, in the page and in what is kept.
    pub fn id(self) -> &'static str {
        match self {
            Cue::Off => "no",
            Cue::Quiet => "quiet",
            Cue::Aloud => "yes",
        }
    }
}

/// A switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The first: it moves.
    Move,
    /// The second: it chooses.
    Choose,
}

impl Switch {
    /// Both.
    pub const ALL: [Switch; 2] = [Switch::Move, Switch::Choose];
    const IDS: [&'static str; 2] = ["move", "choose"];
    const KEYS: [&'static str; 2] = ["Space", "Enter"];
}

/// A time that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// How long the scan stays on a thing by itself.
    Step,
    /// How long after a press another one is taken for a repeat, of hands that shake.
    Repeat,
    /// How long a switch must be held; 0 is not at all.
    Hold,
    /// How long the pointer must rest on a thing, after it has settled.
    Rest,
    /// How long after a new step or page a resting pointer presses nothing.
    Dead,
}

/// From where to where a time can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least, in milliseconds.
    pub least: u32,
    /// The most.
    pub most: u32,
    /// Where it is at first.
    pub usual: u32,
    /// By how much one press changes it.
    pub by: u32,
}

impl Time {
    /// All, in the order of their values.
    pub const ALL: [Time; 5] = [Time::Step, Time::Repeat, Time::Hold, Time::Rest, Time::Dead];

    /// Its id, in the page and in what is kept.
    pub fn id(self) -> &'static str {
        ["step", "repeat", "hold", "rest", "dead"][self as usize]
    }

    /// Its range.
    pub fn range(self) -> Range {
        let (least, most, usual, by) = match self {
            Time::Step => (500, 10_000, 2000, 250),
            Time::Repeat => (0, 2000, 300, 100),
            Time::Hold => (0, 2000, 0, 100),
            Time::Rest => (500, 5000, 1250, 250),
            Time::Dead => (0, 3000, 0, 250),
        };
        Range { least, most, usual, by }
    }
}

/// A wish to press in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Other switches.
    Scan(Scan),
    /// Said or not.
    Cue(Cue),
    /// A resting pointer presses, or does not.
    Dwell(bool),
    /// More of a time.
    More(Time),
    /// Less of it.
    Less(Time),
    /// Another key for a switch, as the browser names it.
    Key(Switch, String),
    /// Everything as it was at first.
    AsAtFirst,
}

/// How a learner presses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Which switches there are.
    pub scan: Scan,
    /// Whether the scan says what it is on.
    pub cue: Cue,
    /// Whether a pointer that rests on a control presses it.
    pub dwell: bool,
    /// In the order of [`Time::ALL`].
    times: [u32; 5],
    /// In the order of [`Switch::ALL`].
    keys: [String; 2],
}

impl Default for Ways {
    fn default() -> Ways {
        let keys = Switch::KEYS.map(str::to_owned);
        Ways { scan: Scan::Off, cue: Cue::Off, dwell: false, times: Time::ALL.map(|time| time.range().usual), keys }
    }
}

impl Ways {
    /// A time in milliseconds.
    pub fn ms(&self, time: Time) -> u32 {
        self.times[time as usize]
    }

    /// The name of a switch's key, as [`key_name`] gives it.
    pub fn key(&self, switch: Switch) -> &str {
        &self.keys[switch as usize]
    }

    /// The switch that a key is.
    pub fn switch_of(&self, name: &str) -> Option<Switch> {
        Switch::ALL.into_iter().find(|switch| self.key(*switch) == name)
    }

    /// Applies a wish. A number stays in its range; a key that cannot be a switch changes nothing; and two switches never share a
    /// key: the other one takes the key that has become free.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Scan(scan) => self.scan = scan,
            Change::Cue(cue) => self.cue = cue,
            Change::Dwell(dwell) => self.dwell = dwell,
            Change::More(time) => self.set(time, self.ms(time).saturating_add(time.range().by)),
            Change::Less(time) => self.set(time, self.ms(time).saturating_sub(time.range().by)),
            Change::Key(switch, key) => {
                if let Some(name) = key_name(&key) {
                    if self.switch_of(&name).is_some_and(|other| other != switch) {
                        self.keys.swap(0, 1);
                    }
                    self.keys[switch as usize] = name;
                }
            }
            Change::AsAtFirst => *self = Ways::default(),
        }
    }

    fn set(&mut self, time: Time, ms: u32) {
        let range = time.range();
        self.times[time as usize] = ms.clamp(range.least, range.most);
    }

    /// The fields of the kept line.
    pub fn write(&self) -> String {
        let mut text = format!("scan={} cue={} dwell={}", self.scan.id(), self.cue.id(), if self.dwell { "yes" } else { "no" });
        let mut put = |id: &str, value: &str| text.extend([" ", id, "=", value]);
        for time in Time::ALL {
            put(time.id(), &self.ms(time).to_string());
        }
        for (id, key) in Switch::IDS.iter().zip(&self.keys) {
            put(id, key);
        }
        text
    }

    /// Reads the fields of a kept line. A field that is not there is as at first, and a number out of its range is put into it, for
    /// a person may have edited it; whatever else cannot be read makes the line a damaged one.
    pub fn read(fields: &str) -> Option<Ways> {
        let mut ways = Ways::default();
        for field in fields.split(' ').filter(|field| !field.is_empty()) {
            let (id, value) = field.split_once('=')?;
            if id == "scan" {
                ways.scan = Scan::ALL.into_iter().find(|scan| scan.id() == value)?;
            } else if id == "cue" {
                ways.cue = Cue::ALL.into_iter().find(|cue| cue.id() == value)?;
            } else if id == "dwell" {
                ways.dwell = ["no", "yes"].iter().position(|word| *word == value)? == 1;
            } else if let Some(time) = Time::ALL.into_iter().find(|time| time.id() == id) {
                ways.set(time, value.parse().ok()?);
            } else if let Some(switch) = Switch::IDS.iter().position(|switch| *switch == id) {
                ways.keys[switch] = key_name(value)?;
            }
        }
        (ways.keys[0] != ways.keys[1]).then_some(ways)
    }
}

/// The name under which a key can be a switch, from the browser's name of it. A letter is the same small or big. Tab and Escape are never
/// switches, because they lead out; keys that only change others are none either, nor is what cannot stand in a kept line.
pub fn key_name(key: &str) -> Option<String> {
    const NEVER: [&str; 12] =
        ["Tab", "Escape", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "Dead", "Process", "Unidentified"];
    let mut letters = key.chars();
    match (letters.next()?, letters.next()) {
        (' ', None) => Some(Switch::KEYS[0].to_owned()),
        // A per cent sign would have a meaning of its own in an address.
        (letter, None) => (letter > ' ' && letter != '%').then(|| letter.to_ascii_lowercase().to_string()),
        _ => (key.len() <= 24 && key.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !NEVER.contains(&key))
            .then(|| key.to_owned()),
    }
}

/// A time in seconds, for people: "2", "0.5", "1.25".
pub fn seconds(ms: u32) -> String {
    let whole = (ms / 1000).to_string();
    match ms % 1000 / 10 {
        0 => whole,
        part if part % 10 == 0 => format!("{whole}.{}", part / 10),
        part if part < 10 => format!("{whole}.0{part}"),
        part => format!("{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Cue, Scan, Switch, Time, Ways, key_name, seconds};
    use proptest::prelude::*;

    #[test]
    fn it_begins_as_the_defaults_say() {
        let ways = Ways::default();
        assert_eq!(ways.write(), "scan=off cue=no dwell=no step=2000 repeat=300 hold=0 rest=1250 dead=0 move=Space choose=Enter");
        assert_eq!(
            Time::ALL.map(|time| (time.range().least, time.range().most)),
            [(500, 10_000), (0, 2000), (0, 2000), (500, 5000), (0, 3000)]
        );
    }

    #[test]
    fn a_key_that_leads_out_or_changes_others_is_no_switch() {
        for key in ["Tab", "Escape", "Shift", "Control", "Meta", "Unidentified", "", "\t", "%", "a b", "two\nlines", "x=y"] {
            assert_eq!(key_name(key), None, "{key:?}");
        }
        assert_eq!(key_name(" ").as_deref(), Some("Space"));
        assert_eq!(key_name("A").as_deref(), Some("a"));
        assert_eq!(key_name("F9").as_deref(), Some("F9"));
        assert_eq!(key_name("=").as_deref(), Some("="));
    }

    #[test]
    fn two_switches_never_share_a_key() {
        let mut ways = Ways::default();
        ways.apply(Change::Key(Switch::Move, "Enter".into()));
        assert_eq!((ways.key(Switch::Move), ways.key(Switch::Choose)), ("Enter", "Space"));
        ways.apply(Change::Key(Switch::Move, "Tab".into()));
        assert_eq!(ways.key(Switch::Move), "Enter");
    }

    #[test]
    fn a_line_is_read_kindly_but_not_guessed() {
        let read = |text: &str| Ways::read(text);
        assert_eq!(read(""), Some(Ways::default()));
        assert_eq!(read("step=1 hold=9999999").map(|ways| (ways.ms(Time::Step), ways.ms(Time::Hold))), Some((500, 2000)));
        assert_eq!(read("scan=one colour=red").map(|ways| ways.scan), Some(Scan::OneSwitch));
        for damaged in ["scan=three", "step=soon", "step=-1", "move=Tab", "move=Enter", "dwell", "cue="] {
            assert_eq!(read(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn seconds_are_said_without_needless_noughts() {
        let said = [0, 50, 500, 1000, 1250, 2000, 10_000].map(seconds);
        assert_eq!(said, ["0", "0.05", "0.5", "1", "1.25", "2", "10"]);
    }

    fn change() -> impl Strategy<Value = Change> {
        prop_oneof![
            (0usize..3).prop_map(|index| Change::Scan(Scan::ALL[index])),
            (0usize..3).prop_map(|index| Change::Cue(Cue::ALL[index])),
            any::<bool>().prop_map(Change::Dwell),
            (0usize..5).prop_map(|index| Change::More(Time::ALL[index])),
            (0usize..5).prop_map(|index| Change::Less(Time::ALL[index])),
            (0usize..2, "[ -~é]{1,2}|Arrow(Up|Down)|Enter|Tab|F1").prop_map(|(index, key)| Change::Key(Switch::ALL[index], key)),
            Just(Change::AsAtFirst),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_wished_can_be_kept_and_read_again(changes in prop::collection::vec(change(), 0..60)) {
            let mut ways = Ways::default();
            for change in changes {
                ways.apply(change);
                for time in Time::ALL {
                    let range = time.range();
                    prop_assert!((range.least..=range.most).contains(&ways.ms(time)));
                }
                prop_assert_ne!(ways.key(Switch::Move), ways.key(Switch::Choose));
            }
            prop_assert_eq!(Ways::read(&ways.write()), Some(ways));
        }

        #[test]
        fn any_text_is_met_without_a_panic(text in any::<String>(), key in any::<String>()) {
            let _ = Ways::read(&text);
            let _ = Ways::read(&format!("scan=one {text}"));
            if let Some(name) = key_name(&key) {
                prop_assert_eq!(key_name(&name), Some(name.clone()));
                prop_assert!(!name.contains([' ', '\n', '%']) && name != "Tab" && name != "Escape");
            }
        }

        #[test]
        fn every_value_of_a_range_can_be_reached(index in 0usize..5) {
            let time = Time::ALL[index];
            let mut ways = Ways::default();
            while ways.ms(time) > time.range().least { ways.apply(Change::Less(time)); }
            let mut seen = 1;
            while ways.ms(time) < time.range().most { ways.apply(Change::More(time)); seen += 1; }
            prop_assert_eq!(seen, (time.range().most - time.range().least) / time.range().by + 1);
        }
    }
}
