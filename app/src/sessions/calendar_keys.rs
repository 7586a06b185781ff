//! Where keys lead in a calendar: arrows to other days, Page Up and Page Down to what comes before and after.

/// How many days stand beside each other.
const WEEK: usize = 7;

/// The days of a table, and what comes before and after.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The days in their order: "2026-11-18".
    pub days: Vec<String>,
    /// The address of what comes before.
    pub before: String,
    /// The address of what comes after.
    pub after: String,
}

/// What follows from a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The link of another day gets the focus.
    Focus(String),
    /// Another page.
    Go(String),
}

impl Grid {
    /// What follows when `key` is pressed while the link of `day` has the focus; nothing for other keys, and where there is
    /// no further day.
    pub fn pressed(&self, day: &str, key: &str) -> Option<After> {
        let place = self.days.iter().position(|own| own == day)?;
        let row = place - place % WEEK;
        let to = match key {
            "ArrowLeft" => place.checked_sub(1)?,
            "ArrowRight" => place + 1,
            "ArrowUp" => place.checked_sub(WEEK)?,
            "ArrowDown" => place + WEEK,
            "Home" => row,
            "End" => row + WEEK - 1,
            "PageUp" => return Some(After::Go(self.before.clone())),
            "PageDown" => return Some(After::Go(self.after.clone())),
            _ => return None,
        };
        self.days.get(to).cloned().map(After::Focus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_between_days_and_pages_turn() {
        let days = (1..=14).map(|day| format!("2026-11-{day:02}")).collect();
        let grid = Grid { days, before: "/before".into(), after: "/after".into() };
        let at = |day: &str, key: &str| match grid.pressed(day, key) {
            Some(After::Focus(day)) => day.trim_start_matches("2026-11-").to_owned(),
            Some(After::Go(href)) => href,
            None => "-".to_owned(),
        };
        let rows = [
            ("03", "ArrowRight", "04"),
            ("03", "ArrowDown", "10"),
            ("10", "ArrowUp", "03"),
            ("03", "ArrowUp", "-"),
            ("01", "ArrowLeft", "-"),
            ("14", "ArrowRight", "-"),
            ("10", "Home", "08"),
            ("10", "End", "14"),
            ("10", "PageUp", "/before"),
            ("10", "PageDown", "/after"),
            ("10", "a", "-"),
        ];
        for (day, key, to) in rows {
            assert_eq!(at(&format!("2026-11-{day}"), key), to, "{day} {key}");
        }
        assert_eq!(grid.pressed("", "ArrowRight"), None);
    }
}
