//! Mail: what is written of what happens, when it goes out, what comes of it, and how somebody ends it.

use crate::fernhill::{NOW, acting, fernhill};
use domain::actor::Actor;
use domain::exchange::{Ask, Move};
use domain::job::{Job, Task};
use domain::mail::{Delivery, MailSetup, MailState};
use domain::notices::{MailList, NoticesForm};
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::{Minutes, Span};
use std::collections::BTreeMap;
use store::{Error, Outgoing, Store};

const SERVER: &Actor = &Actor::Console;

/// Fernhill, which sends mail.
async fn with_mail() -> (Store, store::Clock) {
    let (store, clock) = fernhill().await;
    let setup = MailSetup {
        server: "mail.example:587".to_owned(),
        from: "kith@company.example".to_owned(),
        origin: "https://kith.example".to_owned(),
    };
    store.begin_mail(SERVER, setup).await.unwrap();
    (store, clock)
}

/// `who` is told of each of these topics in this way, without quiet hours.
async fn choose(store: &Store, who: &str, pairs: &[(&str, &str)]) {
    let channels = pairs.iter().map(|(about, channel)| ((*about).to_owned(), (*channel).to_owned())).collect();
    let form = NoticesForm { channels, rhythm: "daily".to_owned(), ..NoticesForm::default() };
    store.choose_notices(&acting(who), &form).await.unwrap();
}

async fn thank(store: &Store, from: &str, to: &str, words: &str) {
    let words = Prose::parse("words", words).unwrap();
    store.give_thanks(&acting(from), &to.parse().unwrap(), &"wound-care".parse().unwrap(), &words).await.unwrap();
}

/// Reads what happened, and takes the mails that are due.
async fn due(store: &Store) -> Vec<Job> {
    while store.tell_by_mail(SERVER).await.unwrap() > 0 {}
    let jobs = store.claim_jobs(SERVER, 1_000).await.unwrap();
    for job in &jobs {
        store.write_digest(SERVER, job).await.unwrap();
    }
    let digests = store.claim_jobs(SERVER, 1_000).await.unwrap();
    jobs.into_iter().chain(digests).filter(|job| matches!(job.task, Task::Mail { .. })).collect()
}

