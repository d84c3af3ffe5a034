//! All Markdown files of a setting as typed, and what they become together.

use crate::cache::Cache;
use crate::handbook::folder::page_id;
use crate::lesson::lexicon::Lexicon;
use crate::lesson::practice::{Agreements, Known};
use crate::lesson::{self, agreement};
use crate::policy::glossary::Glossary;
use crate::policy::section::{self, ResolvedSection};
use crate::policy::twins::{self, nearest_clause, report_duplicates};
use crate::policy::{document, leave_out};
use crate::quiz::BankFile;
use crate::references::read_against;
use crate::resolve::context::Resolver;
use crate::resolve::library::{Library, Page};
use crate::resolve::reach::may_link;
use crate::said;
use crate::setting::chosen::{AGREEMENTS, INDUCTIONS, LESSONS, QUIZZES, chosen};
use crate::setting::setting_file::SettingFile;
use crate::source::content_files::ContentFiles;
use crate::source::file::SourceFile;
use crate::source::section_number::{Numbers, number_and_slug};
use crate::syntax::absence::Absence;
use crate::syntax::markdown::Markdown;
use crate::syntax::parsed_file::{self, Gate, ParsedFile};
use crate::syntax::places::{self, Places};
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Agreement, Document, HandbookPage, LessonPage, Only, PageId, PageName, Section, Sentence};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All Markdown files as typed.
pub struct Typed<'a> {
    /// Those of which the site has something.
    pub files: Vec<ParsedFile>,
    /// Those that it could have, and goes without.
    pub absent: Vec<ParsedFile>,
    /// The courses that setting.toml does not name.
    pub unnamed: Vec<ParsedFile>,
    /// The numbers of the sections, by address.
    pub numbers: BTreeMap<String, Numbers>,
    /// The places of those of which the site has something, in their order.
    pub places: Vec<Arc<Places>>,
    /// The clauses that stand in the files of the policy and not on the site.
    pub clauses_gone: BTreeMap<String, Absence>,
    /// Those that could not be read.
    pub unread: &'a BTreeSet<String>,
}

/// What is known of ids to whoever asks whether a clause can be named.
pub struct KnownIds<'t> {
    /// Who may read each clause of the policy.
    pub clauses: FxHashMap<&'t str, &'t Only>,
    /// The ids that stand in the files and not on the site.
    pub absent: BTreeMap<String, Absence>,
}

