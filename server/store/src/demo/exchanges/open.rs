//! Requests at Fernhill that are under way or came to nothing, and what makes the next step of each persona true:
//! Amara waits for Jonas's answer since yesterday, Amara meets Ingrid within a day, Priya has just met Wen. Nothing
//! waits on Amara, on Priya or on Sol, so that what they see first is theirs.

use super::{moved, opening};
use crate::demo::calendar::Calendar;
use crate::demo::prose;
use domain::exchange::{Exchange, Move, Outcome, Side};
use domain::time::{Span, Timestamp};

use Side::{Learner, Teacher};

pub(super) fn exchanges(calendar: &Calendar) -> Vec<Exchange> {
    let mut exchanges = of_personas(calendar);
    exchanges.extend(waiting(calendar));
    exchanges.extend(agreed(calendar));
    exchanges.extend(declined(calendar));
    exchanges.extend(ended(calendar));
    exchanges
}

fn of_personas(calendar: &Calendar) -> Vec<Exchange> {
    let message = "I build the handover screen and have never stood at a real one. May I come along and stay quiet?";
    let handover = opening("jonas-weidner", "amara-okafor", "clinical-handover", 45, message)
        .asked(calendar.ago(2, 9 * 60 + 40), None);
    let lunch = Move::Propose { starts_at: calendar.coming_lunch() };

    let message = "Mrs Albers asks me at night what comes next. Can we go through how I answer, once more?";
    let talk = opening("ingrid-sorensen", "amara-okafor", "palliative-talks", 60, message);

    let message = "The board wants the sick days of the quarter in one picture. I have four. Which one?";
    let chart = opening("priya-raman", "wen-li", "data-stories", 45, message);

    vec![
        moved(handover, Teacher, lunch, calendar.ago(1, 16 * 60 + 10)),
        said_yes(renamed(talk, calendar.ago(4, 22 * 60), calendar.soon()), calendar.ago(3, 9 * 60 + 30)),
        said_yes(chart.asked(calendar.ago(5, 8 * 60), Some(calendar.just_over(45))), calendar.ago(4, 15 * 60)),
    ]
}

fn said_yes(exchange: Exchange, at: Timestamp) -> Exchange {
    moved(exchange, Teacher, Move::Accept, at)
}

/// Ingrid asks Amara for the second time, so this one needs a name of its own.
fn renamed(opening: super::Opening, at: Timestamp, starts_at: Timestamp) -> Exchange {
    let mut exchange = opening.asked(at, Some(starts_at));
    exchange.id = domain::id::ExchangeId::from_name(&format!("{} again", exchange.id)).unwrap_or(exchange.id);
    exchange
}

/// Waiting for one side's answer.
fn waiting(calendar: &Calendar) -> Vec<Exchange> {
    let ahead = |days, minute| Some(calendar.workday_ahead(days, minute));
    let message = "Jonas showed me how to read a query. Would you show me how to write one, for my own routes?";
    let routes = opening("mateo-duarte", "wen-li", "sql-for-reports", 45, message);
    let message = "I have a heel that worries me and an exam that worries me more. Half an hour?";
    let wound = opening("emeka-nwosu", "kwabena-asante", "wound-care", 45, message);
    let message = "Could I restore the small one from here, at night your time, with you on the line?";
    let restore = opening("arjun-venkataraghavan", "noor-halabi", "backup-restore", 60, message);
    let message = "What should I know before I first see one ring?";
    let pump = opening("chidi-eze", "rosalind-achterberg", "infusion-pumps", 30, message);
    let message = "Gloves I can guess. Dressings for the whole house I cannot. Show me your sheet?";
    let stock = opening("anneke-de-vries", "theo-nakamura", "stock-forecasting", 45, message)
        .asked(calendar.ago(3, 10 * 60), None);
    let later = Move::Propose { starts_at: calendar.workday_ahead(4, 15 * 60 + 30) };
    vec![
        routes.asked(calendar.ago(1, 8 * 60 + 55), ahead(3, 12 * 60 + 30)),
        wound.asked(calendar.ago(2, 6 * 60 + 20), ahead(4, 14 * 60)),
        restore.asked(calendar.ago(1, 18 * 60 + 5), ahead(5, 17 * 60)),
        pump.asked(calendar.ago(1, 13 * 60 + 15), ahead(6, 9 * 60)),
        moved(stock, Teacher, later, calendar.ago(2, 11 * 60)),
    ]
}

