//! What others did in the reader’s pairs, and what ended there; of an early end nobody is told by whom.

use super::{Notification, NotificationKind, Said};
use crate::pair::{News, Pair, PairNews};
use crate::pairs::without_reader;
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let own = reader.org.pairs_of(me).filter(|pair| pair.has(me));
    own.flat_map(|pair| of_pair(reader, pair)).collect()
}

fn of_pair(reader: &Reader, pair: &Pair) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let others = pair.news.iter().filter(|news| news.by.as_ref() != Some(me));
    others.map(|news| (news.at, of_news(reader, pair, news))).collect()
}

fn of_news(reader: &Reader, pair: &Pair, news: &News) -> Notification {
    let (kind, lead) = words(reader, pair, news);
    let text = vec![Phrase::plain(lead), Phrase::strong(reader.skill(&pair.skill))];
    let said = Said { kind, text, words: "", href: format!("/pairs/{}", pair.id) };
    match &news.by {
        Some(by) => said.by(reader, by, news.at),
        None => said.of_time(reader, news.at),
    }
}

/// What kind it is, and the words up to the skill; they go on from a name where somebody did it.
fn words(reader: &Reader, pair: &Pair, news: &News) -> (NotificationKind, String) {
    let others = || without_reader(reader, pair);
    let by = |done: &str, alone: &str| if news.by.is_some() { done.to_owned() } else { alone.to_owned() };
    match news.what {
        PairNews::Began if pair.mentor == reader.me.id => {
            (NotificationKind::PairBegan, format!("You are {}’s mentor in ", others()))
        }
        PairNews::Began => (NotificationKind::PairBegan, format!("You and {} are a pair: ", others())),
        PairNews::Agreement => {
            let alone = "How you work together waits for your yes: ";
            (NotificationKind::PairAsks, by(" wrote how you could work together: ", alone))
        }
        PairNews::Paused => (NotificationKind::PairMoved, by(" asked for a break: ", "You take a break: ")),
        PairNews::WentOn => (NotificationKind::PairMoved, by(" goes on after the break: ", "Your break is over: ")),
        PairNews::Finished => {
            (NotificationKind::PairAsks, by(" brought your pair to a close. Say how it was: ", "Finished: "))
        }
        PairNews::Ended => (NotificationKind::PairMoved, format!("Your pair with {} has ended: ", others())),
        PairNews::Fewer => (NotificationKind::PairMoved, "One of your circle is in it no more: ".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::fernhill::fernhill;
    use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
    use crate::pair::tests::{AMARA, JONAS, LEILA, at, begun, done};
    use crate::pair::{Fits, Move, Pair};
    use crate::reader::tests::read_by;

    /// What somebody is told of a pair, the newest first.
    fn told(pair: &Pair, me: &str) -> Vec<String> {
        let mut org = fernhill();
        org.put_pair(pair.clone());
        let page =
            read_by(&org, me, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
        let text = |item: crate::notifications::Notification| item.text.iter().map(|p| p.text.as_str()).collect();
        page.items.into_iter().filter(|item| item.href == "/pairs/p1").map(text).collect()
    }

    #[test]
    fn each_is_told_what_the_other_did_and_nobody_who_ended_it() {
        assert_eq!(told(&begun(), AMARA), ["You are Leïla’s mentor in Palliative talks"]);
        assert_eq!(told(&begun(), LEILA), ["You and Amara are a pair: Palliative talks"]);
        assert_eq!(told(&begun(), JONAS), Vec::<String>::new());
        let paused = done(begun(), LEILA, Move::Pause { until: None }, 5);
        assert_eq!(told(&paused, AMARA)[0], "Leïla asked for a break: Palliative talks");
        assert_eq!(told(&paused, LEILA).len(), 1, "her own doing is no news to her");
        let stopped = done(begun(), LEILA, Move::Stop, 5);
        let apart = begun().moved(&AMARA.parse().unwrap(), Move::SayFit { says: Fits::No }, at(5)).unwrap();
        for who in [AMARA, LEILA] {
            assert_eq!(told(&stopped, who), told(&apart, who), "all early ends are told in the same words");
        }
        assert_eq!(told(&apart, LEILA)[0], "Your pair with Amara has ended: Palliative talks");
    }
}
