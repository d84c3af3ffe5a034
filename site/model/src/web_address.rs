//! Addresses of web pages, read strictly: nothing that two programs could understand in two ways, and nothing that a reader would not expect.
//!
//! A browser's own parser mends what it is given: `https:\\x.example`, a line break inside, `https:x.example`. Such an address leads somewhere else than it
//! says, so it is refused here; a test holds that what passes means the same to a browser's parser.

/// The parts of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebAddress<'t> {
    /// The name or number of the computer, without its port.
    pub host: &'t str,
    /// From the `/` after the host to the end or a `?` or `#`; empty where there is none.
    pub path: &'t str,
    /// Whether something follows a `?` or a `#`.
    pub has_more: bool,
}

/// Understands an address that begins with `https://` or `http://`; or says what is wrong with it, as the end of a sentence.
pub fn read(typed: &str) -> Result<WebAddress<'_>, String> {
    if let Some(sign) = typed.chars().find(|c| !stands_in_an_address(*c)) {
        return Err(match sign {
            sign if sign.is_whitespace() => "it has a space or a line break".to_owned(),
            '\\' => "it has a \\ where / is meant".to_owned(),
            sign if sign.is_alphanumeric() || sign.is_ascii_punctuation() => format!("\"{sign}\" cannot stand in one"),
            _ => "it has a sign that nobody sees".to_owned(),
        });
    }
    let scheme = typed.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    if !["https", "http"].contains(&scheme.as_str()) {
        return Err("it does not begin with https://".to_owned());
    }
    let rest = typed[scheme.len() + 1..].strip_prefix("//").ok_or("two / are missing after the :")?;
    let (authority, after) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if authority.contains('@') {
        return Err("it holds a user name or a password before an @, which every reader would see".to_owned());
    }
    let (host, port) = match authority.rsplit_once(':').filter(|_| !authority.ends_with(']')) {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if host.is_empty() {
        return Err("nothing stands after https://".to_owned());
    }
    if !is_host(host) {
        return Err(format!("\"{host}\" is not the name of a place on the internet"));
    }
    if port.is_some_and(|port| port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) || port.parse::<u16>().is_err())
    {
        return Err("what stands after the last : is not the number of a port".to_owned());
    }
    let (path, more) = after.split_at(after.find(['?', '#']).unwrap_or(after.len()));
    Ok(WebAddress { host, path, has_more: !more.is_empty() })
}

/// Understands the address beneath which a site stands: whole, without `?` and `#`, and without steps that a browser would take out. A `/` at its end is added.
pub fn base(typed: &str) -> Result<String, String> {
    let WebAddress { host, path, has_more } = read(typed)?;
    if has_more {
        return Err("a site does not stand after ? or #".to_owned());
    }
    if !typed.is_ascii() {
        let part = if host.is_ascii() { "with % for what is no English letter" } else { "in the form that begins with xn--" };
        return Err(format!("it has letters that not every program reads; it is copied from a browser {part}"));
    }
    if path.contains("//") {
        return Err("it has two / after one another".to_owned());
    }
    if path.split('/').any(|part| [".", ".."].contains(&part.to_ascii_lowercase().replace("%2e", ".").as_str())) {
        return Err("it has a step such as .. in it".to_owned());
    }
    let slash = if path.ends_with('/') { "" } else { "/" };
    Ok(format!("{typed}{slash}"))
}

/// Whether this place is one of those that are kept for examples, so that nobody has it.
pub fn is_for_examples(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_in = |place: &str| host == place || host.strip_suffix(place).is_some_and(|rest| rest.ends_with('.'));
    ["example.org", "example.com", "example.net", "example", "test", "invalid"].into_iter().any(is_in)
}

fn stands_in_an_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%|".contains(sign) || (!sign.is_ascii() && sign.is_alphanumeric())
}

