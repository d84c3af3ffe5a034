//! Texts of known scores: what another program says of each is in `texts/scores.txt`. Sentences and words are the same; syllables come from rules here and from a
//! dictionary there, so that they may differ by 2 in a hundred.

use fingerpost_reading::familiar::Familiar;
use fingerpost_reading::measure::Measure;
use fingerpost_reading::sentence::sentences;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn texts_of_known_scores_have_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts");
    let table = fs::read_to_string(folder.join("scores.txt")).unwrap();
    let mut scored = BTreeSet::new();
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let number = |cell: usize| cells[cell].parse::<f64>().unwrap();
        let text = fs::read_to_string(folder.join(cells[0])).unwrap();
        let measure = Measure::of(sentences(&text).into_iter().map(|range| &text[range]), &Familiar::default());
        let found = [measure.sentences, measure.words, measure.syllables].map(|count| f64::from(u32::try_from(count).unwrap()));
        assert_eq!((found[0], found[1]), (number(1), number(2)), "{}", cells[0]);
        assert!((found[2] - number(3)).abs() <= number(3) * 0.02, "{}: {} syllables", cells[0], found[2]);
        assert!((measure.grade() - number(4)).abs() <= 0.3, "{}: grade {}", cells[0], measure.grade());
        assert!((measure.ease() - number(5)).abs() <= 2.0, "{}: ease {}", cells[0], measure.ease());
        scored.insert(cells[0].to_owned());
    }
    let texts = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let texts: BTreeSet<String> = texts.filter(|name| name != "scores.txt").collect();
    assert_eq!(texts, scored, "every text has a row");
}
