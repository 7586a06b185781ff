//! What the people in a pair write together: goals, how they want to work, what to talk about.

use super::{AgendaItem, Agreement, Goal, MOST_GOALS, MOST_ITEMS, Pair, PairNews, Plan, When};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::{Line, Prose};
use crate::time::Timestamp;

impl Pair {
    /// Everybody in it may write, tick and take away everything; nobody owns a shared page.
    pub(super) fn plan(&mut self, by: &PersonId, step: Plan, when: When) -> Result<(), Rejection> {
        match step {
            Plan::AddGoal { whose, text } => self.add_goal(by, whose, text, when),
            Plan::ReachGoal { n } => self.goal(n).map(|goal| goal.done = goal.done.or(Some(when.now))),
            Plan::ReopenGoal { n } => self.goal(n).map(|goal| goal.done = None),
            Plan::DropGoal { n } => self.goal(n).map(drop).map(|()| self.goals.retain(|goal| goal.n != n)),
            Plan::WriteAgreement { text, seen } => self.write_agreement(by, text, seen, when),
            Plan::Agree { seen } => self.agree(by, seen),
            Plan::AddItem { text } => self.add_item(by, text, when),
            Plan::TickItem { n } => self.item(n).map(|item| item.done = item.done.or(Some(when.now))),
            Plan::UntickItem { n } => self.item(n).map(|item| item.done = None),
            Plan::DropItem { n } => self.item(n).map(drop).map(|()| self.agenda.retain(|item| item.n != n)),
        }
    }

    fn add_goal(&mut self, by: &PersonId, whose: PersonId, text: Line, when: When) -> Result<(), Rejection> {
        if text.is_empty() {
            return Err(Rejection::invalid("text", "Write the goal; one line is enough."));
        }
        if !self.has(&whose) {
            return Err(Rejection::invalid("whose", "Choose somebody in this pair."));
        }
        if self.goals.len() >= MOST_GOALS {
            let words = format!("{MOST_GOALS} goals are enough. Take one away first.");
            return Err(Rejection::Conflict(words));
        }
        let n = self.number();
        self.goals.push(Goal { n, whose, text, by: by.clone(), at: when.now, done: None });
        Ok(())
    }

    fn write_agreement(
        &mut self,
        by: &PersonId,
        text: Prose,
        seen: Option<Timestamp>,
        when: When,
    ) -> Result<(), Rejection> {
        if text.is_empty() {
            return Err(Rejection::invalid("text", "Write how you want to work together."));
        }
        if self.agreement.as_ref().map(|agreement| agreement.at) != seen {
            let words = "Somebody has changed these words since you began. Read them, then write yours.";
            return Err(Rejection::Stale(words.into()));
        }
        if self.agreement.as_ref().is_some_and(|agreement| agreement.text == text) {
            return Ok(());
        }
        self.agreement = Some(Agreement { text, by: by.clone(), at: when.now, agreed: vec![by.clone()] });
        self.tell(Some(by), PairNews::Agreement, when);
        Ok(())
    }

    /// Nobody agrees to words that they have not read.
    fn agree(&mut self, by: &PersonId, seen: Timestamp) -> Result<(), Rejection> {
        let agreement = self.agreement.as_mut().filter(|agreement| agreement.at == seen);
        let words = "These words have changed since. Read them, then agree.";
        let agreement = agreement.ok_or_else(|| Rejection::Stale(words.into()))?;
        if !agreement.agreed.contains(by) {
            agreement.agreed.push(by.clone());
        }
        Ok(())
    }

    fn add_item(&mut self, by: &PersonId, text: Line, when: When) -> Result<(), Rejection> {
        if text.is_empty() {
            return Err(Rejection::invalid("text", "Write what you want to talk about."));
        }
        if self.agenda.len() >= MOST_ITEMS {
            let over = self.agenda.iter().position(|item| item.done.is_some());
            let full = "The agenda is full. Tick or take away what is old first.";
            self.agenda.remove(over.ok_or_else(|| Rejection::Conflict(full.into()))?);
        }
        let n = self.number();
        self.agenda.push(AgendaItem { n, by: by.clone(), at: when.now, text, done: None });
        Ok(())
    }

    fn goal(&mut self, n: u32) -> Result<&mut Goal, Rejection> {
        self.goals.iter_mut().find(|goal| goal.n == n).ok_or_else(gone)
    }

    fn item(&mut self, n: u32) -> Result<&mut AgendaItem, Rejection> {
        self.agenda.iter_mut().find(|item| item.n == n).ok_or_else(gone)
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// True when `person` has not agreed to the words that stand there.
    pub fn waits_for_agreement_of(&self, person: &PersonId) -> bool {
        let waits = self.agreement.as_ref().is_some_and(|agreement| !agreement.agreed.contains(person));
        waits && self.is_open() && self.has(person)
    }
}

fn gone() -> Rejection {
    Rejection::Stale("That is not there any more. Somebody took it away.".into())
}
