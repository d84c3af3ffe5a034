//! All files together: from the content files to the setting.
//!
//! Every Markdown file is first read as typed, because a link may lead from any file to a place in any other; only then what is
//! typed is resolved.

use crate::consequences;
use crate::each::each;
use crate::handbook::folder::page_id;
use crate::handbook::steps::steps;
use crate::lesson::lexicon::Lexicon;
use crate::lesson::practice::{Agreements, Known};
use crate::lesson::{self, agreement, sounds};
use crate::policy::glossary::Glossary;
use crate::policy::twins::{self, nearest_clause, report_duplicates};
use crate::policy::{document, in_short, leave_out};
use crate::quiz::{self, Asked, BankFile};
use crate::references::{changes_file, law_file, links_file, policies_file, read_against};
use crate::resolve::context::Resolver;
use crate::resolve::library::{Library, Page};
use crate::resolve::named_policies;
use crate::resolve::names::{Names, phone_name};
use crate::resolve::reach::may_link;
use crate::said;
use crate::setting::chosen::{AGREEMENTS, INDUCTIONS, LESSONS, QUIZZES, chosen};
use crate::setting::setting_file::{self, SettingFile};
use crate::setting::{invented, logo, strings_file};
use crate::source::content_files::ContentFiles;
use crate::source::file::SourceFile;
use crate::source::layers::{self, Catalog};
use crate::source::section_number::Numbers;
use crate::source::sources::{Carried, Options};
use crate::syntax::absence::Absence;
use crate::syntax::list_signs;
use crate::syntax::markdown::Markdown;
use crate::syntax::parsed_file::{self, Gate, ParsedFile};
use crate::syntax::table::Toml;
use crate::translation::{self, Originals};
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{
    Agreement, Document, HandbookPage, Invented, LessonPage, Link, Only, PageId, PageName, PolicyDependent, QuizPage, Section,
    Setting,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Makes the setting that setting.toml (`toml`) describes. `handbook` is what the pages of a handbook hold, in their order.
pub fn setting(
    toml: &Toml<'_>,
    content_files: &ContentFiles,
    handbook: Vec<Markdown>,
    carried: Carried<'_>,
    options: Options,
    found: &mut Vec<Finding>,
) -> Setting {
    let file = toml.file;
    let strings = strings_file::read(&content_files.strings, carried.words, found);
    let facts = setting_file::read(toml, &strings.words, found);
    let logo = facts.logo.as_ref().and_then(|name| logo::read(name, &content_files.logo, file, found));
    report_missing(content_files, found);
    let [links, laws, policies] =
        [&content_files.links, &content_files.laws, &content_files.policies].map(|files| layers::read_all(files, found));
    let changes = content_files.changes.as_ref().map(|file| Toml::read_file(file, found));
    let own = invented::Own { setting: toml, links: &links, policies: &policies, changes: changes.as_ref() };
    let invented = if content_files.is_handbook { Invented::default() } else { invented::read(&own, facts.example) };
    let (mut services, silent) = links_file::read(&links, found);
    services.is_incomplete |= content_files.unread.contains("links.toml");
    let changes = changes.as_ref().map(|toml| changes_file::read(toml, found)).unwrap_or_default();
    let left_out = leave_out::sections(&facts.leave_out, content_files, file, found);
    let translated = content_files.translated();
    let gate = Gate { switches: &facts.switches, drafts: options.drafts, left_out: &left_out, translated: &translated };
    let typed = Typed::read(content_files, handbook, &facts, file, gate, found);
    let names = all_names(facts.names, &services, &silent, found);
    let (mut laws, by_laws) = law_file::read(&laws, &facts.switches, found);
    laws.is_incomplete |= content_files.unread.contains("law.toml");
    let mut policies = policies_file::read(&policies, &facts.roles, found);
    policies.is_incomplete |= content_files.unread.contains("policies.toml");
    let library = Library {
        names,
        kind: facts.kind.clone(),
        links: services,
        laws,
        policies,
        symbols: carried.symbols,
        pages: typed.places(found),
        absent: typed.absences(),
        numbers: typed.numbers.clone(),
        clauses_gone: typed.clauses_gone.clone(),
        steps: steps(typed.files.iter().filter(|file| file.lesson.is_some()).map(|file| (file.file, &file.outline))),
        common: content_files.common.clone(),
    };
    let mut resolver = Resolver::new(&library, found);
    let sections = typed.sections(&mut resolver);
    let pages = typed.fixed_pages(&mut resolver);
    let handbook = typed.handbook(&mut resolver);
    let glossary = typed.glossary(&facts.language, &mut resolver);
    let agreements = typed.agreements(&mut resolver);
    let mut lessons = typed.lessons(&typed.known(&agreements), &mut resolver);
    if !content_files.sounds.is_empty() {
        let absent = typed.absent_ids();
        sounds::put(content_files, &mut lessons, |moment| absent.contains_key(moment), resolver.found);
    }
    let Asked { quizzes, inductions, said: by_banks, banks, asked: by_items } =
        quiz::read_all(&typed.files, &typed.others(), &typed.known(&agreements), content_files, gate, &mut resolver);
    let Resolver { named_policies, found, .. } = resolver;
    let everyone = &Only::Everyone;
    let ids = typed.known_ids();
    typed.report_unknown_clauses(lessons.iter().flat_map(|lesson| &lesson.clauses), everyone, "a lesson", &ids, found);
    let promises = agreements.iter().flat_map(|agreement| &agreement.promises);
    typed.report_unknown_clauses(promises.flat_map(|promise| &promise.clauses), everyone, "an agreement", &ids, found);
    typed.report_unknown_clauses(changes.iter().flat_map(|change| &change.clauses), everyone, "the page of changes", &ids, found);
    for page in quizzes.iter().chain(&inductions) {
        let named = page.items.iter().flat_map(|item| &item.clauses);
        typed.report_unknown_clauses(
            named,
            &page.only,
            if page.only == Only::Everyone { "a quiz" } else { "this course" },
            &ids,
            found,
        );
    }
    let of_lists = |typed: &&ParsedFile<'_>| matches!(typed.id, PageId::Lesson(_) | PageId::Agreement(_) | PageId::Quiz(_));
    let of_pages = typed.files.iter().filter(of_lists).map(|typed| (typed.file, typed.body));
    let of_banks = content_files.items.iter().filter_map(|file| {
        let bank = banks.iter().find(|bank| bank.path == file.logical)?;
        Some((file, bank.body))
    });
    for (file, body) in of_pages.chain(of_banks) {
        let (misread, complaints) = list_signs::find(file, body);
        consequences::leave_out_of_list_signs(&misread, found);
        found.extend(complaints);
    }
    let promises = agreements.iter().flat_map(Agreement::dependents);
    let mut dependents: Vec<PolicyDependent> = lessons.iter().map(LessonPage::dependent).chain(promises).collect();
    // Two courses ask the same questions.
    let mut known = BTreeSet::new();
    let in_quizzes = quizzes.iter().chain(&inductions).flat_map(QuizPage::dependents);
    dependents.extend(in_quizzes.filter(|dependent| known.insert(dependent.id.clone())));
    let reviews = read_against::read(content_files, &dependents, typed.around(&banks), found);
    let mut laws = library.laws.entries.clone();
    laws.retain(|law| law.applies_to.contains(&facts.kind));
    let policies = named_policies::on_page(&library.policies.entries, &named_policies);
    named_policies::report_without_page(&named_policies, &policies, found);
    let sentences =
        each(&typed.files, found, |typed, _| said::of(typed, &library)).into_iter().flatten().chain(by_banks).collect();
    let mut setting = Setting {
        kind: facts.kind,
        name: facts.name,
        short: facts.short,
        language: facts.language,
        base_url: facts.base_url,
        host: facts.host,
        online_voices: facts.switches.is_on("online_voices"),
        invented,
        leave_to: facts.leave_to,
        sensitive: typed.files.iter().filter(|typed| typed.is_sensitive).map(|typed| typed.id.clone()).collect(),
        colour: facts.colour,
        logo,
        policy: facts.policy,
        sections,
        pages,
        roles: facts.roles,
        links: library.links.entries.clone(),
        laws,
        policies,
        changes,
        glossary,
        agreements,
        lessons,
        sentences,
        dependents,
        reviews,
        quizzes,
        inductions,
        handbook,
        words: strings.words,
        player_strings: strings.player,
        pages_strings: strings.pages,
        journey_strings: strings.journey,
        quiz_strings: strings.quiz,
        translations: Arc::default(),
    };
    let originals = Originals {
        setting: &setting,
        files: &typed.files,
        absent: &typed.absent,
        library: &library,
        switches: &facts.switches,
        words: carried.words,
    };
    let mut asked = by_laws;
    asked.extend(&by_items);
    typed.files.iter().chain(typed.others()).for_each(|typed| asked.extend(&typed.asked));
    setting.translations = translation::read_all(content_files, &originals, &mut asked, found).into();
    facts.switches.report_unasked(&asked, |condition| content_files.says(condition), file, found);
    setting
}

/// The complaint about a file that every setting has.
pub fn missing(path: &str, help: &str) -> Finding {
    Finding::error(Place::start_of(&Arc::from(path)), Rule::MissingFile, "This file is missing.", help)
}

fn report_missing(content_files: &ContentFiles, found: &mut Vec<Finding>) {
    let help = "Copy one from an example setting, or name the folder of shared files as common = \"../common\" in setting.toml.";
    let named = [
        ("links.toml", &content_files.links),
        ("strings.toml", &content_files.strings),
        ("glossary.md", &content_files.glossary),
    ];
    for (path, file) in named {
        if file.is_empty() && !content_files.unread.contains(path) && !(content_files.is_handbook && path == "glossary.md") {
            found.push(missing(path, help));
        }
    }
    let is_needed = |page: &PageName| !content_files.is_handbook || PageName::OF_HANDBOOK.contains(page);
    for page in PageName::ALL.into_iter().filter(is_needed) {
        let path = format!("pages/{}.md", page.file_stem());
        if !content_files.unread.contains(&path) && !content_files.pages.iter().any(|(name, _)| *name == page) {
            found.push(missing(&path, help));
        }
    }
    if content_files.is_handbook {
        if content_files.handbook.is_empty() {
            let place = Place::start_of(&Arc::from("handbook/"));
            let help = "Write one, such as handbook/01-start.md.";
            found.push(Finding::error(place, Rule::MissingFile, "There is no page of the handbook.", help));
        }
    } else if content_files.sections.is_empty() && !content_files.unread.iter().any(|path| path.starts_with("policy/")) {
        let message = "There is no section of the policy.";
        let place = Place::start_of(&Arc::from("policy/"));
        found.push(Finding::error(place, Rule::MissingFile, message, "Write one, such as policy/01-purpose.md."));
    }
}

/// The names of setting.toml and those that the services give. `silent` are the services whose number could not be read.
fn all_names(mut names: Names, services: &Catalog<Link>, silent: &[String], found: &mut Vec<Finding>) -> Names {
    names.is_incomplete |= services.is_incomplete;
    silent.iter().for_each(|id| names.add_unread(phone_name(id)));
    for link in &services.entries {
        let name = phone_name(&link.id);
        if link.phone.is_some() && names.get(&name).is_some() {
            let message = format!("The name \"{name}\" that this service gives is there already.");
            let help = "Give the service, or the role or name in setting.toml, another id.";
            found.push(Finding::error(link.place.clone(), Rule::NameTaken, message, help));
        }
        names.add_link(link);
    }
    names
}

/// A section as meant.
fn section(typed: &ParsedFile<'_>, slug: &str, resolver: &mut Resolver<'_>) -> Section {
    let document = document::of(typed, Some(typed.number), resolver);
    let in_short = in_short::read(typed, resolver);
    if document.blocks.is_empty() && document.parts.is_empty() && in_short.is_none() && !document.title.is_empty() {
        let (message, help) = match typed.outline.absent.is_empty() {
            true => ("This section has a title and nothing else.", "Write it, or take the file out."),
            false => {
                ("Nothing in this section holds in this setting.", "Type its condition as when = \"...\" between the +++ lines.")
            }
        };
        resolver.found.push(typed.file.error(typed.outline.at, Rule::EmptyPart, message, help));
    }
    Section {
        slug: slug.to_owned(),
        number: typed.number,
        only: typed.only.clone(),
        approval: typed.approval.clone(),
        in_short,
        document,
    }
}

/// All Markdown files as typed.
struct Typed<'a> {
    /// Those of which the site has something.
    files: Vec<ParsedFile<'a>>,
    /// Those that it could have, and goes without.
    absent: Vec<ParsedFile<'a>>,
    /// The courses that setting.toml does not name.
    unnamed: Vec<ParsedFile<'a>>,
    /// The numbers of the sections, by address.
    numbers: BTreeMap<String, Numbers>,
    /// The clauses that stand in the files of the policy and not on the site.
    clauses_gone: BTreeMap<String, Absence>,
    /// Those that could not be read.
    unread: &'a BTreeSet<String>,
}

