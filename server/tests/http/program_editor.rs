//! `/admin/programs/{id}`: editing without JavaScript, two admins in one field, and many at once who lose no letter.

use crate::support::{Browser, Kith, spawn_app};
use domain::actor::{Actor, Role};
use domain::id::ProgramId;
use domain::program_editor::{EditorPage, HistoryPage, HistoryQuery};
use store::Store;

pub const PROGRAM: &str = "pairs-for-care";
pub const PAGE: &str = "/admin/programs/pairs-for-care";

/// A program that Inês made and opened.
pub async fn with_program() -> (Kith, Browser) {
    let kith = spawn_app().await;
    let ines = kith.signed_in("ines").await;
    let made = ines
        .submit(
            "/new/program",
            "create_program",
            "form[kind]=mentorship&form[template]=pairs&form[title]=Pairs+for+Care",
        )
        .await;
    assert_eq!(made.header("location"), PAGE, "{made:?}");
    let opened = ines.call("move_program", "program=pairs-for-care&to=open").await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    (kith, ines)
}

pub async fn editor(browser: &Browser, query: &str) -> EditorPage {
    let query = query.replace('&', "%26").replace('=', "%3D");
    let answer = browser.call("program_editor", &format!("program={PROGRAM}&query={query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

pub async fn keep(browser: &Browser, base: u32, path: &str, text: &str) {
    let fields = format!("program={PROGRAM}&form[base]={base}&form[values][{path}]={}", text.replace(' ', "+"));
    let answer = browser.call("keep_draft", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

async fn publish(browser: &Browser, page: &EditorPage) -> u16 {
    let fields =
        format!("program={PROGRAM}&form[policy]=next_stage&form[policies][title]=&form[seen]={}", page.review.seen);
    browser.call("publish_draft", &fields).await.status.as_u16()
}

pub fn text(page: &EditorPage, path: &str) -> String {
    page.field(path).unwrap().text.clone()
}

async fn history(store: &Store) -> HistoryPage {
    let id = ProgramId::parse(PROGRAM).unwrap();
    store.history_page(&Actor::Console, &id, HistoryQuery::default()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_change_is_kept_reviewed_and_published() {
    let (_kith, ines) = with_program().await;
    let fields = "program=pairs-for-care&form[base]=1&form[values][purpose]=Learn+from+each+other\
        &form[lists][flags][]=waitlist&form[values][cadence]=every+blue+moon";
    let kept = ines.submit(PAGE, "keep_draft", fields).await;
    let page = ines.follow(&kept).await;
    for shown in ["changes, not live yet", "Learn from each other", "every blue moon", "thing", "field-error"] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    assert!(!editor(&ines, "").await.review.troubles.is_empty(), "what cannot be read stops it");
    assert_eq!(publish(&ines, &editor(&ines, "").await).await, 422);
    ines.submit(PAGE, "drop_change", "program=pairs-for-care&path=cadence").await;
    let page = editor(&ines, "form[policy]=next_stage").await;
    assert!(page.review.refusal.is_none(), "{:?}", page.review);
    assert_eq!(publish(&ines, &page).await, 200);
    let after = editor(&ines, "").await;
    assert_eq!((after.head.n, after.review.count, text(&after, "purpose").as_str()), (2, 0, "Learn from each other"));
    assert_eq!(text(&after, "waitlist"), "off", "a switch that sends nothing is off");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_people_are_named_and_a_name_of_nobody_comes_back() {
    let (_kith, ines) = with_program().await;
    let fields = |name: &str| {
        let chosen = "form[lists][organisers][]=&form[lists][organisers][]=amara";
        format!("program=pairs-for-care&form[base]=1&{chosen}&form[lists][organisers][]={name}")
    };
    let page = ines.follow(&ines.submit(PAGE, "keep_draft", &fields("No+One")).await).await;
    for shown in [r#"value="No One""#, "Nobody here is called “No One”."] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    assert_eq!(text(&editor(&ines, "").await, "organisers"), "amara, No One");
    ines.submit(PAGE, "keep_draft", &fields("INES")).await;
    assert_eq!(text(&editor(&ines, "").await, "organisers"), "amara, ines");
    let found = ines.call("people_to_name", "typed=am").await;
    assert!(found.text.contains("amara"), "{}", found.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_of_one_field_see_both_values_and_one_of_them_decides() {
    let (kith, ines) = with_program().await;
    let sol = kith.signed_in("sol").await;
    keep(&ines, 1, "purpose", "Ines writes this").await;
    keep(&sol, 1, "purpose", "Sol writes that").await;
    keep(&sol, 1, "title", "Pairs").await;
    assert_eq!(publish(&ines, &editor(&ines, "").await).await, 200);
    let page = editor(&sol, "").await;
    let conflict = page.field("purpose").unwrap().conflict.clone().unwrap();
    assert_eq!((conflict.theirs.as_str(), conflict.mine.as_str()), ("Ines writes this", "Sol writes that"));
    assert_eq!(text(&page, "purpose"), "Sol writes that", "what Sol typed still stands in the field");
    assert_eq!(publish(&sol, &page).await, 409, "nothing is saved while two values wait");
    let settled = sol.call("settle_change", "program=pairs-for-care&form[path]=purpose&form[take]=mine").await;
    assert_eq!(settled.status, 200, "{}", settled.text);
    assert_eq!(publish(&sol, &editor(&sol, "").await).await, 200);
    let after = editor(&ines, "").await;
    assert_eq!((text(&after, "purpose").as_str(), after.head.title.as_str()), ("Sol writes that", "Pairs"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_no_admin_any_more_hears_so_in_clear_words() {
    let (kith, ines) = with_program().await;
    keep(&ines, 1, "purpose", "Half a sen").await;
    let priya = kith.signed_in("priya").await;
    let fields = "program=pairs-for-care&form[base]=1&form[values][purpose]=Half+a+sentence";
    let refused = priya.call("keep_draft", fields).await;
    assert_eq!(refused.status, 403);
    assert!(refused.text.contains("What you wrote is kept"), "{}", refused.text);
    assert_eq!(text(&editor(&ines, "").await, "purpose"), "Half a sen");
    let nobody = priya.call("program_editor", "program=pairs-for-care&query=").await;
    assert_eq!(nobody.status, 403, "who has no draft reads none: {}", nobody.text);
    let ines_id = "ines".parse().unwrap();
    kith.store.set_role(&Actor::Console, &ines_id, Role::Manager).await.unwrap();
    let ines = kith.signed_in("ines").await;
    let page = ines.get(PAGE).await;
    for shown in ["You are not a program admin any more", "Half a sen", "Throw it away"] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    ines.submit(PAGE, "discard_draft", "program=pairs-for-care").await;
    assert_eq!(ines.call("program_editor", "program=pairs-for-care&query=").await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stage_that_somebody_else_took_out_comes_back_with_what_was_typed_in_it() {
    let (kith, ines) = with_program().await;
    let sol = kith.signed_in("sol").await;
    let page = editor(&sol, "").await;
    let stage = page.stages[1].id.to_string();
    let title = format!("stages/{stage}/title");
    keep(&sol, 1, &title, "Mine").await;
    let out = format!("program={PROGRAM}&form[base]=1&button=out+stages/{stage}");
    let steps = page.stages[1].steps.iter().map(|step| format!("&form[values][steps/{}]=off", step.id));
    assert_eq!(ines.call("keep_draft", &(out + &steps.collect::<String>())).await.status, 200);
    assert_eq!(publish(&ines, &editor(&ines, "").await).await, 200);
    let page = editor(&sol, "").await;
    assert!(page.stages[1].lost.is_some() && text(&page, &title) == "Mine", "{:?}", page.stages[1]);
    assert_eq!(page.unsettled().count(), 1);
    // As the form of the lost stage sends it: what stands in its fields, and not whether it is there.
    keep(&sol, page.base, &title, "Mine and more").await;
    assert_eq!(text(&editor(&sol, "").await, &title), "Mine and more");
    let page = editor(&sol, "").await;
    let order = page.stages.iter().map(|stage| format!("&form[lists][stages][]={}", stage.id)).collect::<String>();
    let back = format!("program={PROGRAM}&form[base]={}&button=back+stages/{stage}{order}", page.base);
    assert_eq!(sol.call("keep_draft", &back).await.status, 200);
    let page = editor(&sol, "").await;
    let stage = page.stages.iter().find(|one| one.id.as_str() == stage).unwrap();
    assert!(stage.lost.is_none() && stage.name == "Mine and more");
    assert_eq!((page.unsettled().count(), page.review.refusal.as_deref()), (0, None), "it can be published");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_whose_answer_was_lost_adds_once_however_often_it_is_sent() {
    let (_kith, ines) = with_program().await;
    let page = editor(&ines, "").await;
    let order = page.stages.iter().map(|stage| format!("&form[lists][stages][]={}", stage.id)).collect::<String>();
    for fresh in ["i1", "i1", "i2"] {
        let fields = format!("program={PROGRAM}&form[base]={}{order}&button=add+stages&fresh={fresh}", page.base);
        assert_eq!(ines.call("keep_draft", &fields).await.status, 200);
    }
    assert_eq!(editor(&ines, "").await.stages.len(), page.stages.len() + 2);
}

/// A number that is the same in every run, from three others.
fn dice(seed: u64, step: u64, sides: u64) -> u64 {
    let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (step + 1).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb) % sides
}

/// Types letter by letter into fields at random, publishes now and then, and settles what conflicts. Every letter is in
/// the draft right after it was typed; every text whose publish was acknowledged is returned.
async fn types_and_publishes(admin: Browser, seed: u64) -> Vec<(String, String)> {
    const FIELDS: [&str; 2] = ["title", "purpose"];
    let mut published = Vec::new();
    for round in 0..4_u64 {
        let field = FIELDS[usize::try_from(dice(seed, round, 2)).unwrap()];
        let mut page = editor(&admin, "").await;
        let mut typed = format!("Admin {seed} round {round} ");
        for letter in ["a", "b", "c"] {
            typed.push_str(letter);
            keep(&admin, page.base, field, &typed).await;
            page = editor(&admin, "").await;
            assert_eq!(text(&page, field), typed, "no letter is lost, whatever others do");
        }
        for _ in 0..40 {
            let status = publish(&admin, &page).await;
            if status == 200 {
                published.push((field.to_owned(), typed.clone()));
                break;
            }
            assert_eq!(status, 409, "others were faster, or it looks otherwise");
            page = editor(&admin, "").await;
            assert_eq!(text(&page, field), typed, "a refused publish keeps what was typed");
            if page.field(field).unwrap().conflict.is_some() {
                let fields = format!("program={PROGRAM}&form[path]={field}&form[take]=mine");
                assert!(matches!(admin.call("settle_change", &fields).await.status.as_u16(), 200 | 409));
                page = editor(&admin, "").await;
            }
        }
    }
    published
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_admins_typing_at_random_lose_no_letter_and_no_update() {
    let (kith, _ines) = with_program().await;
    let mut typing = Vec::new();
    for seed in 0..20_u64 {
        let name = format!("Admin{seed}");
        kith.invite(&name, Role::ProgramAdmin).await;
        let admin = kith.signed_in(&name.to_lowercase()).await;
        typing.push(tokio::spawn(types_and_publishes(admin, seed)));
    }
    let mut published = Vec::new();
    for admin in typing {
        published.extend(admin.await.unwrap());
    }
    assert_eq!(published.len(), 80, "everybody got through in the end");
    let lines = history(&kith.store).await.lines;
    let mut numbers: Vec<u32> = lines.iter().filter_map(|line| line.n).collect();
    numbers.reverse();
    assert_eq!(numbers, (1..=81).collect::<Vec<u32>>(), "versions are dense");
    let came: Vec<&str> = lines
        .iter()
        .flat_map(|line| &line.changes)
        .flat_map(|change| {
            change.words.iter().filter_map(|word| match word {
                domain::program::WordChange::New(text) => Some(text.as_str()),
                domain::program::WordChange::Same(_) | domain::program::WordChange::Gone(_) => None,
            })
        })
        .collect();
    assert!(came.len() >= published.len(), "every acknowledged text came with a version of its own");
}
