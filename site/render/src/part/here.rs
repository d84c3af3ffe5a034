//! How one page names another: always by file, always relative, so that the folder works at the root of a domain, beneath any path,
//! and from a disk.

use super::language::Languages;

/// Where a page stands, and so how it names the others.
#[derive(Clone, Debug)]
pub struct Here {
    /// The page's path in the output folder; of a translation, that of its original.
    pub path: String,
    /// What stands before the path of another page in the same language.
    near: String,
    /// What stands before the path of any file in the output folder.
    root: String,
    /// The languages of the site, seen from the page's.
    languages: Languages,
}

impl Here {
    /// The page with this path.
    pub fn new(path: &str, languages: &Languages) -> Here {
        let up = |path: &str| "../".repeat(path.matches('/').count());
        Here { path: path.to_owned(), near: up(path), root: up(&languages.here().path(path)), languages: languages.clone() }
    }

    /// A page that a host shows under any address: its links begin with the path of the site, where that is known.
    pub fn anywhere(self, base_path: Option<&str>) -> Here {
        let root = base_path.unwrap_or_default().to_owned();
        Here { near: root.clone(), root, ..self }
    }

    /// The page's own path in the output folder.
    pub fn file(&self) -> String {
        self.languages.here().path(&self.path)
    }

    /// The link to another file of the site: in the page's own language where there is one.
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", if self.languages.here().has(path) { &self.near } else { &self.root })
    }

    /// The link to a file by its path in the output folder, whatever its language.
    pub fn to_file(&self, file: &str) -> String {
        format!("{}{file}", self.root)
    }
}

#[cfg(test)]
mod tests {
    use super::Here;
    use crate::part::language::Languages;
    use crate::readers::Readers;
    use crate::tests::sample;

    #[test]
    fn links_are_relative_to_the_page() {
        let setting = sample::setting();
        let readers = Readers::of(&setting);
        let languages = Languages::of(readers, &readers.everybody());
        let here = |path| Here::new(path, &languages);
        assert_eq!(here("index.html").to("policy/all.html"), "policy/all.html");
        assert_eq!(here("policy/all.html").to("get-help.html"), "../get-help.html");
        assert_eq!(here("404.html").anywhere(Some("/a/")).to("index.html"), "/a/index.html");
    }
}
