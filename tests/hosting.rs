//! docs/hosting.md writes the headers of `_headers` out for hosts that do not read that file. Each of its examples is made here from what the program
//! writes, so that the two always say the same. After a change that is meant, `SNAPSHOTS=overwrite cargo test --test hosting` writes the page anew.

use fingerpost::render::{self, Options};
use fingerpost::{embedded, load};
use fingerpost_golden::expected;
use std::fs;
use std::path::Path;

/// The headers of all files whose paths are of one form.
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

/// What `_headers` of the example school says.
fn rules() -> Vec<Rule> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let setting = load::load(&load::read(&root.join("content/school")).unwrap(), embedded::LOADING, load::Options::default())
        .setting
        .unwrap();
    let site = render::render_blocking(&setting, &embedded::RENDERING, &Options::default());
    let text = String::from_utf8(site.files["_headers"].to_vec()).unwrap();
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.strip_prefix("  ") {
            None => rules.push(Rule { path: line.to_owned(), headers: Vec::new() }),
            Some(header) => {
                let (name, value) = header.split_once(": ").unwrap();
                rules.last_mut().unwrap().headers.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    rules
}

/// The headers, by what every example needs to know of them.
struct Headers {
    /// Those of every file, but for its policy.
    everywhere: Vec<(String, String)>,
    policy: String,
    policy_of_drawings: String,
    cache_of_assets: String,
    cache_of_worker: String,
}

fn headers() -> Headers {
    let rules = rules();
    let [all, assets, drawings, worker] = &rules[..] else { panic!("the examples know of four rules") };
    let only = |rule: &Rule, path: &str, name: &str| {
        assert_eq!((rule.path.as_str(), rule.headers.len(), rule.headers[0].0.as_str()), (path, 1, name));
        rule.headers[0].1.clone()
    };
    assert_eq!(all.path, "/*");
    let (mut policies, everywhere): (Vec<_>, Vec<_>) =
        all.headers.iter().cloned().partition(|(name, _)| name == "Content-Security-Policy");
    let headers = Headers {
        everywhere,
        policy: policies.pop().unwrap().1,
        policy_of_drawings: only(drawings, "/assets/*.svg", "Content-Security-Policy"),
        cache_of_assets: only(assets, "/assets/*", "Cache-Control"),
        cache_of_worker: only(worker, "/offline.js", "Cache-Control"),
    };
    // All four kinds of file take a value as it is between quotes.
    assert!(rules.iter().flat_map(|rule| &rule.headers).all(|(_, value)| !value.contains(['"', '&', '<', '$', '{'])));
    headers
}

fn lines<'a>(headers: &'a [(String, String)], line: impl Fn(&str, &str) -> String + 'a) -> String {
    headers.iter().map(|(name, value)| line(name, value)).collect()
}

fn nginx(headers: &Headers) -> String {
    let Headers { everywhere, policy, policy_of_drawings, cache_of_assets, cache_of_worker } = headers;
    let lines = lines(everywhere, |name, value| format!("add_header {name} \"{value}\" always;\n"));
    format!(
        "map $uri $fingerpost_policy {{\n    default \"{policy}\";\n    ~/assets/.*\\.svg$ \"{policy_of_drawings}\";\n}}\n\
         map $uri $fingerpost_cache {{\n    ~/assets/ \"{cache_of_assets}\";\n    ~/offline\\.js$ \"{cache_of_worker}\";\n}}\n\n\
         add_header Content-Security-Policy $fingerpost_policy always;\nadd_header Cache-Control $fingerpost_cache;\n{lines}"
    )
}

fn apache(headers: &Headers) -> String {
    let Headers { everywhere, policy, policy_of_drawings, cache_of_assets, cache_of_worker } = headers;
    let set = |name: &str, value: &str| format!("Header always set {name} \"{value}\"\n");
    let when = |path: &str, set: String| format!("<If \"%{{REQUEST_URI}} =~ m#{path}#\">\n    {set}</If>\n");
    [
        set("Content-Security-Policy", policy),
        lines(everywhere, set),
        when("/assets/", set("Cache-Control", cache_of_assets)),
        when("/assets/.*\\.svg$", set("Content-Security-Policy", policy_of_drawings)),
        when("/offline\\.js$", set("Cache-Control", cache_of_worker)),
    ]
    .concat()
}

fn caddyfile(headers: &Headers) -> String {
    let Headers { everywhere, policy, policy_of_drawings, cache_of_assets, cache_of_worker } = headers;
    let lines = lines(everywhere, |name, value| format!("    {name} \"{value}\"\n"));
    let set = |matcher: &str, name: &str, value: &str| format!("header @{matcher} {name} \"{value}\"\n");
    [
        "@assets path_regexp /assets/\n@drawings path_regexp /assets/.*\\.svg$\n@worker path_regexp /offline\\.js$\n".to_owned(),
        "@others not path_regexp /assets/.*\\.svg$\n\n".to_owned(),
        format!("header {{\n{lines}}}\n"),
        set("others", "Content-Security-Policy", policy),
        set("drawings", "Content-Security-Policy", policy_of_drawings),
        set("assets", "Cache-Control", cache_of_assets),
        set("worker", "Cache-Control", cache_of_worker),
    ]
    .concat()
}

fn iis(headers: &Headers) -> String {
    let Headers { everywhere, policy, policy_of_drawings, cache_of_assets, cache_of_worker } = headers;
    let add = |name: &str, value: &str| format!("<add name=\"{name}\" value=\"{value}\" />");
    let custom = |indent: &str, lines: &[String]| {
        let lines: String = lines.iter().map(|line| format!("{indent}      {line}\n")).collect();
        format!(
            "{indent}<system.webServer>\n{indent}  <httpProtocol>\n{indent}    <customHeaders>\n{lines}{indent}    </customHeaders>\n\
             {indent}  </httpProtocol>\n{indent}</system.webServer>\n"
        )
    };
    let at = |path: &str, lines: &[String]| format!("  <location path=\"{path}\">\n{}  </location>\n", custom("    ", lines));
    let mut all = vec![add("Content-Security-Policy", policy)];
    all.extend(everywhere.iter().map(|(name, value)| add(name, value)));
    let drawings = [
        "<remove name=\"Content-Security-Policy\" />".to_owned(),
        add("Content-Security-Policy", policy_of_drawings),
        add("Cache-Control", cache_of_assets),
    ];
    let worker = [add("Cache-Control", cache_of_worker)];
    format!("<configuration>\n{}{}{}</configuration>\n", custom("  ", &all), at("assets", &drawings), at("offline.js", &worker))
}

#[test]
fn the_page_for_hosts_says_what_the_site_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting.md");
    let headers = headers();
    let mut page = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    for (language, example) in
        [("nginx", nginx(&headers)), ("apache", apache(&headers)), ("caddyfile", caddyfile(&headers)), ("xml", iis(&headers))]
    {
        let fence = format!("```{language}\n");
        let start = page.rfind(&fence).unwrap_or_else(|| panic!("no example for {language}")) + fence.len();
        let end = start + page[start..].find("```").unwrap();
        page.replace_range(start..end, &example);
    }
    for rule in rules() {
        for (name, _) in rule.headers {
            assert!(page.contains(&format!("`{name}")), "the table does not know {name}");
        }
    }
    expected::file(&file, page);
}
