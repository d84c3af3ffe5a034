//! E-mail addresses: the one judge of whether something is one.
//!
//! It is stricter than the standards. What a program could take for more than an address (`?`, `&`, `%`, `,`, spaces) is refused, so that an address can
//! stand after `mailto:` as it is, and nobody adds a second reader to a worried parent's message.

/// The longest that mail programs carry.
const LONGEST: usize = 254;

/// What stands before the @ and what stands after it; or what is wrong, as the end of a sentence.
pub fn parts(typed: &str) -> Result<(&str, &str), String> {
    let mut ats = typed.match_indices('@').map(|(at, _)| at);
    let (Some(at), None) = (ats.next(), ats.next()) else {
        return Err(if typed.contains('@') { "it has more than one @" } else { "it has no @" }.to_owned());
    };
    let (name, host) = (&typed[..at], &typed[at + 1..]);
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || ".!'*+-_~".contains(c);
    let is_of_host = |c: char| c.is_alphanumeric() || ".-".contains(c);
    if let Some(sign) = name.chars().find(|c| !is_of_name(*c)).or_else(|| host.chars().find(|c| !is_of_host(*c))) {
        return Err(if sign.is_whitespace() { "it has a space".to_owned() } else { format!("\"{sign}\" cannot stand in one") });
    }
    let is_dotted = |text: &str| text.split('.').all(|part| !part.is_empty());
    let are_labels = host.split('.').all(|label| label.len() < 64 && !label.starts_with('-') && !label.ends_with('-'));
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    if !is_dotted(name) {
        return Err("what stands before the @ is not whole".to_owned());
    }
    if !is_dotted(host) || !are_labels || ending.chars().count() < 2 || ending.chars().all(|c| c.is_ascii_digit()) {
        return Err("what stands after the @ is no place on the internet".to_owned());
    }
    if typed.len() > LONGEST {
        return Err("it is too long".to_owned());
    }
    Ok((name, host))
}

#[cfg(test)]
mod tests {
    use super::parts;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_a_name_and_a_place() {
        for typed in
            ["dsl@school.example.org", "o'neil+dsl@school.example.org", "a_b-c.d@xn--bcher-kva.example", "x@büro.example"]
        {
            assert!(parts(typed).is_ok(), "{typed}");
        }
        for (typed, why) in [
            ("dsl at school", "no @"),
            ("a@b@school.example.org", "more than one @"),
            ("a?bcc=b@school.example.org", "\"?\" cannot"),
            ("a@school.example.org?bcc=b", "\"?\" cannot"),
            ("a%0d@school.example.org", "\"%\" cannot"),
            ("a,b@school.example.org", "\",\" cannot"),
            ("Ms B <b@school.example.org>", "a space"),
            ("<b@school.example.org>", "\"<\" cannot"),
            ("mailto:b@school.example.org", "\":\" cannot"),
            ("b@school.example.org\u{202e}", "cannot"),
            ("hall@6.30", "no place"),
            ("me@home", "no place"),
            ("me@.org", "no place"),
            ("me@-a.org", "no place"),
            ("@school.example.org", "not whole"),
            (".a@school.example.org", "not whole"),
        ] {
            assert!(parts(typed).unwrap_err().contains(why), "{typed}");
        }
        assert!(parts(&format!("{}@school.example.org", "a".repeat(300))).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Nothing that passes can begin a second field, or another reader, after `mailto:`.
        #[test]
        fn what_passes_needs_no_escape(typed in "[a-z@.?&=%,;:<> \"\\\\#/\\n\u{202e}-]{1,20}") {
            if let Ok((name, host)) = parts(&typed) {
                let sum = format!("{name}@{host}");
                prop_assert_eq!(&sum, &typed);
                prop_assert!(!sum.contains(|c: char| "?&=%,;:<> \"\\#/".contains(c) || c.is_control()));
            }
        }
    }
}
