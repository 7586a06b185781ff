//! Who thanked whom at Fernhill: what came out of meetings, and what somebody just wanted to say.

use super::calendar::Calendar;
use super::{people, prose, skills};
use domain::exchange::{Exchange, Stage};
use domain::thanks::Thanks;
use domain::time::Span;

/// Days ago, who, to whom, for which skill, in which words.
const SAID: [(u32, &str, &str, &str, &str); 24] = [
    (
        1,
        "ingrid-sorensen",
        "amara-okafor",
        "palliative-talks",
        "You stayed on the phone while I sat with the family. I said less than I had planned, and it was right.",
    ),
    (
        1,
        "ingrid-sorensen",
        "rosalind-achterberg",
        "palliative-talks",
        "You came in on your free evening and made tea for nine people. Nobody asked you to.",
    ),
    (
        2,
        "priya-raman",
        "jonas-weidner",
        "spreadsheet-models",
        "The rota export you showed me saved Sunday evening. I taught it to Zoë the week after.",
    ),
    (
        6,
        "hyacinth-palmer",
        "bartholomew-fotheringay-ashworth",
        "asking-early",
        "You asked on day two instead of guessing until day ten. The month closed on time.",
    ),
    (8, "theo-nakamura", "kwabena-asante", "cold-chain", "And the batch is safe, I counted it."),
    (
        9,
        "grace-kiplagat",
        "tomas-rivera",
        "calm-radio-calls",
        "Bridge closed, three vans, one voice. Everybody was home by six.",
    ),
    (
        11,
        "marguerite-delacroix",
        "priya-raman",
        "rota-planning",
        "You lent me two people and a Sunday. I owe you a whole month.",
    ),
    (
        13,
        "abena-mensah",
        "ottoline-marsh",
        "allergen-matrix",
        "I read it at a bedside at four in the morning, and did not have to ring anybody.",
    ),
    (
        16,
        "sol-lindqvist",
        "siobhan-gallagher",
        "asking-early",
        "You reported the sticking door before it stuck for good.",
    ),
    (
        18,
        "caitriona-ni-dhomhnaill",
        "lars-thorvaldsen",
        "winter-driving",
        "You followed my tail lights up the hill and waited until the door opened.",
    ),
    (
        21,
        "ruth-oyelaran",
        "dag-ek",
        "writing-tickets",
        "Your ticket had the answer in it. We only had to read to the end.",
    ),
    (
        24,
        "philippa-drummond",
        "yaw-boateng",
        "recall-notices",
        "Forty boxes in thirty-five minutes, and every one of them ticked.",
    ),
    (
        26,
        "henrik-lindholm",
        "sunniva-aas",
        "grant-reports",
        "The funder rang to say that they understood it. That has never happened.",
    ),
    (
        30,
        "hannelore-kessler",
        "bjoern-hakansson",
        "fall-prevention",
        "Mrs Albers walks to her own kitchen again. It was the threshold.",
    ),
    (
        33,
        "agnieszka-brzezinska",
        "mateo-duarte",
        "route-planning",
        "Eleven vans, one roadworks, nobody late. I had the plan in my hand before I asked.",
    ),
    (
        5,
        "chidi-eze",
        "oluwaseun-adeyemi",
        "welcoming-newcomers",
        "You told me where the good chairs are. I stopped feeling new.",
    ),
    (
        39,
        "beatrix-van-der-woude",
        "ines-carvalho",
        "difficult-conversations",
        "I said it, and we both came to work the next day.",
    ),
    (
        44,
        "jean-baptiste-tchoumi",
        "aiko-tanabe",
        "pureed-meals",
        "Mr Okello asked for seconds. He has not done that since March.",
    ),
    (47, "delroy-campbell", "wen-li", "data-stories", "One picture instead of my eleven slides."),
    (
        51,
        "dariusz-szymanski",
        "giovanni-esposito",
        "clinical-handover",
        "At half past five you sounded as awake as at ten.",
    ),
    (
        59,
        "katarzyna-lewandowska",
        "fatima-zahra-el-idrissi",
        "cold-chain",
        "You turned back at the gate because the logger said nine. Right.",
    ),
    (63, "noor-halabi", "arjun-venkataraghavan", "reading-logs", "You found the line while we slept."),
    (
        70,
        "pedro-antunes",
        "leila-haddou",
        "portuguese-for-care",
        "Obrigado. At last somebody asks me the right question in the kitchen.",
    ),
    (76, "elif-yildiz", "mehmet-sahin", "wheelchair-ramps-and-belts", "He slept all the way. That is your belt work."),
];

pub(super) fn thanks(calendar: &Calendar, exchanges: &[Exchange]) -> Vec<Thanks> {
    let mut thanks: Vec<Thanks> = exchanges.iter().filter_map(of_meeting).collect();
    thanks.extend(SAID.into_iter().map(|(days, from, to, skill, words)| {
        let minute = 8 * 60 + i64::from(days) * 53 % 720;
        Thanks {
            from: people::id(from),
            to: people::id(to),
            skill: skills::id(skill),
            words: prose(words),
            at: calendar.ago(days, minute),
            exchange: None,
        }
    }));
    thanks.push(Thanks {
        from: people::id("noor-halabi"),
        to: people::id("kwabena-asante"),
        skill: skills::id("cold-chain"),
        words: prose(
            "Your two-line checklist caught the fridge in van 3 before the vaccines were loaded. I have copied it into \
             our restore notes, because it is that short.",
        ),
        at: calendar.now().before(Span::minutes(35)),
        exchange: None,
    });
    thanks
}

/// The learner's thanks for a meeting that both confirmed.
fn of_meeting(exchange: &Exchange) -> Option<Thanks> {
    let Stage::Done { at } = exchange.stage else { return None };
    let words = exchange.learner_says.as_ref()?.words.clone();
    (!words.is_empty()).then(|| Thanks {
        from: exchange.learner.clone(),
        to: exchange.teacher.clone(),
        skill: exchange.skill.clone(),
        words,
        at,
        exchange: Some(exchange.id.clone()),
    })
}
