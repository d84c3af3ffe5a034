//! How findings are said: as text for people, as JSON for programs, and as SARIF 2.1.0 for editors and code hosts.

mod brief;
mod data;
mod visible;

pub use brief::brief;
pub use data::{Base, json, sarif};
pub use visible::{visible, visible_lines};

use fingerpost_model::finding::{ACCEPT, CHECK, Finding};
use std::path::Path;

/// One line for each finding, so that many can be printed at once or one by one.
pub fn text(findings: &[Finding], dir: &Path) -> String {
    if findings.is_empty() {
        return format!("Nothing to mend in {}.\n", visible(&dir.display().to_string()));
    }
    findings.iter().map(|finding| format!("{}\n", visible(&finding.to_string()))).collect()
}

/// How the program is called for a folder, as it can be typed.
#[derive(Clone, Debug)]
pub struct Called {
    /// The program, such as `cargo run --`.
    pub program: String,
    /// The folder.
    pub dir: String,
}

impl Called {
    /// A command for this folder, such as `cargo run -- check content/school`.
    pub fn command(&self, name: &str) -> String {
        format!("{} {name} {}", self.program, self.dir)
    }
}

/// Puts the commands that this reader types into the help that names them.
pub fn with_command(findings: &mut [Finding], called: &Called) {
    for (placeholder, name) in [(CHECK, "check"), (ACCEPT, "accept")] {
        for finding in findings.iter_mut().filter(|finding| finding.help.contains(placeholder)) {
            finding.help = finding.help.replace(placeholder, &called.command(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Called, text, with_command};
    use fingerpost_model::finding::Finding;
    use fingerpost_model::place::Place;
    use fingerpost_model::rules::Rule;
    use std::path::Path;
    use std::sync::Arc;

    fn place(file: &str) -> Place {
        Place::point(&Arc::from(file), 14, 3)
    }

    #[test]
    fn text_is_one_line_for_each() {
        let dir = Path::new("content/school");
        let findings = [
            Finding::error(
                place("policy/my devices.md"),
                Rule::UnknownName,
                "\"dls_name\" is not a name.",
                "Did you mean \"dsl_name\"?",
            ),
            Finding::warning(place("policy/my devices.md"), Rule::LongSentence, "Long.", "Shorten it."),
        ];
        let expected = "policy/my devices.md:14:3: error: \"dls_name\" is not a name. Did you mean \"dsl_name\"? [unknown-name]\n\
                        policy/my devices.md:14:3: warning: Long. Shorten it. [long-sentence]\n";
        assert_eq!(text(&findings, dir), expected);
        assert_eq!(text(&[], dir), "Nothing to mend in content/school.\n");
    }

    /// A file's name can hold what a terminal, or a program that reads lines of a log, takes for a command.
    #[test]
    fn a_file_name_writes_no_line_of_its_own() {
        let finding =
            Finding::error(place("policy/a\n::set-output x\u{1b}[2J\u{202e}.md"), Rule::FileName, "It \u{7}rings.", "Rename it.");
        let expected = "policy/a\\n::set-output x\\u{1b}[2J\\u{202e}.md:14:3: error: It \\u{7}rings. Rename it. [file-name]\n";
        assert_eq!(text(&[finding], Path::new("")), expected);
    }

    #[test]
    fn a_command_is_one_that_can_be_typed() {
        let help = "Type \"fingerpost accept DIR a\". Then type \"fingerpost check DIR\".";
        let mut findings = [Finding::warning(place("a.md"), Rule::Title, "Say fingerpost check DIR.", help)];
        with_command(&mut findings, &Called { program: "./fingerpost".into(), dir: "content/school".into() });
        let expected = "Type \"./fingerpost accept content/school a\". Then type \"./fingerpost check content/school\".";
        assert_eq!(findings[0].help, expected);
        assert_eq!(findings[0].message, "Say fingerpost check DIR.", "what is quoted stays");
    }
}
