//! Findings for programs. Both forms hold every finding, and name files from a base that the command knows: a code host finds them by it.

use super::visible::acts;
use fingerpost_model::finding::{Finding, Severity};
use fingerpost_model::place::{Place, tidy};
use fingerpost_model::rules::Rule;
use serde_json::{Value, json};
use std::path::{Component, Path};

/// What stands for the base in SARIF. Code hosts take it for the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// The folder from which programs know files: that of a repository, or one that holds all that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Its address, `file:///.../`.
    uri: String,
    /// The setting's folder from there, with `/` between its parts.
    folder: String,
}

impl Base {
    /// The base `root` for a setting's folder in it, both as whole paths. None where the folder is not in it.
    pub fn of(root: &Path, dir: &Path) -> Option<Base> {
        let parts = |path: &Path| -> Vec<String> {
            let names = path.components().filter_map(|part| match part {
                Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
                // The letter of a drive.
                Component::Prefix(prefix) => Some(prefix.as_os_str().to_string_lossy().trim_start_matches(r"\\?\").to_owned()),
                _ => None,
            });
            names.collect()
        };
        let inside = dir.strip_prefix(root).ok()?;
        let above: String = parts(root).iter().map(|part| format!("{}/", uri(part).replace("%3A", ":"))).collect();
        Some(Base { uri: format!("file:///{above}"), folder: parts(inside).join("/") })
    }

    /// The path of a file from here.
    fn path(&self, file: &str) -> String {
        tidy(&format!("{}/{file}", self.folder))
    }
}

/// The findings as a JSON array of objects, with paths from the base.
pub fn json(findings: &[Finding], base: &Base) -> String {
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "file": base.path(&finding.place.file),
                "line": finding.place.line,
                "column": finding.place.column,
                "end_line": finding.place.end_line,
                "end_column": finding.place.end_column,
                "severity": finding.severity.to_string(),
                "rule": finding.rule.id(),
                "message": finding.message,
                "help": finding.help,
            })
        })
        .collect();
    pretty(&Value::Array(list))
}

/// The findings as a log of SARIF 2.1.0 with one run, with paths from the base.
pub fn sarif(findings: &[Finding], base: &Base) -> String {
    let rules: Vec<Value> = Rule::ALL
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id(),
                "shortDescription": { "text": rule.about() },
                "fullDescription": { "text": rule.about() },
                "help": { "text": "Each result says what is wrong in its place, and what to type there." },
                "defaultConfiguration": { "level": "warning" },
            })
        })
        .collect();
    let results: Vec<Value> = findings.iter().map(|finding| sarif_result(finding, base)).collect();
    let about = "The folder from which the files are named: that of the repository, where there is one.";
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "fingerpost", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "originalUriBaseIds": { ROOT: { "uri": base.uri, "description": { "text": about } } },
            // Columns are counted in characters here; SARIF would otherwise take them for UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn sarif_result(finding: &Finding, base: &Base) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": finding.rule as usize,
        "level": level,
        "message": { "text": format!("{} {}", finding.message, finding.help) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&base.path(&finding.place.file)), "uriBaseId": ROOT },
                "region": region(&finding.place),
            },
        }],
    })
}

