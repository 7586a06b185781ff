//! Mail over a real mail server: sent once, recognisable when it is sent again, refused for good or for now, and ended by
//! one click from anywhere.

use crate::made::skill;
use crate::smtp::{Smtp, Whim};
use crate::support::{Answer, Kith, NOW, config, spawn_app_with};
use domain::actor::{Actor, Member, Role};
use domain::job::LEASE;
use domain::notices::{MailList, NoticesForm};
use domain::skills::{AreaDraft, SkillDraft};
use domain::text::{EmailAddress, Name, Prose};
use domain::time::{Span, Timestamp};
use reqwest::header::CONTENT_TYPE;
use server::config::Hidden;
use server::mail::Post;
use server::{App, Config};
use std::sync::Arc;
use store::{Clock, Store};

pub fn with(smtp: &Smtp) -> impl FnOnce(&mut Config) {
    let url = smtp.url();
    move |config| {
        config.smtp_url = Some(Hidden::parse(&url).unwrap());
        config.mail_from = Some("Kith <kith@company.example>".to_owned());
    }
}

async fn started(smtp: &Smtp) -> Kith {
    let kith = spawn_app_with(with(smtp)).await;
    let form = |channel: &str| NoticesForm {
        channels: [("thanks".to_owned(), channel.to_owned())].into(),
        rhythm: "daily".to_owned(),
        ..NoticesForm::default()
    };
    kith.store.choose_notices(&acting("jonas", Role::Member), &form("now")).await.unwrap();
    kith.store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Work") }).await.unwrap();
    kith.store.save_skill(&Actor::Console, &tea()).await.unwrap();
    kith
}

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

fn tea() -> SkillDraft {
    skill("Tea", "work")
}

pub fn acting(id: &str, role: Role) -> Actor {
    Actor::Person(Member { id: id.parse().unwrap(), role, team: None })
}

