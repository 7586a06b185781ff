//! One line of a combobox.

use domain::search::{fold, holds};

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComboOption {
    /// What the form sends; empty for a line that creates something new.
    pub value: String,
    /// What people read and type.
    pub label: String,
    /// What helps to tell it from others, or why it cannot be chosen.
    pub note: Option<String>,
    /// The heading it stands under; lines of one group follow each other.
    pub group: Option<String>,
    /// Names a face to show before the label: the person's id.
    pub face: Option<String>,
    /// Shown, not chosen; the note says why.
    pub refused: bool,
    /// Words in place of the label, for the line that creates something new.
    pub(super) wording: Option<String>,
}

impl ComboOption {
    /// An option with a value and a label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// The same option with a note.
    pub fn with_note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The same option under a heading.
    pub fn in_group(self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self }
    }

    /// The same option with a face before it, coloured from the person's id.
    pub fn with_face(self, seed: impl Into<String>) -> Self {
        Self { face: Some(seed.into()), ..self }
    }

    /// The same option, not to be chosen, with the reason as its note.
    pub fn refused(self, why: impl Into<String>) -> Self {
        Self { refused: true, ..self.with_note(why) }
    }

    /// The line that creates what was typed; `{}` in `words` stands for it.
    pub(super) fn create(words: &str, typed: &str) -> Self {
        Self { wording: Some(words.replace("{}", typed)), label: typed.to_owned(), ..Self::default() }
    }

    /// Whether the label holds every word that was typed, in any order, case and with or without accents.
    pub(super) fn matches(&self, typed: &str) -> bool {
        holds(&self.label, typed)
    }

    /// The label cut into before, match and after, for the mark under what was typed.
    pub(super) fn cut(&self, typed: &str) -> Option<(String, String, String)> {
        let wanted = fold(typed.trim());
        let starts = self.label.char_indices().map(|(start, _)| start);
        let start = (!wanted.is_empty())
            .then(|| starts.into_iter().find(|start| fold(&self.label[*start..]).starts_with(&wanted)))
            .flatten()?;
        let rest = &self.label[start..];
        let length =
            rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).find(|end| fold(&rest[..*end]) == wanted)?;
        let (found, after) = rest.split_at(length);
        Some((self.label[..start].to_owned(), found.to_owned(), after.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::ComboOption;

    #[test]
    fn what_was_typed_is_marked_whatever_its_case() {
        let option = ComboOption::new("1", "Clinical Handover");
        let cut = option.cut("hand").map(|(before, found, after)| [before, found, after]);
        assert_eq!(cut, Some(["Clinical ".into(), "Hand".into(), "over".into()]));
        assert!(option.matches(" HAND"));
        assert_eq!(option.cut(""), None);
        assert_eq!(option.cut("zeppelin"), None);
    }

    #[test]
    fn names_with_accents_are_cut_between_letters() {
        let option = ComboOption::new("1", "Inês Carvalho");
        let cut = option.cut("ês").map(|(before, found, after)| [before, found, after]);
        assert_eq!(cut, Some(["In".into(), "ês".into(), " Carvalho".into()]));
    }

    #[test]
    fn a_name_is_found_without_its_accents_and_in_any_order_of_words() {
        let option = ComboOption::new("1", "Inês Carvalho");
        let found = ["ines", "Carvalho, Inês", "carv in"].map(|typed| option.matches(typed));
        assert_eq!(found, [true, true, true]);
        assert!(!option.matches("ines okafor"));
        let cut = option.cut("ines").map(|(before, found, after)| [before, found, after]);
        assert_eq!(cut, Some(["".into(), "Inês".into(), " Carvalho".into()]));
    }
}
