//! The mentors whom the reader wishes for, in their order. Every button sends the whole order, so that it works without
//! JavaScript too.

use super::fit::FitDetails;
use super::learner_actions::LearnerActions;
use crate::ui::{Button, ButtonKind, ButtonSize, Chip, IconName, PersonLine, Section, Status, Way};
use domain::id::ProgramId;
use domain::mentorings::{MatchPage, WishLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The wishes, or how to have the first.
#[component]
pub(super) fn Wishes(page: MatchPage, actions: LearnerActions) -> impl IntoView {
    let most = usize::try_from(page.most).unwrap_or(usize::MAX);
    let note = match page.wishes.len() {
        0 => format!("Rank up to {most} from those below, who are asked if the answer is no."),
        n if n < most => format!("{n} of {most}. The first is asked first."),
        _ => "The first is asked first.".to_owned(),
    };
    let rows = page
        .wishes
        .into_iter()
        .map(|line| view! { <Wish line program=page.program.id.clone() actions /> })
        .collect_view();
    view! {
        <Section id="wishes" title="Your wishes" note>
            <ol class="mentor-wishes">{rows}</ol>
        </Section>
    }
}

#[component]
fn Wish(line: WishLine, program: ProgramId, actions: LearnerActions) -> impl IntoView {
    let href = format!("/people/{}", line.mentor.id);
    let status = if line.is_open { Status::Success } else { Status::Warning };
    let higher = (!line.higher.is_empty()).then(|| {
        let about = line.mentor.name.clone();
        view! { <Order program=program.clone() wishes=line.higher verb="Move up" about icon=IconName::Up actions /> }
    });
    let why = line.why.map(|why| {
        view! { <details class="unfold"><summary class="link">"Why you two"</summary><FitDetails why /></details> }
    });
    view! {
        <li>
            <div class="mentor-wish">
                <PersonLine name=line.mentor.name.clone() seed=line.mentor.id.to_string() sub=line.mentor.work() href />
                <span class="chip-row">
                    <Chip kind=Way::Learn>{line.skill.name}</Chip>
                    " "
                    <Chip kind=status>{line.note}</Chip>
                </span>
                <span class="mentor-verbs">
                    {higher}
                    <Order program wishes=line.without verb="Remove" about=line.mentor.name icon=IconName::X actions />
                </span>
            </div>
            {why}
        </li>
    }
}

/// A button that puts the wishes in another order.
#[component]
pub(super) fn Order(
    program: ProgramId,
    wishes: Vec<String>,
    verb: &'static str,
    /// Whom it is about, for those who do not see beside whom it stands.
    about: String,
    icon: IconName,
    #[prop(optional)] kind: ButtonKind,
    actions: LearnerActions,
) -> impl IntoView {
    let inputs =
        wishes.into_iter().map(|wish| view! { <input type="hidden" name="wishes[]" value=wish /> }).collect_view();
    view! {
        <ActionForm action=actions.rank>
            <input type="hidden" name="program" value=program.to_string() />
            {inputs}
            <Button size=ButtonSize::Small kind icon submit=true pending=actions.rank.pending()>
                {verb}
                <span class="visually-hidden">{format!(" {about}")}</span>
            </Button>
        </ActionForm>
    }
}
