//! The stage of the first page: the one next step, "not now" and "why this?".

use super::home_page::HomeActions;
use crate::ui::{
    Answer, Button, ButtonKind, ButtonSize, EmptyState, IconName, LinkButton, Menu, MenuItem, MenuLabel, MenuLine,
    NextStep, PeopleRing, Reason, Reasons, RingMember,
};
use domain::exchange::Side;
use domain::next_step::{Act, NOTHING, PairPicture, Pause, Quote};
use domain::reader::Phrase;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Id of the menu that puts the step off.
const LATER: &str = "later";
/// Id of the popover that says why it comes first.
const WHY: &str = "why";

/// The one next step, and the way back to what was put off.
#[component]
pub(super) fn NextStepCard(step: domain::next_step::NextStep, put_off: u32, actions: HomeActions) -> impl IntoView {
    let (verb, act) = (step.verb, step.act);
    let more = more(&act);
    let buttons = move || {
        view! {
            <Verb verb act actions />
            <Button kind=ButtonKind::Quiet size=ButtonSize::Large menu=LATER>"Not now"</Button>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Large menu=WHY>"Why this?"</Button>
        }
    };
    let why = view! {
        {phrases(step.why)}
        {step.quote.map(quote)}
        {more}
    };
    let menus = view! {
        <NotNow step=step.id.as_str().to_owned() never=step.kind.never() actions />
        <WhyThis reasons=step.reasons />
    };
    let stage = match step.pair {
        Some(pair) => {
            let picture = move || view! { <Picture pair /> };
            view! { <NextStep title=step.title effort=step.effort actions=buttons picture>{why}</NextStep> }.into_any()
        }
        None => view! { <NextStep title=step.title effort=step.effort actions=buttons>{why}</NextStep> }.into_any(),
    };
    let again = (put_off > 0).then(|| view! { <Again actions /> });
    view! {
        {stage}
        {menus}
        {again}
    }
}

/// What stands there when nothing needs the reader, and the way back to what they put off.
#[component]
pub(super) fn NothingToDo(put_off: u32, actions: HomeActions) -> impl IntoView {
    if put_off > 0 {
        let again = move || view! { <Again actions /> };
        return view! { <EmptyState title=NOTHING action=again>"What you put off stays away until its time."</EmptyState> }
            .into_any();
    }
    let thank = || view! { <LinkButton href="/thanks">"Thank somebody"</LinkButton> };
    view! { <EmptyState title=NOTHING action=thank>"When a colleague asks or answers, it stands here."</EmptyState> }
        .into_any()
}

#[component]
fn Again(actions: HomeActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.wake>
            <Button kind=ButtonKind::Quiet submit=true pending=actions.wake.pending()>"Show what I put off"</Button>
        </ActionForm>
    }
}

/// What was written, so that nobody says yes to what they have not read.
fn quote(quote: Quote) -> impl IntoView {
    view! {
        " "
        {quote.lead}
        <q class="quoted" dir="auto">{quote.words}</q>
    }
}

/// The way to everything else that one can answer than yes.
fn more(act: &Act) -> Option<impl IntoView + use<>> {
    let (href, words) = match act {
        Act::Accept { exchange, .. } => (format!("/exchanges/{exchange}"), "Read it, or propose another time"),
        Act::Countersign { session, on, .. } => (format!("/sessions/{session}/{on}/close"), "Read it first"),
        Act::OpenProposal { skill, .. } => (format!("/proposals/{skill}"), "Read it, or say no"),
        Act::Mentor { program, learner } => {
            (format!("/mentoring/{program}/requests/{learner}"), "See why you two fit, or say no")
        }
        Act::Open { .. } => return None,
    };
    Some(view! { <a class="link" href=href>{words}</a> })
}

#[component]
fn Verb(verb: String, act: Act, actions: HomeActions) -> impl IntoView {
    match act {
        Act::Open { href } => {
            view! { <LinkButton href kind=ButtonKind::Primary size=ButtonSize::Large>{verb}</LinkButton> }.into_any()
        }
        Act::Countersign { session, on, seen } => {
            view! { <ConfirmVerb session=session.to_string() on seen=seen.0 verb actions /> }.into_any()
        }
        Act::OpenProposal { skill, seen } => {
            view! { <OpenVerb skill=skill.to_string() seen=seen.0 verb actions /> }.into_any()
        }
        Act::Mentor { program, learner } => {
            view! { <MentorVerb program=program.to_string() learner=learner.to_string() verb actions /> }.into_any()
        }
        Act::Accept { exchange, starts_at } => view! {
            <ActionForm action=actions.accept attr:class="next-step-form">
                <input type="hidden" name="exchange" value=exchange.to_string() />
                <input type="hidden" name="starts_at" value=starts_at.0.to_string() />
                <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.accept.pending()>
                    {verb}
                </Button>
            </ActionForm>
        }
        .into_any(),
    }
}

