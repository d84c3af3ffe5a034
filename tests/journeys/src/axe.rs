//! axe-core on the page that is open. Its source comes with each call, so that no security policy of the page is in its way.

use crate::browser::Browser;
use crate::site::from_xtask;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

static AXE: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string(from_xtask("FINGERPOST_AXE")).expect("axe-core can be read"));

/// How strict to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// WCAG 2.2, A and AA, target size among them.
    Aa,
    /// WCAG 2.2, A and AA, target size among them, and contrast of 7 to 1.
    AaAndStrongContrast,
}

/// What axe-core finds wrong, a line each; empty is good.
pub async fn violations(browser: &Browser, level: Level) -> Vec<String> {
    let (found, checked) = run(browser, "document", &[all_rules(level)]).await;
    // A run in which no rule found anything to look at has not tested the page.
    assert!(checked > 0, "axe-core checked nothing");
    found
}

/// What axe-core finds wrong in the module of a page. What is around it stays as it is from one screen to the next.
pub async fn violations_in_module(browser: &Browser, level: Level) -> Vec<String> {
    let (found, checked) = run(browser, "{ include: [['[data-module]']] }", &[all_rules(level)]).await;
    assert!(checked > 0, "axe-core checked nothing");
    found
}

/// The colours of a site's pages in one look after another. The pages have been searched for everything else in another look.
///
/// What decides about contrast is little and the same on most pages: the colour, size and weight of the letters and what lies behind them. Text of
/// which all of this was measured in a look is not measured in it again.
#[derive(Debug, Default)]
pub struct Colours {
    /// What was looked at, by the name of the look, and how often a rule found there what it judges.
    measured: HashMap<&'static str, (BTreeSet<String>, u64)>,
}

impl Colours {
    /// What axe-core finds wrong in the colours of the page that is open, in the look that it has now.
    pub async fn violations(&mut self, browser: &Browser, look: &'static str, level: Level) -> Vec<String> {
        let (measured, checked) = self.measured.entry(look).or_default();
        let kinds: Vec<String> = browser.ask(&format!("{TEXTS} return [...kinds.keys()];"), &[]).await;
        let new: Vec<String> = kinds.into_iter().filter(|kind| !measured.contains(kind) || kind.starts_with(ALWAYS)).collect();
        if new.is_empty() {
            return Vec::new();
        }
        let mut rules = vec!["color-contrast", "link-in-text-block"];
        if level == Level::AaAndStrongContrast {
            rules.push("color-contrast-enhanced");
        }
        let options = json!({ "runOnly": { "type": "rule", "values": rules }, "resultTypes": ["violations"], "preload": false });
        let include = format!("{{ include: (() => {{ {TEXTS} return arguments[1].map(kind => kinds.get(kind)); }})() }}");
        let (found, judged) = run(browser, &include, &[options, json!(new)]).await;
        measured.extend(new);
        // A page alone may bring nothing new but text that is not judged, such as that of a button that does nothing now.
        *checked += judged;
        assert!(*checked > 0, "axe-core checked nothing");
        found
    }
}

/// How the kind of a text begins that is measured on each page, because what lies behind it need not be around it.
const ALWAYS: &str = "over ";

/// One element with text for each kind, by all that decides about its contrast.
const TEXTS: &str = "
    const behind = new Map(), kinds = new Map();
    // What lies behind the text of an element, from the inside to the outside, as far as anything can be seen through.
    const layers = element => {
        if (!element) return { all: '', covers: false, floats: false };
        if (behind.has(element)) return behind.get(element);
        const style = getComputedStyle(element), around = layers(element.parentElement);
        const own = [style.backgroundColor, style.backgroundImage].filter(layer => layer !== 'none' && layer !== 'rgba(0, 0, 0, 0)');
        const fades = [style.opacity, style.filter, style.mixBlendMode].join() === '1,none,normal' ? '' : [style.opacity, style.filter, style.mixBlendMode];
        const covers = style.backgroundImage === 'none' && /^rgb\\(/.test(style.backgroundColor);
        const floats = !covers && (['absolute', 'fixed', 'sticky'].includes(style.position) || around.floats);
        const found = { all: covers && !fades && !around.fades ? own.join() : [own, fades, around.all].join(), fades: fades || around.fades, floats };
        behind.set(element, found);
        return found;
    };
    const hasText = element => element.matches('input, textarea, select')
        || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    for (const element of document.body.querySelectorAll('*')) {
        if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        // What waits beyond the edge of the page until somebody comes to it is seen by nobody now, and axe-core does not judge it.
        const box = element.getBoundingClientRect();
        if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) continue;
        const style = getComputedStyle(element), { all, floats } = layers(element);
        const link = element.closest('a');
        // A link in a text is told apart from the words around it.
        const beside = link ? [getComputedStyle(link.parentElement).color, style.textDecorationLine, style.borderBottomWidth].join() : '';
        const kind = [floats ? 'over ' : '', element.matches('[disabled], [aria-disabled=true]'), style.color, style.fontSize, style.fontWeight,
            style.textShadow, beside, all].join(';');
        if (!kinds.has(kind)) kinds.set(kind, link ?? element);
    }";

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

/// Runs axe-core on what an expression of a script gives; its options are the first argument of the script. Returns what is wrong, a line each, and
/// how many rules found something that they judge.
async fn run(browser: &Browser, context: &str, arguments: &[Value]) -> (Vec<String>, u64) {
    // It stays in the page as long as the page is open; it is half a megabyte to send and to read.
    if !browser.ask::<bool>("return typeof axe !== 'undefined'", &[]).await {
        browser.ask::<()>(&format!("{WITHOUT_TIMERS} {}; window.axe = axe;", AXE.as_str()), &[]).await;
    }
    let script = format!(
        "const done = arguments[arguments.length - 1], options = arguments[0];
        axe.run({context}, options).then(
            r => done({{ violations: r.violations, checked: r.passes.length + r.incomplete.length + r.violations.length }}),
            e => done({{ problem: String(e) }}));"
    );
    let result: Value = browser.ask_later(&script, arguments).await;
    assert!(result["problem"].is_null(), "axe-core fails: {}", result["problem"]);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let lines = list(&result["violations"]);
    let lines = lines.iter().flat_map(|rule| list(&rule["nodes"]).into_iter().map(move |node| line(rule, &node)));
    (lines.collect(), result["checked"].as_u64().unwrap_or_default())
}

/// With script off a page's timers never ring, and axe waits for one; promises are kept all the same.
const WITHOUT_TIMERS: &str = "
    if (!matchMedia('(scripting: enabled)').matches)
        window.setTimeout = (call, _, ...rest) => { Promise.resolve().then(() => call(...rest)) };";

fn line(rule: &Value, node: &Value) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    format!("{}: {} {} | {}", words(&rule["id"]), node["target"], words(&node["failureSummary"]), words(&node["html"]))
}
