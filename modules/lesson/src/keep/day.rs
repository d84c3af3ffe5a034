//! A day of the calendar, as the device's clock says it. Clocks are wrong: a day that cannot be is not a day.

use crate::strings::fill;

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

    /// The same day of the next year; the 28th of February after a 29th. No clock says it, so it may lie beyond what one is believed.
    #[must_use]
    pub fn a_year_later(self) -> Day {
        let day = if (self.month, self.day) == (2, 29) { 28 } else { self.day };
        Day { year: self.year + 1, day, ..self }
    }

    /// The day in words. `form` has `{day}`, `{month}` and `{year}`; `months` has commas between.
    pub fn said(self, form: &str, months: &str) -> String {
        let month = months.split(',').nth(usize::from(self.month) - 1).unwrap_or_default().trim();
        fill(form, &[("day", &self.day.to_string()), ("month", month), ("year", &self.year.to_string())])
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
        let said = Day::new(2028, 2, 29).map(|day| day.said("{day} {month} {year}", "January, February"));
        assert_eq!(said.as_deref(), Some("29 February 2028"));
        let later = |year, month, day| Day::new(year, month, day).unwrap().a_year_later().write();
        assert_eq!([later(2026, 11, 22), later(2028, 2, 29), later(2099, 1, 1)], ["2027-11-22", "2029-02-28", "2100-01-01"]);
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
