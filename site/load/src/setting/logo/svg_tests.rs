//! What drawing programs write is published, what acts is not, and what is published holds nothing that is not on the lists.

use super::css;
use super::png_made;
use super::svg::{read, size};
use super::vocabulary::{Element, LINKING, MEASURES, PROPERTIES, SVG, XLINK, XML, element};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// What becomes of a whole file.
fn published(text: &str) -> Result<String, String> {
    let picture = read(text.as_bytes()).map_err(|refusal| refusal.message)?;
    Ok(String::from_utf8(picture.bytes).expect("it is text"))
}

/// What becomes of something inside a drawing with a shape.
fn inside(text: &str) -> Result<String, String> {
    let svg = format!(
        "<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 60 40\"><path id=\"shape\" d=\"M0 0h4\"/>{text}</svg>"
    );
    let whole = published(&svg)?;
    let inner = whole.split_once("<path id=\"shape\" d=\"M0 0h4\"/>").map_or("", |(_, rest)| rest);
    Ok(inner.strip_suffix("</svg>\n").unwrap_or(inner).to_owned())
}

#[test]
fn a_drawing_is_written_anew() {
    for (typed, kept) in [
        ("<title>Post &amp; <!-- not this --> arms</title>", "<title>Post &amp;  arms</title>"),
        ("\n  <g\n  fill='red'>\n <circle r=\"3\"></circle>words</g>", "<g fill=\"red\"><circle r=\"3\"/></g>"),
        (
            "<defs><linearGradient id=\"a\"/></defs><use xlink:href=\"#a\"/>",
            "<defs><linearGradient id=\"a\"/></defs><use xlink:href=\"#a\"/>",
        ),
        ("<use href='#shape'/>", "<use href=\"#shape\"/>"),
        ("<style><![CDATA[ .a { fill: url( '#a' ) } ]]></style>", "<style>.a{fill:url(#a)}</style>"),
        ("<style>.a<!-- parted -->b{fill:red}</style>", "<style>.ab{fill:red}</style>"),
        ("<g class=\"a b\" style=\"fill:#123456\"/>", "<g class=\"a b\" style=\"fill:#123456\"/>"),
        ("<path d='M0,0\n\t\th4>'/>", "refused: The value of d in this SVG cannot be understood."),
        ("<path d='M0,0\n\t\th4'/>", "<path d=\"M0,0 h4\"/>"),
        (
            "<text xml:space='preserve' font-family=\"'A B'\">a <tspan> b</tspan></text>",
            "<text xml:space=\"preserve\" font-family=\"'A B'\">a <tspan> b</tspan></text>",
        ),
        ("<text>a &lt;script&gt; &#x26; ]]&gt;</text>", "<text>a &lt;script&gt; &amp; ]]&gt;</text>"),
        // What only a program reads.
        ("<metadata><r:RDF xmlns:r='urn:r'><?xpacket begin=''?></r:RDF></metadata>", ""),
        ("<i:namedview xmlns:i='urn:inkscape' onload='go()'><script/></i:namedview>", ""),
        ("<g xmlns:i='urn:i' i:label='Layer' data-name='Layer 1' role='img' tabindex='0' id='Frame 1'/>", "<g/>"),
        ("<font><glyph d='M0 0'/></font>", ""),
        (
            "<path d='M0 0' srcset='https://example.org/a 2x' background='https://example.org/b' imagesrcset='c'/>",
            "<path d=\"M0 0\"/>",
        ),
        ("<path d='M0 0' xlink:title='https://example.org' href='#shape'/>", "<path d=\"M0 0\"/>"),
    ] {
        let said = inside(typed).unwrap_or_else(|message| format!("refused: {message}"));
        assert_eq!(said, kept, "{typed}");
    }
}

