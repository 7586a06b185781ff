//! `/hours`: one's own statement, without scripts too; the proof for everybody, which tells of nobody; and the entries of
//! all, for organisation admins alone.

use crate::support::{demo, spawn_app};

#[tokio::test(flavor = "multi_thread")]
async fn hours_are_given_by_a_plain_form_once_and_what_is_wrong_stands_beside_its_field() {
    let kith = spawn_app().await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let page = amara.get("/hours").await.text;
    assert!(page.contains("Nothing has moved yet") && page.contains("You have taught as much as you have learned."));
    let key = page.split("name=\"form[key]\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = format!("form[to]=&form[to_text]=Jonas&form[minutes]=90&form[words]=For+the+joins&form[key]={key}");
    for _ in 0..2 {
        let answer = amara.submit("/hours", "give_hours", &form).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/hours"));
    }
    let page = amara.get("/hours").await.text;
    assert!(page.contains("You have learned 1 h 30 min more than you have taught."), "{page}");
    let page = jonas.get("/hours").await.text;
    assert!(page.contains("+1 h 30 min") && page.contains("For the joins") && page.contains("class=\"hours-bar\""));
    assert!(jonas.get("/notifications").await.text.contains("gave you "));
    let answer = amara.submit("/hours", "give_hours", "form[to]=jonas&form[minutes]=9999").await;
    let page = amara.follow(&answer).await;
    assert!(page.text.contains("Write how many minutes, from 1 to 600."), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_proof_is_open_to_everybody_and_tells_of_nobody() {
    let (stranger, amara) = (demo().stranger(), demo().signed_in("amara-okafor").await);
    for browser in [&stranger, &amara] {
        let page = browser.get("/hours/proof").await;
        assert_eq!(page.status, 200);
        assert!(
            page.text.contains("Every hour evens out") && page.text.contains("All balances together are 0 minutes.")
        );
        assert!(page.text.contains("Taught more than they learned"), "many at Fernhill hold something");
        for name in ["Okafor", "amara-okafor", "Weidner", "jonas-weidner"] {
            let said = page.text.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert!(!said.contains(name), "{name}");
        }
    }
    let answer = stranger.get("/hours").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/welcome"));
}

#[tokio::test(flavor = "multi_thread")]
async fn admins_read_all_entries_and_the_buttons_that_set_them_right() {
    let sol = demo().signed_in("sol-lindqvist").await;
    let page = sol.get("/admin/hours").await.text;
    assert!(page.contains("Set it right") && page.contains("Take it back") && page.contains("taken back"));
    assert!(page.contains("Both say that it took half an hour."));
    let of_amara = sol.get("/admin/hours?person=amara-okafor").await.text;
    assert!(of_amara.contains("Amara Okafor"));
    assert_eq!(demo().signed_in("priya-raman").await.get("/admin/hours").await.status, 403);
    let mine = demo().signed_in("jonas-weidner").await.get("/hours").await.text;
    assert!(mine.contains("Your three sentences saved me the afternoon."), "the demo's statements are alive");
}
