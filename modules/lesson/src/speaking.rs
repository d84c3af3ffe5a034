//! How the learner likes to be spoken to: by which of the device's voices, and how fast.
//!
//! It is one line of fields, `speed=100% voice=Name of the voice`, in what is kept and in a profile. The voice stands last, because its
//! name may hold spaces.

/// How the learner likes to be spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaking {
    /// How fast, in percent of the voice's own speed.
    percent: u16,
    /// The name of the voice; `None` is the best there is.
    pub voice: Option<String>,
}

/// The slowest and the fastest, in percent. A voice at half its speed is slow enough for every learner we know of; faster than half as
/// much again, most voices cannot be understood. No guidance gives figures; AAC boards go from 0 to 200 in steps of 25
/// (docs/dev/evidence.md, Voices).
const RANGE: (u16, u16) = (50, 150);

/// One press on slower or faster, in percent.
const STEP: u16 = 10;

impl Default for Speaking {
    fn default() -> Speaking {
        Speaking { percent: 100, voice: None }
    }
}

impl Speaking {
    /// How fast, in percent of the voice's own speed.
    pub fn percent(&self) -> u16 {
        self.percent
    }

    /// One step slower, as far as it goes.
    pub fn slower(&mut self) {
        self.percent = self.percent.saturating_sub(STEP).max(RANGE.0);
    }

    /// One step faster, as far as it goes.
    pub fn faster(&mut self) {
        self.percent = (self.percent + STEP).min(RANGE.1);
    }

    /// The fields of the line. Line breaks cannot stand in a line, so a name that has them is left out.
    pub fn write(&self) -> String {
        let name = self.voice.as_deref().filter(|name| !name.contains(['\n', '\r']));
        match name {
            Some(name) => format!("speed={}% voice={name}", self.percent),
            None => format!("speed={}%", self.percent),
        }
    }

    /// Reads the fields. `None` when they are damaged; a speed out of range is the nearest that there is.
    pub fn read(fields: &str) -> Option<Speaking> {
        let (speed, voice) = fields.split_once(" voice=").map_or((fields, None), |(speed, name)| (speed, Some(name.trim())));
        let percent: u16 = speed.trim().strip_prefix("speed=")?.strip_suffix('%')?.parse().ok()?;
        let voice = voice.filter(|name| !name.is_empty()).map(str::to_owned);
        Some(Speaking { percent: percent.clamp(RANGE.0, RANGE.1), voice })
    }
}

#[cfg(test)]
mod tests {
    use super::Speaking;
    use proptest::prelude::*;

    #[test]
    fn slower_and_faster_stay_in_range_and_lead_back() {
        let mut speaking = Speaking::default();
        (0..20).for_each(|_| speaking.slower());
        assert_eq!(speaking.percent(), 50);
        (0..5).for_each(|_| speaking.faster());
        assert_eq!(speaking, Speaking::default());
        (0..20).for_each(|_| speaking.faster());
        assert_eq!(speaking.percent(), 150);
    }

    #[test]
    fn what_is_damaged_is_no_wish() {
        assert_eq!(Speaking::read("speed=fast%"), None);
        assert_eq!(Speaking::read("voice=Daniel"), None);
        assert_eq!(Speaking::read("speed=1"), None, "the text was cut off here");
        assert_eq!(Speaking::read("speed=9000%").unwrap().percent(), 150);
        assert_eq!(Speaking::read("speed=80% voice="), Some(Speaking { percent: 80, voice: None }));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(percent in 50_u16..=150, name in "[^\\s](.*[^\\s])?") {
            let speaking = Speaking { percent, voice: Some(name.clone()) };
            let read = Speaking::read(&speaking.write()).unwrap();
            prop_assert_eq!(read.percent(), percent);
            if !name.contains(['\n', '\r']) {
                prop_assert_eq!(read, speaking);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = Speaking::read(&text);
        }
    }
}
