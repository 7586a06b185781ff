//! The way to a page, read off its address.

use crate::frame::api::Step;
use domain::id::{PersonId, SkillId, TeamId};
use domain::org::Org;

/// The steps to `path`, the last of which is the page.
pub fn trail(org: &Org, path: &str) -> Vec<Step> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut steps = Vec::new();
    let mut href = String::new();
    for (place, part) in parts.iter().enumerate() {
        href = format!("{href}/{part}");
        let before = place.checked_sub(1).and_then(|before| parts.get(before)).copied();
        if let Some((label, is_page)) = name(org, before, part) {
            let href = (place + 1 < parts.len() && is_page).then(|| href.clone());
            steps.push(Step { label, href });
        }
    }
    steps
}

/// What one part of an address is called, and whether it leads to a page of its own.
fn name(org: &Org, before: Option<&str>, part: &str) -> Option<(String, bool)> {
    let named = match before {
        Some("people") => PersonId::parse(part).ok().map(|id| org.name_of(&id).to_owned()),
        Some("skills") => SkillId::parse(part).ok().and_then(|id| org.skill(&id)).map(|skill| skill.name.to_string()),
        Some("teams") => TeamId::parse(part).ok().and_then(|id| org.team(&id)).map(|team| team.name.to_string()),
        _ => None,
    };
    if let Some(name) = named {
        return Some((name, true));
    }
    let words = match part {
        "skills" => "Skills atlas",
        "exchanges" => "Learn",
        "thanks" => "Celebrate",
        "admin" => return Some(("Admin".to_owned(), false)),
        "start" => "Start",
        other if other.len() > 20 || other.bytes().any(|b| b.is_ascii_digit()) => return None,
        other => return Some((capital(other), true)),
    };
    Some((words.to_owned(), true))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
