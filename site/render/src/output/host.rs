//! What a web host reads, or whoever looks at one: the headers that it sends, which pages search engines may visit, and whom to tell of a weakness.

use crate::part::content_security::content_security_policy;
use crate::part::{dates, urls};
use crate::site::Site;
use crate::view::View;
use fingerpost_model::{Day, Host};
use std::fmt::Write as _;

/// Writes `_headers`, `robots.txt` and, where the setting has a contact for it, `security.txt`.
pub fn put(site: &mut Site, public: &View, base_url: Option<&str>, live_reload: bool) {
    site.put(urls::HEADERS, headers(public.host(), live_reload));
    site.put(urls::ROBOTS, robots(base_url));
    // A handbook is reviewed on no day, and such a file has to say until when it holds.
    if let (Some(contact), Some(until)) = (&public.host().security_contact, public.policy().next_review) {
        site.put(urls::SECURITY, security(contact, until, public.language(), base_url));
    }
}

/// The headers of all files whose paths are of one form.
struct Rule {
    path: String,
    headers: Vec<(&'static str, String)>,
}

/// A browser enforces a policy from here and the narrower one in each page together. Were there a rule for each folder of pages, hosts would join
/// the headers of all rules that fit, and a lesson could not start.
fn rules(host: &Host, live_reload: bool) -> Vec<Rule> {
    let policy = content_security_policy(true, true, true, live_reload);
    let mut everywhere = vec![
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        (
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
                .to_owned(),
        ),
    ];
    if host.https_only {
        // Of this name alone, and on no list in browsers: what else stands beneath a school's name is not ours to decide about.
        everywhere.push(("Strict-Transport-Security", "max-age=31536000".to_owned()));
    }
    let rule = |path: &str, headers| Rule { path: path.to_owned(), headers };
    vec![
        rule("/*", everywhere),
        rule("/assets/*", vec![("Cache-Control", "public, max-age=31536000, immutable".to_owned())]),
        // For a drawing that somebody opens by itself. Shown in a page it does nothing anyway.
        rule(
            "/assets/*.svg",
            vec![("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'".to_owned())],
        ),
        rule(&format!("/{}", urls::WORKER), vec![("Cache-Control", "no-cache".to_owned())]),
    ]
}

fn headers(host: &Host, live_reload: bool) -> String {
    let mut text = "# For hosts that read this file, such as Netlify and Cloudflare Pages. Each page carries its own, narrower policy too.\n".to_owned();
    for (number, Rule { path, headers }) in rules(host, live_reload).into_iter().enumerate() {
        let _ = writeln!(text, "{}{path}", if number > 0 { "\n" } else { "" });
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

/// Search engines may visit every page. What they should not list says so in itself, and could not if they stayed away; and a list of such pages
/// here would show everybody the way to them.
fn robots(base_url: Option<&str>) -> String {
    let map = base_url.map_or_else(String::new, |base_url| format!("\nSitemap: {base_url}{}\n", urls::SITEMAP));
    format!("User-agent: *\nAllow: /\n{map}")
}

/// RFC 9116. It holds until the day on which the policy is reviewed next: whoever reviews it looks whether the contact is still right, and
/// builds the site anew.
fn security(contact: &str, expires: Day, language: &str, base_url: Option<&str>) -> String {
    // Whoever looks for it looks at the root of the host, wherever the site stands.
    let root = base_url.map(|base_url| base_url.strip_suffix(urls::path_of(base_url)).unwrap_or(base_url));
    let canonical = root.map_or_else(String::new, |root| format!("Canonical: {root}/{}\n", urls::SECURITY));
    let expires = dates::iso(expires);
    format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {language}\n{canonical}")
}
