//! The words of the player. It holds none itself: they come with the page, so that it serves any language.

use crate::keep::store::Trouble;
use serde::{Deserialize, Serialize};

/// Makes the struct, the list of its keys and a constructor from a look-up, so that the three can never disagree.
macro_rules! strings {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $key:ident,)+ }) => {
        $(#[$about])*
        ///
        /// They travel as a list, in the order of the keys: read field by field, each word would cost the player code of its own.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(from = "Vec<String>", into = "Vec<String>")]
        pub struct $name { $($(#[$doc])* pub $key: String,)+ }

        impl $name {
            /// The keys, as they stand in strings.toml.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];

            /// Fills every field from a look-up by key.
            pub fn from_lookup(mut look_up: impl FnMut(&'static str) -> String) -> $name {
                $name { $($key: look_up(stringify!($key)),)+ }
            }
        }

        impl From<Vec<String>> for $name {
            fn from(words: Vec<String>) -> $name {
                let mut words = words.into_iter();
                $name { $($key: next(&mut words),)+ }
            }
        }

        impl From<$name> for Vec<String> {
            fn from(strings: $name) -> Vec<String> {
                vec![$(strings.$key),+]
            }
        }
    };
}

/// The next word. Both sides come from one build, so there always is one.
#[inline(never)]
fn next(words: &mut std::vec::IntoIter<String>) -> String {
    words.next().unwrap_or_default()
}

strings! {
    /// Every word that the player shows or says by itself: `[player]` in strings.toml. `{name}` stands where something is put in.
    PlayerStrings {
        /// Legend of the four path buttons.
        paths_legend,
        /// Name of the path `together`.
        path_together,
        /// Name of the path `symbols`.
        path_symbols,
        /// Name of the path `easy-read`.
        path_easy_read,
        /// Name of the path `plain`.
        path_plain,
        /// Where the learner is: `{n}`, `{total}`.
        step_of,
        /// The listen button.
        listen,
        /// The listen button while it speaks.
        stop_listening,
        /// Said when the device has no local voice.
        no_voice,
        /// To the next step, when this one is done.
        next,
        /// To the next step, when this one is not done: there is always a way on.
        go_on,
        /// To the step before.
        back,
        /// Asks for the hint.
        hint,
        /// Stands before the hint.
        hint_label,
        /// Stands on the option that a prompt points to.
        prompt_this,
        /// Stands before the reason of the option just chosen, when it is right.
        chosen_right,
        /// Stands before the reason of the option just chosen, when another go follows.
        chosen_again,
        /// How to fill the gap.
        gap_how,
        /// Said for a gap in a sentence.
        gap,
        /// How to find the warnings of a message.
        spot_how,
        /// How to find the parts of a picture.
        find_how,
        /// Stands after the reason of something that was looked for.
        found_it,
        /// Stands after the reason of something that was not looked for.
        look_on,
        /// How many are found: `{n}`, `{total}`.
        spot_found,
        /// Stands with the faces: none is right or wrong, and none is kept.
        feelings_how,
        /// How to do "choose several".
        several_how,
        /// The button that checks.
        check,
        /// "Choose several": nothing is chosen yet.
        several_none,
        /// "Choose several": some that fit are not chosen yet.
        several_more,
        /// "Choose several": some that are chosen do not fit.
        several_fewer,
        /// "Choose several": all found.
        several_done,
        /// How to sort: choose the group for the thing in hand.
        sort_how,
        /// Legend of the things that wait.
        sort_others,
        /// All things are in their group.
        sort_done,
        /// How to match: choose the partner of the thing in hand.
        match_how,
        /// All things have their partner.
        match_done,
        /// How to put in order.
        order_how,
        /// Accessible name of the button that moves a thing up: `{thing}`.
        order_up,
        /// Accessible name of the button that moves a thing down: `{thing}`.
        order_down,
        /// Beside a thing that is in its place, after a check.
        order_in_place,
        /// Said after a move: `{thing}`, `{n}`, `{total}`.
        order_moved,
        /// After a check that found things out of place: `{n}`, `{total}`.
        order_again,
        /// After a check that found all in place.
        order_done,
        /// Legend of a story's choices.
        story_choices,
        /// Back to the choice before.
        story_back,
        /// The story again from its beginning.
        story_again,
        /// Stands at an end of a story.
        story_end,
        /// Stands over a practice chat: that nobody reads it.
        chat_how,
        /// Whoever writes in a practice chat, who is made up: `{name}`.
        chat_other,
        /// The learner in a practice chat.
        chat_you,
        /// Legend of the replies.
        chat_replies,
        /// Stands at an end of a practice chat.
        chat_end,
        /// How to answer the lines of a promise.
        promise_how,
        /// "I can do this."
        promise_can,
        /// "I want help with this."
        promise_help,
        /// Heading of the card with the lines.
        promise_title,
        /// On paper, before the line for a name.
        promise_name,
        /// On paper, before the line for a signature.
        promise_sign,
        /// Draws the next word of a password.
        password_word,
        /// Draws all three words.
        password_words,
        /// Draws other words, when there are three.
        password_again,
        /// Said while words are drawn one by one: `{n}`, `{total}`.
        password_drawn,
        /// Label of the field for words of one's own.
        password_type,
        /// It has three words.
        password_enough,
        /// It has fewer.
        password_few,
        /// All words are different.
        password_different,
        /// Two are the same.
        password_same,
        /// It is long enough.
        password_long,
        /// It is not.
        password_short,
        /// What nobody else can check: whether it tells who one is.
        password_think,
        /// Nobody sees it, it is not kept, and an adult can help to write it down.
        password_private,
        /// How to choose people to tell.
        people_how,
        /// Heading of the card with the people.
        people_title,
        /// Prints the card.
        print,
        /// Heading of the last screen.
        finished_title,
        /// Words of the last screen.
        finished_words,
        /// Stands before the titles of what the learner did.
        finished_did,
        /// From the last screen to the first step.
        again,
        /// Asks whether to remember.
        remember_question,
        /// What would be remembered.
        remember_about,
        /// Yes.
        remember_yes,
        /// Said when remembering is on.
        remember_on,
        /// Forgets everything.
        forget,
        /// Said when everything is forgotten.
        forgotten,
        /// The device is full.
        storage_full,
        /// The device does not let the page keep anything.
        storage_blocked,
        /// What was kept cannot be read (in part).
        storage_damaged,
        /// What was kept comes from a newer version.
        storage_newer,
        /// Turns two-switch scanning on.
        scan_start,
        /// Said while scanning with two switches is on: how to move, choose and leave: `{move}`, `{choose}`.
        scan_on,
        /// Said while scanning with one switch is on: `{move}`, `{choose}`.
        scan_on_one,
        /// Beside it, when the scan rests after three rounds.
        scan_rests,
        /// Turns it off.
        scan_stop,
        /// Turns the big screen for a class on.
        class_start,
        /// Turns it off.
        class_stop,
        /// Which keys lead the class.
        class_how,
        /// Name of the group of words and listening.
        group_words,
        /// Name of the group of answers.
        group_answers,
        /// Name of the group of back and next.
        group_moves,
        /// Name of the group with the button for switches.
        group_switches,
        /// The button that opens the panel for ways of pressing.
        ways_open,
        /// No switches.
        ways_off,
        /// Two switches.
        ways_two,
        /// One switch.
        ways_one,
        /// Legend of the keys.
        ways_keys,
        /// The button for the key that moves: `{key}`.
        ways_key_move,
        /// The button for the key that chooses: `{key}`.
        ways_key_choose,
        /// Stands on that button while a key is awaited.
        ways_key_press,
        /// The name of the space bar.
        ways_key_space,
        /// Legend of the choice whether things are said.
        ways_cue,
        /// They are not.
        ways_cue_off,
        /// They are, quietly.
        ways_cue_quiet,
        /// They are, aloud.
        ways_cue_aloud,
        /// Legend of the times.
        ways_times,
        /// How long the scan stays on each thing.
        ways_step,
        /// How long more presses are ignored.
        ways_repeat,
        /// How long a switch must be held.
        ways_hold,
        /// Legend of a pointer that rests.
        ways_pointer,
        /// The button that turns it on or off.
        ways_dwell,
        /// How long it must rest.
        ways_rest,
        /// How long nothing is pressed on a new screen.
        ways_dead,
        /// A time: `{n}`.
        ways_seconds,
        /// A time that is nought.
        ways_nought,
        /// Accessible name of the button for less: `{thing}`.
        ways_less,
        /// Accessible name of the button for more: `{thing}`.
        ways_more,
        /// Everything as it was at first.
        ways_first,
        /// How long it stays, where nothing is remembered.
        ways_until,
        /// That it is remembered.
        ways_kept,
    }
}

strings! {
    /// The words of the learner's own pages besides those: `[pages]` in strings.toml.
    PagesStrings {
        /// What "How I like it" does not keep, and how it would.
        like_remember,
        /// That it is kept.
        like_kept,
        /// Heading of the voice.
        like_voice,
        /// That this device has no voice that may speak.
        like_no_voice,
        /// Legend of the voices.
        like_voice_choose,
        /// The best voice there is.
        like_voice_best,
        /// The button to hear the sample.
        like_voice_hear,
        /// The sample.
        like_voice_sample,
        /// Legend of the speed.
        like_speed,
        /// The speed now: `{n}` percent.
        like_speed_now,
        /// The button for slower.
        like_slower,
        /// The button for faster.
        like_faster,
        /// Heading of what is taken to another device.
        like_carry,
        /// What is taken along, and what is not.
        like_carry_about,
        /// The button that shows the code.
        like_code,
        /// Title of the code, on paper too.
        like_code_title,
        /// What the drawing of the code is.
        like_code_alt,
        /// What to do with the code.
        like_code_how,
        /// The button that prints it.
        like_print,
        /// The button that saves it to a file.
        like_save,
        /// The name of the file.
        like_file_name,
        /// The label of the field for a file.
        like_load,
        /// The file holds something else.
        like_file_other,
        /// A newer version wrote the file.
        like_file_newer,
        /// That a profile came with the address.
        like_came,
        /// The button that uses it.
        like_use,
        /// The button that does not.
        like_leave,
        /// That it is used now.
        like_used,
    }
}

strings! {
    /// The words of the page "My journey": `[journey]` in strings.toml.
    JourneyStrings {
        /// Heading of who is learning.
        who_title,
        /// Said where nothing is kept yet.
        who_nobody,
        /// What is chosen, and who can see it.
        who_about,
        /// The button that adds a learner.
        who_add,
        /// The button that changes picture and nickname.
        who_change,
        /// Said after a choice: `{name}`.
        who_now,
        /// The learner who has no nickname.
        nameless,
        /// Heading of the choice.
        choose_title,
        /// Legend of the pictures.
        choose_picture,
        /// Legend of the nicknames.
        choose_nickname,
        /// The button that offers others.
        choose_others,
        /// Said where one of them is missing.
        choose_both,
        /// The button that keeps them: somebody asks the device to remember.
        choose_remember,
        /// The button that changes nothing.
        choose_stop,
        /// The words of the pictures, in the order of `keep::learner::PICTURES`, with commas between.
        pictures,
        /// The nicknames, in the order of `keep::learner::NICKNAMES`, with commas between.
        nicknames,
        /// The months, with commas between.
        months,
        /// A day: `{day}`, `{month}`, `{year}`.
        day,
        /// Stands for a day that no clock told.
        day_unknown,
        /// Heading of what has been done.
        done_title,
        /// A lesson that has been finished.
        state_done,
        /// A lesson that has been begun.
        state_begun,
        /// A lesson that has not.
        state_not_yet,
        /// The button for a certificate, and its heading.
        certificate,
        /// Accessible name of that button: `{thing}`.
        certificate_of,
        /// What the certificate says: `{name}`, `{day}`.
        certificate_done,
        /// What stands before the lesson's aim.
        certificate_about,
        /// What stands before the line for a name, on paper.
        certificate_name,
        /// The button that prints.
        print,
        /// The button that leads back.
        close,
        /// The button for the adult's summary.
        summary_open,
        /// What it is and what it is not.
        summary_about,
        /// A lesson finished on a path: `{path}`, `{day}`, `{n}`, `{help}`.
        summary_done,
        /// A lesson begun: `{path}`, `{help}`.
        summary_begun,
        /// The answer was shown.
        help_show,
        /// The answer stood out.
        help_highlight,
        /// A hint was there.
        help_hint,
        /// No help came by itself.
        help_none,
        /// Heading of the quizzes that were taken.
        quiz_title,
        /// One that was passed: `{day}`, `{version}`.
        quiz_passed,
        /// One that is not passed yet: `{day}`, `{version}`.
        quiz_not_yet,
        /// One with nothing to pass: `{day}`, `{version}`.
        quiz_done,
        /// What is kept besides: `{n}` marks.
        quiz_marks,
        /// Stands before the topics to read again.
        quiz_read,
        /// That a newer version keeps something of it.
        quiz_newer,
        /// Heading of everything that is kept, as it is.
        kept_open,
        /// Stands before lines that cannot be read.
        damaged,
        /// What a newer version keeps.
        newer,
        /// Heading of saving and bringing back.
        safe_title,
        /// Where it is.
        safe_where,
        /// Safari's rule.
        safe_seven,
        /// The browser has promised to keep it.
        safe_promised,
        /// The browser has not.
        safe_not_promised,
        /// The button that asks for the promise.
        safe_ask,
        /// The button that saves one learner: `{name}`.
        save_one,
        /// The button that saves everybody.
        save_all,
        /// Said after it: `{file}`.
        saved,
        /// The name of such a file, without its ending.
        file_name,
        /// What stands in the file, for who opens it: one line each.
        file_about,
        /// Label of the field for a file.
        bring,
        /// Said when it is back: `{names}`.
        brought,
        /// Said of a file without anybody.
        brought_nobody,
        /// Said of a file that is not whole.
        brought_half,
        /// A line of it that could not be read: `{n}`, `{line}`.
        brought_line,
        /// Some could not be taken in: `{n}`.
        brought_some_not,
        /// Quizzes were left out, because they are another site's.
        brought_others,
        /// The file is empty.
        refused_empty,
        /// The file is too big.
        refused_big,
        /// The file is something else.
        refused_other,
        /// A newer version wrote it.
        refused_newer,
        /// Heading of forgetting.
        forget_title,
        /// The button: `{name}`.
        forget_one,
        /// The button.
        forget_all,
        /// Asks once more: `{name}`.
        sure_one,
        /// Asks once more.
        sure_all,
        /// Yes.
        sure_yes,
        /// No.
        sure_no,
        /// It is done, and can be undone.
        forgotten,
        /// The button that undoes it.
        undo,
        /// It is back.
        undone,
        /// There is no room.
        trouble_full,
        /// Not allowed.
        trouble_blocked,
        /// A newer version's.
        trouble_newer,
        /// Unreadable.
        trouble_damaged,
    }
}

strings! {
    /// The words of quizzes and of the questions of staff induction: `[quiz]` in strings.toml.
    QuizStrings {
        /// Heading of the first screen.
        start_title,
        /// The button that begins.
        begin,
        /// Asked of whoever follows a link by switches while there are answers to lose.
        leave_question,
        /// The button to stay.
        leave_no,
        /// The button to leave.
        leave_yes,
        /// How many questions there are: `{n}`.
        start_count,
        /// How it goes.
        start_about,
        /// What is enough to pass: `{critical}`, `{pass}`.
        start_pass,
        /// Where nothing has to be passed: what comes at the end.
        start_slip,
        /// What happens to the answers: nothing.
        start_private,
        /// Which question it is: `{n}`, `{total}`.
        question_of,
        /// Stands over a case: one decision leads to the next.
        case,
        /// Stands at an end of a case.
        case_end,
        /// How to answer: the first choice counts.
        answers_how,
        /// Stands after the reason of the best answer.
        chosen_best,
        /// Stands after the reason of another one, where the best can still be found.
        chosen_other,
        /// Stands after the reason of another one in a case, which goes on from any answer.
        chosen_goes_on,
        /// Name of a clause beside a reason: `{ref}`.
        rule,
        /// The way to it: it opens in a new tab.
        rule_link,
        /// The button after the last question.
        to_result,
        /// Heading of the result: passed.
        passed_title,
        /// What that means.
        passed_words,
        /// Heading of the result: not yet.
        not_yet_title,
        /// What to do: read the parts, then another go.
        not_yet_words,
        /// Heading of the end where nothing has to be passed.
        done_title,
        /// What that means.
        done_words,
        /// How many were right at the first choice: `{n}`, `{total}`.
        result_all,
        /// How many of the critical ones: `{n}`, `{total}`, `{percent}` that are needed.
        result_critical,
        /// How many of the others: `{n}`, `{total}`, `{percent}` that are needed.
        result_other,
        /// Stands before the topics to read again.
        read_again,
        /// The button for another go.
        again,
        /// What comes first then.
        again_about,
        /// Heading of the record.
        record_title,
        /// What it is for.
        record_about,
        /// Label of the field for a name.
        record_name,
        /// Where the name goes, and that it is kept nowhere.
        record_name_about,
        /// On the record, before the name.
        record_who,
        /// Before what was taken.
        record_what,
        /// Before the setting's name.
        record_where,
        /// Before the policy's version.
        record_version,
        /// Before the day.
        record_on,
        /// Before until when it counts.
        record_valid,
        /// Until when: `{day}`, or the next version of the policy.
        record_valid_until,
        /// Until when, where no clock told the day: for a year.
        record_valid_year,
        /// Before what came of it.
        record_result,
        /// What came of it, where it was passed: `{n}`, `{total}`.
        record_passed,
        /// Before the topics.
        record_topics,
        /// What it proves.
        record_proves,
        /// What it does not, and so the manager signs.
        record_proves_not,
        /// Before the line for the manager's name.
        record_manager,
        /// The button that prints it.
        record_print,
        /// The button that saves it to a file.
        record_save,
        /// How the file's name begins.
        record_file_name,
        /// Said after it: `{file}`.
        record_saved,
        /// Heading of the slip.
        slip_title,
        /// What to do with it.
        slip_about,
        /// What is signed: `{agreement}`, `{setting}`.
        slip_says,
        /// Which version: `{version}`.
        slip_version,
        /// Before the line for the child's name.
        slip_child,
        /// Before the line for the parent's or carer's name.
        slip_parent,
        /// The button that prints it.
        slip_print,
        /// Before the line for a signature.
        sign,
        /// Before the line for a date.
        sign_date,
        /// What would be remembered, and what never.
        remember_about,
        /// Said when it is remembered.
        remember_on,
        /// Said when it is forgotten.
        forgotten,
        /// There is no room.
        trouble_full,
        /// Not allowed.
        trouble_blocked,
        /// A newer version's.
        trouble_newer,
        /// Unreadable.
        trouble_damaged,
        /// To who comes back: `{day}`, `{version}`.
        before_passed,
        /// To who comes back and has not passed yet.
        before_not_yet,
        /// To who comes back, where nothing had to be passed.
        before_done,
        /// That it is time to take it again.
        before_due,
        /// That no clause has changed since.
        before_same,
        /// Stands before the clauses that have changed or are new.
        before_changed,
        /// Clauses that are no longer there: `{clauses}`.
        before_gone,
        /// The months, with commas between.
        months,
        /// A day: `{day}`, `{month}`, `{year}`.
        day,
        /// Stands for a day that no clock told.
        day_unknown,
    }
}

impl PlayerStrings {
    /// The name of a path.
    pub fn path(&self, path: crate::path::Path) -> &str {
        use crate::path::Path;
        match path {
            Path::Together => &self.path_together,
            Path::Symbols => &self.path_symbols,
            Path::EasyRead => &self.path_easy_read,
            Path::Plain => &self.path_plain,
        }
    }

    /// What is said about what stands in the way of remembering.
    pub fn trouble(&self, trouble: Trouble) -> &str {
        match trouble {
            Trouble::Full => &self.storage_full,
            Trouble::Blocked => &self.storage_blocked,
            Trouble::Damaged => &self.storage_damaged,
            Trouble::Newer => &self.storage_newer,
        }
    }
}

/// Puts values into `{names}` of a string.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
