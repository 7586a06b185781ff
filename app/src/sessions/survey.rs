//! Two questions afterwards.

use super::session_actions::SessionActions;
use crate::ui::{Button, ButtonKind, Choice, Field, RadioGroup, RadioLook, Section, TextArea};
use domain::sessions::{SessionPage, SurveyLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The answers to the first question, the least first.
const ANSWERS: [(&str, &str); 5] =
    [("1", "not at all"), ("2", "hardly"), ("3", "in part"), ("4", "well"), ("5", "from tomorrow on")];

/// What people said, for those who look after it.
#[component]
pub(super) fn Said(lines: Vec<SurveyLine>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| {
            let useful = ANSWERS.get(usize::from(line.useful).saturating_sub(1)).map_or("", |(_, words)| words);
            let words = (!line.words.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.words}</q> });
            view! { <li><div class="rows-main"><p><bdi>{line.person.name}</bdi>": "{useful}</p>{words}</div></li> }
        });
        view! {
            <Section id="said" title="What people said" note="Only those who look after it see this.">
                <ul class="rows">{lines.collect_view()}</ul>
            </Section>
        }
    })
}

/// The two questions, for those who were there; what they said, once they did.
#[component]
pub(super) fn SurveySection(page: SessionPage, actions: SessionActions) -> impl IntoView {
    if !page.moves.survey {
        return None;
    }
    if let Some((useful, words)) = page.mine.survey.clone().filter(|_| actions.useful.with_untracked(String::is_empty))
    {
        actions.useful.set(useful.to_string());
        actions.words.set(words);
    }
    let verb = if page.mine.survey.is_some() { "Say it anew" } else { "Send" };
    let choices = ANSWERS.map(|(value, words)| Choice::new(value, words)).to_vec();
    Some(view! {
        <Section id="survey" title="How was it?" note="Two questions, half a minute.">
            <ActionForm action=actions.survey attr:class="form">
                <input type="hidden" name="session" value=page.id.to_string() />
                <input type="hidden" name="on" value=page.on />
                <RadioGroup
                    name="useful"
                    legend="Can you use it?"
                    choices=Signal::stored(choices)
                    look=RadioLook::Lines
                    bind=actions.useful
                />
                <Field id="survey-words" label="What would make it better?" optional=true audience="The hosts read it, with your name.">
                    <TextArea name="words" bind=actions.words rows=2 />
                </Field>
                <div><Button kind=ButtonKind::Primary submit=true pending=actions.survey.pending()>{verb}</Button></div>
            </ActionForm>
        </Section>
    })
}
