//! `/pairs/{id}`: a pair is among those in it. To everybody else, admins too, it does not exist.

use crate::support::{demo, spawn_app};

const ROOM: &str = "/pairs/leila-and-amara";

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_or_moves_a_pair() {
    let amara = demo().signed_in("amara-okafor").await;
    let page = amara.get(ROOM).await;
    assert_eq!(page.status, 200);
    for shown in ["You and Leïla", "Book next session", "What you are after", "My notes", "Only you read this, ever"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    for outsider in ["sol-lindqvist", "ines-carvalho", "jonas-weidner", "priya-raman"] {
        let outsider = demo().signed_in(outsider).await;
        assert_eq!(outsider.get(ROOM).await.status, 404);
        for (function, fields) in [
            ("pair_room", ""),
            ("add_goal", "&whose=amara-okafor&aim=Mine"),
            ("move_goal", "&goal=n1&step=drop"),
            ("write_agreement", "&agreement=Mine&seen=1"),
            ("agree_in_pair", "&seen=1"),
            ("add_agenda_item", "&topic=Mine"),
            ("move_agenda_item", "&item=n4&step=drop"),
            ("keep_pair_note", "&note=Mine"),
            ("pause_pair", ""),
            ("continue_pair", ""),
            ("say_fit", "&says=no"),
            ("finish_pair", "&worth=much"),
            ("give_pair_feedback", "&worth=much"),
            ("stop_pair", ""),
        ] {
            let answer = outsider.call(function, &format!("pair=leila-and-amara{fields}")).await;
            assert_eq!(answer.status, 404, "{function}: {}", answer.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_keepers_of_the_program_end_a_pair_and_only_its_people_take_its_steps() {
    for outsider in ["jonas-weidner", "amara-okafor", "leila-haddou"] {
        let browser = demo().signed_in(outsider).await;
        let answer = browser.call("end_pair", "pair=leila-and-amara").await;
        assert!([403, 404].contains(&answer.status.as_u16()), "{outsider}: {answer:?}");
    }
    let jonas = demo().signed_in("jonas-weidner").await;
    let answer = jonas.call("finish_milestone", "program=pairs-for-care&step=first-meeting").await;
    assert!([403, 404, 409].contains(&answer.status.as_u16()), "{answer:?}");
    assert!(demo().signed_in("amara-okafor").await.get(ROOM).await.text.contains("Book next session"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_notes_for_oneself_is_on_no_page_of_the_other() {
    let (amara, leila) = (demo().signed_in("amara-okafor").await, demo().signed_in("leila-haddou").await);
    let kept = leila.call("keep_pair_note", "pair=leila-and-amara&note=Nobody+knows+this&seen=").await;
    assert_eq!(kept.status, 200, "{}", kept.text);
    assert!(leila.get(ROOM).await.text.contains("Nobody knows this"));
    assert!(!amara.get(ROOM).await.text.contains("Nobody knows this"));
    let pairs = leila.get("/pairs").await.text;
    assert!(pairs.contains("/pairs/leila-and-amara") && !pairs.contains("/pairs/chidi-and-rosalind"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_session_is_planned_with_everything_filled_in() {
    let amara = demo().signed_in("amara-okafor").await;
    let page = amara.get(ROOM).await.text;
    let link = page.split("href=\"").find(|rest| rest.starts_with("/sessions/new?")).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let form = amara.get(&link).await;
    assert_eq!(form.status, 200);
    for filled in ["Amara and Leïla: Palliative talks", "Leïla Haddou", "value=\"pairs-for-care\" selected"] {
        assert!(form.text.contains(filled), "{filled} on {link}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn organisers_see_how_the_pairs_of_their_program_are_and_no_words_of_theirs() {
    let priya = demo().signed_in("priya-raman").await;
    let page = priya.get("/admin/programs/pairs-for-care/pairs").await;
    assert_eq!(page.status, 200);
    for shown in ["Nobody waits for a mentor.", "Stalled", "Amara Okafor", "On a break", "End this pair"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    assert!(!page.text.contains("Lead one family talk"), "goals stay theirs");
    let other = priya.get("/admin/programs/lunch-table/pairs").await;
    assert_eq!(other.status, 404, "lunches have no pairs");
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_the_room_work_without_a_script_and_say_what_is_wrong_beside_the_field() {
    let leila = demo().signed_in("leila-haddou").await;
    let answer = leila.submit(ROOM, "add_agenda_item", "pair=leila-and-amara&topic=").await;
    let page = leila.follow(&answer).await;
    assert!(page.text.contains("Write what you want to talk about."), "{}", page.text);
    let answer = leila.submit(ROOM, "add_agenda_item", "pair=leila-and-amara&topic=The+long+silence").await;
    assert!(leila.follow(&answer).await.text.contains("The long silence"));
    let answer = leila.submit(ROOM, "pause_pair", "pair=leila-and-amara&until=2020-01-01").await;
    assert!(leila.follow(&answer).await.text.contains("Choose a day within the next"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_in_no_pair_reads_how_to_come_to_one() {
    let kith = spawn_app().await;
    let nobody = kith.signed_in("amara").await;
    assert!(nobody.get("/pairs").await.text.contains("No pair yet"));
}
