//! Entries for calendars over a real mail server: one when somebody comes, one when it moves, one when it is off, and
//! nothing twice.

use crate::calendar::{acting, planned};
use crate::mail::with;
use crate::smtp::{Received, Smtp};
use crate::support::{Kith, spawn_app_with};
use domain::actor::Role;
use domain::clocks::Day;
use domain::id::SessionId;
use domain::notices::NoticesForm;
use domain::session::{Change, OpenTo, Says};
use domain::text::Prose;
use domain::time::Minutes;

/// What a mail brings: to whom, by which method, and the text of the calendar part.
fn brought(mail: &Received) -> (String, String, String) {
    let part = mail.part("text/calendar").replace("\r\n ", "");
    let method = line(&part, "METHOD:");
    assert!(mail.text.contains(&format!("method={method}")), "the header says the same: {}", mail.text);
    (mail.to.trim_start_matches("RCPT TO:<").split('@').next().unwrap().to_owned(), method, part)
}

fn line(part: &str, name: &str) -> String {
    part.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned()
}

fn sequence(part: &str) -> u32 {
    line(part, "SEQUENCE:").parse().unwrap()
}

async fn off(kith: &Kith, handle: &str) {
    let channels = [("calendar".to_owned(), "off".to_owned()), ("sessions".to_owned(), "in_app".to_owned())];
    let form = NoticesForm { channels: channels.into(), rhythm: "daily".to_owned(), ..NoticesForm::default() };
    kith.store.choose_notices(&acting(handle), &form).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_is_told_by_mail_of_what_its_owner_comes_to_when_it_moves_and_when_it_is_off() {
    let smtp = Smtp::start().await;
    let kith = spawn_app_with(with(&smtp)).await;
    let id = planned(&kith, "Oven", OpenTo::Everyone).await;
    let (to, method, whole) = brought(&smtp.after(1).await[0]);
    assert_eq!((to.as_str(), method.as_str()), ("amara", "REQUEST"), "who holds it has all of it");
    assert!(whole.contains("RRULE:FREQ=WEEKLY") && whole.contains("SUMMARY:Oven"), "{whole}");
    assert!(whole.contains("ORGANIZER;CN="), "{whole}");

    let on = first(&kith, &id);
    kith.store.answer(&acting("jonas"), &id, on, Says::Going, 0).await.unwrap();
    let (to, method, one) = brought(&smtp.after(2).await[1]);
    assert_eq!((to.as_str(), method.as_str()), ("jonas", "REQUEST"));
    assert_eq!(line(&one, "UID:"), line(&whole, "UID:"), "one name for life");
    assert!(one.contains("RECURRENCE-ID") && one.contains("PARTSTAT=ACCEPTED"), "that date alone: {one}");

    let later = Change::Moved { day: on, minute: 900, length: Minutes(60), place: None };
    kith.store.change_date(&acting("amara"), &id, on, Some(&later), &Prose::default()).await.unwrap();
    let moved: Vec<_> = smtp.after(4).await[2..].iter().map(brought).collect();
    let of = |who: &str| moved.iter().find(|(to, ..)| to == who).map(|(.., part)| part.clone()).unwrap();
    assert!(sequence(&of("jonas")) > sequence(&one), "a calendar takes it as newer");
    assert!(of("jonas").contains("T150000") && of("amara").contains("T150000"), "{moved:?}");

    kith.store.answer(&acting("jonas"), &id, on, Says::NotGoing, 0).await.unwrap();
    let (to, method, gone) = brought(&smtp.after(5).await[4]);
    assert_eq!((to.as_str(), method.as_str()), ("jonas", "CANCEL"));
    assert!(sequence(&gone) > sequence(&of("jonas")) && line(&gone, "UID:") == line(&one, "UID:"), "{gone}");

    // Who wants no such mail gets none, and who does not come hears nothing of it.
    off(&kith, "priya").await;
    kith.store.answer(&acting("priya"), &id, on, Says::Going, 0).await.unwrap();
    let reason = Prose::parse("reason", "The oven is broken.").unwrap();
    kith.store.call_off_session(&acting("amara"), &id, &reason).await.unwrap();
    let (to, method, _) = brought(&smtp.after(6).await[5]);
    assert_eq!((to.as_str(), method.as_str()), ("amara", "CANCEL"));
    let all = and_no_more(&kith, &smtp, 6).await;
    assert!(all.iter().all(|mail| !mail.to.contains("priya")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_nothing_of_an_entry_tells_no_calendar_again() {
    let smtp = Smtp::start().await;
    let kith = spawn_app_with(with(&smtp)).await;
    let id = planned(&kith, "Oven", OpenTo::Everyone).await;
    let on = first(&kith, &id);
    kith.store.answer(&acting("jonas"), &id, on, Says::Going, 0).await.unwrap();
    smtp.after(2).await;
    kith.store.answer(&acting("jonas"), &id, on, Says::Going, 0).await.unwrap();
    kith.store.answer(&acting("priya"), &id, on, Says::Maybe, 0).await.unwrap();
    and_no_more(&kith, &smtp, 2).await;
}

fn first(kith: &Kith, id: &SessionId) -> Day {
    kith.store.read(&acting("amara"), |org| Ok(org.session(id).unwrap().timing().unwrap().first)).unwrap()
}

/// All mails, of which there were `count` before this asked for one more: mails go out in turn.
async fn and_no_more(kith: &Kith, smtp: &Smtp, count: usize) -> Vec<Received> {
    kith.store.send_test_mail(&crate::mail::acting("sol", Role::OrgAdmin)).await.unwrap();
    let all = smtp.after(count + 1).await;
    assert_eq!(all[count].header("Subject"), "Mail from Kith works", "and nothing else was to be sent");
    all
}