/// What goes out now; each is taken by the mail server.
async fn sent(store: &Store) -> Vec<Outgoing> {
    let mut all = Vec::new();
    for job in due(store).await {
        if let Some(outgoing) = store.mail_to_send(SERVER, &job).await.unwrap() {
            store.note_delivery(SERVER, &job, &outgoing, &Delivery::Accepted).await.unwrap();
            all.push(outgoing);
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_wants_at_once_comes_once() {
    let (store, clock) = with_mail().await;
    choose(&store, "noor", &[("thanks", "now")]).await;
    thank(&store, "amara", "noor", "For the dressing.").await;
    let mails = sent(&store).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].letter.subject, "Amara thanked you for Wound care");
    assert_eq!((mails[0].email.as_str(), mails[0].letter.list), ("noor@fernhill.example", MailList::parse("thanks")));
    assert_eq!(sent(&store).await, Vec::new());
    clock.set(NOW.after(Span::minutes(20)));
    assert_eq!(sent(&store).await, Vec::new(), "what was taken is not handed over again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_before_mail_was_set_up_stays_in_kith() {
    let (store, clock) = fernhill().await;
    choose(&store, "noor", &[("thanks", "now")]).await;
    thank(&store, "amara", "noor", "Before.").await;
    assert_eq!(store.tell_by_mail(SERVER).await.unwrap(), 0, "nobody sends mail");
    assert_eq!(store.mail_setup(), None);
    let refused = store.send_test_mail(&acting("sol")).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::Conflict(_)))));
    let setup = MailSetup { server: "m".into(), from: "k".into(), origin: "o".into() };
    store.begin_mail(SERVER, setup).await.unwrap();
    clock.set(NOW.after(Span::hours(1)));
    thank(&store, "amara", "noor", "After.").await;
    let mails = sent(&store).await;
    assert_eq!(mails.iter().map(|mail| mail.letter.parts[0].words.as_str()).collect::<Vec<_>>(), ["After."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_waits_until_quiet_hours_end_also_when_the_clocks_change() {
    let (store, clock) = with_mail().await;
    let form = NoticesForm {
        channels: [("thanks".to_owned(), "now".to_owned())].into(),
        rhythm: "daily".to_owned(),
        quiet_from: "20".to_owned(),
        quiet_until: "7".to_owned(),
    };
    store.choose_notices(&acting("amara"), &form).await.unwrap();
    let lisbon = |text: &str| store::clock::from_field(text, &"Europe/Lisbon".to_owned().try_into().unwrap()).unwrap();
    // Clocks in Lisbon go forward on 28 March 2027 and back on 31 October 2027, both at one o’clock UTC.
    for (evening, morning, hours) in
        [("2027-03-27T22:00", "2027-03-28T07:00", 8), ("2027-10-30T22:00", "2027-10-31T07:00", 10)]
    {
        clock.set(lisbon(evening));
        thank(&store, "noor", "amara", evening).await;
        assert_eq!(sent(&store).await, Vec::new(), "{evening}");
        assert_eq!(lisbon(morning).since(lisbon(evening)), Span::hours(hours));
        clock.set(lisbon(morning).before(Span::minutes(1)));
        assert_eq!(sent(&store).await, Vec::new(), "a minute before the end");
        clock.set(lisbon(morning));
        let mails = sent(&store).await;
        assert_eq!(mails.iter().map(|mail| mail.letter.parts[0].words.as_str()).collect::<Vec<_>>(), [evening]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_gets_no_more_until_its_person_says_so() {
    let (store, clock) = with_mail().await;
    choose(&store, "noor", &[("thanks", "now")]).await;
    thank(&store, "amara", "noor", "One.").await;
    let job = due(&store).await.remove(0);
    let outgoing = store.mail_to_send(SERVER, &job).await.unwrap().unwrap();
    let came = Delivery::AddressRefused("550 No such user here".to_owned());
    store.note_delivery(SERVER, &job, &outgoing, &came).await.unwrap();
    let (why, _) = store.notices_page(&acting("noor")).await.unwrap().bounced.unwrap();
    assert_eq!(why, "550 No such user here");
    let page = store.mail_page(&acting("sol")).await.unwrap();
    assert_eq!((page.bounced[0].email.as_str(), page.counts.failed), ("noor@fernhill.example", 1));
    assert_eq!(page.trouble.as_deref(), Some("550 No such user here"));

    clock.set(NOW.after(Span::minutes(5)));
    thank(&store, "amara", "noor", "Two.").await;
    assert_eq!(sent(&store).await, Vec::new());
    assert_eq!(store.mail_page(&acting("sol")).await.unwrap().counts.dropped, 1);
    store.confirm_address(&acting("noor")).await.unwrap();
    assert_eq!(store.notices_page(&acting("noor")).await.unwrap().bounced, None);
    clock.set(NOW.after(Span::minutes(10)));
    thank(&store, "amara", "noor", "Three.").await;
    let words: Vec<String> = sent(&store).await.into_iter().map(|mail| mail.letter.parts[0].words.clone()).collect();
    assert_eq!(words, ["Three."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_work_now_is_tried_again() {
    let (store, clock) = with_mail().await;
    choose(&store, "noor", &[("thanks", "now")]).await;
    thank(&store, "amara", "noor", "One.").await;
    let job = due(&store).await.remove(0);
    let outgoing = store.mail_to_send(SERVER, &job).await.unwrap().unwrap();
    let later = Delivery::Later("451 Try again later".to_owned());
    store.note_delivery(SERVER, &job, &outgoing, &later).await.unwrap();
    assert_eq!(sent(&store).await, Vec::new(), "not at once");
    let state = store.mail(SERVER, &outgoing.key).await.unwrap().unwrap().state;
    assert_eq!(state, MailState::Waiting { why: Some("451 Try again later".to_owned()) });
    clock.set(NOW.after(Span::minutes(1)));
    assert_eq!(sent(&store).await[0].key, outgoing.key, "the same mail, under the same name");
    // Whoever comes back with it after that changes nothing.
    store.note_delivery(SERVER, &job, &outgoing, &later).await.unwrap();
    assert!(matches!(store.mail(SERVER, &outgoing.key).await.unwrap().unwrap().state, MailState::Sent { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_ends_a_list_and_nothing_else() {
    let (store, clock) = with_mail().await;
    choose(&store, "noor", &[("thanks", "now"), ("requests", "now")]).await;
    let list = MailList::parse("thanks").unwrap();
    let link = store.unsubscribe_link(SERVER, &"noor".parse().unwrap(), list).await.unwrap();
    let again = store.unsubscribe_link(SERVER, &"noor".parse().unwrap(), list).await.unwrap();
    assert_eq!(link, again, "it holds for ever");
    let token = link.strip_prefix("/unsubscribe/").unwrap();
    assert!(!store.unsubscribing(token).await.unwrap().is_off, "looking only asks");
    for _ in 0..2 {
        assert!(store.unsubscribe(token).await.unwrap().is_off, "twice is as good as once");
    }
    let how: BTreeMap<_, _> = store
        .notices_page(&acting("noor"))
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|row| (row.about.slug(), row.channel.slug()))
        .collect();
    assert_eq!((how["thanks"], how["requests"], how["programs"]), ("in_app", "now", "digest"));
    clock.set(NOW.after(Span::minutes(5)));
    thank(&store, "amara", "noor", "Still in Kith.").await;
    assert_eq!(sent(&store).await, Vec::new());
    assert_eq!(store.unread_notifications(&acting("noor")).await.unwrap(), 1);

    let (start, code) = token.rsplit_once('.').unwrap();
    let turned: String = code.chars().rev().collect();
    for wrong in [
        "",
        "x",
        "thanks.noor",
        &format!("{start}.{turned}"),
        &format!("requests.noor.{code}"),
        &format!("thanks.amara.{code}"),
        &format!("{token}.x"),
    ] {
        let refused = store.unsubscribe(wrong).await;
        assert!(matches!(refused, Err(Error::Rejected(Rejection::NotFound(Noun::MailLink)))), "{wrong}");
    }
    assert!(store.unsubscribe_link(&acting("amara"), &"noor".parse().unwrap(), list).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_tries_out_whether_mail_works() {
    let (store, _) = with_mail().await;
    store.send_test_mail(&acting("sol")).await.unwrap();
    let mails = sent(&store).await;
    assert_eq!(
        (mails.len(), mails[0].email.as_str(), mails[0].unsubscribe.as_ref()),
        (1, "sol@fernhill.example", None)
    );
    let page = store.mail_page(&acting("sol")).await.unwrap();
    assert!(page.test.unwrap().worked && page.setup.is_some());
    assert_eq!(page.counts.sent, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_has_left_gets_mail() {
    let (store, _) = with_mail().await;
    choose(&store, "noor", &[("thanks", "now")]).await;
    thank(&store, "amara", "noor", "One.").await;
    while store.tell_by_mail(SERVER).await.unwrap() > 0 {}
    store.end_membership(&acting("sol"), &"noor".parse().unwrap()).await.unwrap();
    assert_eq!(sent(&store).await, Vec::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_notification_can_be_read_alone_and_a_topic_together() {
    use domain::notifications::NotificationsQuery;
    let (store, clock) = fernhill().await;
    for minute in 1..=3 {
        clock.set(NOW.after(Span::minutes(minute)));
        thank(&store, "amara", "jonas", "Thanks.").await;
    }
    let ask = Ask {
        teacher: "jonas".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        message: Prose::parse("message", "Joins?").unwrap(),
        minutes: Minutes(45),
        starts_at: None,
    };
    clock.set(NOW.after(Span::minutes(4)));
    let id = store.ask_exchange(&acting("amara"), &ask).await.unwrap();
    let jonas = &acting("jonas");
    let page = store.notifications_page(jonas, NotificationsQuery::default()).await.unwrap();
    assert_eq!(page.unread, 4);
    store.mark_notification_read(jonas, &page.items[3].key).await.unwrap();
    store.mark_notification_read(&acting("noor"), &page.items[2].key).await.unwrap();
    let page = store.notifications_page(jonas, NotificationsQuery::default()).await.unwrap();
    let new: Vec<bool> = page.items.iter().map(|item| item.is_new).collect();
    assert_eq!(new, [true, true, true, false], "and what somebody else reads is theirs");
    let thanks = NotificationsQuery::parse("about=thanks");
    store.mark_notifications_read(jonas, thanks, page.newest.unwrap()).await.unwrap();
    let page = store.notifications_page(jonas, NotificationsQuery::default()).await.unwrap();
    assert_eq!((page.unread, page.items[0].is_new), (1, true), "the request is still new");
    let reason = Prose::parse("reason", "No time.").unwrap();
    store.move_exchange(jonas, &id, &Move::Decline { reason }).await.unwrap();
    assert_eq!(store.unread_notifications(jonas).await.unwrap(), 1);
}
