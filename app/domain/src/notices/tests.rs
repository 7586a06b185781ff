//! What is chosen, what is taken off again, and when mail may come.

use super::*;
use crate::clocks::tests::ahead;
use crate::time::Span;

/// Wednesday 18 November 2026, 08:12 UTC: 09:12 in Berlin.
const NOW: Timestamp = Timestamp(1_794_989_520_000);

fn clocks() -> Clocks<'static> {
    Clocks { now: NOW, ahead: &ahead }
}

fn berlin() -> Zone {
    Zone::parse("Europe/Berlin").unwrap()
}

fn form(pairs: &[(&str, &str)]) -> NoticesForm {
    let channels = pairs.iter().map(|(about, channel)| ((*about).to_owned(), (*channel).to_owned())).collect();
    NoticesForm { channels, rhythm: "daily".to_owned(), quiet_from: "22".to_owned(), quiet_until: "6".to_owned() }
}

#[test]
fn who_has_not_chosen_gets_a_digest_and_reminders_in_time() {
    let usual = Notices::default();
    for about in About::ALL {
        let comes_at_once = [About::Reminders, About::Calendar].contains(&about);
        let expected = if comes_at_once { Channel::Now } else { Channel::Digest };
        assert_eq!(usual.channel(about), expected, "{about:?}");
    }
    let of_before: Notices = serde_json::from_str("{}").unwrap();
    assert_eq!(of_before.channel(About::Thanks), Channel::Digest);
}

#[test]
fn a_form_changes_what_it_names_and_refuses_what_it_cannot_send() {
    let chosen = form(&[("thanks", "off"), ("requests", "now")]).read(Notices::default()).unwrap();
    assert_eq!((chosen.channel(About::Thanks), chosen.channel(About::Requests)), (Channel::Off, Channel::Now));
    assert_eq!(chosen.channel(About::Programs), Channel::Digest);
    assert_eq!(chosen.quiet.map(|quiet| (quiet.from(), quiet.until())), Some((22, 6)));
    for wrong in [("thanks", "loud"), ("weather", "now"), ("reminders", "digest")] {
        assert!(form(&[wrong]).read(Notices::default()).is_err(), "{wrong:?}");
    }
    let late = NoticesForm { quiet_until: "24".to_owned(), ..form(&[]) };
    assert!(late.read(Notices::default()).is_err());
    let none = NoticesForm { quiet_from: String::new(), ..form(&[]) };
    assert_eq!(none.read(Notices::default()).unwrap().quiet, None);
}

#[test]
fn who_is_taken_off_a_list_still_reads_it_in_kith() {
    let chosen = Notices::default().with(About::Thanks, Channel::Now).with(About::Cover, Channel::Off);
    let off = chosen.clone().without(MailList::About(About::Thanks));
    assert_eq!((off.channel(About::Thanks), off.channel(About::Programs)), (Channel::InApp, Channel::Digest));
    let off = chosen.without(MailList::Digest);
    assert_eq!((off.channel(About::Thanks), off.channel(About::Programs)), (Channel::Now, Channel::InApp));
    assert_eq!(off.channel(About::Cover), Channel::Off);
    assert_eq!(off.clone().without(MailList::Digest), off, "once is enough");
    let off = off.without(MailList::About(About::Calendar));
    assert_eq!(off.channel(About::Calendar), Channel::Off, "nothing of it stands in Kith");
    for list in [MailList::Digest, MailList::About(About::Cover)] {
        assert_eq!(MailList::parse(list.slug()), Some(list));
    }
}

#[test]
fn mail_waits_until_quiet_hours_end() {
    let night = Notices::default();
    let (clocks, zone) = (clocks(), berlin());
    let opens = |hours: i64| night.opens(&clocks, &zone, NOW.after(Span::hours(hours)));
    assert_eq!(opens(0), NOW, "by day it goes out");
    // 20:12 in the evening and 02:12 at night: until seven.
    let seven = NOW.after(Span::minutes(22 * 60 - 12));
    assert_eq!((opens(11), opens(17)), (seven, seven));
    let noon = Notices { quiet: Quiet::parse("9", "13").unwrap(), ..Notices::default() };
    assert_eq!(noon.opens(&clocks, &zone, NOW), NOW.after(Span::minutes(4 * 60 - 12)));
}

#[test]
fn the_next_digest_has_a_day_of_its_own() {
    let (clocks, zone) = (clocks(), berlin());
    let daily = Notices::default();
    let (day, at) = daily.next_digest(&clocks, &zone, NOW);
    assert_eq!((day.in_full().as_str(), clocks.when(&zone, at).as_str()), ("Thursday 19 November", "tomorrow 08:00"));
    let (same, _) = daily.next_digest(&clocks, &zone, NOW.after(Span::hours(20)));
    assert_eq!(same, day);
    let (later, _) = daily.next_digest(&clocks, &zone, at);
    assert_eq!(later, Day(day.0 + 1), "at the moment of one the next is meant");
    let weekly = Notices { rhythm: Rhythm::Weekly, ..Notices::default() };
    let (day, at) = weekly.next_digest(&clocks, &zone, NOW);
    assert_eq!((day.in_full().as_str(), clocks.time(&zone, at).as_str()), ("Monday 23 November", "08:00"));
    let late = Notices { quiet: Quiet::parse("20", "9").unwrap(), ..Notices::default() };
    assert_eq!(clocks.time(&zone, late.next_digest(&clocks, &zone, NOW).1), "09:00");
}
