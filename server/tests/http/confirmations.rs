//! `/confirmations/{id}` and the question on Home: asked, answered and put aside with plain forms.

use crate::made::critical_skill;
use crate::support::{Browser, Kith, spawn_app};
use domain::actor::Actor;
use domain::skills::AreaDraft;
use domain::teams::TeamDraft;
use domain::text::{Line, Name, Prose};

/// A server on which Amara and Jonas work in one team and wound care is critical.
async fn ward() -> Kith {
    let kith = spawn_app().await;
    let name = |text: &str| Name::parse("name", text).unwrap();
    let (store, console) = (&kith.store, &Actor::Console);
    let (kind, purpose) = (Line::default(), Prose::default());
    store.save_team(console, &TeamDraft { id: None, name: name("Ward"), parent: None, kind, purpose }).await.unwrap();
    for person in ["amara", "jonas"] {
        store.place_in_team(console, &person.parse().unwrap(), Some(&"ward".parse().unwrap())).await.unwrap();
    }
    store.save_area(console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let skill = critical_skill("Wound care", "care");
    store.save_skill(console, &skill).await.unwrap();
    kith
}

/// Amara asks Jonas by a plain form; where the request is.
async fn asked(amara: &Browser) -> String {
    let fields =
        "form[colleague_text]=Jonas&form[skill_text]=Wound+care&form[level]=3&form[words]=I+dressed+the+burns.";
    let answer = amara.submit("/new/confirmation", "ask_confirmation", fields).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    answer.header("location").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_asked_and_answers_with_one_plain_button() {
    let kith = ward().await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let request = asked(&amara).await;
    let home = jonas.get("/").await.text;
    assert!(home.contains("Amara asks you to confirm Wound care") && home.contains(&request), "{home}");
    let page = jonas.get(&request).await.text;
    for shown in ["Yes, “alone”", "I dressed the burns.", "I have not seen them do it.", "name=\"own\""] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!amara.get(&request).await.text.contains("Yes, “alone”"), "nobody confirms themself");
    let id = request.rsplit('/').next().unwrap();
    for outsider in ["priya", "sol"] {
        let outsider = kith.signed_in(outsider).await;
        assert_eq!(outsider.get(&request).await.status, 404);
        for (function, fields) in
            [("give_word", "&level=3"), ("decline_word", "&reason=No"), ("withdraw_confirmation", "")]
        {
            let answer = outsider.call(function, &format!("confirmation={id}{fields}")).await;
            assert_eq!(answer.status, 404, "{function}: {}", answer.text);
        }
    }
    let answer = jonas.submit(&request, "give_word", &format!("confirmation={id}&level=3")).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    assert!(jonas.get(&request).await.text.contains("You see Amara at “alone”."));
    assert!(amara.get("/notifications").await.text.contains(" sees you at “alone” in "));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_request_says_why_beside_its_field_and_keeps_the_words() {
    let kith = ward().await;
    let amara = kith.signed_in("amara").await;
    let fields = "form[colleague_text]=Nobody&form[skill_text]=Wound+care&form[level]=3&form[words]=The+burns.";
    let answer = amara.submit("/new/confirmation", "ask_confirmation", fields).await;
    let page = amara.follow(&answer).await;
    assert!(page.text.contains("Nobody here is called “Nobody”."), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_taken_back_and_not_wanted_with_plain_forms() {
    let kith = ward().await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let own = amara.submit("/me/skills", "set_own_level", "skill=wound-care&level=3").await;
    assert_eq!(own.status, 302, "{own:?}");
    let asks = "How well does Amara know Wound care?";
    let home = jonas.get("/").await.text;
    assert!(home.contains(asks), "{home}");
    assert_eq!(home.matches("class=\"question-answer\"").count(), 5);
    let cell = "subject=amara&skill=wound-care";
    jonas.submit("/", "answer_question", &format!("{cell}&level=3")).await;
    let home = jonas.get("/").await.text;
    assert!(home.contains("You see Amara at “alone” in Wound care.") && !home.contains(asks), "{home}");
    jonas.submit("/", "take_back_answer", cell).await;
    assert!(jonas.get("/").await.text.contains(asks));
    jonas.submit("/", "stop_questions", "").await;
    assert!(!jonas.get("/").await.text.contains(asks));
    assert!(jonas.get("/settings").await.text.contains("You are not asked."));
    jonas.submit("/settings", "want_questions", "wanted=true").await;
    assert!(jonas.get("/").await.text.contains(asks));
    jonas.submit("/", "skip_question", cell).await;
    assert!(!jonas.get("/").await.text.contains(asks));
    let aside = jonas.get("/confirmations").await.text;
    assert!(aside.contains("You are not asked about") && aside.contains("Ask me again"), "{aside}");
    jonas.submit("/people/amara", "decline_to_say", &format!("{cell}&reason=Other+ward")).await;
    assert!(jonas.get("/confirmations").await.text.contains("Other ward"));
}
