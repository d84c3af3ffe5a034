//! What the author typed to what it means: names to values, destinations to pages, images to symbols. Every mistake on the way is
//! reported where it stands.

use super::conditions::Absence;
use super::file::SourceFile;
use super::library::{Library, NamedPolicy, follow, relative};
use super::reach::may_link;
use super::run::Run;
use super::setting_file::is_web_address;
use super::shelf::is_own;
use super::switches::KINDS;
use super::table::email_in_clear;
use super::typed;
use crate::finding::{Finding, did_you_mean};
use crate::model::{Inline, LinkStatus, Only, PageId, Target};
use crate::text::find_email;
pub use crate::text::plain;

/// A file that is being resolved.
pub struct Context<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// What it may name.
    pub library: &'a Library<'a>,
    /// The complaints.
    pub found: &'a mut Vec<Finding>,
}

impl Context<'_> {
    /// Reports an error.
    pub fn error(&mut self, at: usize, rule: &'static str, message: impl Into<String>, mend: impl Into<String>) {
        self.found.push(self.file.error(at, rule, message, mend));
    }

    /// Reports a warning.
    pub fn warning(&mut self, at: usize, rule: &'static str, message: impl Into<String>, mend: impl Into<String>) {
        self.found.push(self.file.warning(at, rule, message, mend));
    }

    /// Words with their names replaced. Links that stayed words and e-mail addresses are reported.
    pub fn run(&mut self, run: &Run) -> Run {
        if let Some(at) = run.text.find("](") {
            let message = "This looks like a link and is not one.";
            let mend = "Put a destination with spaces or {{ }} in it between < and >, like [call](<tel:{{ dsl_phone }}>).";
            self.error(run.at(at), "not-a-link", message, mend);
        }
        if let Some(at) = find_email(&run.text) {
            self.found.push(email_in_clear(self.file, run.at(at)));
        }
        self.library.names.fill(run, self.file, self.found)
    }

    /// Running text, for the readers given.
    pub fn inlines(&mut self, content: &[typed::Inline], reader: &Only) -> Vec<Inline> {
        let mut resolved = Vec::new();
        for inline in content {
            match inline {
                typed::Inline::Text(run) => resolved.push(Inline::Text(self.run(run).text)),
                typed::Inline::Code(run) => resolved.push(Inline::Code(self.run(run).text)),
                typed::Inline::Strong(inner) => resolved.push(Inline::Strong(self.inlines(inner, reader))),
                typed::Inline::Emphasis(inner) => resolved.push(Inline::Emphasis(self.inlines(inner, reader))),
                typed::Inline::Break => resolved.push(Inline::Break),
                typed::Inline::Image(image) => resolved.extend(self.image(image).map(|(id, alt)| Inline::Symbol { id, alt })),
                typed::Inline::Link(link) => self.link(link, reader, &mut resolved),
            }
        }
        resolved
    }

    fn link(&mut self, link: &typed::Link, reader: &Only, resolved: &mut Vec<Inline>) {
        let to = self.target(link, reader);
        // The words of <name@place> are the address, which the destination has reported.
        let content = if link.is_email { Vec::new() } else { self.inlines(&link.content, reader) };
        if typed::flat(&link.content).text.trim().is_empty() {
            self.error(link.at, "link-without-words", "This link has no words.", "Type between [ and ] what it leads to.");
        }
        let content = match &to {
            Some(Target::Page { page: PageId::Section(slug), .. }) => self.renumbered(content, slug),
            _ => content,
        };
        match to {
            Some(to) => resolved.push(Inline::Link { to, content }),
            None => resolved.extend(content),
        }
    }

    /// The words of a link to a section, which name it by the number that it has here ("section 28").
    fn renumbered(&self, mut content: Vec<Inline>, slug: &str) -> Vec<Inline> {
        if let (Some(numbers), [Inline::Text(text)]) = (self.library.numbers.get(slug), content.as_mut_slice()) {
            let is_sign = |sign: char| !sign.is_ascii_digit();
            let typed = numbers.typed.to_string();
            if numbers.typed != numbers.counted && text.split(is_sign).filter(|part| !part.is_empty()).eq([typed.as_str()]) {
                *text = text.replace(&typed, &numbers.counted.to_string());
            }
        }
        content
    }

    /// A symbol and its words. What is missing is reported, and then there is none.
    pub fn image(&mut self, image: &typed::Image) -> Option<(String, String)> {
        let alt = self.run(&typed::flat(&image.alt)).text.trim().to_owned();
        if alt.is_empty() {
            let message = "This picture has no words for those who do not see it.";
            self.error(image.at, "image-without-alt", message, "Type between [ and ] what it shows.");
        }
        let to = self.library.names.fill(&image.to, self.file, self.found).text;
        let at = if image.to.text.is_empty() { image.at } else { image.to.at(0) };
        if self.is_script(&to, image.at) {
            return None;
        }
        let Some(id) = to.strip_prefix("symbol:") else {
            let message = format!("\"{to}\" is not a symbol, and other pictures cannot be shown.");
            self.error(at, "image-not-symbol", message, "Type it like ![a phone with a padlock](symbol:private).");
            return None;
        };
        if !self.library.has_symbol(id) {
            let symbols = self.library.symbols.iter().map(|symbol| symbol.id);
            let mend = suggest(id, symbols, "Choose one of those in assets/symbols.toml.");
            self.error(at, "unknown-symbol", format!("\"{id}\" is not a symbol."), mend);
            return None;
        }
        (!alt.is_empty()).then(|| (id.to_owned(), alt))
    }

    fn is_script(&mut self, to: &str, at: usize) -> bool {
        let is = matches!(scheme(to).as_deref(), Some("javascript" | "data" | "vbscript"));
        if is {
            let message = "This destination would run a program or bring its own content.";
            self.error(at, "script-address", message, "Link to a page, or take the link out.");
        }
        is
    }

    fn target(&mut self, link: &typed::Link, reader: &Only) -> Option<Target> {
        let mistakes = self.found.len();
        let filled = self.library.names.fill(&link.to, self.file, self.found);
        let to = filled.text.trim();
        if self.found.len() > mistakes || self.is_script(to, link.at) {
            return None;
        }
        let at = if to.is_empty() { link.at } else { link.to.at(0) };
        let scheme = scheme(to);
        if link.is_email || scheme.as_deref() == Some("mailto") {
            self.found.push(email_in_clear(self.file, link.at));
            return None;
        }
        let rest = to.split_once(':').map_or("", |(_, rest)| rest);
        match scheme.as_deref() {
            None => self.page(to, link, at, reader),
            Some("https" | "http") => self.web_address(to, at),
            Some(scheme @ ("tel" | "sms")) => self.number(scheme, rest, at),
            Some("link") => self.service(rest, at),
            Some("law") => self.law(rest, at),
            Some("policy") => self.other_policy(rest, at, reader),
            Some("symbol") => {
                let message = "A symbol is a picture and not a destination.";
                self.error(link.at, "unknown-scheme", message, "Type ! before the [, or link to a page.");
                None
            }
            Some(other) => {
                let mend = "Use https:, http:, tel:, sms:, link: (an entry of links.toml), law: (of law.toml), policy: (of \
                            policies.toml), symbol: (for a picture) or a file such as ../policy/05-dsl.md.";
                self.error(at, "unknown-scheme", format!("A link cannot begin with \"{other}:\"."), mend);
                None
            }
        }
    }

    fn web_address(&mut self, to: &str, at: usize) -> Option<Target> {
        if is_web_address(to) {
            return Some(Target::Address(to.to_owned()));
        }
        let mend = "Copy it from the address bar of the browser, without spaces.";
        self.error(at, "broken-link", format!("\"{to}\" is not the address of a web page."), mend);
        None
    }

    /// `tel:` and `sms:` want the number without the spaces that make it readable.
    fn number(&mut self, scheme: &str, number: &str, at: usize) -> Option<Target> {
        let is_filler = |c: char| c.is_whitespace() || "()-\u{2066}\u{2069}".contains(c);
        let digits: String = number.chars().filter(|c| !is_filler(*c)).collect();
        let plain = digits.strip_prefix('+').unwrap_or(&digits);
        if plain.is_empty() || !plain.chars().all(|c| c.is_ascii_digit()) {
            let mend = "Type figures and spaces, like tel:01632 960 101.";
            self.error(at, "broken-link", format!("\"{number}\" is not a telephone number."), mend);
            return None;
        }
        Some(Target::Address(format!("{scheme}:{digits}")))
    }

    fn service(&mut self, id: &str, at: usize) -> Option<Target> {
        let library = self.library;
        let Some(link) = library.links.entries.iter().find(|link| link.id == id) else {
            if !library.links.is_incomplete {
                let mend = did_you_mean(id, library.links.entries.iter().map(|link| link.id.as_str()));
                self.error(at, "unknown-link", format!("\"{id}\" is not in links.toml."), mend);
            }
            return None;
        };
        let (is, replacement) = match &link.status {
            LinkStatus::Open => return Some(Target::Address(link.url.clone())),
            LinkStatus::Closed(replacement) => ("is closed", replacement),
            LinkStatus::Moved(replacement) => ("has moved", replacement),
        };
        let mend = match replacement {
            Some(replacement) => format!("Link to link:{replacement}, which takes its place."),
            None => "Take the link out, or give its \"replaced_by\" in links.toml.".to_owned(),
        };
        self.warning(at, "closed-link", format!("{} {is}.", link.label), mend);
        Some(Target::Address(link.url.clone()))
    }

    fn law(&mut self, id: &str, at: usize) -> Option<Target> {
        let library = self.library;
        let laws = &library.laws.entries;
        let Some(law) = laws.iter().find(|law| law.id == id) else {
            if !library.laws.is_incomplete {
                let mend = did_you_mean(id, laws.iter().map(|law| law.id.as_str()));
                self.error(at, "unknown-law", format!("\"{id}\" is not in law.toml."), mend);
            }
            return None;
        };
        if !law.applies_to.contains(&library.kind) && KINDS.contains(&library.kind.as_str()) {
            let message = format!("\"{}\" is not for a {}, so this link leads nowhere.", law.label, library.kind);
            let mend = format!("Take the link out, or add \"{}\" to \"applies_to\" of [{id}] in law.toml.", library.kind);
            self.error(at, "law-of-other-kind", message, mend);
            return None;
        }
        Some(Target::Page { page: PageId::Laws, fragment: Some(id.to_owned()) })
    }

    fn other_policy(&mut self, id: &str, at: usize, reader: &Only) -> Option<Target> {
        let library = self.library;
        let policies = &library.policies.entries;
        if !policies.iter().any(|policy| policy.id == id) {
            if !library.policies.is_incomplete {
                let mend = did_you_mean(id, policies.iter().map(|policy| policy.id.as_str()));
                self.error(at, "unknown-policy", format!("\"{id}\" is not in policies.toml."), mend);
            }
            return None;
        }
        let named = NamedPolicy { id: id.to_owned(), place: self.file.place(at), is_open: *reader == Only::Everyone };
        library.named_policies.borrow_mut().push(named);
        Some(Target::Page { page: PageId::OtherPolicies, fragment: Some(id.to_owned()) })
    }

    fn page(&mut self, to: &str, link: &typed::Link, at: usize, reader: &Only) -> Option<Target> {
        let (path, fragment) = to.split_once('#').map_or((to, None), |(path, fragment)| (path, Some(fragment)));
        if to.starts_with('/') || to.contains('\\') {
            let message = format!("\"{to}\" is not a path from this file.");
            self.error(at, "absolute-path", message, "Type it like ../policy/05-dsl.md, with / between its parts.");
            return None;
        }
        let library = self.library;
        let logical = if path.is_empty() {
            self.file.logical.clone()
        } else if let Some(logical) = follow(&self.file.shown, path, library.common.as_deref()) {
            logical
        } else {
            let message = format!("\"{path}\" leads out of the setting's folder.");
            self.error(at, "path-outside", message, "Link to a file inside it, or to a web address.");
            return None;
        };
        if let Some(absence) = library.absent.get(&logical) {
            self.absent(to, link, "broken-link", *absence, at);
            return None;
        }
        let Some(page) = library.pages.get(&logical).filter(|_| !to.is_empty() && fragment != Some("")) else {
            let message =
                if to.is_empty() { "This link leads nowhere.".to_owned() } else { format!("There is no page \"{to}\".") };
            let otherwise = "Type the path of a Markdown file from this one, like ../policy/05-dsl.md.";
            let near = library.pages.keys().map(|page| relative(&self.file.logical, page)).collect::<Vec<_>>();
            let mend = suggest(&relative(&self.file.logical, &logical), near.iter().map(String::as_str), otherwise);
            self.error(at, "broken-link", message, if to.is_empty() { otherwise.to_owned() } else { mend });
            return None;
        };
        let only = match fragment {
            None => &page.only,
            Some(fragment) => match page.anchors.get(fragment) {
                Some(only) => only,
                None => {
                    if let Some(absence) = page.absent.get(fragment) {
                        self.absent(to, link, "broken-anchor", *absence, at);
                        return None;
                    }
                    let otherwise = "Look for the { #id } at the end of the heading or item there.";
                    let mend = suggest(fragment, page.anchors.keys().map(String::as_str), otherwise);
                    self.error(at, "broken-anchor", format!("There is no \"#{fragment}\" in {logical}."), mend);
                    return None;
                }
            },
        };
        if !may_link(reader, only) {
            let message = format!("\"{to}\" is meant for some audiences only, and more can read this link.");
            self.error(at, "link-to-hidden", message, "Take the link out, or limit the part in which it stands in the same way.");
            return None;
        }
        Some(Target::Page { page: page.id.clone(), fragment: fragment.map(str::to_owned) })
    }

    /// Says why a link leads to what is not on the site, although its author wrote it.
    fn absent(&mut self, to: &str, link: &typed::Link, rule: &'static str, absence: Absence, at: usize) {
        match absence {
            Absence::Condition => {
                let message = format!("\"{to}\" is not in this setting: its condition does not hold.");
                self.error(at, rule, message, "Give the part in which this link stands the same condition.");
            }
            Absence::LeftOut => {
                // A shared text leads to more than a setting has; where its words need what they lead to, somebody has to read them.
                let names_a_number = typed::flat(&link.content).text.contains(|sign: char| sign.is_ascii_digit());
                if !is_own(self.file) && !names_a_number {
                    return;
                }
                let message = format!("\"{to}\" is left out of this setting, so a reader sees these words without a link.");
                let mend = match is_own(self.file) {
                    false => format!(
                        "Copy this file to {} in your own folder, and write there what holds without it.",
                        self.file.logical
                    ),
                    true => "Take the link out, or take the section out of \"leave_out\" in setting.toml.".to_owned(),
                };
                self.warning(at, "link-to-left-out", message, mend);
            }
            Absence::Draft => {
                let message = format!("\"{to}\" is in a draft that is left out, so a reader sees these words without a link.");
                self.warning(at, "link-to-draft", message, "Have the draft approved, or take the link out.");
            }
            Absence::Unread => {}
        }
    }
}

/// The nearest valid word, or advice where none is near: a list of all pages would bury it.
fn suggest<'a>(typed: &str, valid: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let nearest = did_you_mean(typed, valid);
    if nearest.starts_with("Did") { nearest } else { otherwise.to_owned() }
}

/// The scheme of a destination, as a browser would find it: white space and control characters do not hide it from one.
fn scheme(to: &str) -> Option<String> {
    let is_seen =
        |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}');
    let cleaned: String = to.chars().filter(is_seen).collect();
    let (scheme, _) = cleaned.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then(|| scheme.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::scheme;

    #[test]
    fn a_scheme_cannot_be_hidden() {
        for typed in
            ["javascript:x", "JavaScript:x", " java\tscript:x", "java\u{1}script:x", "\u{feff}javascript:x", "java\nscript :x"]
        {
            assert_eq!(scheme(typed).as_deref(), Some("javascript"), "{typed:?}");
        }
        assert_eq!(scheme("../a.md#x:y"), None);
        assert_eq!(scheme("a/b:c"), None);
    }
}
