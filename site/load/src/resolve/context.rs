//! What the author typed to what it means: names to values, destinations to pages, images to symbols. Every mistake on the way is
//! reported where it stands.

use super::library::{Library, follow, relative};
use super::named_policies::NamedPolicy;
use super::names::only_name;
use super::reach::may_link;
use crate::source::content_files::is_own;
use crate::source::file::SourceFile;
use crate::syntax::absence::Absence;
use crate::syntax::mapped_text::MappedText;
use crate::syntax::mark::Untaken;
use crate::syntax::switches::KINDS;
use crate::syntax::table::email_in_clear;
use crate::syntax::{ast, web_addresses};
use fingerpost_model::finding::{Finding, beside, did_you_mean, did_you_mean_in};
use fingerpost_model::phone::{Phone, PhoneError};
use fingerpost_model::rules::Rule;
use fingerpost_model::text::find_email;
use fingerpost_model::web_address;
use fingerpost_model::{Inline, LinkStatus, Only, PageId, Target};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What resolves the files of a setting, one after another.
pub struct Resolver<'a> {
    /// What they may name.
    pub library: &'a Library<'a>,
    /// The links to other policies that they hold.
    pub named_policies: Vec<NamedPolicy>,
    /// The paths of the files to which they link: what the links mean depends on what these are.
    pub linked: BTreeSet<String>,
    /// The complaints.
    pub found: &'a mut Vec<Finding>,
}

impl<'a> Resolver<'a> {
    /// One that has not resolved anything yet.
    pub fn new(library: &'a Library<'a>, found: &'a mut Vec<Finding>) -> Resolver<'a> {
        Resolver { library, named_policies: Vec::new(), linked: BTreeSet::new(), found }
    }

    /// Turns to a file.
    pub fn context<'c>(&'c mut self, file: &'c SourceFile) -> Context<'c> {
        let Resolver { library, named_policies, linked, found } = self;
        Context { file, library, named_policies, linked, found }
    }
}

/// A file that is being resolved.
pub struct Context<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// What it may name.
    pub library: &'a Library<'a>,
    /// The complaints.
    pub found: &'a mut Vec<Finding>,
    /// The links to other policies, its own and those of the files before it.
    named_policies: &'a mut Vec<NamedPolicy>,
    /// The paths of the files to which it links, and those to which the files before it do.
    linked: &'a mut BTreeSet<String>,
}