/// "So it was".
#[component]
fn ConfirmVerb(session: String, on: String, seen: i64, verb: String, actions: HomeActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.confirm attr:class="next-step-form">
            <input type="hidden" name="form[session]" value=session />
            <input type="hidden" name="form[on]" value=on />
            <input type="hidden" name="form[seen]" value=seen.to_string() />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.confirm.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}

/// "Open it to them".
#[component]
fn OpenVerb(skill: String, seen: i64, verb: String, actions: HomeActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.open attr:class="next-step-form">
            <input type="hidden" name="skill" value=skill />
            <input type="hidden" name="seen" value=seen.to_string() />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.open.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}

/// "Be Jonas’s mentor".
#[component]
fn MentorVerb(program: String, learner: String, verb: String, actions: HomeActions) -> impl IntoView {
    view! {
        <ActionForm action=actions.mentor attr:class="next-step-form">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="learner" value=learner />
            <Button kind=ButtonKind::Primary size=ButtonSize::Large submit=true pending=actions.mentor.pending()>
                {verb}
            </Button>
        </ActionForm>
    }
}

/// "Not now": tomorrow, in a week, or never for this kind.
#[component]
fn NotNow(step: String, never: Option<&'static str>, actions: HomeActions) -> impl IntoView {
    let never = never.map(|words| {
        view! {
            <MenuLine />
            <MenuItem icon=IconName::Hidden submit=true name="pause" value=slug(Pause::Never)>{words}</MenuItem>
        }
    });
    view! {
        <ActionForm action=actions.snooze>
            <input type="hidden" name="step" value=step />
            <Menu id=LATER label="Not now">
                <MenuLabel>"Ask me again"</MenuLabel>
                <MenuItem icon=IconName::Clock submit=true name="pause" value=slug(Pause::Day)>"Tomorrow"</MenuItem>
                <MenuItem icon=IconName::Calendar submit=true name="pause" value=slug(Pause::Week)>"In a week"</MenuItem>
                {never}
            </Menu>
        </ActionForm>
    }
}

const fn slug(pause: Pause) -> &'static str {
    match pause {
        Pause::Day => "day",
        Pause::Week => "week",
        Pause::Never => "never",
    }
}

#[component]
fn WhyThis(reasons: Vec<String>) -> impl IntoView {
    let icons = [IconName::Info, IconName::Clock, IconName::Calendar, IconName::People];
    let lines =
        reasons.into_iter().zip(icons).map(|(reason, icon)| view! { <Reason icon>{reason}</Reason> }).collect_view();
    view! {
        <div
            class="menu"
            id=WHY
            popover="auto"
            data-wide=""
            role="dialog"
            aria-labelledby="why-title"
            tabindex="-1"
            autofocus=true
        >
            <p class="menu-label" id="why-title">"Why this comes first"</p>
            <Reasons>{lines}</Reasons>
        </div>
    }
}

/// The two, and what passes between them: a skill one way, thanks the other.
#[component]
fn Picture(pair: PairPicture) -> impl IntoView {
    let label = match pair.side {
        Side::Learner => format!("{} teaches you {}.", pair.other, pair.skill),
        Side::Teacher => format!("You teach {} {}.", pair.other, pair.skill),
    };
    let answer = |yes| if yes { Answer::Yes } else { Answer::Waiting };
    let gives = |teaches| if teaches { pair.skill.clone() } else { "thanks".to_owned() };
    let teach = pair.side == Side::Teacher;
    let yes = u8::from(pair.other_yes) + u8::from(pair.you_yes);
    let members = vec![
        member(pair.other.clone(), pair.other_id.clone(), gives(!teach), answer(pair.other_yes), false),
        member(pair.you.clone(), pair.you_id.clone(), gives(teach), answer(pair.you_yes), true),
    ];
    view! { <PeopleRing id="next" label members middle=(format!("{yes} of 2"), "said yes".to_owned()) /> }
}

fn member(name: String, seed: String, gives: String, answer: Answer, is_you: bool) -> RingMember {
    RingMember { name, seed, gives, answer, is_you }
}

/// A sentence with what matters in it stressed.
fn phrases(phrases: Vec<Phrase>) -> impl IntoView {
    phrases
        .into_iter()
        .map(|phrase| match phrase.strong {
            true => view! { <strong>{phrase.text}</strong> }.into_any(),
            false => phrase.text.into_any(),
        })
        .collect_view()
}
