//! The board, one ring, and what people are told, as different people read it.

use super::*;
use crate::exchanges::Tone;
use crate::fernhill::NOW;
use crate::id::RingId;
use crate::next_step::{NextStepKind, next_steps};
use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
use crate::org::Org;
use crate::program::{Standing, Value};
use crate::reader::tests::read_by;
use crate::rejection::{Noun, Rejection};
use crate::swap::world::{AMARA, JONAS, LEILA, NOOR, ROSALIND, SWAP, join, put_program, said, stand, three, world};
use crate::swap::{Course, CourseStep, Lapse, Round, SwapRing};
use crate::text::Prose;
use crate::time::Span;

/// The world with a ring of three to which `said` have said yes.
fn asked(said_yes: &[&str]) -> Org {
    let mut org = world();
    let mut rings = vec![three()];
    for person in said_yes {
        rings = said(rings, "three", person);
    }
    rings.into_iter().for_each(|ring| org.put_swap_ring(ring));
    org
}

fn page(org: &Org, me: &str) -> Result<RingPage, Rejection> {
    let id: RingId = "three".parse().unwrap();
    read_by(org, me, |reader| ring_page(reader, &id))
}

fn board(org: &Org, me: &str) -> SwapsPage {
    read_by(org, me, |reader| swaps_page(reader, &SwapsQuery::default()))
}

#[test]
fn the_picture_the_list_and_the_sentence_say_the_same() {
    let page = page(&asked(&[AMARA, ROSALIND]), NOOR).unwrap();
    assert_eq!(page.title, "One yes to go");
    assert_eq!(page.people, "Amara, you and Rosalind");
    assert_eq!(
        page.lead,
        "Three people, three skills. Each teaches one and learns one. It starts only when all three agree."
    );
    assert_eq!(
        page.label,
        "Swap ring. Amara teaches you Palliative talks; you teach Rosalind Backup restore; Rosalind teaches Amara \
         Infusion pumps. Amara and Rosalind have said yes, you have not answered."
    );
    assert_eq!(page.count, "2 of 3");
    let faces: Vec<_> = page.faces.iter().map(|face| (face.gives.as_str(), face.answer, face.is_you)).collect();
    use FaceAnswer::{Waiting, Yes};
    assert_eq!(
        faces,
        [("Palliative talks", Yes, false), ("Backup restore", Waiting, true), ("Infusion pumps", Yes, false)]
    );
    let parts: Vec<_> = page
        .parts
        .iter()
        .map(|part| {
            format!("{} {} {} {}: {}", part.teacher_called, part.verb, part.learner_called, part.skill.name, part.label)
        })
        .collect();
    assert_eq!(
        parts,
        [
            "Amara teaches you Palliative talks: yes",
            "You teach Rosalind Backup restore: waiting",
            "Rosalind teaches Amara Infusion pumps: yes"
        ]
    );
    assert_eq!(page.status.tone, Tone::Yours);
    let yours = page.yours.unwrap();
    assert_eq!(yours.teach.unwrap().title, "You teach Rosalind Backup restore");
    assert_eq!(yours.learn.unwrap().title, "Amara teaches you Palliative talks");
    assert_eq!(yours.audience, "Only Amara and Rosalind read this.");
    assert_eq!(yours.hours, "Each of you gives an hour and gets an hour. Nobody owes anyone.");
    assert!(yours.may_confirm && yours.may_decline && !yours.has_said_yes && !yours.slots.is_empty());
}

#[test]
fn what_a_drop_out_leads_to_is_said_before_it_happens() {
    let org = asked(&[AMARA, NOOR]);
    let if_not = |me: &str| page(&org, me).unwrap().if_not;
    assert_eq!(
        if_not(ROSALIND),
        "Jonas could teach Noor SQL for reports instead. Noor keeps a place. Amara would be looked for again."
    );
    assert_eq!(if_not(NOOR), "Amara and Rosalind are looked for again tonight.");
}

#[test]
fn a_ring_is_for_those_in_it_and_for_those_who_bring_people_together() {
    let mut org = asked(&[AMARA]);
    assert_eq!(page(&org, LEILA), Err(Rejection::NotFound(Noun::Ring)));
    let beside = page(&org, "ines-carvalho").unwrap();
    assert_eq!((beside.yours, beside.words, beside.if_not.as_str()), (None, Vec::new(), ""));
    join(&mut org, LEILA, "host");
    assert!(page(&org, LEILA).is_ok(), "a host sees the rings of the program");
    assert_eq!(board(&org, LEILA).of_others.len(), 1);
    assert!(board(&org, LEILA).program.unwrap().may_look);
    assert_eq!(board(&org, JONAS).of_others.len(), 0);
}

#[test]
fn the_board_shows_what_waits_what_is_offered_and_why_a_want_is_not_met() {
    let org = asked(&[AMARA]);
    let noor = board(&org, NOOR);
    assert_eq!(noor.lead, "One swap waits for your answer.");
    assert_eq!(noor.to_answer[0].title, "Amara, you and Rosalind");
    assert_eq!(noor.to_answer[0].sub, "You teach Backup restore and learn Palliative talks.");
    assert_eq!(board(&org, AMARA).waiting.len(), 1);
    let jonas = board(&org, JONAS);
    let own: Vec<_> = jonas.mine.iter().map(|line| (line.skill.name.as_str(), line.thing, line.why.as_str())).collect();
    let busy = "Noor offers it and is in another swap now. You are looked for again when that is over.";
    assert_eq!(own, [("SQL for reports", MyThing::Offer, ""), ("Backup restore", MyThing::Want, busy)]);
    assert!(jonas.mine.iter().all(|line| line.lapse == Lapse::Holds));
    let offered: Vec<_> = jonas.offers.iter().map(|line| (line.skill.name.as_str(), line.others)).collect();
    assert_eq!(offered[0], ("Backup restore", 2), "what most want stands first");
    let program = jonas.program.unwrap();
    assert_eq!(program.people, "Five people, one open ring, no rings that count.");
    assert!(program.next.is_some() && !program.may_join && !program.may_look);
    assert_eq!(program.rhythm, "Every month on the first Tuesday");
}

