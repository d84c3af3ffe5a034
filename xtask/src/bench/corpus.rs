//! What is built to see how long it takes: one setting of many pages, the same words as Hugo, mdBook and Zola take them, and many settings that share
//! their words.
//!
//! The words are sentences of the shared policy (`content/common/policy`), drawn by a generator of numbers with a fixed seed: every run, on every
//! machine, has the same bytes.

use crate::shell::root;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How long a page is at least, in bytes of Markdown.
const PAGE: usize = 12_000;

/// Where the corpora of one size lie, each as one program takes it.
pub struct Corpus {
    /// How many pages it has.
    pub pages: usize,
    /// A folder in which each program has one of its own.
    pub folder: PathBuf,
}

/// Makes the corpora of a number of pages in a folder that is emptied before.
pub fn of_pages(pages: usize, folder: &Path) -> io::Result<Corpus> {
    emptied(folder)?;
    let sentences = sentences()?;
    let mut numbers = Numbers(7);
    let setting = folder.join("fingerpost");
    copied(&root().join("tests/cases/findings/_base"), &setting)?;
    put(&setting.join("strings.toml"), &fs::read_to_string(root().join("content/common/strings.toml"))?)?;
    let mut summary = "# Summary\n\n".to_owned();
    for page in 0..pages {
        let (marked, plain) = words(page, &sentences, &mut numbers);
        let title = format!("Section {page}");
        put(
            &setting.join(format!("policy/{:05}-section-{page}.md", page + 100)),
            &format!("+++\napproved = \"with the policy\"\n+++\n\n# {title}\n\n{marked}"),
        )?;
        put(&folder.join(format!("hugo/content/section-{page}.md")), &format!("---\ntitle: {title}\n---\n\n{plain}"))?;
        put(&folder.join(format!("zola/content/section-{page}.md")), &format!("+++\ntitle = \"{title}\"\n+++\n\n{plain}"))?;
        put(&folder.join(format!("mdbook/src/section-{page}.md")), &format!("# {title}\n\n{plain}"))?;
        let _ = writeln!(summary, "- [{title}](section-{page}.md)");
    }
    put(&folder.join("mdbook/src/SUMMARY.md"), &summary)?;
    put(&folder.join("mdbook/book.toml"), "[book]\ntitle = \"Sections\"\n\n[output.html.search]\nenable = false\n")?;
    put(&folder.join("hugo/hugo.toml"), "baseURL = \"https://example.org/\"\ntitle = \"Sections\"\n")?;
    let page = |title: &str, body: &str| {
        format!("<!DOCTYPE html><html lang=\"en-GB\"><head><title>{title}</title></head><body>{body}</body></html>\n")
    };
    let one = page("{{ .Title }}", "<main><h1>{{ .Title }}</h1>{{ .Content }}</main>");
    let list = "<ul>{{ range .Site.RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>";
    put(&folder.join("hugo/layouts/_default/single.html"), &one)?;
    put(&folder.join("hugo/layouts/_default/list.html"), &page("{{ .Title }}", list))?;
    put(&folder.join("zola/config.toml"), "base_url = \"https://example.org\"\ntitle = \"Sections\"\ncompile_sass = false\n")?;
    let one = page("{{ page.title }}", "<main><h1>{{ page.title }}</h1>{{ page.content | safe }}</main>");
    put(&folder.join("zola/templates/page.html"), &one)?;
    let list = "<ul>{% for page in section.pages %}<li><a href=\"{{ page.path }}\">{{ page.title }}</a></li>{% endfor %}</ul>";
    put(&folder.join("zola/templates/index.html"), &page("{{ config.title }}", list))?;
    Ok(Corpus { pages, folder: folder.to_path_buf() })
}

/// Makes settings that are the example school but for their names, beside the words that they share. Returns their folders.
pub fn of_settings(settings: usize, folder: &Path) -> io::Result<Vec<PathBuf>> {
    emptied(folder)?;
    copied(&root().join("content/common"), &folder.join("common"))?;
    (0..settings)
        .map(|number| {
            let own = folder.join(format!("setting-{number:03}"));
            copied(&root().join("content/school"), &own)?;
            let toml = own.join("setting.toml");
            let named = fs::read_to_string(&toml)?.replace("The Example School", &format!("Example School {number}"));
            put(&toml, &named)?;
            Ok(own)
        })
        .collect()
}

/// The words of a page: with clauses as Fingerpost takes them, and the same without marks.
fn words(page: usize, sentences: &[String], numbers: &mut Numbers) -> (String, String) {
    let (mut marked, mut plain) = (String::new(), String::new());
    let mut part = 0;
    while marked.len() < PAGE {
        let mut both = |text: &str| {
            marked.push_str(text);
            plain.push_str(text);
        };
        both(&format!("## Part {part}\n\n"));
        for _ in 0..3 {
            let paragraph: Vec<&str> = (0..4).map(|_| numbers.one_of(sentences)).collect();
            both(&format!("{}\n\n", paragraph.join(" ")));
        }
        for item in 0..4 {
            let sentence = numbers.one_of(sentences);
            let _ = writeln!(marked, "- {sentence} {{#s{page}-{part}-{item} .staff}}");
            let _ = writeln!(plain, "- {sentence}");
        }
        marked.push('\n');
        plain.push('\n');
        part += 1;
    }
    (marked, plain)
}

/// The sentences of the shared policy that hold nothing but words, in the order of its files.
fn sentences() -> io::Result<Vec<String>> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("content/common/policy"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    files.sort();
    let is_word = |character: char| character.is_alphanumeric() || " .,’'-?".contains(character);
    let mut sentences = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
        for line in fs::read_to_string(file)?.lines() {
            let words = line.trim_start_matches("- ").split(" {").next().unwrap_or_default();
            for sentence in words.split_inclusive(". ").map(str::trim) {
                let starts = sentence.chars().next().is_some_and(char::is_uppercase);
                if starts && sentence.ends_with('.') && (20..160).contains(&sentence.len()) && sentence.chars().all(is_word) {
                    sentences.push(sentence.to_owned());
                }
            }
        }
    }
    if sentences.is_empty() {
        return Err(io::Error::other("content/common/policy has no plain sentence"));
    }
    Ok(sentences)
}

/// Numbers that are the same in every run: a linear congruential generator with Knuth's constants for 64 bits.
struct Numbers(u64);

impl Numbers {
    fn one_of<'s>(&mut self, all: &'s [String]) -> &'s str {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the more random ones.
        &all[(self.0 >> 33) as usize % all.len()]
    }
}

/// Writes a file, and the folders to it.
fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Copies a folder.
fn copied(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copied(&from, &to)? } else { fs::copy(&from, &to).map(drop)? }
    }
    Ok(())
}

fn emptied(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::create_dir_all(folder),
    }
}
