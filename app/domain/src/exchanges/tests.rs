//! Requests on the page, for both sides.

use super::*;
use crate::fernhill::{NOW, fernhill};
use crate::org::Org;
use crate::reader::tests::{agreed, asked, done, met, prose, read_by};

fn with(exchange: Exchange) -> Org {
    let mut org = fernhill();
    org.put_exchange(exchange);
    org
}

fn page(exchange: Exchange, me: &str) -> ExchangePage {
    read_by(&with(exchange), me, |reader| exchange_page(reader, &"k1".parse().unwrap()).unwrap())
}

#[test]
fn each_side_reads_where_it_stands() {
    let apart = || {
        let no = Move::Confirm { outcome: Outcome::DidNotMeet, words: prose("") };
        met(Side::Teacher, "").moved(Side::Learner, no, NOW).unwrap()
    };
    let declined = || asked(18, None).moved(Side::Teacher, Move::Decline { reason: prose("Away.") }, NOW).unwrap();
    let withdrawn = || asked(18, None).moved(Side::Learner, Move::Withdraw, NOW).unwrap();
    use Tone::{Agreed, Done, Over, Theirs, Yours};
    let neither = (Over, "You did not both say that you met, so it counts for neither of you.");
    let rows = [
        (
            asked(18, Some(26)),
            (Theirs, "Waiting for Jonas’s answer, until Monday 15:12."),
            (Yours, "Amara is waiting for your answer, until Monday 16:12."),
        ),
        (asked(130, None), (Over, "Nobody answered in time."), (Over, "Nobody answered in time.")),
        (agreed(20, 26), (Agreed, "You have both said yes."), (Agreed, "You have both said yes.")),
        (agreed(48, -2), (Yours, "Say whether you met."), (Yours, "Say whether you met.")),
        (
            met(Side::Teacher, ""),
            (Yours, "Jonas says that you met. Did you?"),
            (Theirs, "Waiting for Amara to say whether you met."),
        ),
        (
            apart(),
            (
                Yours,
                "Jonas says that you met, you say that you did not. Talk to each other and say the same by Thursday 3 December, or it counts for neither of you.",
            ),
            (
                Yours,
                "You say that you met, Amara says that you did not. Talk to each other and say the same by Thursday 3 December, or it counts for neither of you.",
            ),
        ),
        (apart().expired(NOW.after(Span::days(20))).unwrap(), neither, neither),
        (done(), (Done, "You met, and it counts for both of you."), (Done, "You met, and it counts for both of you.")),
        (declined(), (Over, "Jonas declined."), (Over, "You declined.")),
        (withdrawn(), (Over, "The request was taken back."), (Over, "The request was taken back.")),
    ];
    for (exchange, learner, teacher) in rows {
        for (me, (tone, text)) in [("amara-okafor", learner), ("jonas-weidner", teacher)] {
            let status = page(exchange.clone(), me).status;
            assert_eq!((status.tone, status.text.as_str()), (tone, text), "{me}");
        }
    }
}

#[test]
fn the_page_shows_both_clocks_and_only_the_moves_that_pass() {
    let teacher = page(asked(18, Some(26)), "jonas-weidner");
    assert_eq!(teacher.title, "Teach Amara SQL for reports");
    assert_eq!(teacher.both_times.unwrap(), "Tomorrow 12:12 your time · 11:12 for Amara");
    assert_eq!(teacher.moves, Moves { accept: true, propose: true, decline: true, ..Moves::default() });
    assert_eq!((teacher.slots[0].text.as_str(), teacher.slots[0].theirs.as_str()), ("Today 13:00", "12:00 for Amara"));
    assert_eq!(teacher.their_clock, "Amara’s clock shows one hour less.");
    let learner = page(asked(18, Some(26)), "amara-okafor");
    assert_eq!(learner.title, "Learn SQL for reports from Jonas");
    assert_eq!(learner.both_times.unwrap(), "Tomorrow 11:12 your time · 12:12 for Jonas");
    assert_eq!(learner.moves, Moves { propose: true, decline: true, withdraw: true, ..Moves::default() });
    let done = page(done(), "amara-okafor");
    assert_eq!((done.moves, done.slots.len()), (Moves::default(), 0));
}

