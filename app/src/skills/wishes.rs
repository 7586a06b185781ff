//! What one wants and offers: the four changes, what came of them, and the way back from each.

use super::api::{DropWant, MakeOffer, SetWant, WithdrawOffer, drop_want, make_offer, set_want, withdraw_offer};
use super::own_offer::fields;
use crate::AppError;
use crate::ui::{Toasts, when_done};
use domain::id::SkillId;
use domain::skills::{OfferForm, OwnSkill, WantForm};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;

/// The four changes.
#[derive(Clone, Copy)]
pub(super) struct Wishes {
    pub offer: ServerAction<MakeOffer>,
    pub withdraw: ServerAction<WithdrawOffer>,
    pub want: ServerAction<SetWant>,
    pub drop: ServerAction<DropWant>,
    /// How things stood, as far as the page knows.
    known: StoredValue<Vec<OwnSkill>>,
    /// What undoes the change that was made last.
    back: StoredValue<Option<Back>>,
}

/// What is sent to undo a change.
#[derive(Clone)]
enum Back {
    Offer(OfferForm),
    Withdraw(SkillId),
    Want(WantForm),
    Drop(SkillId),
}

impl Wishes {
    pub fn new() -> Self {
        let wishes = Self {
            offer: ServerAction::new(),
            withdraw: ServerAction::new(),
            want: ServerAction::new(),
            drop: ServerAction::new(),
            known: StoredValue::new(Vec::new()),
            back: StoredValue::new(None),
        };
        wishes.tell(wishes.offer, "You offer it now.", |known, made: MakeOffer| {
            let skill = made.form.skill;
            Some(offered(known, &skill).map_or(Back::Withdraw(skill), Back::Offer))
        });
        wishes.tell(wishes.withdraw, "You no longer offer it.", |known, made: WithdrawOffer| {
            offered(known, &made.skill).map(Back::Offer)
        });
        wishes.tell(wishes.want, "You want it now.", |known, made: SetWant| {
            let skill = made.form.skill;
            Some(wanted(known, &skill).map_or(Back::Drop(skill), Back::Want))
        });
        wishes.tell(wishes.drop, "You no longer want it.", |known, made: DropWant| {
            wanted(known, &made.skill).map(Back::Want)
        });
        wishes
    }

    /// Remembers how things stand, to lead back there.
    pub fn know(self, skills: &[OwnSkill]) {
        self.known.set_value(skills.to_vec());
    }

    /// Changes whenever one of them has come back.
    pub fn versions(self) -> [usize; 4] {
        [
            self.offer.version().get(),
            self.withdraw.version().get(),
            self.want.version().get(),
            self.drop.version().get(),
        ]
    }

    /// What was refused.
    pub fn error(self) -> Option<AppError> {
        let values =
            [self.offer.value().get(), self.withdraw.value().get(), self.want.value().get(), self.drop.value().get()];
        values.into_iter().flatten().find_map(Result::err)
    }

    /// Says `words` whenever `action` has worked, with the way back that `back` knows when it is sent.
    fn tell<A>(self, action: ServerAction<A>, words: &'static str, back: fn(&[OwnSkill], A) -> Option<Back>)
    where
        A: ServerFn<Output = (), Error = AppError> + Clone + Send + Sync + 'static,
    {
        let input = action.input();
        Effect::new(move |_| {
            if let Some(made) = input.get() {
                self.back.set_value(self.known.with_value(|known| back(known, made)));
            }
        });
        let toasts = Toasts::here();
        when_done(action, Callback::new(move |()| self.say(toasts, words)));
    }

    fn say(self, toasts: Toasts, words: &'static str) {
        match self.back.get_value() {
            Some(back) => toasts.say_with(words, "Undo", Callback::new(move |()| undo(toasts, back.clone()))),
            None => toasts.say(words),
        }
    }
}

/// Goes back. The message outlives the page, so nothing of the page is used; whatever page is there hears of it.
fn undo(toasts: Toasts, back: Back) {
    spawn_local(async move {
        let undone = match back {
            Back::Offer(form) => make_offer(form).await,
            Back::Withdraw(skill) => withdraw_offer(skill).await,
            Back::Want(form) => set_want(form).await,
            Back::Drop(skill) => drop_want(skill).await,
        };
        match undone {
            Ok(()) => toasts.say("Undone."),
            Err(error) => toasts.say(error.to_string()),
        }
    });
}

fn offered(known: &[OwnSkill], skill: &SkillId) -> Option<OfferForm> {
    let own = known.iter().find(|own| own.skill.id == *skill)?;
    let (minutes, note) = fields(own.offer.as_deref()?);
    Some(OfferForm { skill: skill.clone(), minutes, note })
}

fn wanted(known: &[OwnSkill], skill: &SkillId) -> Option<WantForm> {
    let (target, priority) = known.iter().find(|own| own.skill.id == *skill)?.want?;
    let (target, priority) = (target.number().to_string(), priority.title().to_owned());
    Some(WantForm { skill: skill.clone(), target, priority })
}
