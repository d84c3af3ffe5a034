//! Does some page show each part that is meant for some readers?

use fingerpost_model::finding::Finding;
use fingerpost_model::place::Place;
use fingerpost_model::rules::Rule;
use fingerpost_model::walk::{Found, walk_document};
use fingerpost_model::{Audience, Only, Setting};

/// A part that is meant for an audience without a page of its own stands on no page at all.
pub fn unpublished(setting: &Setting, findings: &mut Vec<Finding>) {
    let mut report = |only: &Only, place: &Place| {
        if let Only::These(audiences) = only
            && !audiences.is_empty()
            && !audiences.iter().any(|audience| Audience::WITH_A_PAGE.contains(audience))
        {
            let message = "No page shows this part: there is none for only these readers.";
            findings.push(Finding::warning(
                place.clone(),
                Rule::UnpublishedPart,
                message,
                "Add an audience with a page, such as staff, to \"only\".",
            ));
        }
    };
    for section in &setting.sections {
        report(&section.only, &section.document.place);
    }
    // A handbook shows what is for any reader, and what is for all who take a course is asked below.
    let documents = setting.sections.iter().map(|section| &section.document).chain(setting.pages.values());
    for document in documents {
        walk_document(document, &mut |met| {
            if let Some((only, place)) = limits(&met) {
                report(only, place);
            }
        });
    }
    in_courses(setting, findings);
}

fn limits<'a>(met: &Found<'a>) -> Option<(&'a Only, &'a Place)> {
    match met {
        Found::Part(part) => Some((&part.only, &part.place)),
        Found::Item(item) => Some((&item.only, &item.place)),
        Found::Inline(..) => None,
    }
}

/// A course has one page for all who take it, which shows what all of them may see.
fn in_courses(setting: &Setting, findings: &mut Vec<Finding>) {
    for page in &setting.inductions {
        walk_document(&page.document, &mut |met| {
            if let Some((Only::These(audiences), place)) = limits(&met)
                && !audiences.is_empty()
                && !page.audiences().iter().all(|reader| audiences.contains(reader))
            {
                let message = "No page shows this part: not everyone who takes this course may see it.";
                let help = "Name all who take the course in \"only\", take it out, or move the part to the policy.";
                findings.push(Finding::warning(place.clone(), Rule::UnpublishedPart, message, help));
            }
        });
    }
}
