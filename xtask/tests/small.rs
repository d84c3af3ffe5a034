//! What `build/small.rs` makes smaller does what it did. It is tested here, where no player is compiled for it.

#[path = "../../build/small.rs"]
mod small;

use small::{lean, lean_of_generated, plain_imports, tight};
use std::fs;
use std::path::Path;

#[test]
fn lines_that_are_only_a_comment_go_and_so_does_indentation() {
    let text = "/* One line. */\n.a {\n  color: red; /* beside it */\n\n  /* Several\n     lines,\n  and all of them. */\n  top: 0;\n}\n";
    assert_eq!(lean(text), ".a {\ncolor: red; /* beside it */\ntop: 0;\n}\n");
    let script = "// What it does.\nconst at = \"https://example.org/\"; // where\n\tif (at) {\n\t\t/* nothing */\n\t}\r\n";
    assert_eq!(lean(script), "const at = \"https://example.org/\"; // where\nif (at) {\n}\n");
}

#[test]
fn code_in_the_line_of_a_comment_stays() {
    for (typed, lean_one) in [
        ("top: 0; /* a */", "top: 0; /* a */\n"),
        ("top: 0; // a", "top: 0; // a\n"),
        ("/* a */ top: 0;", "top: 0;\n"),
        ("/* a */ top: 0; /* b */", "top: 0; /* b */\n"),
        ("/* a */ /* b */\n// c\ntop: 0;", "top: 0;\n"),
        ("/* a\n// b\nc */ top: 0;\nleft: 0;", "top: 0;\nleft: 0;\n"),
        ("/*/ a\nb */\ntop: 0;", "top: 0;\n"),
    ] {
        assert_eq!(lean(typed), lean_one);
    }
}

#[test]
fn a_template_string_over_several_lines_is_refused_in_a_script_that_a_program_wrote() {
    assert_eq!(lean_of_generated("  const a = `${b}`;\n").unwrap(), "const a = `${b}`;\n");
    let refused = lean_of_generated("  const a = `one\n    two`;\n").unwrap_err().to_string();
    assert_eq!(refused, "a template string of the player's script goes over several lines: const a = `one");
}

#[test]
fn a_style_sheet_loses_the_spaces_that_only_a_reader_needs() {
    for (typed, tight_one) in [
        (".a, .b {\n  color: red;\n  top: 0;\n}\n", ".a,.b{color:red;top:0;}\n"),
        (".a { color: red }\n.b { top: 0 }\n", ".a{color:red}\n.b{top:0}\n"),
        // A space is a descendant, and beside the signs of calc it must stand.
        (".a .b > :is(i, b) { top: calc(1px + (2em - 3px) * 2) }", ".a .b > :is(i,b){top:calc(1px + (2em - 3px) * 2)}\n"),
        (
            "@media (min-width: 40em) and (max-width: 60em), print {\n  .a { top: 0 }\n}\n",
            "@media (min-width:40em) and (max-width:60em),print{.a{top:0}}\n",
        ),
        (
            "@supports (top: 0) {\n  @media print {\n    .a {\n      top: 0;\n    }\n  }\n}\n.b { left: 0 }\n",
            "@supports (top:0){@media print{.a{top:0;}}}\n.b{left:0}\n",
        ),
        (
            ".a { background: url(a.svg), url(\"data:image/svg+xml, <svg a='b: c'> { }\") }",
            ".a{background:url(a.svg),url(\"data:image/svg+xml, <svg a='b: c'> { }\")}\n",
        ),
        (
            ".a::before { content: \"a: b, c; { d }\"; quotes: '\\'; ' \"\\\\\" }",
            ".a::before{content:\"a: b, c; { d }\";quotes:'\\'; ' \"\\\\\"}\n",
        ),
        (".a { top: 0; /* it's so: a, b; { c } */ left: 0 }", ".a{top:0;/* it's so: a, b; { c } */ left:0}\n"),
    ] {
        assert_eq!(tight(&lean(typed)), tight_one);
    }
}