async fn thank(kith: &Kith, words: &str) {
    let words = Prose::parse("words", words).unwrap();
    let (to, skill) = ("jonas".parse().unwrap(), "tea".parse().unwrap());
    kith.store.give_thanks(&acting("amara", Role::Member), &to, &skill, &words).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thank_you_comes_by_mail_whole_and_can_be_stopped() {
    let smtp = Smtp::start().await;
    let kith = started(&smtp).await;
    thank(&kith, "For <b>the</b> tea & more.").await;
    let mail = smtp.after(1).await.remove(0);
    assert_eq!(
        (mail.from.as_str(), mail.to.as_str()),
        ("MAIL FROM:<kith@company.example>", "RCPT TO:<jonas@fernhill.example>")
    );
    assert_eq!(mail.header("Subject"), "Amara thanked you for Tea");
    let text = mail.part("text/plain");
    assert!(text.contains("“For <b>the</b> tea & more.”") && text.contains(&kith.origin), "{text}");
    let html = mail.part("text/html");
    assert!(html.contains("For &lt;b&gt;the&lt;/b&gt; tea &amp; more."), "{html}");
    assert_eq!(mail.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let link = mail.header("List-Unsubscribe").split(['<', '>']).nth(1).unwrap().to_owned();
    assert!(link.starts_with(&format!("{}/unsubscribe/thanks.jonas.", kith.origin)), "{link}");

    // Looking only asks.
    let path = link.strip_prefix(&kith.origin).unwrap();
    let stranger = kith.stranger();
    let page = stranger.get(path).await;
    assert!(page.status == 200 && page.text.contains("mails about thank-yous"), "{}", page.text);
    // A mail program posts from wherever it is, without a cookie, and twice.
    for _ in 0..2 {
        let done = Answer::of(one_click(&kith, path).header("origin", "https://mail.elsewhere.example")).await;
        assert_eq!((done.status.as_u16(), done.header("location")), (200, ""));
        assert!(done.text.contains("You get no mail like this any more"), "{}", done.text);
        assert_eq!(done.cookie("__Host-kith"), None);
    }
    kith.store.clock().set(NOW.after(Span::minutes(9)));
    thank(&kith, "Once more.").await;
    kith.store.send_test_mail(&acting("sol", Role::OrgAdmin)).await.unwrap();
    let all = smtp.after(2).await;
    assert_eq!(all[1].header("Subject"), "Mail from Kith works", "and nothing for Jonas");
}

fn one_click(kith: &Kith, path: &str) -> reqwest::RequestBuilder {
    let form = "application/x-www-form-urlencoded";
    kith.stranger().request("POST", path).header(CONTENT_TYPE, form).body("List-Unsubscribe=One-Click")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_one_click_works_from_elsewhere() {
    let smtp = Smtp::start().await;
    let kith = started(&smtp).await;
    let jonas = "jonas".parse().unwrap();
    let link = kith.store.unsubscribe_link(&Actor::Console, &jonas, MailList::parse("thanks").unwrap()).await.unwrap();
    let rows = [
        (format!("{link}00"), 404),
        ("/unsubscribe/none".to_owned(), 404),
        (format!("{link}/more"), 403),
        ("/unsubscribe/".to_owned(), 403),
        ("/unsubscribe".to_owned(), 403),
        ("/api/confirm_address".to_owned(), 403),
        ("/settings".to_owned(), 403),
        (link, 200),
    ];
    for (path, expected) in rows {
        let answer = Answer::of(one_click(&kith, &path).header("sec-fetch-site", "cross-site")).await;
        assert_eq!(answer.status.as_u16(), expected, "{path}: {}", answer.text);
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        let answer = Answer::of(kith.stranger().request(method, "/unsubscribe/thanks.jonas.00")).await;
        assert_eq!(answer.status, 403, "{method}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_fate_is_unknown_is_sent_again_under_the_same_name() {
    let smtp = Smtp::start().await;
    smtp.be(&[Whim::HangUpAfterData, Whim::Data("451 Busy")]);
    let kith = started(&smtp).await;
    thank(&kith, "For the tea.").await;
    smtp.after(1).await;
    // The second time it is busy, the third it takes the mail.
    for (minutes, said) in [(2, ""), (10, "451 Busy")] {
        settled(&kith, said).await;
        kith.store.clock().set(NOW.after(Span::minutes(minutes)));
    }
    let all = smtp.after(2).await;
    let (first, second) = (all[0].header("Message-ID"), all[1].header("Message-ID"));
    assert!(!first.is_empty() && first.ends_with("@company.example>"), "{first}");
    assert_eq!(first, second, "whoever has both knows them as one");
}

/// Waits until the admin page says that the last mail did not go out, and why.
async fn settled(kith: &Kith, said: &str) {
    let waited = tokio::time::timeout(std::time::Duration::from_secs(30), async {
        let mut again = tokio::time::interval(std::time::Duration::from_millis(50));
        loop {
            again.tick().await;
            let trouble = kith.store.mail_page(&Actor::Console).await.unwrap().trouble;
            if trouble.is_some_and(|why| why.contains(said)) {
                return;
            }
        }
    });
    waited.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_killed_after_the_mail_server_took_it_leaves_one_mail_to_be_known() {
    let smtp = Smtp::start().await;
    let mut config = config();
    with(&smtp)(&mut config);
    let post = Post::of(&config, "http://kith.example").unwrap().unwrap();
    let console = &Actor::Console;
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let email = EmailAddress::parse("sol@fernhill.example").unwrap();
    store.invite(console, &name("Sol"), &email, Role::OrgAdmin).await.unwrap();
    store.begin_mail(console, post.setup()).await.unwrap();
    store.send_test_mail(&acting("sol", Role::OrgAdmin)).await.unwrap();
    let job = store.claim_jobs(console, 1).await.unwrap().pop().unwrap();
    let outgoing = store.mail_to_send(console, &job).await.unwrap().unwrap();
    post.deliver(&outgoing).await;
    // Killed here: nothing is noted. Two minutes later somebody else has it.
    store.clock().set(NOW.after(LEASE));
    let again = store.claim_jobs(console, 1).await.unwrap().pop().unwrap();
    let outgoing = store.mail_to_send(console, &again).await.unwrap().unwrap();
    let delivery = post.deliver(&outgoing).await;
    store.note_delivery(console, &again, &outgoing, &delivery).await.unwrap();
    let all = smtp.received();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].header("Message-ID"), all[1].header("Message-ID"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_send_mail_send_each_once() {
    let smtp = Smtp::start().await;
    let kith = started(&smtp).await;
    let mut config = config();
    with(&smtp)(&mut config);
    let post = Arc::new(Post::of(&config, &kith.origin).unwrap().unwrap());
    let others = [0, 1].map(|_| tokio::spawn(server::jobs::run_jobs(kith.store.clone(), Some(Arc::clone(&post)))));
    for number in 0..20 {
        // A moment each, so that none is another’s; all within one lease.
        kith.store.clock().set(Timestamp(NOW.0 + number));
        thank(&kith, &format!("thanks {number}")).await;
    }
    let mut ids: Vec<String> = smtp.after(20).await.iter().map(|mail| mail.header("Message-ID")).collect();
    let sent = kith.store.mail_page(&Actor::Console).await.unwrap().counts;
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), smtp.received().len()), (20, 20), "{sent:?}");
    others.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_takes_no_mail_is_shown_to_its_person_and_to_admins() {
    let smtp = Smtp::start().await;
    smtp.be(&[Whim::Rcpt("550 5.1.1 No such user here")]);
    let kith = started(&smtp).await;
    thank(&kith, "For the tea.").await;
    settled(&kith, "550").await;
    let jonas = kith.signed_in("jonas").await;
    let page = jonas.get("/settings").await.text;
    assert!(page.contains("No such user here") && page.contains("The address is right, try again"), "{page}");
    let page = kith.signed_in("sol").await.get("/admin/mail").await.text;
    assert!(page.contains("jonas@fernhill.example") && page.contains("550"), "{page}");
    assert_eq!(jonas.submit("/settings", "confirm_address", "").await.status, 302);
    assert!(!jonas.get("/settings").await.text.contains("No such user here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_pages_say_so() {
    let kith = spawn_app_with(|_| {}).await;
    let page = kith.signed_in("sol").await.get("/admin/mail").await.text;
    assert!(page.contains("This Kith sends no mail") && page.contains("KITH_SMTP_URL"), "{page}");
    let page = kith.signed_in("jonas").await.get("/settings").await.text;
    assert!(page.contains("This Kith sends no mail at the moment"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_mail_server_is_refused_at_the_start_without_its_password() {
    for (url, from, said) in [
        ("smpt://user:secret@mail.example", "kith@company.example", "smtp://user:password@host:587"),
        ("smtp://user:secret@mail.example?tls=none", "kith@company.example", "in the clear"),
        ("smtp://user:secret@mail.example", "nobody", "KITH_MAIL_FROM"),
    ] {
        let mut config = config();
        config.smtp_url = Some(Hidden::parse(url).unwrap());
        config.mail_from = Some(from.to_owned());
        let refused = App::start(&config, Clock::standing_at(NOW)).await.map(drop).unwrap_err().to_string();
        assert!(refused.contains(said) && !refused.contains("secret"), "{refused}");
        assert!(!format!("{config:?}").contains("secret"));
    }
}