#[test]
fn what_runs_moves_links_or_loads_is_refused_by_name() {
    for (typed, what) in [
        ("<script>alert(1)</script>", "<script>"),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "<script>"),
        ("<a\u{1680}:script xmlns:a\u{1680}='http://www.w3.org/2000/svg'/>", "<script>"),
        ("<!----><script/>", "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=x'/>", "web page (<meta>)"),
        ("<path d='M0 0' \n onload = \"go()\"/>", "onload"),
        ("<path d='M0 0' ONCLICK='go()'/>", "ONCLICK"),
        ("<use href='https://example.org/a.svg#b'/>", "https://example.org"),
        ("<use href='a.svg#b'/>", "a.svg#b"),
        ("<a xlink:href=\"javascript:go()\"/>", "<a>"),
        ("<path href='&#106;avascript:go()'/>", "javascript:"),
        ("<animate attributeName='href'/>", "<animate>"),
        ("<set attributeName='href' to='x'/>", "<set>"),
        ("<image href='https://example.org/a.png'/>", "from outside"),
        ("<image href='data:image/svg+xml,a'/>", "from outside"),
        ("<image href='data:image/png;base64,AAAA'/>", "no PNG or JPEG"),
        ("<feImage href='#shape'/>", "<feImage>"),
        ("<g style='fill:url(//example.org/a)'/>", "style that loads"),
        ("<g fill='url(a.svg#b)'/>", "style that loads"),
        ("<style>@import 'a.css'</style>", "@import"),
        ("<style>&#64;import 'a.css'</style>", "@import"),
        ("<style>@imp<!-- -->ort 'a.css'</style>", "@import"),
        ("<style>@im<g/>port 'a.css'</style>", "an element in a style"),
        ("<style>a{fill:u<g/>rl(x)}</style>", "an element in a style"),
        ("<style>a{fill:u<![CDATA[rl(x)]]>}</style>", "style that loads"),
        ("<style>@\\69mport 'a'</style>", "the rule @"),
        ("<style>a{fill:\\75rl(x)}</style>", "cannot be understood"),
        ("<style>a{background:image-set('https://example.org/a.png' 1x)}</style>", "style that loads"),
        ("<?go now?>", "instruction"),
        ("<x/>", "something unknown (<x>)"),
    ] {
        let said = inside(typed).expect_err(typed);
        assert!(said.contains(what), "{typed}: {said}");
    }
}