#[test]
fn the_history_names_every_move_and_its_words() {
    let propose = Move::Propose { starts_at: NOW.after(Span::hours(50)) };
    let exchange = asked(18, None).moved(Side::Teacher, propose, NOW).unwrap();
    let exchange = exchange.moved(Side::Learner, Move::Accept, NOW).unwrap();
    let exchange = exchange.moved(Side::Teacher, Move::Decline { reason: prose("I am ill.") }, NOW).unwrap();
    let lines = |me| page(exchange.clone(), me).history.into_iter().map(|l| (l.text, l.words)).collect::<Vec<_>>();
    let owned = |rows: [(&str, &str); 4]| rows.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
    assert_eq!(
        lines("amara-okafor"),
        owned([
            ("You asked", "Could you show me joins?"),
            ("Jonas proposed Saturday 11:12", ""),
            ("You said yes to Saturday 11:12", ""),
            ("Jonas declined", "I am ill."),
        ])
    );
    assert_eq!(lines("jonas-weidner")[1].0, "You proposed Saturday 12:12");
    let expired = page(asked(130, Some(26)).expired(NOW).unwrap(), "amara-okafor").history;
    assert_eq!(expired[0].text, "You asked, for tomorrow 11:12");
    assert_eq!(expired[1].text, "It expired without an answer; both of you were told");
}

#[test]
fn nobody_else_finds_a_request() {
    let org = with(asked(18, None));
    for me in ["noor-halabi", "ines-carvalho", "priya-raman"] {
        let found = read_by(&org, me, |reader| exchange_page(reader, &"k1".parse().unwrap()));
        assert_eq!(found, Err(Rejection::NotFound(Noun::Exchange)), "{me}");
        assert_eq!(read_by(&org, me, exchanges_page).theirs, []);
    }
}

#[test]
fn the_list_says_who_waits_for_whom() {
    let list = |exchange, me| read_by(&with(exchange), me, exchanges_page);
    let teacher = list(asked(18, Some(26)), "jonas-weidner");
    assert_eq!((teacher.lead.as_str(), teacher.yours.len()), ("One request is waiting for you.", 1));
    let learner = list(asked(18, Some(26)), "amara-okafor");
    assert_eq!((learner.lead.as_str(), learner.theirs.len()), ("Nobody is waiting for you.", 1));
    assert_eq!(list(agreed(20, 26), "amara-okafor").agreed.len(), 1);
    assert_eq!(list(done(), "amara-okafor").past.len(), 1);
}

#[test]
fn asking_starts_from_what_is_offered_and_wanted() {
    let ask = |org: &Org, teacher: &str, skill: Option<&str>| {
        let skill = skill.map(|skill| skill.parse().unwrap());
        read_by(org, "jonas-weidner", |reader| ask_page(reader, &teacher.parse().unwrap(), skill.as_ref()))
    };
    let org = fernhill();
    let noor = ask(&org, "noor-halabi", None).unwrap();
    assert_eq!(noor.chosen.unwrap().as_str(), "backup-restore");
    assert_eq!((noor.minutes, noor.open, noor.note), (Minutes(45), None, None));
    assert!(noor.message.starts_with("Hi Noor, I’d like to learn Backup restore."));
    let amara = ask(&org, "amara-okafor", Some("infusion-pumps")).unwrap();
    let names: Vec<_> = amara.choices.iter().map(|c| (c.skill.name.as_str(), c.note.as_str())).collect();
    assert_eq!(
        names,
        [
            ("Palliative talks", "offers it, 45 minutes"),
            ("Wound care", "offers it, 45 minutes"),
            ("Infusion pumps", "alone"),
        ]
    );
    assert_eq!(amara.chosen.unwrap().as_str(), "infusion-pumps");
    for teacher in ["jonas-weidner", "dag-ek", "nobody"] {
        assert_eq!(ask(&org, teacher, None).unwrap_err(), Rejection::NotFound(Noun::Person), "{teacher}");
    }
}

#[test]
fn asking_says_when_the_same_is_open_and_when_the_month_is_full() {
    let org = with(agreed(20, 26));
    let page =
        read_by(&org, "amara-okafor", |reader| ask_page(reader, &"jonas-weidner".parse().unwrap(), None).unwrap());
    assert_eq!(page.open.unwrap().as_str(), "k1");
    let mut org = org;
    let mut jonas = org.person(&"jonas-weidner".parse().unwrap()).unwrap().clone();
    jonas.teaching = Minutes(60);
    org.put_person(jonas);
    let page = read_by(&org, "wen-li", |reader| ask_page(reader, &"jonas-weidner".parse().unwrap(), None).unwrap());
    assert!(page.note.unwrap().starts_with("Jonas has already taught"));
}
