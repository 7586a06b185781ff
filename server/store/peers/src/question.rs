//! What is asked, and answers as rows of numbers that can be compared whoever gave them.

use crate::fault::Fault;
use crate::pairs::timed;
use crate::workload::Workload;
use domain::graph::Graph;
use domain::id::PersonId;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// A question about one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Who can teach me what I want: skill, person, level, whether they offer it; by skill and person.
    Teachers,
    /// Who knows something that I know: person, how many skills we share; by person.
    Peers,
}

/// Rows in order.
pub type Answer = Vec<[u32; 4]>;

/// Whoever answers.
pub trait Asked {
    /// The answer for one person, and how long it took; putting it into numbers is not timed.
    fn ask(&mut self, question: Question, person: (&PersonId, u32)) -> Result<(Duration, Answer), Fault>;
}

/// The graph in memory.
pub struct InMemory<'a> {
    pub graph: &'a Graph,
    pub data: &'a Workload,
}

impl Asked for InMemory<'_> {
    fn ask(&mut self, question: Question, (id, _): (&PersonId, u32)) -> Result<(Duration, Answer), Fault> {
        let person = |id: &PersonId| self.data.people.get(id).copied().unwrap_or(u32::MAX);
        Ok(match question {
            Question::Teachers => {
                let (took, found) = timed(|| self.graph.teachers_for(id));
                let row = |found: &domain::graph::Teacher<'_>| {
                    let skill = self.data.skills.get(found.skill).copied().unwrap_or(u32::MAX);
                    [skill, person(found.person), u32::from(found.level.number()), u32::from(found.offers)]
                };
                (took, found.iter().map(row).collect())
            }
            Question::Peers => {
                let (took, found) = timed(|| self.graph.peers_of(id));
                (took, found.iter().map(|peer| [person(peer.person), peer.shared, 0, 0]).collect())
            }
        })
    }
}

/// The time that all answers took together, and their digest.
pub fn ask_all(
    asked: &mut impl Asked,
    question: Question,
    people: &[(&PersonId, u32)],
) -> Result<(Duration, String), Fault> {
    let mut hash = Sha256::new();
    let mut all = Duration::ZERO;
    for person in people {
        let (took, answer) = asked.ask(question, *person)?;
        all += took;
        hash.update(u64::try_from(answer.len()).map_err(Fault::of)?.to_le_bytes());
        answer.iter().flatten().for_each(|number| hash.update(number.to_le_bytes()));
    }
    Ok((all, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

#[cfg(test)]
mod tests {
    use super::{Answer, Asked, InMemory, Question, ask_all};
    use crate::fault::Fault;
    use crate::sqlite::Sqlite;
    use crate::surreal::Surreal;
    use crate::workload::Workload;
    use domain::id::PersonId;
    use std::time::Duration;

    /// Answers as another does, but for one row of one answer.
    struct Careless<'a>(InMemory<'a>);

    impl Asked for Careless<'_> {
        fn ask(&mut self, question: Question, person: (&PersonId, u32)) -> Result<(Duration, Answer), Fault> {
            let (took, mut answer) = self.0.ask(question, person)?;
            if person.1 == 3 {
                answer.pop();
            }
            Ok((took, answer))
        }
    }

    #[test]
    fn all_give_the_same_answers_and_one_row_less_is_noticed() {
        let data = Workload::of(80);
        let people = data.some_people(80);
        let runtime = crate::runtime().unwrap();
        let mut sqlite = Sqlite::filled(&data).unwrap();
        let mut surreal = Surreal::filled(&runtime, &data).unwrap();
        for question in [Question::Teachers, Question::Peers] {
            let mut ours = InMemory { graph: data.org.graph(), data: &data };
            let (_, digest) = ask_all(&mut ours, question, &people).unwrap();
            assert_eq!(ask_all(&mut sqlite, question, &people).unwrap().1, digest, "{question:?}");
            assert_eq!(ask_all(&mut surreal, question, &people).unwrap().1, digest, "{question:?}");
            assert_ne!(ask_all(&mut Careless(ours), question, &people).unwrap().1, digest, "{question:?}");
        }
    }
}
