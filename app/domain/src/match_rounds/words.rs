//! A pairing in words: what it comes to, and how sure it is.

use super::posed::Solved;
use crate::id::PersonId;
use crate::match_round::Pairing;
use crate::mentoring::{Band, Ingredient, Mode, Terms, Weight};
use crate::wording::{counted, listed, number, sentence};

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
        fact("Most for one mentor", most.to_string()),
    ]
}

/// What led to a pairing, beyond who there was: "Different team counts more. One pair is pinned."
pub(super) fn bent(terms: &Terms) -> String {
    let titles = |weight: Weight| -> Vec<&str> {
        let so_much = Ingredient::ALL.into_iter().filter(|ingredient| terms.weights.of(*ingredient) == weight);
        so_much.map(Ingredient::title).collect()
    };
    let so = |weight: Weight, one: &str, several: &str| {
        let titles = titles(weight);
        let verb = if titles.len() == 1 { one } else { several };
        (!titles.is_empty()).then(|| format!("{} {verb}.", sentence(&listed(titles, Ingredient::ALL.len()))))
    };
    let by_hand = |count: usize, how: &str| {
        let verb = if count == 1 { "is" } else { "are" };
        (count > 0).then(|| format!("{} {verb} {how}.", sentence(&counted(count, "pair", "pairs"))))
    };
    let weights = [
        so(Weight::More, "counts more", "count more"),
        so(Weight::Less, "counts less", "count less"),
        so(Weight::Nothing, "does not count", "do not count"),
    ];
    let hands = [by_hand(terms.pins.len(), "pinned"), by_hand(terms.forbids.len(), "ruled out")];
    let weighed =
        if weights.iter().all(Option::is_none) { vec!["All of it counts as usual.".to_owned()] } else { Vec::new() };
    let all: Vec<String> = weighed.into_iter().chain(weights.into_iter().chain(hands).flatten()).collect();
    all.join(" ")
}

fn upper(n: usize) -> String {
    sentence(&number(n))
}
