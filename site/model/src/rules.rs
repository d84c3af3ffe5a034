//! The rules that content can break: each with the stable id that people and programs know it by, and with what it asks for. SARIF lists
//! them, and a test asks for a case that breaks each.

use std::fmt;

/// Makes the enum from lines that say, in a doc comment, what a rule asks for, and then its name here and its id.
macro_rules! rules {
    ($(#[doc = $about:literal] $name:ident = $id:literal,)+) => {
        /// A rule that content can break. The order is that of the ids.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $about] $name,)+
        }

        impl Rule {
            /// All rules, by id.
            pub const ALL: &[Rule] = &[$(Rule::$name),+];

            /// The stable id, such as `unknown-name`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Rule::$name => $id,)+
                }
            }

            /// What it asks for, in one sentence.
            pub const fn about(self) -> &'static str {
                match self {
                    // A doc comment keeps the space before its first word.
                    $(Rule::$name => $about.trim_ascii_start(),)+
                }
            }
        }
    };
}

rules! {
    /// A path begins at the file in which it stands, with / between its parts.
    AbsolutePath = "absolute-path",
    /// A lesson says what an adult does before, with and after it.
    AdultMissing = "adult-missing",
    /// The part of a lesson for the adult has its seven headings, in their order.
    AdultPart = "adult-part",
    /// No answer speaks of the others, because answers are mixed.
    AnswerAboutAnswers = "answer-about-answers",
    /// An approval says who and when, or that it came with the policy.
    Approval = "approval",
    /// A value is of the form that its key needs.
    BadValue = "bad-value",
    /// Only things to choose from have a box.
    BoxWithoutChoice = "box-without-choice",
    /// A link to a place in a page leads to an id that is there.
    BrokenAnchor = "broken-anchor",
    /// A link leads to a page of the setting, or is a well-formed address or number.
    BrokenLink = "broken-link",
    /// The right way through a case has 4 decisions or more, and an end.
    CaseDecisions = "case-decisions",
    /// The list of changes says what the present version of the policy changed.
    ChangeNotTold = "change-not-told",
    /// A question has been read with its clauses as they are now.
    ClauseChanged = "clause-changed",
    /// A question has been read since a clause under it was taken out.
    ClauseGone = "clause-gone",
    /// Clauses stand in the policy only.
    ClauseOutsidePolicy = "clause-outside-policy",
    /// A clause says whose duty or right it is.
    ClauseWithoutAudience = "clause-without-audience",
    /// A clause has an id that never changes.
    ClauseWithoutId = "clause-without-id",
    /// What rests on clauses is in a setting together with one of them at least.
    ClausesAbsent = "clauses-absent",
    /// A link leads to a service that still runs.
    ClosedLink = "closed-link",
    /// The setting's colour can carry text and be seen on every paper.
    ColourContrast = "colour-contrast",
    /// A condition asks a switch for what it can have.
    Condition = "condition",
    /// The records of what questions were read with are as the program wrote them.
    DamagedRecord = "damaged-record",
    /// Somebody has approved every section, lesson and agreement.
    Draft = "draft",
    /// An id is given once.
    DuplicateId = "duplicate-id",
    /// Two sections do not have the same number.
    DuplicateNumber = "duplicate-number",
    /// A term is explained once.
    DuplicateTerm = "duplicate-term",
    /// E-mail addresses stand only with the roles in setting.toml.
    EmailInClear = "email-in-clear",
    /// A heading has words.
    EmptyHeading = "empty-heading",
    /// A list item has words.
    EmptyItem = "empty-item",
    /// At every moment of a lesson somebody does something.
    EmptyMoment = "empty-moment",
    /// Something stands beneath every heading.
    EmptyPart = "empty-part",
    /// Every step and scene of a lesson shows or says something.
    EmptyStep = "empty-step",
    /// What belongs to an example is not published as a setting's own.
    ExampleFact = "example-fact",
    /// A step has no more pictures than are shown.
    ExtraPicture = "extra-picture",
    /// Every feeling has a face.
    FeelingWithoutFace = "feeling-without-face",
    /// The name of a section, lesson or agreement can be an address.
    FileName = "file-name",
    /// Front matter is TOML between two lines of +++.
    FrontMatter = "front-matter",
    /// What was done was done on a day that has come.
    FutureDay = "future-day",
    /// Few words of a text are hard for those who read it.
    HardWords = "hard-words",
    /// A heading is one level deeper than the one above it at most.
    HeadingJump = "heading-jump",
    /// A heading begins with # and a space, and nothing else makes one.
    HeadingSign = "heading-sign",
    /// No text holds signs that nobody sees.
    HiddenCharacter = "hidden-character",
    /// Words mean what they say.
    Idiom = "idiom",
    /// Every picture is a symbol.
    ImageNotSymbol = "image-not-symbol",
    /// Every picture has words for those who do not see it.
    ImageWithoutAlt = "image-without-alt",
    /// "In short" is 3 to 6 short sentences and nothing else.
    InShort = "in-short",
    /// Every section of the policy says in short what matters to a family.
    InShortMissing = "in-short-missing",
    /// The words of a lesson are in one language.
    LanguageInLesson = "language-in-lesson",
    /// Somebody looks at every law and guidance once a year.
    LawNotChecked = "law-not-checked",
    /// What a law or guidance asks, and from when, has been confirmed.
    LawNotConfirmed = "law-not-confirmed",
    /// A text names laws and guidance for its own kind of setting only.
    LawOfOtherKind = "law-of-other-kind",
    /// A lesson holds only what a step can show.
    LessonBlock = "lesson-block",
    /// The headings of a lesson are moments, paths and scenes.
    LessonHeading = "lesson-heading",
    /// The sentences of a lesson hold no links.
    LinkInLesson = "link-in-lesson",
    /// Somebody looks at every service once a year.
    LinkNotChecked = "link-not-checked",
    /// What a link leads to has been approved.
    LinkToDraft = "link-to-draft",
    /// Whoever can read a link can open what it leads to.
    LinkToHidden = "link-to-hidden",
    /// What a link leads to is not left out of the setting.
    LinkToLeftOut = "link-to-left-out",
    /// A link has words.
    LinkWithoutWords = "link-without-words",
    /// A step to look at has nothing to choose.
    ListInLook = "list-in-look",
    /// What stands beneath a list item begins where the words of that item begin.
    ListIndent = "list-indent",
    /// A list item begins with - or a number and a space, and a table has its line of hyphens.
    ListSign = "list-sign",
    /// No web address holds a name or a password.
    LoginInAddress = "login-in-address",
    /// A logo is a whole picture of the kind that its name says.
    LogoBroken = "logo-broken",
    /// A logo is small, because every page loads it.
    LogoSize = "logo-size",
    /// A logo is a picture: nothing in it runs, moves or comes from elsewhere.
    LogoUnsafe = "logo-unsafe",
    /// A sentence is no longer than its readers can follow.
    LongSentence = "long-sentence",
    /// Every word of a file is on a page.
    LostWords = "lost-words",
    /// A mark is well formed.
    MalformedMark = "malformed-mark",
    /// An example of a handbook stands by itself.
    MisplacedExample = "misplaced-example",
    /// Headings stand outside lists and quotes.
    MisplacedHeading = "misplaced-heading",
    /// A mark stands at the end of a heading or list item that can have one.
    MisplacedMark = "misplaced-mark",
    /// Names between {{ and }} stand in Markdown.
    MisplacedName = "misplaced-name",
    /// Every file that a setting needs is there.
    MissingFile = "missing-file",
    /// The folder of shared files that a setting names is there.
    MissingFolder = "missing-folder",
    /// Every key that is needed is there.
    MissingKey = "missing-key",
    /// A name has one meaning.
    NameTaken = "name-taken",
    /// An activity has its list.
    NoList = "no-list",
    /// A lesson has a moment.
    NoMoment = "no-moment",
    /// On the path together there is a picture to press.
    NoPicture = "no-picture",
    /// An agreement has one to eight promises.
    NoPromise = "no-promise",
    /// A choice has a question.
    NoQuestion = "no-question",
    /// Every option has a reason.
    NoReason = "no-reason",
    /// Every option has words.
    NoWords = "no-words",
    /// What looks like a link is one.
    NotALink = "not-a-link",
    /// Somebody of the setting looks at every service, law and guidance before its pages say a day of checking.
    NotCheckedYet = "not-checked-yet",
    /// A choice has as many options as its path allows.
    NumberOfOptions = "number-of-options",
    /// A quiz has 1 to 6 questions, every part of a course has some, and a course 24 or more.
    NumberOfQuestions = "number-of-questions",
    /// In "fill the gap" the sentence has one gap.
    OneGap = "one-gap",
    /// In "match pairs" everything has one partner.
    OnePartner = "one-partner",
    /// Every option says whether it is right.
    OptionWithoutBox = "option-without-box",
    /// Things to put in order are a numbered list.
    OrderNotNumbered = "order-not-numbered",
    /// What a text says of laws, guidance and services is as it is now.
    OutOfDate = "out-of-date",
    /// Either all parts of a picture have a place or none.
    PartWithoutPlace = "part-without-place",
    /// The words for a password are different, long enough together, and have pictures where words have symbols.
    PasswordWord = "password-word",
    /// Nothing leads out of the setting's folder and its shared files.
    PathOutside = "path-outside",
    /// A moment has each path once.
    PathTwice = "path-twice",
    /// Every person to tell has a picture of their own.
    PersonWithoutPicture = "person-without-picture",
    /// A picture stands alone or begins an option.
    PictureInText = "picture-in-text",
    /// The parts of a picture stand in reading order, each in a place of its own.
    PlaceOrder = "place-order",
    /// Every other policy that is named has an owner and the days of its reviews.
    PolicyWithoutOwner = "policy-without-owner",
    /// Every line of a promise has words for each answer to it.
    PromiseAnswers = "promise-answers",
    /// Every promise of an agreement names a clause of the policy.
    PromiseClauses = "promise-clauses",
    /// A promise is one paragraph on each path, or words without a heading where there are no paths.
    PromiseLine = "promise-line",
    /// The lesson of an agreement practises each promise by doing, on every path.
    PromiseNotPractised = "promise-not-practised",
    /// Every promise of an agreement is on the same paths, and on those of its lesson.
    PromisePath = "promise-path",
    /// Every promise of children has a picture.
    PromisePicture = "promise-picture",
    /// A question holds sentences, and a list of answers with their reasons.
    QuestionBlock = "question-block",
    /// Every reason names the 1 to 3 clauses on which it rests.
    QuestionClauses = "question-clauses",
    /// Every question has been read with the clauses on which it rests.
    QuestionNotRead = "question-not-read",
    /// A question has an id that never changes.
    QuestionWithoutId = "question-without-id",
    /// Content is Markdown without HTML.
    RawHtml = "raw-html",
    /// A text is no harder to read than its readers can read.
    ReadingGrade = "reading-grade",
    /// Every record is of a question that is there.
    RecordLeftOver = "record-left-over",
    /// The next review is after the last one.
    ReviewDates = "review-dates",
    /// A policy is reviewed when its review is due.
    ReviewOverdue = "review-overdue",
    /// Whoever somebody is told to ring has a number on the site.
    RingWithoutNumber = "ring-without-number",
    /// What can be chosen can be told apart.
    SameAnswer = "same-answer",
    /// Every scene of a story or a case can be reached.
    SceneUnreachable = "scene-unreachable",
    /// No link runs a program.
    ScriptAddress = "script-address",
    /// Things are sorted into two groups, and each has some.
    SortGroups = "sort-groups",
    /// A recording is a file that browsers can play.
    SoundEnding = "sound-ending",
    /// A recording belongs to one step of a lesson, and a step has one.
    SoundPlace = "sound-place",
    /// A recording is small enough to come in time.
    SoundSize = "sound-size",
    /// A choice in a story and an answer in a case is a link to a scene.
    StoryWay = "story-way",
    /// From every scene of a story or a case an end can be reached.
    StoryWithoutEnd = "story-without-end",
    /// A story has scenes.
    StoryWithoutScenes = "story-without-scenes",
    /// Signs of Markdown do what they are meant to do.
    StraySign = "stray-sign",
    /// A term is a heading with its forms, explained beneath it.
    Term = "term",
    /// A file begins with its one title.
    Title = "title",
    /// Settings and front matter are TOML.
    TomlSyntax = "toml-syntax",
    /// Lists and quotes stand inside one another a few levels deep at most.
    TooDeep = "too-deep",
    /// A lesson that practises an agreement is translated together with it.
    TranslationAgreement = "translation-agreement",
    /// A translation has the clauses of its original, and no others.
    TranslationId = "translation-id",
    /// A translation is in another language than its setting.
    TranslationLanguage = "translation-language",
    /// A translation says what its original says now.
    TranslationOlder = "translation-older",
    /// A translation has an original.
    TranslationOriginal = "translation-original",
    /// A translation has the headings and the limits of its original.
    TranslationShape = "translation-shape",
    /// A word that a lesson teaches has one meaning in it.
    TwoMeanings = "two-meanings",
    /// A clause denies once.
    TwoNegatives = "two-negatives",
    /// A word that a switch has is one that parts ask for, or "other".
    UnaskedWord = "unasked-word",
    /// Every abbreviation in the content is explained in the glossary.
    UnexplainedAbbreviation = "unexplained-abbreviation",
    /// A step says what the learner does.
    UnknownActivity = "unknown-activity",
    /// An agreement that a setting or a lesson names is there.
    UnknownAgreement = "unknown-agreement",
    /// An audience is one of the list.
    UnknownAudience = "unknown-audience",
    /// Lessons, agreements and changes name public clauses of the policy.
    UnknownClause = "unknown-clause",
    /// A course of induction that setting.toml or a question names is there.
    UnknownCourse = "unknown-course",
    /// An example of a handbook is of a kind that there is.
    UnknownExample = "unknown-example",
    /// Every key means something.
    UnknownKey = "unknown-key",
    /// Words in another language are in one that there is.
    UnknownLanguage = "unknown-language",
    /// A law or guidance that is named is in law.toml.
    UnknownLaw = "unknown-law",
    /// A lesson that setting.toml names is there.
    UnknownLesson = "unknown-lesson",
    /// A service that is named is in links.toml.
    UnknownLink = "unknown-link",
    /// A worksheet names moments of its lesson.
    UnknownMoment = "unknown-moment",
    /// A name between {{ and }} is in setting.toml.
    UnknownName = "unknown-name",
    /// A path is one of the four.
    UnknownPath = "unknown-path",
    /// A place in a picture is one of the nine.
    UnknownPlace = "unknown-place",
    /// Another policy that is named is in policies.toml.
    UnknownPolicy = "unknown-policy",
    /// A moment practises promises that are in the agreement.
    UnknownPromise = "unknown-promise",
    /// A quiz that setting.toml names is there.
    UnknownQuiz = "unknown-quiz",
    /// A role that is named is in setting.toml.
    UnknownRole = "unknown-role",
    /// A choice in a story or a case leads to a scene of it.
    UnknownScene = "unknown-scene",
    /// A link begins in one of the allowed ways.
    UnknownScheme = "unknown-scheme",
    /// A section that setting.toml leaves out is in the policy.
    UnknownSection = "unknown-section",
    /// A switch that a condition names is in setting.toml.
    UnknownSwitch = "unknown-switch",
    /// A symbol is one of the list.
    UnknownSymbol = "unknown-symbol",
    /// Every part is on a page.
    UnpublishedPart = "unpublished-part",
    /// Files are text in UTF-8 that may be read.
    UnreadableFile = "unreadable-file",
    /// A name stands between {{ and }}.
    UnterminatedName = "unterminated-name",
    /// Every file is used.
    UnusedFile = "unused-file",
    /// A choice has as many right options as its kind asks for.
    WhichAreRight = "which-are-right",
    /// What is safe for most children says what holds for the others.
    WithoutItsException = "without-its-exception",
    /// The sentences of a text are short on average.
    WordsASentence = "words-a-sentence",
    /// A worksheet is 2 to 4 moments that work on paper, and every path has one.
    Worksheet = "worksheet",
    /// A value is of the type that its key needs.
    WrongType = "wrong-type",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn rules_stand_in_the_order_of_their_ids_and_each_says_what_it_asks_for() {
        assert!(Rule::ALL.windows(2).all(|pair| pair[0].id() < pair[1].id()));
        assert!(Rule::ALL.iter().enumerate().all(|(index, rule)| *rule as usize == index));
        for rule in Rule::ALL {
            assert!(rule.about().ends_with('.') && !rule.about().starts_with(' '), "{rule}");
        }
    }
}
