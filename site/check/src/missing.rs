//! What a section and a lesson say beside themselves, to families and to whoever teaches: is it there?

use fingerpost_model::finding::Finding;
use fingerpost_model::rules::Rule;
use fingerpost_model::{Audience, Only, Setting};

/// A section that parents can read tells them in short what matters to them.
pub fn in_short(setting: &Setting, findings: &mut Vec<Finding>) {
    for section in setting.sections.iter().filter(|section| section.in_short.is_none()) {
        let for_parents = match &section.only {
            Only::Everyone => true,
            Only::These(audiences) => audiences.contains(&Audience::Parents),
        };
        if for_parents {
            let message = "This section does not say in short what matters to a family.";
            let help = "Type ## In short {.in-short} before its first heading, and beneath it 3 to 6 short sentences.";
            findings.push(Finding::warning(section.document.place.clone(), Rule::InShortMissing, message, help));
        }
    }
}

/// A lesson is taught by somebody, who may have five minutes to get ready for it.
pub fn for_the_adult(setting: &Setting, findings: &mut Vec<Finding>) {
    for page in setting.lessons.iter().filter(|page| page.adult.is_empty()) {
        let message = "This lesson does not say what an adult does before, with and after it.";
        let help = "Type # For the adult after its moments, and beneath it the seven headings of content-format.md.";
        findings.push(Finding::warning(page.place.clone(), Rule::AdultMissing, message, help));
    }
}