impl<'a> Typed<'a> {
    pub fn read(
        content_files: &'a ContentFiles,
        handbook: Vec<Markdown>,
        facts: &SettingFile,
        setting: &SourceFile,
        (gate, cache): (Gate<'_>, &mut Cache<'_>),
        found: &mut Vec<Finding>,
    ) -> Typed<'a> {
        cache.set_gate(gate);
        let unread = &content_files.unread;
        let mut chosen =
            |of, files: &'a [SourceFile], names: &Option<Vec<_>>| chosen(of, files, names.as_deref(), (setting, unread), found);
        let lessons = chosen(&LESSONS, &content_files.lessons, &facts.lessons);
        let agreements = chosen(&AGREEMENTS, &content_files.agreements, &facts.agreements);
        let quizzes = chosen(&QUIZZES, &content_files.quizzes, &facts.quizzes);
        let courses = chosen(&INDUCTIONS, &content_files.inductions, &facts.inductions);
        let stem = |file: &SourceFile| file.stem().to_owned();
        let section = |file: &'a SourceFile| (file, PageId::Section(number_and_slug(file.stem()).1.to_owned()));
        let mut wanted: Vec<(&SourceFile, PageId)> = content_files.sections.iter().map(section).collect();
        wanted.extend(content_files.pages.iter().map(|(name, file)| (file, PageId::Fixed(*name))));
        wanted.extend(content_files.glossary.iter().map(|file| (file, PageId::Glossary)));
        let before_handbook = wanted.len();
        wanted.extend(lessons.into_iter().map(|file| (file, PageId::Lesson(stem(file)))));
        wanted.extend(agreements.into_iter().map(|file| (file, PageId::Agreement(stem(file)))));
        wanted.extend(quizzes.into_iter().map(|file| (file, PageId::Quiz(stem(file)))));
        wanted.extend(courses.iter().map(|file| (*file, PageId::Induction(stem(file)))));
        let mut all = cache.parsed.each(
            &wanted,
            found,
            |(file, _)| Arc::clone(&file.shown),
            |typed, (file, id)| typed.file.is_same(file) && typed.id == *id,
            |(file, id), found| parsed_file::read(file, id.clone(), gate, found),
        );
        all[..content_files.sections.len()].sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
        let is_empty_page =
            |typed: &&ParsedFile| matches!(typed.id, PageId::Fixed(_)) && typed.absence == Some(Absence::Condition);
        found.extend(all.iter().filter(is_empty_page).map(|page| {
            let message = "This page is needed, and its condition does not hold in this setting.";
            page.file.error(0, Rule::MissingFile, message, "Take the condition out, or write a page for this setting.")
        }));
        // Their Markdown was parsed for the examples in it.
        let page = |(file, markdown): (&'a SourceFile, Markdown)| {
            parsed_file::read_parsed(file, page_id(file), gate, Some(markdown), found)
        };
        let mut pages: Vec<_> = content_files.handbook.iter().zip(handbook).map(page).collect();
        pages.sort_by_key(|page| page.number);
        all.splice(before_handbook..before_handbook, pages);
        // Nobody has to mend a course that nobody takes: it only shows which questions are for others.
        let unnamed = content_files.inductions.iter().filter(|file| !courses.iter().any(|named| named.logical == file.logical));
        let unnamed = unnamed.map(|file| parsed_file::read(file, PageId::Induction(stem(file)), gate, &mut Vec::new())).collect();
        let (files, absent): (Vec<_>, Vec<_>) = all.into_iter().partition(|typed| typed.absence.is_none());
        let (numbers, clauses_gone) = (BTreeMap::new(), BTreeMap::new());
        let mut typed =
            Typed { files, absent, unnamed, places: Vec::new(), unread: &content_files.unread, numbers, clauses_gone };
        typed.report_twins(found);
        typed.leave_out(found);
        let places = cache.places.each(
            &typed.files,
            found,
            |typed| Arc::clone(&typed.file.shown),
            |(made_of, _), typed| Arc::ptr_eq(made_of, &typed.outline),
            |typed, _| (Arc::clone(&typed.outline), Arc::new(Places::of(typed))),
        );
        typed.places = places.into_iter().map(|(_, places)| places).collect();
        typed
    }

    /// The files of which the site has nothing.
    pub fn others(&self) -> Vec<&ParsedFile> {
        self.absent.iter().chain(&self.unnamed).collect()
    }

    /// Lets what is on the site follow what the setting goes without.
    pub fn leave_out(&mut self, found: &mut Vec<Finding>) {
        self.numbers = leave_out::close_gaps(&mut self.files, &self.absent);
        self.clauses_gone = leave_out::clauses_gone(&self.files, &self.absent);
        let mut promises: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for typed in &mut self.files {
            if let PageId::Agreement(_) | PageId::Quiz(_) = &typed.id {
                leave_out::follow(Arc::make_mut(&mut typed.outline), &self.clauses_gone, &typed.file, found);
            }
            if let PageId::Agreement(id) = &typed.id {
                let gone = typed.outline.absent.iter().filter(|(_, why)| **why == Absence::LeftOut);
                promises.insert(id.clone(), gone.map(|(id, _)| id.clone()).collect());
            }
        }
        for typed in &mut self.files {
            let agreement = typed.lesson.as_ref().and_then(|front| front.agreement());
            if let Some(gone) = agreement.and_then(|agreement| promises.get(agreement)) {
                leave_out::follow_promises(Arc::make_mut(&mut typed.outline), gone);
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
    pub fn report_twins(&self, found: &mut Vec<Finding>) {
        let mut numbers: BTreeMap<u32, &SourceFile> = BTreeMap::new();
        let mut addresses: BTreeMap<&PageId, &SourceFile> = BTreeMap::new();
        for typed in &self.files {
            if typed.id != PageId::Glossary
                && let Some(first) = addresses.insert(&typed.id, &typed.file)
            {
                let message = format!("{} has the same address, because a number before the name does not count.", first.shown);
                found.push(typed.file.error(0, Rule::DuplicateId, message, "Give one of the two files another name."));
            }
            if matches!(typed.id, PageId::Section(_))
                && let Some(first) = numbers.insert(typed.number, &typed.file)
            {
                let message = format!("{} has the number {} too.", first.shown, typed.number);
                found.push(typed.file.error(0, Rule::DuplicateNumber, message, "Give one of the two another number."));
            }
        }
    }

    /// The places that a link can lead to. Ids that are given twice are reported here.
    pub fn places(&self, found: &mut Vec<Finding>) -> BTreeMap<String, Page> {
        let mut pages: BTreeMap<String, Page> = BTreeMap::new();
        let mut clauses = twins::Clauses::default();
        for (typed, places) in self.files.iter().zip(&self.places) {
            report_duplicates(typed, places, &mut clauses, found);
            let anchors = Arc::clone(&places.anchors);
            let absent = typed.outline.absent.clone();
            // Two files make one glossary.
            match pages.get_mut(&typed.file.logical) {
                Some(page) => {
                    Arc::make_mut(&mut page.anchors).extend((*anchors).clone());
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

    /// The sections of the policy, as meant.
    pub fn sections(&self, cache: &mut Cache<'_>, resolver: &mut Resolver<'_>) -> Vec<Arc<Section>> {
        let library = resolver.library;
        let files: Vec<&ParsedFile> = self.files.iter().filter(|typed| matches!(typed.id, PageId::Section(_))).collect();
        let Cache { sections, changed_pages, .. } = cache;
        let resolved = sections.each(
            &files,
            resolver.found,
            |typed| Arc::clone(&typed.file.shown),
            // The same tree comes of the same reading, so all else that a section takes of it is the same. Its number is known to the library.
            |(made_of, resolved), typed| {
                Arc::ptr_eq(made_of, &typed.outline)
                    && resolved.as_ref().is_none_or(|resolved| resolved.holds_with_other(changed_pages))
            },
            |typed, found| (Arc::clone(&typed.outline), section::resolved(typed, library, found)),
        );
        let mut sections = Vec::with_capacity(resolved.len());
        for ResolvedSection { section, named_policies, .. } in resolved.into_iter().filter_map(|(_, resolved)| resolved) {
            sections.push(section);
            resolver.named_policies.extend(named_policies.iter().cloned());
        }
        sections
    }

    /// What each file says, sentence by sentence.
    pub fn said(&self, cache: &mut Cache<'_>, library: &Library<'_>, found: &mut Vec<Finding>) -> Vec<Arc<[Sentence]>> {
        let said = cache.said.each(
            &self.files,
            found,
            |typed| Arc::clone(&typed.file.shown),
            |(made_of, _), typed| Arc::ptr_eq(made_of, &typed.outline),
            |typed, _| (Arc::clone(&typed.outline), said::of(typed, library).into()),
        );
        said.into_iter().map(|(_, said)| said).collect()
    }

    pub fn fixed_pages(&self, resolver: &mut Resolver<'_>) -> BTreeMap<PageName, Document> {
        let mut pages = BTreeMap::new();
        for typed in &self.files {
            if let PageId::Fixed(name) = typed.id {
                pages.insert(name, document::of(typed, None, resolver));
            }
        }
        pages
    }

    pub fn handbook(&self, resolver: &mut Resolver<'_>) -> Vec<HandbookPage> {
        let mut pages = Vec::new();
        for typed in &self.files {
            if let PageId::Handbook(slug) = &typed.id {
                pages.push(HandbookPage { slug: slug.clone(), document: document::of(typed, None, resolver) });
            }
        }
        pages
    }

    pub fn glossary(&self, language: &str, resolver: &mut Resolver<'_>) -> Vec<fingerpost_model::Term> {
        let files: Vec<&ParsedFile> = self.files.iter().filter(|typed| typed.id == PageId::Glossary).collect();
        let mut glossary = Glossary::default();
        // The shared terms first, so that what is said twice is reported in the setting's own file.
        for (index, typed) in files.iter().enumerate().rev() {
            let taken = files[..index].iter().flat_map(|own| &own.outline.parts).map(|part| part.id.as_str()).collect();
            glossary.add(&typed.outline, &taken, &mut resolver.context(&typed.file));
        }
        glossary.finish(language)
    }

    pub fn agreements(&self, resolver: &mut Resolver<'_>) -> Vec<Agreement> {
        let lexicon = Lexicon::new(resolver.library.symbols);
        let mut agreements = Vec::new();
        for typed in &self.files {
            if let Some(front) = &typed.agreement {
                let context = &mut resolver.context(&typed.file);
                agreements.extend(agreement::read(typed, front.audience, &lexicon, context));
            }
        }
        agreements
    }

    /// The agreements, as a lesson sees that practises one.
    pub fn known<'t>(&'t self, agreements: &'t [Agreement]) -> Agreements<'t> {
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

    pub fn lessons(&self, agreements: &Agreements<'_>, resolver: &mut Resolver<'_>) -> Vec<LessonPage> {
        let lexicon = Lexicon::new(resolver.library.symbols);
        let mut lessons = Vec::new();
        for typed in &self.files {
            if let Some(front) = &typed.lesson {
                let context = &mut resolver.context(&typed.file);
                lessons.push(lesson::read(typed, front, agreements, &lexicon, context));
            }
        }
        lessons
    }

    /// The files that the setting has and the site does not, by their path; without one that another of the same path stands in for.
    pub fn absences(&self) -> BTreeMap<String, Absence> {
        let is_there = |path: &str| self.files.iter().any(|typed| typed.file.logical == path);
        let absent = self.absent.iter().filter(|typed| !is_there(&typed.file.logical));
        let unread = self.unread.iter().map(|path| (path.clone(), Absence::Unread));
        absent.filter_map(|typed| Some((typed.file.logical.clone(), typed.absence?))).chain(unread).collect()
    }

    /// The ids that stand in the files and not on the site.
    pub fn absent_ids(&self) -> BTreeMap<String, Absence> {
        self.absent_ids_in(|_| true)
    }

    /// Those of some of the files.
    pub fn absent_ids_in(&self, is_meant: impl Fn(&PageId) -> bool) -> BTreeMap<String, Absence> {
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
    pub fn around<'t>(&'t self, banks: &'t [BankFile]) -> read_against::Around<'t> {
        let own = self.files.iter().map(|typed| (typed.file.logical.as_str(), &*typed.outline));
        read_against::Around {
            absent: self.absent_ids_in(|id| matches!(id, PageId::Section(_))),
            varying: self.files.iter().flat_map(|typed| typed.outline.varying.clone()).collect(),
            outlines: own.chain(banks.iter().map(|bank| (bank.path.as_str(), &bank.outline))).collect(),
        }
    }

    /// The clauses of the policy.
    fn clauses(&self) -> impl Iterator<Item = &places::Place> {
        let sections = self.files.iter().zip(&self.places).filter(|(typed, _)| matches!(typed.id, PageId::Section(_)));
        sections.flat_map(|(_, places)| places.clauses())
    }

    /// The clauses that can be named, and the ids that stand in the files and not on the site.
    pub fn known_ids(&self) -> KnownIds<'_> {
        let clauses = self.clauses().map(|clause| (clause.id.as_str(), &clause.only)).collect();
        KnownIds { clauses, absent: self.absent_ids() }
    }

    /// Reports clauses that something (`by`) names and that nobody, or not everybody who reads it, can read.
    pub fn report_unknown_clauses<'p>(
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
                None => (
                    format!("There is no clause \"{id}\" in the policy."),
                    nearest_clause(id, self.clauses().map(|clause| clause.id.as_str())),
                ),
            };
            found.push(Finding::error(place.clone(), Rule::UnknownClause, message, help));
        }
    }
}
