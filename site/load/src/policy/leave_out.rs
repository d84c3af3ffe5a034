//! `leave_out` in setting.toml: sections of the policy that a setting goes without, and what rested on them. A promise, a question or a moment of
//! a lesson that rests on what is left out is left out too; what rests on what does not hold by a condition is a mistake of whoever shares it.

use crate::source::content_files::ContentFiles;
use crate::source::file::SourceFile;
use crate::source::section_number::{Numbers, number_and_slug};
use crate::syntax::absence::Absence;
use crate::syntax::ast::Block;
use crate::syntax::mark::Mark;
use crate::syntax::outline::{Outline, Part};
use crate::syntax::parsed_file::ParsedFile;
use crate::syntax::table::Spanned;
use fingerpost_model::PageId;
use fingerpost_model::finding::{Finding, did_you_mean};
use fingerpost_model::rules::Rule;
use std::collections::{BTreeMap, BTreeSet};

/// The sections that a setting goes without. What is not the address of one is reported.
pub fn sections(
    typed: &[Spanned<String>],
    content_files: &ContentFiles,
    setting: &SourceFile,
    found: &mut Vec<Finding>,
) -> BTreeSet<String> {
    let known: BTreeSet<&str> = content_files.sections.iter().map(|file| number_and_slug(file.stem()).1).collect();
    let mut left_out = BTreeSet::new();
    for id in typed {
        if known.contains(id.value.as_str()) {
            left_out.insert(id.value.clone());
            continue;
        }
        let message = format!("\"{}\" is not a section of the policy.", id.value);
        let help = match list_of(&id.value, content_files) {
            Some(key) => format!("Take it out of \"{key}\" instead, which names all that are on the site."),
            None => {
                let name = id.value.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
                did_you_mean(number_and_slug(name).1, known.iter().copied())
            }
        };
        found.push(setting.error(id.at, Rule::UnknownSection, message, help));
    }
    left_out
}

/// The list in setting.toml that names the files of which this is one.
fn list_of(id: &str, content_files: &ContentFiles) -> Option<&'static str> {
    let lists = [
        ("lessons", &content_files.lessons),
        ("agreements", &content_files.agreements),
        ("quizzes", &content_files.quizzes),
        ("inductions", &content_files.inductions),
    ];
    lists.into_iter().find(|(_, files)| files.iter().any(|file| file.stem() == id)).map(|(key, _)| key)
}

/// Numbers the sections without the gaps that absent ones leave, and says which number each had.
pub fn close_gaps(files: &mut [ParsedFile], absent: &[ParsedFile]) -> BTreeMap<String, Numbers> {
    let is_section = |typed: &&ParsedFile| matches!(typed.id, PageId::Section(_));
    let here: BTreeSet<u32> =
        files.iter().filter(|typed| matches!(typed.id, PageId::Section(_))).map(|typed| typed.number).collect();
    let gone =
        absent.iter().filter(is_section).filter(|typed| matches!(typed.absence, Some(Absence::Condition | Absence::LeftOut)));
    let gone: BTreeSet<u32> = gone.map(|typed| typed.number).filter(|number| *number > 0 && !here.contains(number)).collect();
    let mut numbers = BTreeMap::new();
    for typed in files {
        if let PageId::Section(slug) = &typed.id {
            let before = u32::try_from(gone.range(..typed.number).count()).unwrap_or_default();
            numbers.insert(slug.clone(), Numbers { typed: typed.number, counted: typed.number - before });
            typed.number -= before;
        }
    }
    numbers
}

/// The clauses that stand in files of the policy and not on the site, with the reason.
pub fn clauses_gone(files: &[ParsedFile], absent: &[ParsedFile]) -> BTreeMap<String, Absence> {
    let mut gone: BTreeMap<String, Absence> = BTreeMap::new();
    let mut add = |id: &str, absence: Absence| {
        let why = gone.entry(id.to_owned()).or_insert(absence);
        *why = absence.max(*why);
    };
    let is_section = |typed: &&ParsedFile| matches!(typed.id, PageId::Section(_));
    for typed in files.iter().chain(absent).filter(is_section) {
        typed.outline.absent.iter().for_each(|(id, why)| add(id, typed.absence.unwrap_or(*why)));
        if let Some(absence) = typed.absence {
            typed.ids().into_iter().for_each(|id| add(id.id, absence));
        }
    }
    // Where nothing is gone, nobody has to be asked what is there.
    if !gone.is_empty() {
        for id in files.iter().filter(is_section).flat_map(ParsedFile::ids) {
            gone.remove(id.id);
        }
    }
    gone
}

/// What lost all clauses on which it rests, and why; nothing where that was said elsewhere.
fn lost(clauses: &[(String, usize)], gone: &BTreeMap<String, Absence>) -> Option<Absence> {
    let whys: Option<Vec<Absence>> = clauses.iter().map(|(id, _)| gone.get(id).copied()).collect();
    whys?.into_iter().max().filter(|why| matches!(why, Absence::Condition | Absence::LeftOut))
}

/// Leaves out of an agreement the promises, and of a quiz or a file of questions the questions, that rest on nothing any more.
pub fn follow(outline: &mut Outline, gone: &BTreeMap<String, Absence>, file: &SourceFile, found: &mut Vec<Finding>) {
    let mut kept = Vec::new();
    for part in std::mem::take(&mut outline.parts) {
        match whole(&part, gone) {
            Some((Absence::LeftOut, _)) => {
                outline.absent.insert(part.id, Absence::LeftOut);
            }
            Some((_, at)) => {
                let message = "This setting has none of the clauses on which this rests.";
                let help = "Give it the condition that its clauses have, or name others.";
                found.push(file.error(at, Rule::ClausesAbsent, message, help));
                kept.push(part);
            }
            None => kept.push(part),
        }
    }
    outline.parts = kept;
}

/// Leaves out of a lesson the moments whose promises are all left out.
pub fn follow_promises(outline: &mut Outline, promises: &BTreeSet<String>) {
    let (gone, kept): (Vec<Part>, Vec<Part>) = std::mem::take(&mut outline.parts).into_iter().partition(|part| {
        let named = part.mark.as_deref().map(Mark::promises).unwrap_or_default();
        !named.is_empty() && named.iter().all(|(id, _)| promises.contains(id))
    });
    outline.absent.extend(gone.into_iter().map(|part| (part.id, Absence::LeftOut)));
    outline.parts = kept;
}

/// Why a part cannot stand, and where that shows: its own clauses are gone, or those of one of its reasons.
fn whole(part: &Part, gone: &BTreeMap<String, Absence>) -> Option<(Absence, usize)> {
    let own = part.mark.iter().find_map(|mark| Some((lost(mark.clauses(), gone)?, mark.at)));
    own.or_else(|| in_blocks(&part.blocks, gone)).or_else(|| part.parts.iter().find_map(|part| whole(part, gone)))
}

fn in_blocks(blocks: &[Block], gone: &BTreeMap<String, Absence>) -> Option<(Absence, usize)> {
    blocks.iter().find_map(|block| match block {
        Block::List(list) => list.items.iter().find_map(|item| {
            let own = item.mark.iter().find_map(|mark| Some((lost(mark.clauses(), gone)?, mark.at)));
            own.or_else(|| in_blocks(&item.blocks, gone))
        }),
        _ => None,
    })
}
