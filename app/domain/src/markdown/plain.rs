//! The words of a text without its markup, as search and previews need them.

use super::{Inline, Node, read};

/// What `text` says: words with single spaces, blocks on lines of their own.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    read(text).iter().for_each(|node| block(node, &mut out));
    out.truncate(out.trim_end().len());
    out
}

fn block(node: &Node, out: &mut String) {
    match node {
        Node::Paragraph(text) | Node::Heading { text, .. } => {
            text.iter().for_each(|piece| inline(piece, out));
            out.push('\n');
        }
        Node::List { items, .. } => items.iter().flatten().for_each(|node| block(node, out)),
        Node::Quote(nodes) => nodes.iter().for_each(|node| block(node, out)),
        Node::Code(text) => {
            out.push_str(text.trim_end());
            out.push('\n');
        }
        Node::Rule => {}
    }
}

fn inline(piece: &Inline, out: &mut String) {
    match piece {
        Inline::Text(words) | Inline::Code(words) => out.push_str(words),
        Inline::Strong(pieces) | Inline::Emphasis(pieces) | Inline::Link { text: pieces, .. } => {
            pieces.iter().for_each(|piece| inline(piece, out));
        }
        Inline::Break => out.push(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_stay_and_markup_goes() {
        let text = "# Pumps\n\nPress **hold**,\nthen [flush](https://a.example) `it`.\n\n- one\n- *two*\n";
        assert_eq!(plain(text), "Pumps\nPress hold, then flush it.\none\ntwo");
        assert_eq!(plain(""), "");
    }
}