/// The project's own sheets: all of each but its comments and its spaces is there in the same order, and a second time changes nothing.
#[test]
fn our_style_sheets_lose_only_comments_and_spaces() {
    let mut sheets = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("assets")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "css") {
            let text = fs::read_to_string(&path).unwrap();
            let (lean_one, tight_one) = (lean(&text), tight(&lean(&text)));
            assert_eq!(essence(&lean_one), essence(&text), "{}", path.display());
            assert_eq!(essence(&tight_one), essence(&text), "{}", path.display());
            assert!(tight_one.len() < lean_one.len() && lean_one.len() < text.len(), "{}", path.display());
            assert_eq!((lean(&lean_one), tight(&tight_one)), (lean_one, tight_one), "{}", path.display());
            sheets += 1;
        }
    }
    assert!(sheets >= 7, "only {sheets} style sheets");
}

/// A style sheet without comments, and without spaces beside a sign that ends or parts something. Strings stay as they are.
fn essence(style: &str) -> String {
    let mut essence = String::new();
    let mut rest = style;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => rest[1..].find(sign).map_or(rest.len(), |end| end + 2),
            _ if sign.is_whitespace() => rest.len() - rest.trim_start().len(),
            _ => sign.len_utf8(),
        };
        let (part, after) = rest.split_at(length);
        let is_needed = !essence.ends_with(['{', '}', ';', ',', ':', ' ']) && !after.starts_with(['{', '}', ';', ',']);
        match sign {
            _ if part.starts_with("/*") => {}
            _ if sign.is_whitespace() => essence.push_str(if is_needed { " " } else { "" }),
            _ => essence.push_str(part),
        }
        rest = after;
    }
    essence.trim().to_owned()
}

/// A WebAssembly module that takes a function of no arguments by each name from `wbg` and exports the first as `go`.
fn module(names: &[&str]) -> Vec<u8> {
    let section = |id: u8, body: &[u8]| {
        let length = u16::try_from(body.len()).unwrap();
        // A length is written seven bits at a time; two are enough here, and the first may say that another follows.
        [&[id, (length & 0x7f) as u8 | 0x80, (length >> 7) as u8], body].concat()
    };
    let text = |text: &str| [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
    let count = u8::try_from(names.len()).unwrap();
    let imports: Vec<u8> = names.iter().flat_map(|name| [text("wbg"), text(name), vec![0, 0]].concat()).collect();
    [
        b"\0asm\x01\0\0\0".to_vec(),
        section(1, &[1, 0x60, 0, 0]),
        section(2, &[vec![count], imports].concat()),
        section(7, &[vec![1], text("go"), vec![0, 0]].concat()),
    ]
    .concat()
}

const LOG: &str = "__wbg_log_0c5d2a9e8b7f6a41";
const LOG_OF_ANOTHER: &str = "__wbg_log_ffee00112233aabb";
const NEW: &str = "__wbg_new_1234567890abcdef";

#[test]
fn the_imports_of_the_player_are_numbered_on_both_sides_and_nothing_else_moves() {
    let script = |names: [&str; 3]| {
        let [log, other, new] = names;
        format!("imports.wbg = {{ {new}: () => new {log}(), {log}: f,\n__wbindgen_throw: g, {other}: h, __wbg_log_: i }};\n")
    };
    let others = ["__wbindgen_throw", "__wbg_log_0c5d2a9e8b7f6a4g", "__wbg_left_1234567890abcde0"];
    let all = |names: [&'static str; 3]| module(&names.into_iter().chain(others).collect::<Vec<_>>());
    let (plain_script, plain_wasm) = plain_imports(&script([LOG, LOG_OF_ANOTHER, NEW]), all([LOG, LOG_OF_ANOTHER, NEW]));
    let plain = ["__wbg_log_0000000000000000", "__wbg_log_0000000000000001", "__wbg_new_0000000000000000"];
    assert_eq!(plain_script, script(plain));
    assert_eq!(plain_wasm, all(plain), "names that are not the script's, or no names of imports, stay");
    assert_eq!(plain_imports(&plain_script, plain_wasm.clone()), (plain_script, plain_wasm), "a second time changes nothing");
}

#[test]
fn a_player_without_imports_stays_as_it_is() {
    for wasm in [Vec::new(), b"__wbg".to_vec(), module(&[])] {
        assert_eq!(plain_imports("start();\n", wasm.clone()), ("start();\n".to_owned(), wasm));
    }
}