/// From where to where. The end is that of the character after it, as in a [`Place`].
fn region(place: &Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// A path as a relative reference: what an address cannot hold is written with %.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Indented. What acts on a terminal is written as JSON can write any sign, since a log may be looked at there.
fn pretty(value: &Value) -> String {
    let mut text = String::new();
    // The alternate form of a JSON value is the indented one.
    for sign in format!("{value:#}").chars() {
        match sign {
            '\n' => text.push(sign),
            sign if acts(sign) => sign.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}"))),
            sign => text.push(sign),
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::{Base, json, sarif};
    use fingerpost_model::finding::Finding;
    use fingerpost_model::place::Place;
    use fingerpost_model::rules::Rule;
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::sync::Arc;

    fn findings() -> Vec<Finding> {
        let place = |file: &str| Place { end_column: 9, ..Place::point(&Arc::from(file), 14, 3) };
        vec![
            Finding::error(
                place("policy/my devices.md"),
                Rule::UnknownName,
                "\"dls_name\" is not a name.",
                "Did you mean \"dsl_name\"?",
            ),
            Finding::warning(place("../common/law.toml"), Rule::LongSentence, "Long \u{202e}\u{e0001}\u{7}.", "Shorten it."),
        ]
    }

    fn base() -> Base {
        Base::of(Path::new("/home/a b/site"), Path::new("/home/a b/site/content/school")).unwrap()
    }

    #[test]
    fn files_are_named_from_the_base() {
        let list: Value = serde_json::from_str(&json(&findings(), &base())).unwrap();
        assert_eq!(
            (&list[0]["file"], &list[1]["file"]),
            (&"content/school/policy/my devices.md".into(), &"content/common/law.toml".into())
        );
        assert_eq!(list[0]["rule"], Rule::UnknownName.id());
        assert_eq!(list[0]["help"], "Did you mean \"dsl_name\"?");
        assert_eq!((list[1]["severity"].as_str(), list[1]["line"].as_u64()), (Some("warning"), Some(14)));
        assert_eq!(Base::of(Path::new("/home/a"), Path::new("/home/b")), None);
        let here = Base::of(Path::new("/"), Path::new("/")).unwrap();
        assert_eq!((here.uri.as_str(), here.path("a.md").as_str()), ("file:///", "a.md"));
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_in_a_log_and_its_meaning_stays() {
        for text in [json(&findings(), &base()), sarif(&findings(), &base())] {
            assert!(!text.replace('\n', "").contains(super::acts));
            assert!(text.contains("Long \\u202e\\udb40\\udc01\\u0007."), "{text}");
        }
        let list: Value = serde_json::from_str(&json(&findings(), &base())).unwrap();
        assert_eq!(list[1]["message"], "Long \u{202e}\u{e0001}\u{7}.");
    }

    /// The rules of SARIF 2.1.0 that a log of this kind can break, by the numbers of its sections.
    #[test]
    fn a_log_keeps_the_rules_of_sarif() {
        let log: Value = serde_json::from_str(&sarif(&findings(), &base())).unwrap();
        // 3.13: the version, the schema, and the runs.
        assert_eq!(log["version"], "2.1.0");
        assert!(log["$schema"].as_str().unwrap().ends_with("sarif-2.1.0.json"));
        let [run] = &log["runs"].as_array().unwrap()[..] else { panic!("one run") };
        // 3.18, 3.19: the tool has a name; a version that says that it is semantic is.
        let driver = &run["tool"]["driver"];
        assert!(!driver["name"].as_str().unwrap().is_empty());
        assert_eq!(driver["semanticVersion"].as_str().unwrap().split('.').count(), 3);
        // 3.49: each rule has an id of its own, and its texts are sentences.
        let rules = driver["rules"].as_array().unwrap();
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len());
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rules.iter().all(|rule| rule[text]["text"].as_str().unwrap().ends_with('.')), "{text}");
        }
        // 3.14.14: a base is an absolute address that ends in a slash.
        let bases = run["originalUriBaseIds"].as_object().unwrap();
        assert!(bases.values().all(|base| base["uri"] == "file:///home/a%20b/site/"));
        assert!(["utf16CodeUnits", "unicodeCodePoints"].contains(&run["columnKind"].as_str().unwrap()));
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), 2);
        for result in results {
            // 3.27: a result has a message, a level of the list, and an index that leads to its own rule.
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
            assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap()));
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            let [location] = &result["locations"].as_array().unwrap()[..] else { panic!("one location") };
            let place = &location["physicalLocation"];
            // 3.4: an address with a base is relative, holds nothing that an address cannot, and has no steps.
            let file = &place["artifactLocation"];
            let uri = file["uri"].as_str().unwrap();
            assert!(bases.contains_key(file["uriBaseId"].as_str().unwrap()));
            assert!(!uri.starts_with('/') && !uri.contains("..") && !uri.contains("//"), "{uri}");
            assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{uri}");
            // 3.30: lines and columns count from 1.
            let region = &place["region"];
            assert!(region["startLine"].as_u64().unwrap() >= 1 && region["startColumn"].as_u64().unwrap() >= 1);
        }
        let uri = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "content/school/policy/my%20devices.md");
    }
}
