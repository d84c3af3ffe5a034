//! A day of the calendar, as the device's clock says it. Clocks are wrong: a day that cannot be is not a day.

/// The first year that a clock can truly say: before it this program did not exist.
const FIRST_YEAR: u16 = 2025;

/// The last year that is believed. A clock that runs beyond it has been set by mistake.
const LAST_YEAR: u16 = 2099;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day from its year, month (1 to 12) and day (1 to 31). `None` for what no clock that is set can say.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Day> {
        let (year, month, day) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let leap = year.is_multiple_of(4);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=days).contains(&day)).then_some(Day { year, month, day })
    }

    /// Reads "2026-11-22".
    pub fn read(text: &str) -> Option<Day> {
        let mut parts = text.split('-').map(|part| if part.len() <= 4 { part.parse().ok() } else { None });
        let day = Day::new(parts.next()??, parts.next()??, parts.next()??)?;
        parts.next().is_none().then_some(day)
    }

    /// Writes "2026-11-22".
    pub fn write(self) -> String {
        let two = |number: u8| if number < 10 { "0" } else { "" };
        format!("{}-{}{}-{}{}", self.year, two(self.month), self.month, two(self.day), self.day)
    }

    /// Its day of the month, its month (1 to 12) and its year, to be said in words.
    pub fn parts(self) -> (u8, u8, u16) {
        (self.day, self.month, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use proptest::prelude::*;

    #[test]
    fn what_no_clock_that_is_set_can_say_is_no_day() {
        for (year, month, day) in [
            (1970, 1, 1),
            (2024, 12, 31),
            (2100, 1, 1),
            (275_760, 9, 13),
            (2026, 0, 1),
            (2026, 13, 1),
            (2026, 2, 29),
            (2026, 4, 31),
        ] {
            assert_eq!(Day::new(year, month, day), None, "{year}-{month}-{day}");
        }
        assert_eq!(Day::new(2028, 2, 29).map(Day::parts), Some((29, 2, 2028)));
        for text in ["", "2026", "2026-11", "2026-11-22-1", "2026-+1-22 ", "22.11.2026", "20260-11-22"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_sorts_like_its_text(a in (2025u32..2100, 1u32..13, 1u32..29), b in (2025u32..2100, 1u32..13, 1u32..29)) {
            let (a, b) = (Day::new(a.0, a.1, a.2).unwrap(), Day::new(b.0, b.1, b.2).unwrap());
            prop_assert_eq!(Day::read(&a.write()), Some(a));
            prop_assert_eq!(a.cmp(&b), a.write().cmp(&b.write()));
        }

        #[test]
        fn any_text_is_met_without_a_panic(text in any::<String>()) {
            let _ = Day::read(&text);
        }
    }
}
