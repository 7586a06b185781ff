//! What a mentorship program asks for, read from its settings once.

use crate::id::SkillId;
use crate::program::{Path, Program, ProgramKind, Value};
use crate::time::{Minutes, Span};

/// How pairs come about in a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Kith suggests, people rank and ask.
    Suggested,
    /// People ask whom they like.
    People,
    /// Organisers pair people; wishes tell them whom.
    Organisers,
    /// Everybody is matched at once; wishes count.
    Everyone,
    /// One mentor, a circle of learners; wishes count.
    Circles,
}

impl Mode {
    /// True where learners ask mentors themselves; elsewhere they only say whom they wish for.
    pub const fn asks(self) -> bool {
        matches!(self, Self::Suggested | Self::People)
    }

    /// How pairs come about, for those who look for one.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Suggested => "Kith suggests mentors. You rank them and ask your first wish.",
            Self::People => "You ask whom you would like. Those who fit best stand first.",
            Self::Organisers => "The organisers pair people. Your wishes tell them whom you would like.",
            Self::Everyone => "Everybody is matched at once, so that all together fit best. Your wishes count.",
            Self::Circles => "One mentor and a circle of learners. Your wishes count when the circles are made.",
        }
    }

    fn parse(key: &str) -> Self {
        match key {
            "people" => Self::People,
            "organisers" => Self::Organisers,
            "everyone" => Self::Everyone,
            "circles" => Self::Circles,
            _ => Self::Suggested,
        }
    }
}

/// What a mentorship program asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How pairs come about.
    pub mode: Mode,
    /// The most learners of one mentor.
    pub places: u32,
    /// How many mentors a learner can rank.
    pub wishes: usize,
    /// How long a mentor has to answer.
    pub answer_within: Span,
    /// By how many levels the mentor is ahead, at least.
    pub levels_apart: u8,
    /// Whether different teams speak for a pair.
    pub different_teams: bool,
    /// Whether nobody is paired with their own lead.
    pub keep_leads_apart: bool,
    /// Whether pairs are asked after their first meeting whether they fit.
    pub fit_check: bool,
    /// Whether pairs teach both ways.
    pub mutual: bool,
    /// How long they meet.
    pub minutes: Minutes,
    /// The skills that it is about; none for any.
    pub skills: Vec<SkillId>,
}

impl Rules {
    /// What `program` asks for; `None` when it is no mentorship.
    pub fn of(program: &Program) -> Option<Self> {
        if program.kind != ProgramKind::Mentorship {
            return None;
        }
        let value = |name| program.kind.value(&program.settings, &Path::field(name));
        let number = |name, usual: i64| if let Value::Number(number) = value(name) { number } else { usual };
        let flag = |name| value(name) == Value::Flag(true);
        let mode = if let Value::Text(key) = value("mode") { Mode::parse(&key) } else { Mode::Suggested };
        let skills = if let Value::Several(ids) = value("skills") { ids } else { Vec::new() };
        Some(Self {
            mode,
            places: u32::try_from(number("learners_per_mentor", 1)).unwrap_or(1),
            wishes: usize::try_from(number("wishes", 3)).unwrap_or(3),
            answer_within: Span::days(number("answer_within", 3)),
            levels_apart: u8::try_from(number("levels_apart", 1)).unwrap_or(1),
            different_teams: flag("different_teams"),
            keep_leads_apart: flag("keep_leads_apart"),
            fit_check: flag("fit_check"),
            mutual: flag("mutual"),
            minutes: Minutes(u16::try_from(number("minutes", 45)).unwrap_or(45)),
            skills: skills.iter().filter_map(|id| SkillId::parse(id).ok()).collect(),
        })
    }

    /// The program's promise: within so long somebody who looks for a mentor has had an answer, even when every wish but
    /// the last stays silent. Who waits longer is made known to those who look after the program.
    pub fn promise(&self) -> Span {
        Span(self.answer_within.0.saturating_mul(i64::try_from(self.wishes).unwrap_or(1)))
    }

    /// True for a skill that the program is about.
    pub fn is_about(&self, skill: &SkillId) -> bool {
        self.skills.is_empty() || self.skills.contains(skill)
    }
}
