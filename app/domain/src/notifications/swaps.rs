//! Swaps that the reader is asked about, that count now or will not be, courses that somebody holds, and offers and wants
//! of theirs that have lapsed.

use super::{Notification, NotificationKind, Said};
use crate::reader::{Phrase, Reader};
use crate::swap::{Course, Fall, RingStage, SwapRing};
use crate::swaps::{MyThing, lapsed, members};
use crate::time::{Span, Timestamp};

/// For so long it is told that something lapsed.
const TOLD: Span = Span::days(30);

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let (org, me) = (reader.org, &reader.me.id);
    let rings = org.swap_rings_of(me).flat_map(|ring| of_ring(reader, ring));
    let courses = org.courses().filter(|course| course.is_joined_by(me)).filter_map(|course| of_course(reader, course));
    rings.chain(courses).chain(old(reader)).collect()
}

fn of_ring(reader: &Reader, ring: &SwapRing) -> Vec<(Timestamp, Notification)> {
    let said = |kind, lead: &str, words| {
        let text = vec![Phrase::plain(lead), Phrase::strong(members(reader, ring))];
        Said { kind, text, words, href: format!("/swaps/{}", ring.id) }
    };
    let lead = if ring.mends.is_some() {
        "Instead of the swap that fell, one with "
    } else {
        "A swap is found for you, with "
    };
    let offered = said(NotificationKind::SwapOffered, lead, "").of_time(reader, ring.offered_at);
    let mut items = vec![(ring.offered_at, offered)];
    match &ring.stage {
        RingStage::Open => {}
        RingStage::Committed { at, .. } => {
            let all = said(NotificationKind::SwapAgreed, "All have said yes to the swap with ", "");
            items.push((*at, all.of_time(reader, *at)));
        }
        RingStage::Fell { at, why: Fall::Declined { by, reason }, .. } if *by != reader.me.id => {
            let no = said(NotificationKind::SwapFell, " can’t this time: the swap with ", reason.as_str());
            items.push((*at, no.by(reader, by, *at)));
        }
        RingStage::Fell { why: Fall::Declined { .. }, .. } => {}
        RingStage::Fell { at, why, .. } => {
            let over = said(NotificationKind::SwapFell, fell(why), "");
            items.push((*at, over.of_time(reader, *at)));
        }
    }
    items
}

const fn fell(why: &Fall) -> &'static str {
    match why {
        Fall::Silent { .. } => "Not all answered in time: the swap with ",
        Fall::Overtaken { .. } => "Another swap counted first, instead of the one with ",
        Fall::Left { .. } => "Somebody left the program: the swap with ",
        Fall::Replaced | Fall::Declined { .. } => "Other rings serve more people now, instead of the one with ",
    }
}

/// Somebody holds what the reader would come to.
fn of_course(reader: &Reader, course: &Course) -> Option<(Timestamp, Notification)> {
    let taken = course.taken.as_ref()?;
    let text =
        vec![Phrase::plain(" holds the course that you wait for: "), Phrase::strong(reader.skill_name(&course.skill))];
    let href = format!("/swaps?program={}", course.program);
    let said = Said { kind: NotificationKind::CourseTaken, text, words: "", href };
    Some((taken.at, said.by(reader, &taken.person, taken.at)))
}

fn old(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let now = reader.now();
    let lapsed = lapsed(reader.org, reader.me, now).into_iter().filter(|(.., since)| now.since(*since) < TOLD);
    let told = |(thing, skill, since): (MyThing, &crate::id::SkillId, Timestamp)| {
        let lead = match thing {
            MyThing::Offer => "Is it still true that you offer ",
            MyThing::Want => "Is it still true that you want to learn ",
        };
        let text = vec![Phrase::plain(lead), Phrase::strong(reader.skill_name(skill)), Phrase::plain("?")];
        let slug = if thing == MyThing::Offer { "offer" } else { "want" };
        let said = Said { kind: NotificationKind::OfferLapsed, text, words: "", href: "/swaps#mine".to_owned() };
        (since, said.of_time(reader, since).marked(&format!("{slug}:{skill}")))
    };
    lapsed.map(told).collect()
}