/// Agreed and still to come; one is over, and only the learner has said so.
fn agreed(calendar: &Calendar) -> Vec<Exchange> {
    let rows = [
        (
            3,
            "jonas-weidner",
            "noor-halabi",
            "network-basics",
            45,
            "Which cable, which cupboard, which light? I write the software above it and have no idea.",
        ),
        (
            6,
            "kwabena-asante",
            "rosalind-achterberg",
            "catheter-care",
            45,
            "You offered it on a visit. Tuesday's man would not mind.",
        ),
        (
            2,
            "rafael-moreira",
            "thorunn-sigurdardottir",
            "medication-round",
            60,
            "Before I go home I would like to have walked one of your rounds.",
        ),
        (
            4,
            "henrik-lindholm",
            "ines-carvalho",
            "difficult-conversations",
            60,
            "A budget that ends, and a person behind it. I want to do this well.",
        ),
        (
            5,
            "philippa-drummond",
            "giovanni-esposito",
            "clinical-handover",
            30,
            "Pharmacy hears the end of the chain. I would like to hear its beginning, at half past five.",
        ),
        (
            8,
            "sunniva-aas",
            "mateo-duarte",
            "route-planning",
            45,
            "Fuel is my second largest line. I should know where it goes.",
        ),
    ];
    let mut exchanges: Vec<Exchange> = rows
        .into_iter()
        .map(|(days, learner, teacher, skill, minutes, message)| {
            let starts_at = Some(calendar.workday_ahead(days, 10 * 60 + 30));
            let asked = opening(learner, teacher, skill, minutes, message).asked(calendar.ago(4, 11 * 60), starts_at);
            said_yes(asked, calendar.ago(3, 14 * 60))
        })
        .collect();
    let message = "The old town has new one-way streets. Show me how you fold them in?";
    let start = calendar.workday_ago(4, 14 * 60);
    let streets = opening("grace-kiplagat", "tomas-rivera", "winter-driving", 60, message)
        .asked(start.before(Span::days(3)), Some(start));
    let streets = said_yes(streets, start.before(Span::days(2)));
    let thanks = Move::Confirm { outcome: Outcome::Met, words: prose("Now I know what I ask of you on the radio.") };
    exchanges.push(moved(streets, Learner, thanks, start.after(Span::hours(3))));
    exchanges
}

/// Declined, each with a reason.
fn declined(calendar: &Calendar) -> Vec<Exchange> {
    let rows = [
        (
            9,
            "meera-subramaniam",
            "hyacinth-palmer",
            "payroll-run",
            60,
            "May I look on at the next run?",
            "Not in the week of the run. Ask me again on the first, and we do it slowly with last month's.",
        ),
        (
            16,
            "yusuf-demir",
            "jonas-weidner",
            "sql-for-reports",
            45,
            "Can we pair on the visits query?",
            "I am on the release until Friday. Wen has time this week and is better at it.",
        ),
        (
            25,
            "vesna-kovacevic",
            "rosalind-achterberg",
            "infusion-pumps",
            60,
            "Is there room for one more learner?",
            "Four are learning with me already. In December Amara can take you.",
        ),
        (
            48,
            "delroy-campbell",
            "leila-haddou",
            "sign-language-basics",
            30,
            "By video, from Halifax?",
            "Hands need the same room. When you are here in spring, gladly.",
        ),
    ];
    rows.into_iter()
        .map(|(days, learner, teacher, skill, minutes, message, reason)| {
            let asked =
                opening(learner, teacher, skill, minutes, message).asked(calendar.workday_ago(days, 10 * 60), None);
            let at = asked.asked_at.after(Span::hours(5));
            moved(asked, Teacher, Move::Decline { reason: prose(reason) }, at)
        })
        .collect()
}

/// Never answered, taken back, agreed and not met.
fn ended(calendar: &Calendar) -> Vec<Exchange> {
    let ask = |days, learner, teacher, skill, message| {
        opening(learner, teacher, skill, 30, message).asked(calendar.workday_ago(days, 15 * 60), None)
    };
    let unanswered = [
        ask(
            18,
            "nele-janssens",
            "sunniva-aas",
            "spreadsheet-models",
            "Is there a sheet for a kitchen that you would trust?",
        ),
        ask(
            39,
            "oluwaseun-adeyemi",
            "marguerite-delacroix",
            "running-a-meeting",
            "I am to lead the Friday round. How do you end one?",
        ),
    ];
    let unanswered = unanswered.into_iter().map(|asked| {
        let (asked, over) = (asked.clone(), asked.asked_at.after(Span::days(5)));
        asked.expired(over).expect("five days are the time to answer")
    });
    let taken_back =
        ask(32, "eun-ji-park", "thorunn-sigurdardottir", "catheter-care", "Could I join you on the hill one morning?");
    let at = taken_back.asked_at.after(Span::hours(20));
    let taken_back = moved(taken_back, Learner, Move::Withdraw, at);

    let start = calendar.workday_ago(20, 9 * 60);
    let message = "The old town in snow: which way round?";
    let missed = opening("mehmet-sahin", "mateo-duarte", "route-planning", 45, message)
        .asked(start.before(Span::days(4)), Some(start));
    let missed = said_yes(missed, start.before(Span::days(3)));
    let no = |words| Move::Confirm { outcome: Outcome::DidNotMeet, words: prose(words) };
    let missed =
        moved(missed, Learner, no("Snow came before the lesson. I was on the road."), start.after(Span::hours(9)));
    let missed = moved(missed, Teacher, no("Next week, when it thaws."), start.after(Span::hours(10)));
    unanswered.chain([taken_back, missed]).collect()
}
