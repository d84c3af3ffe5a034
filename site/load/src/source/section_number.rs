//! The number of a section: as the name of its file gives it, as its author typed it, and as it is counted on the site.

/// The number of a section.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    /// As its author gave it.
    pub typed: u32,
    /// As it is on the site.
    pub counted: u32,
}

/// `05-dsl` is number 5 with the address `dsl`.
pub fn number_and_slug(stem: &str) -> (Option<u32>, &str) {
    let slug = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = stem[..stem.len() - slug.len()].parse().ok();
    let slug = slug.trim_start_matches('-');
    (number, if slug.is_empty() { stem } else { slug })
}

#[cfg(test)]
mod tests {
    use super::number_and_slug;

    #[test]
    fn a_file_name_gives_number_and_address() {
        assert_eq!(number_and_slug("05-dsl"), (Some(5), "dsl"));
        assert_eq!(number_and_slug("dsl"), (None, "dsl"));
        assert_eq!(number_and_slug("12"), (Some(12), "12"));
    }
}
