//! What admins who edit at once were told, to be held against the history that came of it.

use domain::id::PersonId;
use domain::program::{History, Settings, Value, applied};
use std::collections::BTreeSet;

/// What one or several admins did.
#[derive(Debug, Default)]
pub struct Ledger {
    pub kept: u32,
    pub settled: u32,
    pub acknowledged: Vec<Acknowledged>,
    pub faults: Vec<String>,
}

/// A publish that the store said is live.
#[derive(Debug)]
pub struct Acknowledged {
    /// As which version.
    pub n: u32,
    /// The newest version when its author looked last.
    pub looked_at: u32,
    pub by: Option<PersonId>,
    /// What its author saw in each field that it changes.
    pub writes: Vec<(String, String)>,
}

impl Ledger {
    /// Takes over what another admin did.
    pub fn add(&mut self, other: Self) {
        self.kept += other.kept;
        self.settled += other.settled;
        self.acknowledged.extend(other.acknowledged);
        self.faults.extend(other.faults);
    }

    /// Notes whatever the history lacks of what was acknowledged, and whatever was replaced unseen.
    pub fn check(&mut self, history: &History) {
        let mut faults = Vec::new();
        let numbers: BTreeSet<u32> = self.acknowledged.iter().map(|one| one.n).collect();
        let versions = history.versions.iter().filter(|version| version.n > 1).map(|version| version.n);
        if numbers.len() != self.acknowledged.len() || !numbers.iter().copied().eq(versions) {
            faults.push("the versions are not those that were acknowledged, one each".to_owned());
        }
        for one in &self.acknowledged {
            one.check(history, &mut faults);
        }
        let fold = |settings, version: &domain::program::Version| applied(settings, &version.writes);
        if history.versions.iter().fold(Settings::default(), fold) != history.program.settings {
            faults.push("the versions one after the other do not make the program".to_owned());
        }
        self.faults.append(&mut faults);
    }
}

impl Acknowledged {
    fn check(&self, history: &History, faults: &mut Vec<String>) {
        let Some(version) = history.version(self.n) else {
            return faults.push(format!("version {} was acknowledged and is not there", self.n));
        };
        if version.by != self.by {
            faults.push(format!("version {} is said to be somebody else's", self.n));
        }
        for (path, text) in &self.writes {
            let write = version.writes.iter().find(|write| write.path.to_string() == *path);
            if write.map(|write| &write.value) != Some(&Value::Text(text.clone())) {
                faults.push(format!("version {} does not hold “{text}” in {path}", self.n));
            }
            let unseen = (self.looked_at + 1..self.n).filter_map(|n| history.version(n));
            for other in unseen.filter(|other| other.writes.iter().any(|write| write.path.to_string() == *path)) {
                faults.push(format!("version {} replaced what version {} wrote in {path} unseen", self.n, other.n));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Acknowledged, Ledger};
    use domain::id::ProgramId;
    use domain::program::{
        Author, DraftForm, History, Program, ProgramKind, Proposal, Publish, Settings, Version, drawn_up, merge,
    };
    use domain::time::{Timestamp, Zone};

    fn begun() -> (Program, Vec<Version>) {
        let settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs", &Zone::utc()).unwrap();
        let author = Author { by: None, at: Timestamp(0) };
        let (program, version) =
            Program::begun(ProgramId::parse("pairs").unwrap(), ProgramKind::Mentorship, settings, &author);
        (program, vec![version])
    }

    /// The next version, in which the purpose is `text`.
    fn edited((program, mut versions): (Program, Vec<Version>), text: &str) -> (Program, Vec<Version>) {
        let history = History { program: &program, versions: &versions };
        let values = [("purpose".to_owned(), text.to_owned())].into();
        let form = DraftForm { base: program.n, values, ..DraftForm::default() };
        let merged = merge(&history, &Proposal::read(&history, &form).unwrap().proposal).unwrap();
        let author = Author { by: None, at: Timestamp(1) };
        let version = drawn_up(&history, &merged.proposal, &Publish::default(), &author);
        let program = program.after(&version);
        versions.push(version);
        (program, versions)
    }

    fn acknowledged(n: u32, looked_at: u32, text: &str) -> Acknowledged {
        Acknowledged { n, looked_at, by: None, writes: vec![("purpose".to_owned(), text.to_owned())] }
    }

    fn faults(acknowledged: Vec<Acknowledged>) -> Vec<String> {
        let (program, versions) = edited(edited(begun(), "Both learn."), "Both learn a lot.");
        let mut ledger = Ledger { acknowledged, ..Ledger::default() };
        ledger.check(&History { program: &program, versions: &versions });
        ledger.faults
    }

    #[test]
    fn a_whole_history_has_no_fault_and_each_kind_of_loss_is_found() {
        let [one, two] = [acknowledged(2, 1, "Both learn."), acknowledged(3, 2, "Both learn a lot.")];
        assert_eq!(faults(vec![one, two]), Vec::<String>::new());
        let lost_letter = vec![acknowledged(2, 1, "Both learn.."), acknowledged(3, 2, "Both learn a lot.")];
        assert!(faults(lost_letter)[0].contains("does not hold"));
        let unseen = vec![acknowledged(2, 1, "Both learn."), acknowledged(3, 1, "Both learn a lot.")];
        assert!(faults(unseen)[0].contains("unseen"));
        assert!(faults(vec![acknowledged(2, 1, "Both learn.")])[0].contains("one each"));
        let gone = vec![acknowledged(2, 1, "Both learn."), acknowledged(9, 8, "Both learn a lot.")];
        assert!(faults(gone).iter().any(|fault| fault.contains("is not there")));
    }
}