/// What is known of ids to whoever asks whether a clause can be named.
struct KnownIds<'t> {
    /// Who may read each clause of the policy.
    clauses: BTreeMap<&'t str, Only>,
    /// The ids that stand in the files and not on the site.
    absent: BTreeMap<String, Absence>,
}

impl<'a> Typed<'a> {
    fn read(
        content_files: &'a ContentFiles,
        handbook: Vec<Markdown>,
        facts: &SettingFile,
        setting: &SourceFile,
        gate: Gate<'_>,
        found: &mut Vec<Finding>,
    ) -> Typed<'a> {
        let mut all = each(&content_files.sections, found, |file, found| parsed_file::section(file, gate, found));
        all.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
        for (name, file) in &content_files.pages {
            let page = parsed_file::read(file, PageId::Fixed(*name), gate, found);
            if page.absence == Some(Absence::Condition) {
                let message = "This page is needed, and its condition does not hold in this setting.";
                found.push(file.error(
                    0,
                    Rule::MissingFile,
                    message,
                    "Take the condition out, or write a page for this setting.",
                ));
            }
            all.push(page);
        }
        for file in &content_files.glossary {
            all.push(parsed_file::read(file, PageId::Glossary, gate, found));
        }
        let page = |(file, markdown): (&'a SourceFile, Markdown)| {
            parsed_file::read_parsed(file, page_id(file), gate, Some(markdown), found)
        };
        let mut pages: Vec<_> = content_files.handbook.iter().zip(handbook).map(page).collect();
        pages.sort_by_key(|page| page.number);
        all.extend(pages);
        for file in chosen(&LESSONS, &content_files.lessons, facts.lessons.as_deref(), (setting, &content_files.unread), found) {
            all.push(parsed_file::read(file, PageId::Lesson(file.stem().to_owned()), gate, found));
        }
        for file in
            chosen(&AGREEMENTS, &content_files.agreements, facts.agreements.as_deref(), (setting, &content_files.unread), found)
        {
            all.push(parsed_file::read(file, PageId::Agreement(file.stem().to_owned()), gate, found));
        }
        for file in chosen(&QUIZZES, &content_files.quizzes, facts.quizzes.as_deref(), (setting, &content_files.unread), found) {
            all.push(parsed_file::read(file, PageId::Quiz(file.stem().to_owned()), gate, found));
        }
        let course = |file: &'a SourceFile, found: &mut Vec<Finding>| {
            parsed_file::read(file, PageId::Induction(file.stem().to_owned()), gate, found)
        };
        let named =
            chosen(&INDUCTIONS, &content_files.inductions, facts.inductions.as_deref(), (setting, &content_files.unread), found);
        all.extend(named.iter().map(|file| course(file, found)));
        // Nobody has to mend a course that nobody takes: it only shows which questions are for others.
        let unnamed = content_files.inductions.iter().filter(|file| !named.iter().any(|named| named.logical == file.logical));
        let unnamed = unnamed.map(|file| course(file, &mut Vec::new())).collect();
        let (files, absent): (Vec<_>, Vec<_>) = all.into_iter().partition(|typed| typed.absence.is_none());
        let (numbers, clauses_gone) = (BTreeMap::new(), BTreeMap::new());
        let mut typed = Typed { files, absent, unnamed, unread: &content_files.unread, numbers, clauses_gone };
        typed.report_twins(found);
        typed.leave_out(found);
        typed
    }

    /// The files of which the site has nothing.
    fn others(&self) -> Vec<&ParsedFile<'a>> {
        self.absent.iter().chain(&self.unnamed).collect()
    }

    /// Lets what is on the site follow what the setting goes without.
    fn leave_out(&mut self, found: &mut Vec<Finding>) {
        self.numbers = leave_out::close_gaps(&mut self.files, &self.absent);
        self.clauses_gone = leave_out::clauses_gone(&self.files, &self.absent);
        let mut promises: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for typed in &mut self.files {
            if let PageId::Agreement(_) | PageId::Quiz(_) = &typed.id {
                leave_out::follow(&mut typed.outline, &self.clauses_gone, typed.file, found);
            }
            if let PageId::Agreement(id) = &typed.id {
                let gone = typed.outline.absent.iter().filter(|(_, why)| **why == Absence::LeftOut);
                promises.insert(id.clone(), gone.map(|(id, _)| id.clone()).collect());
            }
        }
        for typed in &mut self.files {
            let agreement = typed.lesson.as_ref().and_then(|front| front.agreement());
            if let Some(gone) = agreement.and_then(|agreement| promises.get(agreement)) {
                leave_out::follow_promises(&mut typed.outline, gone);
            }
            let clauses = typed.lesson.as_ref().map_or(&[][..], |front| &front.clauses);
            if !clauses.is_empty() && clauses.iter().all(|clause| self.clauses_gone.get(&clause.value) == Some(&Absence::LeftOut))
            {
                let message = "All clauses on which this lesson rests are left out of this setting.";
                let help = format!("Take \"{}\" out of \"lessons\" in setting.toml, or keep the section.", typed.file.stem());
                found.push(typed.file.warning(clauses[0].at, Rule::ClausesAbsent, message, help));
            }
        }
    }

    /// Reports two sections with the same number or the same address.
    fn report_twins(&self, found: &mut Vec<Finding>) {
        let mut numbers: BTreeMap<u32, &SourceFile> = BTreeMap::new();
        let mut addresses: BTreeMap<&PageId, &SourceFile> = BTreeMap::new();
        for typed in &self.files {
            if typed.id != PageId::Glossary
                && let Some(first) = addresses.insert(&typed.id, typed.file)
            {
                let message = format!("{} has the same address, because a number before the name does not count.", first.shown);
                found.push(typed.file.error(0, Rule::DuplicateId, message, "Give one of the two files another name."));
            }
            if matches!(typed.id, PageId::Section(_))
                && let Some(first) = numbers.insert(typed.number, typed.file)
            {
                let message = format!("{} has the number {} too.", first.shown, typed.number);
                found.push(typed.file.error(0, Rule::DuplicateNumber, message, "Give one of the two another number."));
            }
        }
    }

    /// The places that a link can lead to. Ids that are given twice are reported here.
    fn places(&self, found: &mut Vec<Finding>) -> BTreeMap<String, Page> {
        let mut pages: BTreeMap<String, Page> = BTreeMap::new();
        let mut clauses = twins::Clauses::new();
        for typed in &self.files {
            let ids = typed.ids();
            report_duplicates(typed, &ids, &mut clauses, found);
            let mut anchors = BTreeMap::new();
            for id in ids {
                anchors.entry(id.id.to_owned()).or_insert(id.only);
            }
            let absent = typed.outline.absent.clone();
            // Two files make one glossary.
            match pages.get_mut(&typed.file.logical) {
                Some(page) => {
                    page.anchors.extend(anchors);
                    page.absent.extend(absent);
                }
                None => {
                    let page = Page { id: typed.id.clone(), only: typed.only.clone(), anchors, absent };
                    pages.insert(typed.file.logical.clone(), page);
                }
            }
        }
        pages
    }

    fn sections(&self, resolver: &mut Resolver<'_>) -> Vec<Section> {
        let library = resolver.library;
        let resolved = each(&self.files, resolver.found, |typed, found| {
            let PageId::Section(slug) = &typed.id else { return None };
            let mut resolver = Resolver::new(library, found);
            let section = section(typed, slug, &mut resolver);
            Some((section, resolver.named_policies))
        });
        let mut sections = Vec::new();
        for (section, named_policies) in resolved.into_iter().flatten() {
            sections.push(section);
            resolver.named_policies.extend(named_policies);
        }
        sections
    }

    fn fixed_pages(&self, resolver: &mut Resolver<'_>) -> BTreeMap<PageName, Document> {
        let mut pages = BTreeMap::new();
        for typed in &self.files {
            if let PageId::Fixed(name) = typed.id {
                pages.insert(name, document::of(typed, None, resolver));
            }
        }
        pages
    }

    fn handbook(&self, resolver: &mut Resolver<'_>) -> Vec<HandbookPage> {
        let mut pages = Vec::new();
        for typed in &self.files {
            if let PageId::Handbook(slug) = &typed.id {
                pages.push(HandbookPage { slug: slug.clone(), document: document::of(typed, None, resolver) });
            }
        }
        pages
    }

    fn glossary(&self, language: &str, resolver: &mut Resolver<'_>) -> Vec<fingerpost_model::Term> {
        let files: Vec<&ParsedFile<'_>> = self.files.iter().filter(|typed| typed.id == PageId::Glossary).collect();
        let mut glossary = Glossary::default();
        // The shared terms first, so that what is said twice is reported in the setting's own file.
        for (index, typed) in files.iter().enumerate().rev() {
            let taken = files[..index].iter().flat_map(|own| &own.outline.parts).map(|part| part.id.as_str()).collect();
            glossary.add(&typed.outline, &taken, &mut resolver.context(typed.file));
        }
        glossary.finish(language)
    }

    fn agreements(&self, resolver: &mut Resolver<'_>) -> Vec<Agreement> {
        let lexicon = Lexicon::new(resolver.library.symbols);
        let mut agreements = Vec::new();
        for typed in &self.files {
            if let Some(front) = &typed.agreement {
                let context = &mut resolver.context(typed.file);
                agreements.extend(agreement::read(typed, front.audience, &lexicon, context));
            }
        }
        agreements
    }

    /// The agreements, as a lesson sees that practises one.
    fn known<'t>(&'t self, agreements: &'t [Agreement]) -> Agreements<'t> {
        let mut known = Agreements::default();
        for typed in self.files.iter().chain(&self.absent) {
            let PageId::Agreement(id) = &typed.id else { continue };
            match (typed.absence, agreements.iter().find(|agreement| agreement.id == *id)) {
                (None, Some(agreement)) => known.here.push(Known { agreement, absent: &typed.outline.absent }),
                // Without an audience it is none, which was said.
                (absence, _) => {
                    known.left_out.insert(id.clone(), absence.unwrap_or(Absence::Unread));
                }
            }
        }
        known
    }

    fn lessons(&self, agreements: &Agreements<'_>, resolver: &mut Resolver<'_>) -> Vec<LessonPage> {
        let lexicon = Lexicon::new(resolver.library.symbols);
        let mut lessons = Vec::new();
        for typed in &self.files {
            if let Some(front) = &typed.lesson {
                let context = &mut resolver.context(typed.file);
                lessons.push(lesson::read(typed, front, agreements, &lexicon, context));
            }
        }
        lessons
    }

    /// The files that the setting has and the site does not, by their path; without one that another of the same path stands in for.
    fn absences(&self) -> BTreeMap<String, Absence> {
        let is_there = |path: &str| self.files.iter().any(|typed| typed.file.logical == path);
        let absent = self.absent.iter().filter(|typed| !is_there(&typed.file.logical));
        let unread = self.unread.iter().map(|path| (path.clone(), Absence::Unread));
        absent.filter_map(|typed| Some((typed.file.logical.clone(), typed.absence?))).chain(unread).collect()
    }

    /// The ids that stand in the files and not on the site.
    fn absent_ids(&self) -> BTreeMap<String, Absence> {
        self.absent_ids_in(|_| true)
    }

    /// Those of some of the files.
    fn absent_ids_in(&self, is_meant: impl Fn(&PageId) -> bool) -> BTreeMap<String, Absence> {
        let mut absent = BTreeMap::new();
        for typed in self.files.iter().chain(&self.absent).filter(|typed| is_meant(&typed.id)) {
            absent.extend(typed.outline.absent.clone());
            if let Some(why) = typed.absence {
                absent.extend(typed.ids().into_iter().map(|id| (id.id.to_owned(), why)));
            }
        }
        absent
    }

    /// What has to be known of the files to understand what was recorded of their questions.
    fn around<'t>(&'t self, banks: &'t [BankFile]) -> read_against::Around<'t> {
        let own = self.files.iter().map(|typed| (typed.file.logical.as_str(), &typed.outline));
        read_against::Around {
            absent: self.absent_ids_in(|id| matches!(id, PageId::Section(_))),
            varying: self.files.iter().flat_map(|typed| typed.outline.varying.clone()).collect(),
            outlines: own.chain(banks.iter().map(|bank| (bank.path.as_str(), &bank.outline))).collect(),
        }
    }

    /// The clauses that can be named, and the ids that stand in the files and not on the site.
    fn known_ids(&self) -> KnownIds<'_> {
        let mut clauses = BTreeMap::new();
        for typed in self.files.iter().filter(|typed| matches!(typed.id, PageId::Section(_))) {
            clauses.extend(typed.ids().into_iter().filter(|id| id.is_clause).map(|id| (id.id, id.only)));
        }
        KnownIds { clauses, absent: self.absent_ids() }
    }

    /// Reports clauses that something (`by`) names and that nobody, or not everybody who reads it, can read.
    fn report_unknown_clauses<'p>(
        &self,
        named: impl Iterator<Item = &'p (String, Place)>,
        reader: &Only,
        by: &str,
        KnownIds { clauses, absent }: &KnownIds<'_>,
        found: &mut Vec<Finding>,
    ) {
        for (id, place) in named {
            let (message, help) = match clauses.get(id.as_str()) {
                Some(only) if may_link(reader, only) => continue,
                Some(_) if *reader != Only::Everyone => (
                    format!("Not everyone who takes {by} may read the clause \"{id}\"."),
                    "Name another clause, or name those who may in the clause's \"only=\".".to_owned(),
                ),
                Some(_) => (
                    format!("The clause \"{id}\" is not meant for everyone, and {by} is."),
                    "Name a public clause, or take \"only=\" from that one.".to_owned(),
                ),
                None if absent.get(id) == Some(&Absence::Draft) => {
                    let message = format!("The clause \"{id}\" is in a draft that is left out, so {by} does not name it.");
                    let help = "Have the draft approved, or take the clause out.";
                    found.push(Finding::warning(place.clone(), Rule::LinkToDraft, message, help));
                    continue;
                }
                // What is shared can name more clauses than this setting has.
                None if absent.contains_key(id) => continue,
                // It may stand in the file that could not be read.
                None if self.unread.iter().any(|path| path.starts_with("policy/")) => continue,
                None => (format!("There is no clause \"{id}\" in the policy."), nearest_clause(id, clauses)),
            };
            found.push(Finding::error(place.clone(), Rule::UnknownClause, message, help));
        }
    }
}