impl Context<'_> {
    /// Reports an error.
    pub fn error(&mut self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(self.file.error(at, rule, message, help));
    }

    /// Reports a warning.
    pub fn warning(&mut self, at: usize, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(self.file.warning(at, rule, message, help));
    }

    /// Reports a mark of which something is left that nobody took, and says whether nothing is. In the message what is left takes the place of
    /// `{}`.
    pub fn expect_taken(&mut self, untaken: &Untaken<'_>, rule: Rule, message: &str, help: &str) -> bool {
        match untaken.left() {
            Some(left) => {
                self.error(untaken.at, rule, message.replace("{}", &left), help);
                false
            }
            None => true,
        }
    }

    /// Words with their names replaced. Links that stayed words and e-mail addresses are reported.
    pub fn run<'t>(&mut self, run: &'t MappedText) -> Cow<'t, MappedText> {
        if let Some(at) = run.text.contains(']').then(|| run.text.find("](")).flatten() {
            let message = "This looks like a link and is not one.";
            let help = "Put a destination with spaces or {{ }} in it between < and >, like [call](<tel:{{ dsl_phone }}>).";
            self.error(run.at(at), Rule::NotALink, message, help);
        }
        // Hardly any words hold an @, and without one there is no address to look for.
        let email = || find_email(&web_addresses::without(&run.text));
        if let Some(at) = run.text.contains('@').then(email).flatten() {
            let word = run.text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
            self.found.push(if word.contains("://") {
                login_in_address(self.file, run.at(at - word.len()))
            } else {
                email_in_clear(self.file, run.at(at))
            });
        }
        self.library.names.fill(run, self.file, self.found)
    }

    /// Running text, for the readers given.
    pub fn inlines(&mut self, content: &[ast::Inline], reader: &Only) -> Vec<Inline> {
        self.spans(content, reader, true)
    }

    /// Resolves what stands in a link or outside one. What is inside a link holds no other.
    fn spans(&mut self, content: &[ast::Inline], reader: &Only, links: bool) -> Vec<Inline> {
        let mut resolved = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                ast::Inline::Text(run) => self.words(run, links, &mut resolved),
                ast::Inline::Code(run) => resolved.push(Inline::Code(text_of(self.run(run)))),
                ast::Inline::Strong(inner) => resolved.push(Inline::Strong(self.spans(inner, reader, links))),
                ast::Inline::Emphasis(inner) => resolved.push(Inline::Emphasis(self.spans(inner, reader, links))),
                ast::Inline::Span { language, content, .. } => {
                    resolved.push(Inline::Span { language: language.clone(), content: self.spans(content, reader, links) });
                }
                ast::Inline::Break => resolved.push(Inline::Break),
                ast::Inline::Image(image) => resolved.extend(self.image(image).map(|(id, alt)| Inline::Symbol { id, alt })),
                ast::Inline::Link(link) => self.link(link, reader, &mut resolved),
            }
        }
        resolved
    }

    /// Words, and the web addresses among them as links.
    fn words(&mut self, run: &MappedText, links: bool, resolved: &mut Vec<Inline>) {
        let run = self.run(run);
        let mut done = 0;
        for range in if links { web_addresses::find(&run.text) } else { Vec::new() } {
            let typed = &run.text[range.clone()];
            let Some(to) = self.web_address(&web_addresses::destination(typed), run.at(range.start)) else { continue };
            if range.start > done {
                resolved.push(Inline::Text(run.text[done..range.start].to_owned()));
            }
            resolved.push(Inline::Link { to, content: vec![Inline::Text(typed.to_owned())] });
            done = range.end;
        }
        if done == 0 && !run.text.is_empty() {
            resolved.push(Inline::Text(text_of(run)));
        } else if done < run.text.len() {
            resolved.push(Inline::Text(run.text[done..].to_owned()));
        }
    }

    fn link(&mut self, link: &ast::Link, reader: &Only, resolved: &mut Vec<Inline>) {
        let to = self.target(link, reader);
        // The words of <name@place> are the address, which the destination has reported.
        let content = if link.is_email { Vec::new() } else { self.spans(&link.content, reader, false) };
        if ast::flat(&link.content).text.trim().is_empty() {
            self.error(link.at, Rule::LinkWithoutWords, "This link has no words.", "Type between [ and ] what it leads to.");
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
    pub fn image(&mut self, image: &ast::Image) -> Option<(String, String)> {
        let alt = self.run(&ast::flat(&image.alt)).text.trim().to_owned();
        if alt.is_empty() {
            let message = "This picture has no words for those who do not see it.";
            self.error(image.at, Rule::ImageWithoutAlt, message, "Type between [ and ] what it shows.");
        }
        let filled = self.library.names.fill(&image.to, self.file, self.found);
        let to = filled.text.as_str();
        let at = if image.to.text.is_empty() { image.at } else { image.to.at(0) };
        if self.is_script(to, image.at) {
            return None;
        }
        let Some(id) = to.strip_prefix("symbol:") else {
            let message = format!("\"{to}\" is not a symbol, and other pictures cannot be shown.");
            self.error(at, Rule::ImageNotSymbol, message, "Type it like ![a phone with a padlock](symbol:private).");
            return None;
        };
        if !self.library.has_symbol(id) {
            let symbols = self.library.symbols.iter().map(|symbol| symbol.id);
            let help = or_else(did_you_mean(id, symbols), "Choose one of those in assets/symbols.toml.");
            self.error(at, Rule::UnknownSymbol, format!("\"{id}\" is not a symbol."), help);
            return None;
        }
        (!alt.is_empty()).then(|| (id.to_owned(), alt))
    }

    fn is_script(&mut self, to: &str, at: usize) -> bool {
        let is = matches!(scheme(to).as_deref(), Some("javascript" | "data" | "vbscript"));
        if is {
            let message = "This destination would run a program or bring its own content.";
            self.error(at, Rule::ScriptAddress, message, "Link to a page, or take the link out.");
        }
        is
    }

    fn target(&mut self, link: &ast::Link, reader: &Only) -> Option<Target> {
        let filled = self.library.names.fill_wholly(&link.to, self.file, self.found)?;
        let to = filled.text.trim();
        if self.is_script(to, link.at) {
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
            Some(scheme @ ("tel" | "sms")) => self.number(scheme, rest, &link.to.text, at),
            Some("link") => self.service(rest, at),
            Some("law") => self.law(rest, at),
            Some("policy") => self.other_policy(rest, at, reader),
            Some("symbol") => {
                let message = "A symbol is a picture and not a destination.";
                self.error(link.at, Rule::UnknownScheme, message, "Type ! before the [, or link to a page.");
                None
            }
            Some(other) => {
                let help = "Use https:, http:, tel:, sms:, link: (an entry of links.toml), law: (of law.toml), policy: (of \
                            policies.toml), symbol: (for a picture) or a file such as ../policy/05-dsl.md.";
                self.error(at, Rule::UnknownScheme, format!("A link cannot begin with \"{other}:\"."), help);
                None
            }
        }
    }

    fn web_address(&mut self, to: &str, at: usize) -> Option<Target> {
        if to.split_once("://").is_some_and(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default().contains('@')) {
            self.found.push(login_in_address(self.file, at));
            return None;
        }
        match web_address::read(to) {
            Ok(_) => Some(Target::Address(to.to_owned())),
            Err(why) => {
                let message = format!("\"{to}\" is not the address of a web page: {why}.");
                self.error(at, Rule::BrokenLink, message, "Copy it from the address bar of the browser.");
                None
            }
        }
    }

    /// What `tel:` and `sms:` dial. What is wrong with a number that setting.toml gives is said there, however many links dial it.
    fn number(&mut self, scheme: &str, number: &str, typed: &str, at: usize) -> Option<Target> {
        let names = &self.library.names;
        let name = typed.split_once(':').and_then(|(_, rest)| only_name(rest));
        if name.is_some_and(|name| names.is_unread(name)) {
            return None;
        }
        let dialled = Phone::read(number).and_then(|phone| {
            let writes_to = || phone.text().ok_or_else(|| no_messages(&phone));
            if scheme == "sms" { writes_to() } else { Ok(phone.call()) }
        });
        match dialled {
            Ok(address) => Some(Target::Address(address)),
            Err(PhoneError { message, help }) => {
                let place = name.and_then(|name| names.place_of(name)).cloned().unwrap_or_else(|| self.file.place(at));
                self.found.push(Finding::error(place, Rule::BrokenLink, message, help));
                None
            }
        }
    }

    fn service(&mut self, id: &str, at: usize) -> Option<Target> {
        let library = self.library;
        let Some(link) = library.links.get(id) else {
            if !library.links.is_incomplete {
                let help = library.links.did_you_mean(id);
                self.error(at, Rule::UnknownLink, format!("\"{id}\" is not in links.toml."), help);
            }
            return None;
        };
        let (is, replacement) = match &link.status {
            LinkStatus::Open => return Some(Target::Address(link.url.clone())),
            LinkStatus::Closed(replacement) => ("is closed", replacement),
            LinkStatus::Moved(replacement) => ("has moved", replacement),
        };
        let help = match replacement {
            Some(replacement) => format!("Link to link:{replacement}, which takes its place."),
            None => "Take the link out, or give its \"replaced_by\" in links.toml.".to_owned(),
        };
        self.warning(at, Rule::ClosedLink, format!("{} {is}.", link.label), help);
        Some(Target::Address(link.url.clone()))
    }

    fn law(&mut self, id: &str, at: usize) -> Option<Target> {
        let library = self.library;
        let Some(law) = library.laws.get(id) else {
            if !library.laws.is_incomplete {
                let help = library.laws.did_you_mean(id);
                self.error(at, Rule::UnknownLaw, format!("\"{id}\" is not in law.toml."), help);
            }
            return None;
        };
        if !law.applies_to.contains(&library.kind) && KINDS.contains(&library.kind.as_str()) {
            let message = format!("\"{}\" is not for a {}, so this link leads nowhere.", law.label, library.kind);
            let help = format!("Take the link out, or add \"{}\" to \"applies_to\" of [{id}] in law.toml.", library.kind);
            self.error(at, Rule::LawOfOtherKind, message, help);
            return None;
        }
        Some(Target::Page { page: PageId::Laws, fragment: Some(id.to_owned()) })
    }

    fn other_policy(&mut self, id: &str, at: usize, reader: &Only) -> Option<Target> {
        let library = self.library;
        if library.policies.get(id).is_none() {
            if !library.policies.is_incomplete {
                let help = library.policies.did_you_mean(id);
                self.error(at, Rule::UnknownPolicy, format!("\"{id}\" is not in policies.toml."), help);
            }
            return None;
        }
        let named = NamedPolicy { id: id.to_owned(), place: self.file.place(at), is_open: *reader == Only::Everyone };
        self.named_policies.push(named);
        Some(Target::Page { page: PageId::OtherPolicies, fragment: Some(id.to_owned()) })
    }

    fn page(&mut self, to: &str, link: &ast::Link, at: usize, reader: &Only) -> Option<Target> {
        let (path, fragment) = to.split_once('#').map_or((to, None), |(path, fragment)| (path, Some(fragment)));
        if to.starts_with('/') || to.contains('\\') {
            let message = format!("\"{to}\" is not a path from this file.");
            self.error(at, Rule::AbsolutePath, message, "Type it like ../policy/05-dsl.md, with / between its parts.");
            return None;
        }
        let library = self.library;
        let logical = if path.is_empty() {
            self.file.logical.clone()
        } else if let Some(logical) = follow(&self.file.shown, path, library.common.as_deref()) {
            logical
        } else {
            let message = format!("\"{path}\" leads out of the setting's folder.");
            self.error(at, Rule::PathOutside, message, "Link to a file inside it, or to a web address.");
            return None;
        };
        self.linked.insert(logical.clone());
        if let Some(absence) = library.absent.get(&logical) {
            self.absent(to, link, Rule::BrokenLink, *absence, at);
            return None;
        }
        let Some(page) = library.pages.get(&logical).filter(|_| !to.is_empty() && fragment != Some("")) else {
            let message =
                if to.is_empty() { "This link leads nowhere.".to_owned() } else { format!("There is no page \"{to}\".") };
            let otherwise = "Type the path of a Markdown file from this one, like ../policy/05-dsl.md.";
            let near = beside(&logical, &library.pages).into_iter().map(|page| relative(&self.file.logical, page));
            let near = near.collect::<Vec<_>>();
            let nearest = did_you_mean(&relative(&self.file.logical, &logical), near.iter().map(String::as_str));
            let help = or_else(nearest, otherwise);
            self.error(at, Rule::BrokenLink, message, if to.is_empty() { otherwise.to_owned() } else { help });
            return None;
        };
        let only = match fragment {
            None => &page.only,
            Some(fragment) => match page.anchors.get(fragment) {
                Some(only) => only,
                None => {
                    if let Some(absence) = page.absent.get(fragment) {
                        self.absent(to, link, Rule::BrokenAnchor, *absence, at);
                        return None;
                    }
                    let otherwise = "Look for the { #id } at the end of the heading or item there.";
                    let help = or_else(did_you_mean_in(fragment, &page.anchors), otherwise);
                    self.error(at, Rule::BrokenAnchor, format!("There is no \"#{fragment}\" in {logical}."), help);
                    return None;
                }
            },
        };
        if !may_link(reader, only) {
            let message = format!("\"{to}\" is meant for some audiences only, and more can read this link.");
            self.error(
                at,
                Rule::LinkToHidden,
                message,
                "Take the link out, or limit the part in which it stands in the same way.",
            );
            return None;
        }
        Some(Target::Page { page: page.id.clone(), fragment: fragment.map(str::to_owned) })
    }

    /// Says why a link leads to what is not on the site, although its author wrote it.
    fn absent(&mut self, to: &str, link: &ast::Link, rule: Rule, absence: Absence, at: usize) {
        match absence {
            Absence::Condition => {
                let message = format!("\"{to}\" is not in this setting: its condition does not hold.");
                self.error(at, rule, message, "Give the part in which this link stands the same condition.");
            }
            Absence::LeftOut => {
                // A shared text leads to more than a setting has; where its words need what they lead to, somebody has to read them.
                let names_a_number = ast::flat(&link.content).text.contains(|sign: char| sign.is_ascii_digit());
                if !is_own(self.file) && !names_a_number {
                    return;
                }
                let message = format!("\"{to}\" is left out of this setting, so a reader sees these words without a link.");
                let help = match is_own(self.file) {
                    false => format!(
                        "Copy this file to {} in your own folder, and write there what holds without it.",
                        self.file.logical
                    ),
                    true => "Take the link out, or take the section out of \"leave_out\" in setting.toml.".to_owned(),
                };
                self.warning(at, Rule::LinkToLeftOut, message, help);
            }
            Absence::Draft => {
                let message = format!("\"{to}\" is in a draft that is left out, so a reader sees these words without a link.");
                self.warning(at, Rule::LinkToDraft, message, "Have the draft approved, or take the link out.");
            }
            Absence::Unread => {}
        }
    }
}

/// The complaint about an address with which somebody else could log in.
fn login_in_address(file: &SourceFile, at: usize) -> Finding {
    let message = "This web address has a name or a password before its @, which every reader would see.";
    file.error(at, Rule::LoginInAddress, message, "Take out what stands between // and @, and the @ too.")
}

fn no_messages(phone: &Phone) -> PhoneError {
    PhoneError {
        message: format!("\"{}\" has an extension, which gets no text messages.", phone.shown),
        help: "Type the number of a mobile telephone, or tel: instead of sms:.".to_owned(),
    }
}

/// The nearest valid word, or advice where none is near: a list of all pages would bury it.
fn or_else(nearest: String, otherwise: &str) -> String {
    if nearest.starts_with("Did") { nearest } else { otherwise.to_owned() }
}

/// The words alone.
pub fn text_of(run: Cow<'_, MappedText>) -> String {
    match run {
        Cow::Borrowed(run) => run.text.clone(),
        Cow::Owned(run) => run.text,
    }
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
