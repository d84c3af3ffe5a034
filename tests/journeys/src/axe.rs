//! axe-core on the page that is open. Its source comes with each call, so that no security policy of the page is in its way.

use crate::browser::Browser;
use crate::site::from_xtask;
use serde_json::{Value, json};
use std::sync::LazyLock;

static AXE: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string(from_xtask("FINGERPOST_AXE")).expect("axe-core can be read"));

/// How strict to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// WCAG 2.2, A and AA, target size among them.
    Aa,
    /// The same, and contrast of 7 to 1.
    AaAndStrongContrast,
}

/// What axe-core finds wrong, a line each; empty is good.
pub async fn violations(browser: &Browser, level: Level) -> Vec<String> {
    run(browser, all_rules(level)).await
}

/// What axe-core finds wrong in the colours alone, for a page whose other faults have been looked for in another look.
pub async fn violations_of_colour(browser: &Browser, level: Level) -> Vec<String> {
    let mut rules = vec!["color-contrast", "link-in-text-block"];
    if level == Level::AaAndStrongContrast {
        rules.push("color-contrast-enhanced");
    }
    let options = json!({ "runOnly": { "type": "rule", "values": rules }, "resultTypes": ["violations"], "preload": false });
    run(browser, options).await
}

fn all_rules(level: Level) -> Value {
    json!({
        "runOnly": { "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // axe leaves these out unless they are asked for by name.
        "rules": {
            "target-size": { "enabled": true },
            "color-contrast-enhanced": { "enabled": level == Level::AaAndStrongContrast },
        },
        "resultTypes": ["violations"],
        // The page's requests are counted, and its styles come from its own origin anyway.
        "preload": false,
    })
}

async fn run(browser: &Browser, options: Value) -> Vec<String> {
    // With script off a page's timers never ring, and axe waits for one; promises are kept all the same.
    let script = format!(
        "const done = arguments[arguments.length - 1], options = arguments[0];
        if (!matchMedia('(scripting: enabled)').matches)
            window.setTimeout = (call, _, ...rest) => {{ Promise.resolve().then(() => call(...rest)) }};
        {};
        axe.run(document, options).then(r => done({{ violations: r.violations, checked: r.passes.length }}),
            e => done({{ problem: String(e) }}));",
        AXE.as_str()
    );
    let result: Value = browser.ask_later(&script, &[options]).await;
    assert!(result["problem"].is_null(), "axe-core fails: {}", result["problem"]);
    // A run in which no rule found anything to look at has not tested the page.
    assert!(result["checked"].as_u64() > Some(0), "axe-core checked nothing");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&result["violations"])
        .iter()
        .flat_map(|rule| list(&rule["nodes"]).into_iter().map(move |node| line(rule, &node)))
        .collect()
}

fn line(rule: &Value, node: &Value) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    format!("{}: {} {} | {}", words(&rule["id"]), node["target"], words(&node["failureSummary"]), words(&node["html"]))
}