#[test]
fn a_file_that_is_no_whole_drawing_is_refused_with_the_cause() {
    let svg = |text: &str| format!("<svg xmlns=\"{SVG}\">{text}</svg>");
    for (text, what) in [
        ("<svg><path d='M0 0'/></svg>".to_owned(), "does not say that it is one"),
        ("<html><svg/></html>".to_owned(), "begins with <html>"),
        (svg("<g><path d='M0 0'/></svg>"), "is damaged"),
        (svg("<path d='M0 0' d='M1 1'/>"), "a tag has d twice"),
        (svg("<path d='M0 0'/>&copy;"), "what &copy; stands for"),
        (svg("<path d='M0 0'/>") + "<svg/>", "outside the drawing"),
        (svg("<path d=x onload='go()'/>"), "is damaged"),
        (svg("<path d='M0 0"), "is damaged"),
        (svg("<!-->-->"), "draws nothing"),
        (svg("<!--> -- <script>go()</script><!-- -->"), "is damaged"),
        (svg("<!-- no end "), "is damaged"),
        (svg("<i:path d='M0 0'/>"), "what i: stands for"),
        (svg("<path d='M0 0'/>\u{1}"), "no text has"),
        (svg("<title>Nothing</title>"), "draws nothing"),
        (svg(""), "draws nothing"),
        (format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{}", svg("&a;")), "declarations of its own"),
        (format!("<!DOCTYPE svg SYSTEM \"a><svg x='\">{}", svg("")), "declarations of its own"),
        (format!("<!DOCTYPE svg><!DOCTYPE svg>{}", svg("")), "more than one document type"),
        (format!("<?xml version='1.0' encoding='ISO-2022-JP'?>{}", svg("\u{1b}$B<script>\u{1b}(B")), "not in UTF-8"),
        (format!("<?xml-stylesheet href='a.css'?>{}", svg("<path d='M0 0'/>")), "instruction"),
        ("<svg ".to_owned() + &"a".repeat(300_000), "more than 200 KB"),
    ] {
        let said = published(&text).expect_err(&text);
        assert!(said.contains(what), "{text}: {said}");
    }
    assert!(read(b"<svg>\xff</svg>").unwrap_err().message.contains("not text in UTF-8"));
    assert!(read(b"\xff\xfe<\0s\0v\0g\0").unwrap_err().message.contains("not text in UTF-8"));
}

#[test]
fn what_a_file_begins_with_is_not_published() {
    let svg = format!("<svg xmlns=\"{SVG}\" version=\"1.1\"><path d='M0 0'/></svg>");
    let kept = format!("<svg xmlns=\"{SVG}\"><path d=\"M0 0\"/></svg>\n");
    let doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    for before in [
        "",
        "\u{feff}",
        "\n <?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator: a program -->\n",
        doctype,
        &format!("<?xml version='1.0' standalone='no'?>{doctype}\n"),
        "<!DOCTYPE svg>",
    ] {
        assert_eq!(published(&format!("{before}{svg}")).as_deref(), Ok(&*kept), "{before}");
    }
}

#[test]
fn a_place_is_that_of_the_mistake() {
    let svg = format!("\u{feff}\n<!DOCTYPE svg>\n<svg xmlns=\"{SVG}\">\n<path d='M0 0'/>\n  <script/></svg>");
    let at = |text: &str| read(text.as_bytes()).unwrap_err().at;
    assert_eq!(at(&svg), svg.find("<script").unwrap());
    let svg = svg.replace("<script/>", "<g></h>");
    assert_eq!(at(&svg), svg.find("</h").unwrap());
}

#[test]
fn a_picture_inside_is_looked_at_as_a_file_of_its_own() {
    let with_more = [png_made::point(), b"<script>".to_vec()].concat();
    let typed = format!("<image width='1' href='data:image/png;base64,{}\n'/>", STANDARD.encode(with_more));
    let kept = format!("<image width=\"1\" href=\"data:image/png;base64,{}\"/>", STANDARD.encode(png_made::point()));
    assert_eq!(inside(&typed), Ok(kept));
}

#[test]
fn a_few_lines_cannot_become_millions_of_shapes() {
    // Each of these draws the one before it ten times.
    let laughs = |last: usize, how: &dyn Fn(usize) -> String| -> String {
        (1..=last).map(|number| format!("<g id=\"l{number}\">{}</g>", how(number - 1).repeat(10))).collect()
    };
    let used = |number: usize| format!("<use href='#l{number}'/>");
    let filled = |number: usize| format!("<path d='M0 0' style='fill:url(#l{number})'/>");
    let classed = |number: usize| format!("<path d='M0 0' class='c{number}'/>");
    let sheet: String = (0..9).map(|number| format!("g > .c{number}{{fill:url(#l{number})}}")).collect();
    for many in [laughs(9, &used), laughs(9, &filled), format!("<style>{sheet}</style>{}", laughs(9, &classed))] {
        let all = many + "<use href='#l9'/>";
        let said = inside(&format!("<path id='l0' d='M0 0'/>{all}")).expect_err(&all);
        assert!(said.contains("too many times"), "{said}: {all}");
    }
    assert!(inside(&format!("<path id='l0' d='M0 0'/>{}", laughs(2, &used))).is_ok());
    for inside_itself in [
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<pattern id='a'><path d='M0 0' fill='url(#a)'/></pattern>",
    ] {
        assert!(inside(inside_itself).unwrap_err().contains("inside itself"), "{inside_itself}");
    }
    let chain: String = (1..400).map(|number| format!("<g id='c{number}'><use href='#c{}'/></g>", number + 1)).collect();
    assert!(inside(&chain).unwrap_err().contains("too many times"));
}

#[test]
fn what_stands_deep_in_one_another_ends_in_a_finding() {
    let deep = |levels: usize| "<g>".repeat(levels) + &"</g>".repeat(levels);
    assert!(inside(&deep(60)).is_ok());
    assert!(inside(&deep(1000)).unwrap_err().contains("too deep"));
    assert!(inside(&deep(25_000)).unwrap_err().contains("too many pieces"));
    // Half of that, and no end.
    assert!(inside(&"<g>".repeat(60_000)).unwrap_err().contains("is damaged"));
    assert!(inside(&deep(100_000)).unwrap_err().contains("200 KB"));
}

#[test]
fn the_size_is_that_of_the_view_box() {
    assert_eq!(size("0 0 60 40.4"), Some((60, 40)));
    assert_eq!(size("0,0,60,40"), Some((60, 40)));
    for none in ["", "0 0 0 4", "0 0 60", "0 0 NaN 40", "0 0 1e9 40"] {
        assert_eq!(size(none), None, "{none}");
    }
}

/// Holds what was published to the lists, whatever the way to it.
fn looked_at(published: &str) {
    let document = Document::parse(published).unwrap_or_else(|error| panic!("{error}: {published}"));
    let is_plain = |node: Node<'_, '_>| node.is_root() || node.is_element() || node.is_text();
    assert!(document.descendants().all(is_plain), "a comment or an instruction: {published}");
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert_eq!(node.tag_name().namespace(), Some(SVG), "{name}: {published}");
        assert!(!matches!(element(name), Element::Refused(_) | Element::Note), "<{name}>: {published}");
        if name == "style" {
            let text = node.text().unwrap_or_default();
            assert!(!text.contains(['@', '\\', '<', '&']), "{text}");
            assert!(text.split("url(").skip(1).all(|rest| rest.starts_with('#')), "{text}");
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            match (attribute.namespace(), name) {
                (None | Some(XLINK), "href") if node.tag_name().name() == "image" => {
                    assert!(
                        value.starts_with("data:image/png;base64,") || value.starts_with("data:image/jpeg;base64,"),
                        "{value}"
                    );
                }
                (None | Some(XLINK), "href") => {
                    assert!(LINKING.contains(&node.tag_name().name()) && value.starts_with('#'), "{published}");
                }
                (Some(XML), "space") | (None, "id" | "class" | "style") => {}
                (None, _) => assert!(MEASURES.contains(&name) || PROPERTIES.contains(&name), "{name}: {published}"),
                _ => panic!("{name}: {published}"),
            }
            assert!(!PROPERTIES.contains(&name) || MEASURES.contains(&name) || css::value(value).is_ok(), "{value}");
            assert!(value.to_lowercase().split("url(").skip(1).all(|rest| rest.starts_with('#')), "{value}");
        }
    }
}

