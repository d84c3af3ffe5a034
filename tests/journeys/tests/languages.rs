//! Pages in other languages: which way they run, and how a reader goes from one language to another.

use fingerpost_journeys::{journey_on, site};

/// The left edge of every figure of the first telephone number in the main part, in the order of the text.
const FIGURES: &str = "
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
        const start = text.data.search(/01632 960 201|0800 1111/);
        if (start < 0) continue;
        const edges = [];
        for (let at = start; /[0-9 ]/.test(text.data[at] || ''); at++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            if (text.data[at] !== ' ') edges.push(range.getBoundingClientRect().left);
        }
        return edges;
    }
    return [];";

#[test]
fn a_page_runs_the_way_of_its_language_and_a_telephone_number_its_own() {
    journey_on(site::dist(site::LANGUAGES), true, |journey| async move {
        for (page, way) in [("ar/policy/telling.html", "rtl"), ("ar/get-help.html", "rtl"), ("de/policy/telling.html", "ltr")] {
            journey.open(page).await;
            let runs: String = journey.ask("return getComputedStyle(document.querySelector('main')).direction", &[]).await;
            assert_eq!(runs, way, "{page}");
            let edges: Vec<f64> = journey.ask(FIGURES, &[]).await;
            assert!(edges.len() > 7 && edges.windows(2).all(|pair| pair[0] < pair[1]), "{page}: {edges:?}");
        }
    });
}

#[test]
fn a_reader_goes_from_one_language_to_another_and_stays_in_it() {
    const CHOOSE: &str = "document.querySelector(`.languages [hreflang=${arguments[0]}]`).click()";
    const LANGUAGE: &str = "return document.documentElement.lang + ' ' + location.pathname.split('/sub/path/')[1]";
    journey_on(site::dist(site::LANGUAGES), true, |journey| async move {
        journey.open("index.html").await;
        let names: Vec<String> =
            journey.ask("return [...document.querySelectorAll('.languages a')].map(a => a.textContent)", &[]).await;
        assert_eq!(names, ["العربية", "Deutsch"]);
        let () = journey.ask(CHOOSE, &["de".into()]).await;
        journey.wait_until("the German page", "document.documentElement.lang === 'de'").await;
        assert_eq!(journey.ask::<String>(LANGUAGE, &[]).await, "de de/index.html");
        let () = journey.ask("document.querySelector('main a[href$=\"policy/index.html\"]').click()", &[]).await;
        journey.wait_until("the policy", "location.pathname.endsWith('de/policy/index.html')").await;
        // What is not translated is there in English, and says so before it is opened.
        let english: String =
            journey.ask("return document.querySelector('.sections [hreflang]').closest('li').textContent", &[]).await;
        assert!(english.contains("Devices") && english.contains("(auf Englisch)"), "{english}");
    });
}
