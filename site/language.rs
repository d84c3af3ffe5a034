//! What the program has to know about a language: which way it is written.

/// Languages that are written from right to left, whichever script their tag names or leaves out.
const LANGUAGES: [&str; 13] = ["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that are written from right to left, as they stand in a tag such as `pa-arab`.
const SCRIPTS: [&str; 7] = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// Whether a language is written from right to left. A script in its tag says it best: `ur-latn` is not.
pub fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn a_script_says_it_before_a_language_does() {
        for tag in ["ar", "he-IL", "pa-arab", "ur", "ckb-iq"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["en-GB", "cy", "pa", "ur-latn", "zh-hans", ""] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
