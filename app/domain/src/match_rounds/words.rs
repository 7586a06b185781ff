//! A pairing in words: what it comes to, and how sure it is.

use super::posed::Solved;
use crate::id::PersonId;
use crate::match_round::Pairing;
use crate::mentoring::{Band, Mode};
use crate::wording::{counted, number, sentence};

/// "Nine of eleven learners get a mentor. Two wait, and below is why."
pub(super) fn takeaway(solved: &Solved) -> String {
    let (served, left) = (solved.pairing.couples.len(), solved.pairing.left.len());
    match (served, left) {
        (0, 0) => "Nobody looks for a mentor now.".to_owned(),
        (0, 1) => "One learner looks for a mentor, and nobody can be it. Below is why.".to_owned(),
        (0, left) => format!("{} learners look for a mentor, and none can have one. Below is why.", upper(left)),
        (1, 0) => "The one learner who looks for a mentor gets one.".to_owned(),
        (served, 0) => format!("All {} learners get a mentor.", number(served)),
        (served, left) => {
            let waits = if left == 1 { "waits" } else { "wait" };
            let get = if served == 1 { "gets" } else { "get" };
            let all = served + left;
            format!(
                "{} of {} learners {get} a mentor. {} {waits}, and below is why.",
                upper(served),
                number(all),
                upper(left)
            )
        }
    }
}

/// How sure it is that nothing better exists.
pub(super) fn proof(solved: &Solved) -> String {
    if !solved.is_proven {
        return "Not proven: please tell whoever runs this server.".to_owned();
    }
    let whole = match solved.posed.rules.mode {
        Mode::Circles => "in these circles",
        Mode::Suggested | Mode::People | Mode::Organisers | Mode::Everyone => "under these terms",
    };
    format!(
        "Proven: {whole} no other pairing gives more people a mentor, longer waits first, asks mentors more evenly and \
         fits better."
    )
}

/// What a pairing reaches, as a name and a value each, for reading and for comparing.
pub(super) fn facts(pairing: &Pairing) -> Vec<(String, String)> {
    let learners = |mentor: &PersonId| pairing.couples.iter().filter(|couple| couple.mentor == *mentor).count();
    let most = pairing.couples.iter().map(|couple| learners(&couple.mentor)).max().unwrap_or(0);
    let fact = |name: &str, value: String| (name.to_owned(), value);
    vec![
        fact("Pairs", pairing.couples.len().to_string()),
        fact("Without a mentor", pairing.left.len().to_string()),
        fact("Strong fits", pairing.count(Band::Strong).to_string()),
        fact("Good fits", pairing.count(Band::Good).to_string()),
        fact("A stretch", pairing.count(Band::Stretch).to_string()),
        fact("Most for one mentor", counted(most, "learner", "learners")),
    ]
}

fn upper(n: usize) -> String {
    sentence(&number(n))
}
