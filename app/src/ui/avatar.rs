//! A face: initials on a disc with a crescent, in one of eight hues taken from the person's id.

use leptos::prelude::*;

use super::{Icon, IconName, IconSize};

/// How large a face is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    /// In rows.
    #[default]
    Regular,
    /// In tables, stacks and lists.
    Small,
    /// On cards.
    Large,
    /// On one's own page.
    Hero,
}

impl AvatarSize {
    const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Regular => None,
            Self::Small => Some("small"),
            Self::Large => Some("large"),
            Self::Hero => Some("hero"),
        }
    }
}

/// Whether someone is here now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Here {
    /// Nothing is said about it.
    #[default]
    Unsaid,
    /// Here: a green dot.
    Present,
    /// Editing: an amber square.
    Editing,
}

impl Here {
    const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Unsaid => None,
            Self::Present => Some(""),
            Self::Editing => Some("editing"),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Unsaid => "",
            Self::Present => ", here",
            Self::Editing => ", editing",
        }
    }
}

/// A face. Beside a written name it is silent; `alone`, it carries the name itself.
#[component]
pub fn Avatar(
    /// The person's name, for the initials.
    #[prop(into)]
    name: String,
    /// The person's id, for the hue. The same id has the same hue everywhere.
    #[prop(into)]
    seed: String,
    /// Its size.
    #[prop(optional)]
    size: AvatarSize,
    /// Whether they are here now.
    #[prop(optional, into)]
    here: Signal<Here>,
    /// No name is written beside it.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let spoken = name.clone();
    view! {
        <span
            class="avatar"
            data-tone=tone(&seed)
            data-size=size.slug()
            data-here=move || here.get().slug()
            role=alone.then_some("img")
            aria-hidden=(!alone).then_some("true")
            aria-label=move || alone.then(|| format!("{spoken}{}", here.get().words()))
        >
            {initials(&name)}
        </span>
    }
}

/// Someone who left: what they did stays, their face does not.
#[component]
pub fn FormerAvatar() -> impl IntoView {
    view! {
        <span class="avatar" data-former="" role="img" aria-label="Former colleague">
            <Icon name=IconName::Me size=IconSize::Small />
        </span>
    }
}

/// The hue of an id, 1 to 8: FNV-1a with a last mix, so that it is the same in every process and browser and
/// ids that differ in one letter still differ in hue.
pub fn tone(seed: &str) -> u64 {
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = seed.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    ((hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) % 8 + 1
}

/// First letters of the first and the last word.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{initials, tone};

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Bartholomew Fotheringay-Ashworth"), "BF");
        assert_eq!(initials("ana maria de la cruz"), "AC");
        assert_eq!(initials("Priya"), "P");
        assert_eq!(initials("  "), "");
        assert_eq!(initials("Élodie Übel"), "ÉÜ");
    }

    #[test]
    fn an_id_keeps_its_hue_and_hues_are_shared_out() {
        assert_eq!(tone("person:amara"), tone("person:amara"));
        let mut seen: Vec<u64> = (0..64).map(|n| tone(&format!("person:{n}"))).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, [1, 2, 3, 4, 5, 6, 7, 8]);
    }
}
