//! Where every page and every other file with a name of its own stands in the output folder.

use fingerpost_model::{Audience, HandbookPage, PageName};

/// The home page.
pub const HOME: &str = "index.html";
/// The contents of the policy.
pub const POLICY: &str = "policy/index.html";
/// The whole policy on one page.
pub const POLICY_ALL: &str = "policy/all.html";
/// The glossary.
pub const GLOSSARY: &str = "glossary.html";
/// The laws and guidance that the policy follows.
pub const LAWS: &str = "law.html";
/// The list of the other policies.
pub const OTHER_POLICIES: &str = "policies.html";
/// What the versions of the policy changed.
pub const CHANGES: &str = "changes.html";
/// The next review, for a calendar.
pub const CALENDAR: &str = "next-review.ics";
/// Where everybody searches, with the A to Z.
pub const SEARCH: &str = "search.html";
/// The list of lessons.
pub const LESSONS: &str = "lessons/index.html";
/// How the learner likes it.
pub const LIKE: &str = "how-i-like-it.html";
/// What the learner has done.
pub const JOURNEY: &str = "my-journey.html";
/// What a device needs to put the site on its first screen. Its usual ending, `.webmanifest`, is one that strict hosts refuse.
pub const MANIFEST: &str = "manifest.json";
/// The list of pages for search engines.
pub const SITEMAP: &str = "sitemap.xml";
/// What answers with the learners' pages from a device that keeps them.
pub const WORKER: &str = "offline.js";
/// The headers for hosts that read them from a file.
pub const HEADERS: &str = "_headers";
/// Who wrote what the site was made with, and under which licences.
pub const LICENCES: &str = "licences.txt";
/// What search engines ask for first.
pub const ROBOTS: &str = "robots.txt";
/// Whom to tell of a weakness of the site.
pub const SECURITY: &str = ".well-known/security.txt";

/// The folder of all files beside the pages whose names say what is in them.
#[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "pages are written on demand natively only"))]
pub const ASSETS: &str = "assets/";

/// What reloads a page while it is being written. It is on no built site, and `fingerpost-serve` adds the page's version to it.
pub const RELOAD: &str = "/__fingerpost/reload.js";

/// The folder of the public search index. Those of audiences lie in it.
pub const SEARCH_FOLDER: &str = "search/";

/// What searches every index: Pagefind's own reader.
pub const SEARCH_ENGINE: &str = "search/pagefind.js";

/// The folder of a reader's search index: of an audience's, or of everybody's.
pub fn search_folder(audience: Option<Audience>) -> String {
    audience.map_or_else(|| SEARCH_FOLDER.to_owned(), |audience| format!("{SEARCH_FOLDER}{}/", audience.id()))
}

/// A section of the policy.
pub fn section(slug: &str) -> String {
    format!("policy/{slug}.html")
}

/// What the policy means for one audience.
pub fn audience(audience: Audience) -> String {
    format!("for-{}.html", audience.id())
}

/// A page of a handbook with these pages. The first is the home page.
pub fn handbook(pages: &[HandbookPage], slug: &str) -> String {
    match pages.first() {
        Some(first) if first.slug == slug => HOME.to_owned(),
        _ => format!("handbook/{slug}.html"),
    }
}

/// A lesson.
pub fn lesson(id: &str) -> String {
    format!("lessons/{id}.html")
}

/// What an adult does before, with and after a lesson.
pub fn lesson_adult(id: &str) -> String {
    format!("lessons/{id}-adult.html")
}

/// The worksheet of a lesson.
pub fn lesson_worksheet(id: &str) -> String {
    format!("lessons/{id}-worksheet.html")
}

/// An agreement.
pub fn agreement(id: &str) -> String {
    format!("agreements/{id}.html")
}

/// A quiz.
pub fn quiz(id: &str) -> String {
    format!("quizzes/{id}.html")
}

/// A course of staff induction.
pub fn induction(id: &str) -> String {
    format!("inductions/{id}.html")
}

/// Where an audience searches that has a page of its own.
pub fn search_for(audience: Audience) -> String {
    format!("search-{}.html", audience.id())
}

/// One of the fixed pages.
pub fn fixed(page: PageName) -> &'static str {
    match page {
        PageName::Home => HOME,
        PageName::GetHelp => "get-help.html",
        PageName::Contacts => "contacts.html",
        PageName::Accessibility => "accessibility.html",
        PageName::Privacy => "privacy.html",
        PageName::NotFound => "404.html",
    }
}

/// The path of an address: `/online-safety/` of `https://school.example.org/online-safety/`.
pub fn path_of(base_url: &str) -> &str {
    let after_scheme = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    after_scheme.find('/').map_or("/", |slash| &after_scheme[slash..])
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn the_path_of_an_address() {
        assert_eq!(path_of("https://school.example.org/online-safety/"), "/online-safety/");
        assert_eq!(path_of("https://school.example.org"), "/");
    }
}
