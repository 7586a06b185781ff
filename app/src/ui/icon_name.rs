//! Every icon there is, by name. The drawings are the symbols of `public/icons.svg`.

/// Declares the icons once: the enum, the list of all and the address of each symbol.
macro_rules! icons {
    ($($name:ident = $symbol:literal),+ $(,)?) => {
        /// An icon of the sprite. Beside a word, always; a lone icon is an `IconButton`, which names itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName {
            $(#[doc = concat!("The symbol `", $symbol, "`.")] $name,)+
        }

        impl IconName {
            /// All icons, in the order of the sprite.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The symbol's name in the sprite.
            pub const fn symbol(self) -> &'static str {
                match self { $(Self::$name => $symbol,)+ }
            }

            /// Where the symbol is: an address in the one cached sprite.
            pub const fn href(self) -> &'static str {
                match self { $(Self::$name => concat!("/icons.svg#i-", $symbol),)+ }
            }
        }
    };
}

icons! {
    Home = "home",
    People = "people",
    Learn = "learn",
    Celebrate = "celebrate",
    Me = "me",
    Impact = "impact",
    Admin = "admin",
    Search = "search",
    Plus = "plus",
    Minus = "minus",
    Check = "check",
    X = "x",
    Bell = "bell",
    Down = "down",
    Up = "up",
    Next = "next",
    Back = "back",
    Forward = "forward",
    Teach = "teach",
    Receive = "receive",
    Swap = "swap",
    Clock = "clock",
    Calendar = "calendar",
    Place = "place",
    Globe = "globe",
    Message = "message",
    Send = "send",
    Thanks = "thanks",
    Filter = "filter",
    Sort = "sort",
    Download = "download",
    Print = "print",
    Table = "table",
    Edit = "edit",
    Eye = "eye",
    Hidden = "hidden",
    Lock = "lock",
    Shield = "shield",
    Alert = "alert",
    Info = "info",
    Undo = "undo",
    Link = "link",
    Share = "share",
    Qr = "qr",
    Video = "video",
    Note = "note",
    Invite = "invite",
    Sun = "sun",
    Moon = "moon",
    More = "more",
    Grip = "grip",
    Offline = "offline",
    Refresh = "refresh",
    External = "external",
    Target = "target",
    Handover = "handover",
    Atlas = "atlas",
    Seal = "seal",
    Upvote = "upvote",
    History = "history",
    Trash = "trash",
    Ticket = "ticket",
    Bookmark = "bookmark",
    Copy = "copy",
    Repeat = "repeat",
    Away = "away",
    Theme = "theme",
    Menu = "menu",
    Plan = "plan",
}

#[cfg(test)]
mod tests {
    use super::IconName;

    #[test]
    fn every_icon_is_in_the_sprite_and_every_symbol_has_a_name() {
        let sprite = include_str!("../../../public/icons.svg");
        for icon in IconName::ALL {
            let id = format!("id=\"i-{}\"", icon.symbol());
            assert!(sprite.contains(&id), "{id} is not in the sprite");
        }
        assert_eq!(sprite.matches("<symbol ").count(), IconName::ALL.len());
    }
}
