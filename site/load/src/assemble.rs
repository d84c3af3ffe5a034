//! All files together: from the content files to the setting.
//!
//! Every Markdown file is first read as typed, because a link may lead from any file to a place in any other; only then what is
//! typed is resolved.

use crate::cache::Cache;
use crate::consequences;
use crate::handbook::steps::steps;
use crate::lesson::sounds;
use crate::policy::leave_out;
use crate::quiz::{self, Asked};
use crate::references::{changes_file, law_file, links_file, policies_file, read_against};
use crate::resolve::context::Resolver;
use crate::resolve::library::Library;
use crate::resolve::named_policies;
use crate::resolve::names::{Names, phone_name};
use crate::setting::setting_file;
use crate::setting::{invented, logo, strings_file};
use crate::source::content_files::ContentFiles;
use crate::source::layers::{self, Catalog};
use crate::source::sources::{Carried, Options};
use crate::syntax::list_signs;
use crate::syntax::markdown::Markdown;
use crate::syntax::parsed_file::{Gate, ParsedFile};
use crate::syntax::table::Toml;
use crate::translation::{self, Originals};
use crate::typed::Typed;
use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Agreement, Invented, LessonPage, Link, Only, PageId, PageName, PolicyDependent, QuizPage, Setting};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Makes the setting that setting.toml (`toml`) describes. `handbook` is what the pages of a handbook hold, in their order.
pub fn setting<'c>(
    toml: &Toml<'_>,
    content_files: &ContentFiles,
    handbook: Vec<Markdown>,
    carried: Carried<'c>,
    options: Options,
    cache: &mut Cache<'c>,
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
    let typed = Typed::read(content_files, handbook, &facts, file, (gate, cache), found);
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
        steps: steps(typed.files.iter().filter(|file| file.lesson.is_some()).map(|file| (&file.file, &*file.outline))),
        common: content_files.common.clone(),
    };
    cache.set_library(&library);
    let mut resolver = Resolver::new(&library, found);
    let sections = typed.sections(cache, &mut resolver);
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
    let of_lists = |typed: &&ParsedFile| matches!(typed.id, PageId::Lesson(_) | PageId::Agreement(_) | PageId::Quiz(_));
    let of_pages = typed.files.iter().filter(of_lists).map(|typed| (&typed.file, typed.body));
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
    let mut sentences = typed.said(cache, &library, found);
    sentences.push(by_banks.into());
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
