//! Findings as text for people, as JSON for programs, and as SARIF 2.1.0 for editors and code hosts.

use crate::finding::{Finding, Severity};
use crate::rules::RULES;
use serde_json::{Value, json};
use std::path::Path;

/// One line for each finding, so that many can be printed at once or one by one.
pub fn text(findings: &[Finding], dir: &Path) -> String {
    if findings.is_empty() {
        return format!("Nothing to mend in {}.\n", dir.display());
    }
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}

/// A list of objects.
pub fn json(findings: &[Finding]) -> String {
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "file": &*finding.place.file,
                "line": finding.place.line,
                "column": finding.place.column,
                "severity": finding.severity.to_string(),
                "rule": finding.rule,
                "message": finding.message,
                "mend": finding.mend,
            })
        })
        .collect();
    pretty(&Value::Array(list))
}

/// A SARIF log with one run.
pub fn sarif(findings: &[Finding]) -> String {
    let rules: Vec<Value> =
        RULES.iter().map(|rule| json!({ "id": rule.id, "shortDescription": { "text": rule.about } })).collect();
    let results: Vec<Value> = findings.iter().map(sarif_result).collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "fingerpost", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            // Columns are counted in characters here; SARIF would otherwise take them for UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn sarif_result(finding: &Finding) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level,
        "message": { "text": format!("{} {}", finding.message, finding.mend) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&finding.place.file) },
                "region": { "startLine": finding.place.line, "startColumn": finding.place.column },
            },
        }],
    });
    if let Ok(index) = RULES.binary_search_by(|rule| rule.id.cmp(finding.rule)) {
        result["ruleIndex"] = json!(index);
    }
    result
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

fn pretty(value: &Value) -> String {
    // The alternate form of a JSON value is the indented one.
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::{json, sarif, text};
    use crate::finding::Finding;
    use crate::place::Place;
    use std::path::Path;
    use std::sync::Arc;

    fn findings() -> Vec<Finding> {
        let file: Arc<str> = Arc::from("policy/my devices.md");
        let place = Place { file, line: 14, column: 3 };
        vec![
            Finding::error(place.clone(), "unknown-name", "\"dls_name\" is not a name.", "Did you mean \"dsl_name\"?"),
            Finding::warning(place, "long-sentence", "Long.", "Shorten it."),
        ]
    }

    #[test]
    fn text_is_one_line_for_each() {
        let dir = Path::new("content/school");
        let expected = "policy/my devices.md:14:3: error: \"dls_name\" is not a name. Did you mean \"dsl_name\"? [unknown-name]\n\
                        policy/my devices.md:14:3: warning: Long. Shorten it. [long-sentence]\n";
        assert_eq!(text(&findings(), dir), expected);
        assert_eq!(text(&[], dir), "Nothing to mend in content/school.\n");
    }

    #[test]
    fn json_and_sarif_say_the_same() {
        let list: serde_json::Value = serde_json::from_str(&json(&findings())).unwrap();
        assert_eq!(list[0]["rule"], "unknown-name");
        assert_eq!((list[1]["severity"].as_str(), list[1]["line"].as_u64()), (Some("warning"), Some(14)));
        let log: serde_json::Value = serde_json::from_str(&sarif(&findings())).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let result = &run["results"][0];
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "policy/my%20devices.md");
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
}
