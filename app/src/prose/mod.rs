//! Texts that people wrote in Markdown, drawn node by node: there is no markup in them that anybody could have typed.

use domain::markdown::{Inline, Node};
use leptos::prelude::*;

/// A text. Its headings stand below those of the page.
#[component]
pub fn Prose(
    /// What it holds.
    nodes: Vec<Node>,
) -> impl IntoView {
    view! { <div class="prose" dir="auto">{nodes.into_iter().map(block).collect_view()}</div> }
}

fn block(node: Node) -> AnyView {
    match node {
        Node::Paragraph(text) => view! { <p>{inlines(text)}</p> }.into_any(),
        Node::Heading { level: 1 | 2, text } => view! { <h3>{inlines(text)}</h3> }.into_any(),
        Node::Heading { text, .. } => view! { <h4>{inlines(text)}</h4> }.into_any(),
        Node::List { first, items } => list(first, items),
        Node::Quote(nodes) => {
            view! { <blockquote>{nodes.into_iter().map(block).collect_view()}</blockquote> }.into_any()
        }
        Node::Code(text) => view! { <pre tabindex="0"><code>{text}</code></pre> }.into_any(),
        Node::Rule => view! { <hr /> }.into_any(),
    }
}

fn list(first: Option<u64>, items: Vec<Vec<Node>>) -> AnyView {
    let items =
        items.into_iter().map(|nodes| view! { <li>{nodes.into_iter().map(block).collect_view()}</li> }).collect_view();
    match first {
        Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
        None => view! { <ul>{items}</ul> }.into_any(),
    }
}

fn inlines(text: Vec<Inline>) -> AnyView {
    text.into_iter().map(inline).collect_view().into_any()
}

fn inline(piece: Inline) -> AnyView {
    match piece {
        Inline::Text(words) => words.into_any(),
        Inline::Code(words) => view! { <code>{words}</code> }.into_any(),
        Inline::Strong(text) => view! { <strong>{inlines(text)}</strong> }.into_any(),
        Inline::Emphasis(text) => view! { <em>{inlines(text)}</em> }.into_any(),
        Inline::Link { to, text } => {
            let to = to.as_str().to_owned();
            view! { <a class="link" href=to rel="noopener noreferrer">{inlines(text)}</a> }.into_any()
        }
        Inline::Break => view! { <br /> }.into_any(),
    }
}
