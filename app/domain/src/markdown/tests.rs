//! What Markdown is read into, and that no text makes the tree unsafe, deep or large.

use super::*;
use proptest::prelude::*;

/// The tree as a person would draw it, for short rows.
fn drawn(text: &str) -> String {
    read(text).iter().map(node).collect::<Vec<_>>().join(" | ")
}

fn node(of: &Node) -> String {
    let all = |nodes: &[Node]| nodes.iter().map(node).collect::<Vec<_>>().join(", ");
    match of {
        Node::Paragraph(text) => inlines(text),
        Node::Heading { level, text } => format!("h{level} {}", inlines(text)),
        Node::List { first, items } => {
            format!("list{first:?}[{}]", items.iter().map(|item| all(item)).collect::<Vec<_>>().join("; "))
        }
        Node::Quote(nodes) => format!("quote[{}]", all(nodes)),
        Node::Code(text) => format!("code{text:?}"),
        Node::Rule => "rule".to_owned(),
    }
}

fn inlines(all: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Code(text) => format!("`{text}`"),
        Inline::Strong(text) => format!("**{}**", inlines(text)),
        Inline::Emphasis(text) => format!("*{}*", inlines(text)),
        Inline::Link { to, text } => format!("[{}]({})", inlines(text), to.as_str()),
        Inline::Break => "/".to_owned(),
    };
    all.iter().map(one).collect()
}

#[test]
fn what_people_write_is_read() {
    let rows = [
        ("You **meet** and\n*agree* one `goal`.", "You **meet** and *agree* one `goal`."),
        ("# Rules\n\nOne.\n\n---\n\nTwo.", "h1 Rules | One. | rule | Two."),
        ("- a\n- b\n\n3. c\n4. d", "listNone[a; b] | listSome(3)[c; d]"),
        ("- a\n\n  more\n- b\n  - deep", "listNone[a, more; b, listNone[deep]]"),
        ("> said\n> so", "quote[said so]"),
        ("```\nlet a;\n```", "code\"let a;\\n\""),
        ("one  \ntwo", "one/two"),
        ("[us](https://kith.example) <a@b.example>", "[us](https://kith.example) [a@b.example](mailto:a@b.example)"),
        ("<http://kith.example>", "[http://kith.example](http://kith.example)"),
        ("", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(drawn(text), expected, "{text}");
        assert!(!holds_html(text), "{text}");
    }
}

#[test]
fn html_is_text_and_unsafe_links_are_words() {
    let rows = [
        ("<script>alert(1)</script>", "<script>alert(1)</script>", true),
        ("a <b onclick=x>c</b>", "a <b onclick=x>c</b>", true),
        ("<!-- hidden -->", "<!-- hidden -->", true),
        ("[x](javascript:alert(1))", "x", false),
        ("[x](JaVaScRiPt:alert(1)) [y](data:text/html,z) [z](/here) [w](//there.example)", "x y z w", false),
        ("[x](&#106;avascript:alert(1))", "x", false),
        ("<javascript:alert(1)>", "javascript:alert(1)", false),
        ("![a cat](https://kith.example/cat.png)", "a cat", false),
        ("`<b>` is bold", "`<b>` is bold", false),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2", false),
    ];
    for (text, expected, is_html) in rows {
        assert_eq!(drawn(text).trim(), expected, "{text}");
        assert_eq!(holds_html(text), is_html, "{text}");
    }
}

#[test]
fn an_address_is_a_page_or_mail() {
    for text in ["https://a", "HTTP://a.example/x?y=z#w", "mailto:a@b.example"] {
        assert!(Address::parse(text).is_ok(), "{text}");
    }
    for text in
        ["", "https://", "a", "/a", "//a", "javascript:a", "https ://a", "https://a b", "java\nscript:a", "vbscript:a"]
    {
        assert!(Address::parse(text).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<Address>("\"javascript:alert(1)\"").is_err());
}

fn depth(nodes: &[Node]) -> usize {
    let deepest = nodes.iter().map(|of| match of {
        Node::Paragraph(text) | Node::Heading { text, .. } => 1 + inline_depth(text),
        Node::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
        Node::Quote(nodes) => 1 + depth(nodes),
        Node::Code(_) | Node::Rule => 1,
    });
    deepest.max().unwrap_or(0)
}

fn inline_depth(all: &[Inline]) -> usize {
    let deepest = all.iter().map(|inline| match inline {
        Inline::Strong(text) | Inline::Emphasis(text) | Inline::Link { text, .. } => 1 + inline_depth(text),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => 1,
    });
    deepest.max().unwrap_or(0)
}

fn is_safe(text: &str) -> bool {
    let tree = serde_json::to_string(&read(text)).unwrap();
    // Reading it back goes through `Address`, which refuses what is unsafe.
    depth(&read(text)) <= DEEPEST + 2
        && tree.len() <= 40 * text.len() + 200_000
        && serde_json::from_str::<Vec<Node>>(&tree).is_ok()
}

#[test]
fn no_text_makes_the_tree_deep_or_large() {
    let texts = [
        ">".repeat(50_000),
        "> ".repeat(50_000),
        "- ".repeat(50_000),
        "*a ".repeat(30_000),
        "**".repeat(50_000),
        "[".repeat(50_000),
        "[a](".repeat(25_000),
        "`".repeat(50_000),
        "<".repeat(50_000),
        "\\".repeat(50_000),
        format!("[a]: https://a.example/{}\n\n{}", "x".repeat(1_900), "[a] ".repeat(20_000)),
        "ü".repeat(80_000),
    ];
    for text in &texts {
        assert!(is_safe(text), "{}", &text[..20]);
    }
    let said = drawn(&format!("{}deep", "> ".repeat(500)));
    assert!(said.contains("deep"), "what lies too deep is still there");
}

proptest! {
    #[test]
    fn any_text_has_a_safe_tree(text in r#"(\PC|[<>\[\]()!*_`#\-\n ]|script|javascript:|https://|mailto:|&#106;|> |- |\[a\]\(){0,80}"#) {
        prop_assert!(is_safe(&text));
    }
}