/// Drawings as programs write them.
const DRAWINGS: [&str; 4] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Created with Inkscape -->\n<svg xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"210mm\" viewBox=\"0 0 210 297\"><defs id=\"d\"><linearGradient id=\"g1\"><stop style=\"stop-color:#f00\" offset=\"0\"/></linearGradient><radialGradient xlink:href=\"#g1\" id=\"g2\"/></defs><g inkscape:label=\"Layer 1\" inkscape:groupmode=\"layer\"><path style=\"fill:url(#g2);-inkscape-stroke:none\" d=\"M 0,0 h 4\"/><text xml:space=\"preserve\" style=\"font-family:'A, B'\">a<tspan x=\"1\">b</tspan></text></g></svg>",
    "<svg id=\"Layer_1\" data-name=\"Layer 1\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><defs><style>.cls-1{fill:#fff;}.cls-2{clip-path:url(#c);}</style><clipPath id=\"c\"><rect class=\"cls-1\" width=\"64\"/></clipPath></defs><title>A</title><g class=\"cls-2\"><polygon points=\"0 0 1 1\"/></g></svg>",
    "<svg width=\"64\" fill=\"none\" xmlns=\"http://www.w3.org/2000/svg\"><mask id=\"m\" style=\"mask-type:luminance\"><path d=\"M0 0H4Z\" fill=\"white\"/></mask><g filter=\"url(#f)\" mask=\"url(#m)\"><circle cx=\"1\" r=\"2\" fill=\"#D9D9D9\"/></g><defs><filter id=\"f\" x=\"0\" filterUnits=\"userSpaceOnUse\"><feFlood flood-opacity=\"0\" result=\"b\"/><feColorMatrix in=\"SourceAlpha\" type=\"matrix\" values=\"0 0 0 1\"/></filter></defs></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><symbol id='s'><path d='M0 0'/></symbol><use href='#s' x='1'/><image href='data:image/png;base64,AAAA'/></svg>",
];

/// What chance puts into them.
const PIECES: [&str; 60] = [
    "<",
    ">",
    "/",
    "\"",
    "'",
    "=",
    " ",
    "&",
    ";",
    ":",
    "#",
    "(",
    ")",
    "{",
    "}",
    "@",
    "\\",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x ?>",
    "&#64;",
    "&amp;",
    "&lt;",
    "<script>go()</script>",
    "<script xmlns='http://www.w3.org/2000/svg'/>",
    " onload='go()'",
    " ONLOAD=\"go()\"",
    " href='https://example.org/'",
    " xlink:href='javascript:go()'",
    " style='fill:url(//a)'",
    " fill='url(a)'",
    "url(",
    "u/**/rl(x)",
    "@import 'a'",
    "/*",
    "*/",
    "<style>",
    "</style>",
    "<g>",
    "</g>",
    "<foreignObject/>",
    "<a href='#s'>",
    "</a>",
    "<use href='#s'/>",
    "<animate attributeName='href'/>",
    " xmlns=''",
    " xmlns='http://www.w3.org/1999/xhtml'",
    " xmlns:x='http://www.w3.org/2000/svg'",
    "x:",
    "<!DOCTYPE svg>",
    "\u{1680}",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "é",
    " id='a'",
    " class='a'",
    "url(#s)",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_file_what_is_published_is_on_the_lists(
        drawing in prop::sample::select(&DRAWINGS[..]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, prop::sample::select(&PIECES[..])), 0..6),
    ) {
        let mut signs: Vec<char> = drawing.chars().collect();
        for (at, taken, piece) in changes {
            let at = at.index(signs.len() + 1);
            let end = (at + taken).min(signs.len());
            signs.splice(at..end, piece.chars());
        }
        let text: String = signs.into_iter().collect();
        if let Ok(once) = published(&text) {
            looked_at(&once);
            prop_assert_eq!(published(&once), Ok(once.clone()), "what was published is published again as it is");
        }
    }
}

#[test]
fn the_drawings_that_chance_changes_are_published_as_they_are() {
    for drawing in &DRAWINGS[..3] {
        let once = published(drawing).unwrap_or_else(|message| panic!("{message}: {drawing}"));
        looked_at(&once);
    }
    let picture = format!("base64,{}", STANDARD.encode(png_made::point()));
    looked_at(&published(&DRAWINGS[3].replace("base64,AAAA", &picture)).unwrap());
}