#[test]
fn a_yes_that_is_missing_is_a_step_and_a_ring_that_fell_is_told() {
    let org = asked(&[AMARA, ROSALIND]);
    let step = |org: &Org, me: &str| {
        let steps = read_by(org, me, |reader| next_steps(reader, &[]));
        steps.into_iter().find(|step| step.id.as_str().contains(":swap:"))
    };
    let mine = step(&org, NOOR).unwrap();
    assert_eq!((mine.kind, mine.title.as_str()), (NextStepKind::Answer, "Swap Backup restore for Palliative talks?"));
    assert!(mine.reasons.contains(&"Only your yes is missing.".to_owned()));
    assert_eq!(step(&org, AMARA), None);
    let told = |org: &Org, me: &str| {
        let page =
            read_by(org, me, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
        let text = |item: crate::notifications::Notification| {
            item.text.iter().map(|phrase| phrase.text.as_str()).collect::<String>() + &item.words
        };
        page.items.into_iter().filter(|item| item.href == "/swaps/three").map(text).collect::<Vec<_>>()
    };
    assert_eq!(told(&org, NOOR), ["A swap is found for you, with Amara and Rosalind"]);
    let mut fallen = org.clone();
    let reason = Prose::parse("reason", "I am on nights.").unwrap();
    let noor = NOOR.parse().unwrap();
    let ring: SwapRing = org.swap_ring(&"three".parse().unwrap()).unwrap().clone();
    let no = Round::new(1, vec![ring]).decline(&"three".parse().unwrap(), (&noor, reason), NOW).unwrap();
    no.into_iter().for_each(|ring| fallen.put_swap_ring(ring));
    assert_eq!(told(&fallen, AMARA)[0], "Noor can’t this time: the swap with Noor and RosalindI am on nights.");
    assert_eq!(told(&fallen, NOOR).len(), 1, "she knows");
    assert_eq!(page(&fallen, AMARA).unwrap().fell, "Noor can’t this time.");
    assert_eq!(step(&fallen, NOOR), None);
}

#[test]
fn what_lapsed_is_asked_about_once_on_home_and_always_on_the_board() {
    let mut org = world();
    let old = NOW.before(Span::days(61));
    let mut offer = org.offer(&JONAS.parse().unwrap(), &"sql-for-reports".parse().unwrap()).unwrap().clone();
    offer.at = old;
    org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
    let line = &board(&org, JONAS).mine[0];
    assert_eq!((line.note.as_str(), line.thing), ("Lapsed: it counts for no ring", MyThing::Offer));
    let steps = read_by(&org, JONAS, |reader| next_steps(reader, &[]));
    let step = steps.iter().find(|step| step.id.as_str().contains(":lapsed:")).unwrap();
    assert_eq!(step.title, "Do you still offer SQL for reports?");
    assert!(board(&org, JONAS).offers.iter().all(|line| line.skill.id.as_str() != "sql-for-reports"));
}

#[test]
fn a_course_without_a_teacher_asks_whoever_could_hold_it() {
    let mut org = world();
    let of = (SWAP.parse().unwrap(), "infusion-pumps".parse().unwrap());
    let course = Course::proposed("c1".parse().unwrap(), of, (JONAS.parse().unwrap(), Prose::default()), NOW);
    org.put_course(course.clone());
    let rosalind = &board(&org, ROSALIND).courses[0];
    assert!(rosalind.is_for_you && rosalind.moves.take_on && rosalind.moves.join && !rosalind.moves.leave);
    assert_eq!(rosalind.joined, "Jonas would come.");
    let jonas = &board(&org, JONAS).courses[0];
    assert!(!jonas.is_for_you && jonas.moves.withdraw && !jonas.moves.take_on);
    org.put_course(course.moved(&ROSALIND.parse().unwrap(), CourseStep::TakeOn, NOW).unwrap());
    assert_eq!(board(&org, ROSALIND).courses[0].plan_href, "/sessions/new?skill=infusion-pumps&program=monthly-swap");
    let told =
        read_by(&org, JONAS, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
    assert!(told.items.iter().any(|item| item.text[1].text == " holds the course that you wait for: "));
}

#[test]
fn who_has_done_every_step_stays_on_the_board_of_a_program_that_goes_on() {
    let mut org = world();
    let count = |page: &SwapsPage| page.offers.iter().map(|line| line.people.len()).sum::<usize>();
    let before = board(&org, AMARA);
    stand(&mut org, AMARA, "member", Standing::Finished);
    let after = board(&org, AMARA);
    assert_eq!((&after.offers, &after.wants), (&before.offers, &before.wants), "her offers stand there still");
    let program = after.program.unwrap();
    assert!(!program.may_join && program.through.contains("asked to swap again"), "{}", program.through);
    assert_eq!(program.people, "Five people, no open rings, no rings that count.");
    assert_eq!(before.program.as_ref().map(|before| before.through.as_str()), Some(""), "she was not through");
    put_program(&mut org, &[("cadence", Value::Nothing)]);
    let once = board(&org, AMARA);
    assert!(count(&once) < count(&before), "of one that is held once she is through");
    let program = once.program.unwrap();
    assert!(!program.may_join && program.through.contains("not asked again"), "{}", program.through);
}
