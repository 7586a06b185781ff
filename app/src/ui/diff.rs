//! What changed, in words a member would use. What goes is struck, what comes underlined; never colour alone.

use super::{Icon, IconName, IconSize};
use leptos::prelude::*;

/// Words that stay, go or come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// They stay.
    Same(String),
    /// They go.
    Gone(String),
    /// They come.
    New(String),
}

/// One change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiffLine {
    /// Which field.
    pub label: String,
    /// What it was; empty for what is new.
    pub before: String,
    /// What it is; empty for what is gone.
    pub after: String,
    /// For texts, word by word; empty for other values.
    pub pieces: Vec<Piece>,
}

/// A list of changes.
#[component]
pub fn Diff(
    /// `DiffItem`s.
    children: Children,
) -> impl IntoView {
    view! { <ul class="diff">{children()}</ul> }
}

/// One change, with what can be done about it at its end.
#[component]
pub fn DiffItem(
    /// What changed.
    line: DiffLine,
    /// A small button.
    #[prop(optional, into)]
    action: Option<ViewFnOnce>,
    /// What else is to be said: who, or whom it reaches.
    #[prop(optional, into)]
    more: Option<ViewFnOnce>,
) -> impl IntoView {
    let is_text = !line.pieces.is_empty();
    let values = (!is_text).then(|| view! { <DiffValues before=line.before after=line.after /> });
    let text = is_text.then(|| view! { <p class="diff-text" dir="auto">{pieces(line.pieces)}</p> });
    view! {
        <li>
            <div class="diff-field">
                <span>{line.label}</span>
                {values}
                {action.map(|action| action.run())}
            </div>
            {text}
            {more.map(|more| more.run())}
        </li>
    }
}

/// A value before and after.
#[component]
pub fn DiffValues(
    /// What it was; empty for what is new.
    before: String,
    /// What it is; empty for what is gone.
    after: String,
) -> impl IntoView {
    let both = !before.is_empty() && !after.is_empty();
    let before = (!before.is_empty()).then(|| view! { <del dir="auto">{before}</del> });
    let after = (!after.is_empty()).then(|| view! { <ins dir="auto">{after}</ins> });
    let arrow = both.then(|| view! { <Icon name=IconName::Forward size=IconSize::Small attr:data-flip="" /> });
    view! {
        <span class="diff-values">
            {before}
            {arrow}
            {after}
        </span>
    }
}

/// What stays is cut to a few words around what changed.
fn pieces(pieces: Vec<Piece>) -> Vec<AnyView> {
    let last = pieces.len().saturating_sub(1);
    let piece = |(place, piece): (usize, Piece)| match piece {
        Piece::Same(text) => view! { <span>{cut(&text, place == 0, place == last)}</span> }.into_any(),
        Piece::Gone(text) => view! { <del>{text}</del> }.into_any(),
        Piece::New(text) => view! { <ins>{text}</ins> }.into_any(),
    };
    pieces.into_iter().enumerate().map(piece).collect()
}

/// The last few words before the first change, the first few after the last one, both ends between two.
fn cut(text: &str, is_first: bool, is_last: bool) -> String {
    const NEAR: usize = 6;
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    if words.len() <= 2 * NEAR + 2 {
        return text.to_owned();
    }
    let (head, tail) = (words[..NEAR].concat(), words[words.len() - NEAR..].concat());
    match (is_first, is_last) {
        (true, _) => format!("… {tail}"),
        (false, true) => format!("{}…", head),
        (false, false) => format!("{head}… {tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn long_texts_are_cut_to_what_stands_around_a_change() {
        let text = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(cut("a few words", true, true), "a few words");
        assert_eq!(cut(&text, true, false), "… 15 16 17 18 19 20");
        assert_eq!(cut(&text, false, true), "1 2 3 4 5 6 …");
        assert_eq!(cut(&text, false, false), "1 2 3 4 5 6 … 15 16 17 18 19 20");
    }
}
