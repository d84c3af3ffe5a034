//! The rules: every id that a finding can carry, with what it stands for. SARIF lists them, and tests hold every finding to them.

/// A rule that content can break.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable id, as [`crate::finding::Finding::rule`] carries it.
    pub id: &'static str,
    /// What it asks for, in one sentence.
    pub about: &'static str,
}

const fn rule(id: &'static str, about: &'static str) -> Rule {
    Rule { id, about }
}

/// All rules, by id.
pub const RULES: &[Rule] = &[
    rule("absolute-path", "A path begins at the file in which it stands, with / between its parts."),
    rule("approval", "An approval says who and when, or that it came with the policy."),
    rule("bad-value", "A value is of the form that its key needs."),
    rule("box-without-choice", "Only things to choose from have a box."),
    rule("broken-anchor", "A link to a place in a page leads to an id that is there."),
    rule("broken-link", "A link leads to a page of the setting, or is a well-formed address or number."),
    rule("change-not-told", "The list of changes says what the present version of the policy changed."),
    rule("clause-outside-policy", "Clauses stand in the policy only."),
    rule("clause-without-audience", "A clause says whose duty or right it is."),
    rule("clause-without-id", "A clause has an id that never changes."),
    rule("closed-link", "A link leads to a service that still runs."),
    rule("colour-contrast", "The setting's colour can carry text and be seen on every paper."),
    rule("condition", "A condition asks a switch for what it can have."),
    rule("draft", "Somebody has approved every section and lesson."),
    rule("duplicate-id", "An id is given once."),
    rule("duplicate-number", "Two sections do not have the same number."),
    rule("duplicate-term", "A term is explained once."),
    rule("email-in-clear", "E-mail addresses stand only with the roles in setting.toml."),
    rule("empty-heading", "A heading has words."),
    rule("empty-item", "A list item has words."),
    rule("empty-moment", "At every moment of a lesson somebody does something."),
    rule("empty-part", "Something stands beneath every heading."),
    rule("empty-step", "Every step and scene of a lesson shows or says something."),
    rule("extra-picture", "A step has no more pictures than are shown."),
    rule("feeling-without-face", "Every feeling has a face."),
    rule("file-name", "The name of a section or lesson can be an address."),
    rule("front-matter", "Front matter is TOML between two lines of +++."),
    rule("hard-words", "Few words of a text are hard for those who read it."),
    rule("heading-jump", "A heading is one level deeper than the one above it at most."),
    rule("idiom", "Words mean what they say."),
    rule("image-not-symbol", "Every picture is a symbol."),
    rule("image-without-alt", "Every picture has words for those who do not see it."),
    rule("in-short", "\"In short\" is 3 to 6 short sentences and nothing else."),
    rule("in-short-missing", "Every section of the policy says in short what matters to a family."),
    rule("law-not-checked", "Somebody looks at every law and guidance once a year."),
    rule("law-not-confirmed", "What a law or guidance asks, and from when, has been confirmed."),
    rule("law-of-other-kind", "A text names laws and guidance for its own kind of setting only."),
    rule("lesson-block", "A lesson holds only what a step can show."),
    rule("lesson-heading", "The headings of a lesson are moments, paths and scenes."),
    rule("link-in-lesson", "The sentences of a lesson hold no links."),
    rule("link-not-checked", "Somebody looks at every service once a year."),
    rule("link-to-draft", "What a link leads to has been approved."),
    rule("link-to-hidden", "Whoever can read a link can open what it leads to."),
    rule("link-without-words", "A link has words."),
    rule("list-in-look", "A step to look at has nothing to choose."),
    rule("logo-size", "A logo is small, because every page loads it."),
    rule("logo-unsafe", "A logo is a picture: nothing in it runs, moves or comes from elsewhere."),
    rule("long-sentence", "A sentence is no longer than its readers can follow."),
    rule("malformed-mark", "A mark is well formed."),
    rule("misplaced-heading", "Headings stand outside lists and quotes."),
    rule("misplaced-mark", "A mark stands at the end of a heading or list item that can have one."),
    rule("misplaced-name", "Names between {{ and }} stand in Markdown."),
    rule("missing-file", "Every file that a setting needs is there."),
    rule("missing-key", "Every key that is needed is there."),
    rule("name-taken", "A name has one meaning."),
    rule("no-list", "An activity has its list."),
    rule("no-moment", "A lesson has a moment."),
    rule("no-picture", "On the path together there is a picture to press."),
    rule("no-question", "A choice has a question."),
    rule("no-reason", "Every option has a reason."),
    rule("no-words", "Every option has words."),
    rule("not-a-link", "What looks like a link is one."),
    rule("number-of-options", "A choice has as many options as its path allows."),
    rule("one-gap", "In \"fill the gap\" the sentence has one gap."),
    rule("one-partner", "In \"match pairs\" everything has one partner."),
    rule("option-without-box", "Every option says whether it is right."),
    rule("order-not-numbered", "Things to put in order are a numbered list."),
    rule("part-without-place", "Either all parts of a picture have a place or none."),
    rule(
        "password-word",
        "The words for a password are different, long enough together, and have pictures where words have symbols.",
    ),
    rule("path-outside", "Nothing leads out of the setting's folder and its shared files."),
    rule("path-twice", "A moment has each path once."),
    rule("person-without-picture", "Every person to tell has a picture of their own."),
    rule("picture-in-text", "A picture stands alone or begins an option."),
    rule("place-order", "The parts of a picture stand in reading order, each in a place of its own."),
    rule("policy-without-owner", "Every other policy that is named has an owner and the days of its reviews."),
    rule("promise-answers", "Every line of a promise has words for each answer to it."),
    rule("raw-html", "Content is Markdown without HTML."),
    rule("reading-grade", "A text is no harder to read than its readers can read."),
    rule("review-dates", "The next review is after the last one."),
    rule("review-overdue", "A policy is reviewed when its review is due."),
    rule("scene-unreachable", "Every scene of a story can be reached."),
    rule("script-address", "No link runs a program."),
    rule("sort-groups", "Things are sorted into two groups, and each has some."),
    rule("sound-ending", "A recording is a file that browsers can play."),
    rule("sound-place", "A recording belongs to one step of a lesson, and a step has one."),
    rule("sound-size", "A recording is small enough to come in time."),
    rule("story-way", "A choice in a story is a link to a scene."),
    rule("story-without-end", "From every scene of a story an end can be reached."),
    rule("story-without-scenes", "A story has scenes."),
    rule("term", "A term is a heading with its forms, explained beneath it."),
    rule("title", "A file begins with its one title."),
    rule("toml-syntax", "Settings and front matter are TOML."),
    rule("too-deep", "Lists and quotes stand inside one another a few levels deep at most."),
    rule("translation-id", "A translation has the clauses of its original, and no others."),
    rule("translation-language", "A translation is in another language than its setting."),
    rule("translation-older", "A translation says what its original says now."),
    rule("translation-original", "A translation has an original."),
    rule("translation-shape", "A translation has the headings and the limits of its original."),
    rule("two-negatives", "A clause denies once."),
    rule("unexplained-abbreviation", "Every abbreviation in the content is explained in the glossary."),
    rule("unknown-activity", "A step says what the learner does."),
    rule("unknown-audience", "An audience is one of the list."),
    rule("unknown-clause", "Lessons and changes name public clauses of the policy."),
    rule("unknown-key", "Every key means something."),
    rule("unknown-law", "A law or guidance that is named is in law.toml."),
    rule("unknown-lesson", "A lesson that setting.toml names is there."),
    rule("unknown-link", "A service that is named is in links.toml."),
    rule("unknown-name", "A name between {{ and }} is in setting.toml."),
    rule("unknown-path", "A path is one of the four."),
    rule("unknown-place", "A place in a picture is one of the nine."),
    rule("unknown-policy", "Another policy that is named is in policies.toml."),
    rule("unknown-role", "A role that is named is in setting.toml."),
    rule("unknown-scene", "A choice in a story leads to a scene of it."),
    rule("unknown-scheme", "A link begins in one of the allowed ways."),
    rule("unknown-switch", "A switch that a condition names is in setting.toml."),
    rule("unknown-symbol", "A symbol is one of the list."),
    rule("unpublished-part", "Every part is on a page."),
    rule("unreadable-file", "Files are text in UTF-8 that may be read."),
    rule("unterminated-name", "A name stands between {{ and }}."),
    rule("unused-file", "Every file is used."),
    rule("which-are-right", "A choice has as many right options as its kind asks for."),
    rule("words-a-sentence", "The sentences of a text are short on average."),
    rule("wrong-type", "A value is of the type that its key needs."),
];

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.cmp(id)).ok().map(|index| &RULES[index])
}

#[cfg(test)]
mod tests {
    use super::{RULES, find};

    #[test]
    fn rules_stand_in_the_order_of_their_ids() {
        assert!(RULES.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert!(RULES.iter().all(|rule| find(rule.id).is_some() && rule.about.ends_with('.')));
    }
}
