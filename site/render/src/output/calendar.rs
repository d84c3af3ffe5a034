//! The day of the next review as a file for any calendar (iCalendar, RFC 5545), so that nobody has to type it. Nothing in it comes from a
//! clock: the same policy gives the same file.

use crate::part::site_context::SiteContext;
use crate::part::urls;
use crate::site::Site;
use fingerpost_model::Day;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use sha2::{Digest, Sha256};

/// Writes the file, unless the policy is never reviewed, as that of a handbook.
pub fn put(site: &mut Site, site_cx: &SiteContext) {
    let policy = site_cx.view.policy();
    if let (Some(approved_on), Some(next_review)) = (policy.approved_on, policy.next_review) {
        let calendar = calendar(site_cx, site_cx.shared.base_url.as_deref(), approved_on, next_review);
        site.put(urls::CALENDAR, calendar);
    }
}

fn calendar(site_cx: &SiteContext, base_url: Option<&str>, approved_on: Day, next_review: Day) -> String {
    let policy = site_cx.view.policy();
    let about = [("title", policy.title.as_str()), ("version", &policy.version), ("name", site_cx.view.name())];
    let owner = site_cx.role_title(&policy.owner);
    let summary = site_cx.fill("calendar_summary", &about);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Fingerpost//Next review//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", uid(base_url.unwrap_or(site_cx.view.name()), &policy.version)),
        format!("DTSTAMP:{}T000000Z", compact(approved_on)),
        format!("DTSTART;VALUE=DATE:{}", compact(next_review)),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&site_cx.fill("calendar_about", &[&about[..], &[("owner", &*owner.text)]].concat()))),
        // The day is not taken: other things can be planned on it.
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    lines.extend(base_url.map(|url| format!("URL:{url}{}", urls::POLICY)));
    lines.extend([
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(&site_cx.fill("calendar_soon", &about))),
        format!("TRIGGER:{}", a_month_before(next_review)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    lines.iter().map(|line| folded(line)).collect()
}

/// A name for the event that no other has: of a site and a version, so that a corrected day replaces the old one in the reader's calendar,
/// and the review of the next version is another event.
fn uid(site: &str, version: &str) -> String {
    let hash = Sha256::digest(format!("{site}\n{version}"));
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// `20270901`.
fn compact(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

/// How long before the beginning of the day the alarm rings: a month, but at 9 in the morning and not at midnight. The format knows days and
/// hours, and no months.
fn a_month_before(day: Day) -> String {
    let days =
        date(day).and_then(|date| date.checked_sub(1.month()).ok()?.until(date).ok()).map_or(30, |span: Span| span.get_days());
    format!("-P{}DT15H", days - 1)
}

fn date(day: Day) -> Option<Date> {
    Date::new(day.year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

/// Text as a value: four signs have a meaning there.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\n' => value.push_str("\\n"),
            _ if sign.is_control() => {}
            _ => value.push(sign),
        }
    }
    value
}

/// A line with its end. One of more than 75 bytes goes on in the next line after a space; no letter is cut.
fn folded(line: &str) -> String {
    const LONGEST: usize = 75;
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for sign in line.chars() {
        if length + sign.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(sign);
        length += sign.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::{a_month_before, escaped, folded, uid};
    use fingerpost_model::Day;

    #[test]
    fn signs_with_a_meaning_are_escaped_and_controls_go() {
        assert_eq!(escaped("a,b;c\\d\r\ne\nf\u{7}: \"g\""), "a\\,b\\;c\\\\d\\ne\\nf: \"g\"");
    }

    #[test]
    fn a_long_line_is_folded_and_unfolds_to_itself() {
        assert_eq!(folded(&"a".repeat(75)), "a".repeat(75) + "\r\n");
        assert_eq!(folded(&"a".repeat(76)), "a".repeat(75) + "\r\n a\r\n");
        for line in ["é".repeat(200), format!("{}🏫é{}", "a".repeat(73), "–".repeat(60)), String::new()] {
            let folded = folded(&line);
            assert!(folded.split("\r\n").all(|part| part.len() <= 75), "{folded:?}");
            assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
        }
    }

    #[test]
    fn the_alarm_rings_on_the_same_day_of_the_month_before_at_nine() {
        let before = |year, month, day| a_month_before(Day { year, month, day });
        assert_eq!(before(2027, 9, 1), "-P30DT15H");
        assert_eq!(before(2027, 5, 1), "-P29DT15H");
        // There is no 31 February: the last day of it stands in.
        assert_eq!(before(2027, 3, 31), "-P30DT15H");
        assert_eq!(before(2028, 3, 29), "-P28DT15H");
    }

    #[test]
    fn an_event_is_named_by_site_and_version() {
        let site = "https://school.example.org/";
        assert_eq!(uid(site, "3.0"), uid(site, "3.0"));
        assert_ne!(uid(site, "3.0"), uid(site, "3.1"));
        assert_ne!(uid(site, "3.0"), uid("https://club.example.org/", "3.0"));
    }
}
