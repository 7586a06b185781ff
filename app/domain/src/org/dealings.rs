//! What colleagues have to do with each other: requests, words asked for, drills and thanks.

use super::Org;
use crate::confirmation::Confirmation;
use crate::drill::Drill;
use crate::exchange::Exchange;
use crate::id::{ConfirmationId, DrillId, ExchangeId};
use crate::thanks::Thanks;

impl Org {
    /// Every exchange, by id.
    pub fn exchanges(&self) -> impl Iterator<Item = &Exchange> {
        self.exchanges.values()
    }

    /// One exchange.
    pub fn exchange(&self, id: &ExchangeId) -> Option<&Exchange> {
        self.exchanges.get(id)
    }

    /// Every request to confirm a skill, by id.
    pub fn confirmations(&self) -> impl Iterator<Item = &Confirmation> {
        self.confirmations.values()
    }

    /// One request to confirm a skill.
    pub fn confirmation(&self, id: &ConfirmationId) -> Option<&Confirmation> {
        self.confirmations.get(id)
    }

    /// Every drill, by id.
    pub fn drills(&self) -> impl Iterator<Item = &Drill> {
        self.drills.values()
    }

    /// One drill.
    pub fn drill(&self, id: &DrillId) -> Option<&Drill> {
        self.drills.get(id)
    }

    /// Every thank-you, oldest first.
    pub fn thanks(&self) -> &[Thanks] {
        &self.thanks
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces an exchange.
    pub fn put_exchange(&mut self, exchange: Exchange) {
        self.exchanges.insert(exchange.id.clone(), exchange);
    }

    /// Puts or replaces a request to confirm a skill.
    pub fn put_confirmation(&mut self, confirmation: Confirmation) {
        self.confirmations.insert(confirmation.id.clone(), confirmation);
    }

    /// Puts or replaces a drill.
    pub fn put_drill(&mut self, drill: Drill) {
        self.drills.insert(drill.id.clone(), drill);
    }

    /// Adds a thank-you unless it is there already.
    pub fn put_thanks(&mut self, thanks: Thanks) {
        let place = self.thanks.partition_point(|other| other.at <= thanks.at);
        let same_moment = self.thanks.iter().take(place).rev().take_while(|other| other.at == thanks.at);
        if same_moment.into_iter().all(|other| *other != thanks) {
            self.thanks.insert(place, thanks);
        }
    }
}