/// A name of labels with dots, or numbers: four, or those between square brackets.
fn is_host(host: &str) -> bool {
    if let Some(inside) = host.strip_prefix('[') {
        return inside.strip_suffix(']').is_some_and(|inside| inside.parse::<std::net::Ipv6Addr>().is_ok());
    }
    let labels = host.strip_suffix('.').unwrap_or(host).split('.');
    let last = labels.clone().next_back().unwrap_or_default();
    // A browser takes a name that ends with a number for four numbers, however they are written.
    if last.starts_with(|c: char| c.is_ascii_digit()) && (last.bytes().all(|b| b.is_ascii_digit()) || last.starts_with("0x")) {
        return host.parse::<std::net::Ipv4Addr>().is_ok();
    }
    let is_label = |label: &str| {
        (1..64).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    host.len() < 254 && labels.into_iter().all(is_label)
}

#[cfg(test)]
mod tests {
    use super::{base, is_for_examples, read};
    use proptest::prelude::*;

    #[test]
    fn an_address_is_whole_and_hides_nothing() {
        for typed in [
            "https://www.childline.org.uk",
            "http://a.example/b?c=d#e",
            "HTTPS://a.example:8443/b%20c",
            "https://[::1]/",
            "https://127.0.0.1:80",
        ] {
            assert!(read(typed).is_ok(), "{typed}");
        }
        for (typed, why) in [
            ("www.childline.org.uk", "begin with https://"),
            ("javascript:alert(1)", "begin with https://"),
            ("ftp://a.example", "begin with https://"),
            ("https:a.example", "two / are missing"),
            ("https:/a.example", "two / are missing"),
            ("https://", "nothing stands after"),
            ("https:///a", "nothing stands after"),
            ("https://user:pw@a.example", "a password"),
            ("https://a.example\\b", "a \\"),
            ("https://a.example/ b", "a space"),
            ("https://a.exa\nmple", "a line break"),
            ("https://a.example/\u{202e}b", "nobody sees"),
            ("https://a..example", "not the name"),
            ("https://-a.example", "not the name"),
            ("https://1.2.3", "not the name"),
            ("https://0x7f.1", "not the name"),
            ("https://a.example:99999", "port"),
            ("https://a.example:", "port"),
            ("https://a.example/<b>", "\"<\" cannot"),
        ] {
            assert!(read(typed).unwrap_err().contains(why), "{typed}: {:?}", read(typed));
        }
    }

    #[test]
    fn a_site_stands_beneath_a_plain_path() {
        assert_eq!(base("https://x.example").as_deref(), Ok("https://x.example/"));
        assert_eq!(base("http://x.example:8040/a/b").as_deref(), Ok("http://x.example:8040/a/b/"));
        for (typed, why) in [
            ("https://x.example//evil.example/", "two /"),
            ("https://x.example/a?b", "? or #"),
            ("https://x.example/#", "? or #"),
            ("https://x.example/a/../b", "a step"),
            ("https://x.example/%2E%2e/b", "a step"),
            ("https://x.example/é", "with %"),
            ("https://é.example/", "xn--"),
        ] {
            assert!(base(typed).unwrap_err().contains(why), "{typed}");
        }
    }

    #[test]
    fn places_for_examples_are_known() {
        for host in ["example.org", "school.example.org", "Example.COM.", "a.example", "x.test"] {
            assert!(is_for_examples(host), "{host}");
        }
        for host in ["myexample.org", "example.org.uk", "test.ac.uk", "contest"] {
            assert!(!is_for_examples(host), "{host}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        /// What passes here is read alike by a parser that does as browsers do: the same place, nobody's name, no step added or taken.
        #[test]
        fn a_browser_reads_it_alike(typed in "(https|HTTP)://[a-z0-9.:@\\[\\]é-]{0,14}[a-z0-9./\\\\:@?#%2e& \u{ad}\u{3002}-]{0,16}|https?:?/{0,3}\\PC{0,12}") {
            if let Ok(address) = read(&typed) {
                let Ok(theirs) = url::Url::parse(&typed) else {
                    // A name that is no English letters can be one that nobody may register; and so can its form in xn--.
                    prop_assert!(!address.host.is_ascii() || address.host.contains("xn--"), "{}", typed);
                    return Ok(());
                };
                prop_assert!(theirs.username().is_empty() && theirs.password().is_none());
                if address.host.is_ascii() {
                    prop_assert_eq!(theirs.host_str().map(str::to_owned), Some(address.host.to_ascii_lowercase()));
                }
                if let Ok(base) = base(&typed) {
                    let theirs = url::Url::parse(&base).unwrap();
                    prop_assert!(theirs.path().ends_with('/') && !theirs.path().contains("//") && theirs.query().is_none());
                    let path = &base[base.find("//").unwrap() + 2..];
                    prop_assert_eq!(theirs.path(), &path[path.find('/').unwrap()..]);
                }
            }
        }
    }
}
