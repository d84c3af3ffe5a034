//! What is not reported, because it follows from another mistake: who mends that one has mended it. Whatever was found is made first and left out
//! here, in the one place that does so; nothing else looks at a complaint once it is made.

use crate::syntax::list_signs::Misread;
use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;

/// Where setting.toml names shared files that are not there, what is wrong in other files cannot be judged.
pub fn leave_out_other_files(setting: &str, found: &mut Vec<Finding>) {
    found.retain(|finding| &*finding.place.file == setting);
}

/// Where lines were meant as list items and are none, an item is missing in the step or question in which they stand.
pub fn leave_out_of_list_signs(misread: &Misread<'_>, found: &mut Vec<Finding>) {
    if misread.lines.is_empty() {
        return;
    }
    found.retain(|finding| {
        let line = finding.place.line;
        let is_in_line = |line| misread.lines.contains(&line);
        // Of a paragraph this was said too, without a word of how far in an item stands.
        let is_said = finding.rule == Rule::ListSign && is_in_line(line);
        // Its own mark, or that of what stands beneath it, is then in the wrong place.
        let is_of_mark = [Rule::MalformedMark, Rule::MisplacedMark].contains(&finding.rule)
            && (is_in_line(line) || is_in_line(line.saturating_sub(1)));
        let follows = is_said || is_of_mark || OF_LIST_SIGNS.contains(&finding.rule);
        !(follows && finding.place.file == misread.file.shown && misread.is_in_part(line))
    });
}

/// What is complained of where an item is missing.
const OF_LIST_SIGNS: [Rule; 17] = [
    Rule::BoxWithoutChoice,
    Rule::EmptyStep,
    Rule::ExtraPicture,
    Rule::LessonBlock,
    Rule::ListInLook,
    Rule::LongSentence,
    Rule::NoList,
    Rule::NoQuestion,
    Rule::NoReason,
    Rule::NoWords,
    Rule::NumberOfOptions,
    Rule::OptionWithoutBox,
    Rule::PromiseAnswers,
    Rule::PromiseLine,
    Rule::QuestionBlock,
    Rule::QuestionClauses,
    Rule::WhichAreRight,
];
