//! The pages, one file a kind of page. Each is written with a `PageContext`, made from the `SiteContext`, and put into the site by
//! `layout::put`.
//!
//! 1. [`fixed`], [`contacts`], [`glossary`]: the pages around the policy.
//! 2. [`policy`]: its contents, its sections, and all of it on one page.
//! 3. [`changes`] and [`references`]: what it changed, and what it refers to.
//! 4. [`audiences`]: what it means for each audience, with its duties.
//! 5. [`lessons`]: the lessons, with the module and as text; [`for_the_adult`] and [`worksheets`]: what lies beside each; [`own_pages`]:
//!    the learner's own pages.
//! 6. [`agreements`]: what is promised; like worksheets, on a sheet.
//! 7. [`quizzes`] and [`inductions`]: what is asked of parents and of staff.
//! 8. [`handbook`]: the pages of a handbook, whose examples are seen as they look.
//! 9. [`finder`]: how a page is found.

pub mod agreements;
pub mod audiences;
pub mod changes;
pub mod contacts;
pub mod finder;
pub mod fixed;
pub mod for_the_adult;
pub mod glossary;
pub mod handbook;
pub mod inductions;
pub mod lessons;
pub mod own_pages;
pub mod policy;
pub mod quizzes;
pub mod references;
pub mod worksheets;
