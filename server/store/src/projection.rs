//! The organisation in memory: read whole at the start, then kept current from the log.
//!
//! An event says what changed, not how: what it names is read again from the database, so applying an event twice, or
//! late, ends in the same state. Whatever is committed is visible here when the change that made it returns.
//!
//! Evidence fades by the day. All levels are worked out for one moment, the one at which everything was last read: so
//! what was kept current edit by edit equals what is read whole, to the digest (`graph`).

mod cells;
mod gathered;
mod hours;
mod library;
mod mentoring;
mod queries;
mod rounds;
mod stale;
mod swaps;

use crate::Store;
use crate::error::Result;
use crate::evidence::Weighing;
use crate::log::{BATCH, Logged};
use crate::program::{ProgramRow, VersionRow, joined};
use cells::put_evidence;
use domain::clocks::Day;
use domain::confirmation::Confirmation;
use domain::drill::Drill;
use domain::event::{Happening, Seq};
use domain::evidence::Evidence;
use domain::exchange::Exchange;
use domain::org::Org;
use domain::pair::Pair;
use domain::person::Person;
use domain::program::Participant;
use domain::session::{HostProposal, Occurrence, Session};
use domain::skill::{Area, Skill};
use domain::team::Team;
use domain::thanks::Thanks;
use domain::time::{Span, Timestamp};
use domain::want::{Offer, Want};
use queries::{
    AREAS, CONFIRMATIONS, DRILLS, EVIDENCE, EXCHANGES, OFFERS, PAIRS, PARTICIPANTS, PEOPLE, PROGRAMS, SKILLS, TEAMS,
    THANKS, VERSIONS, WANTS,
};
use serde_json::json;
use stale::Stale;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

impl Store {
    /// Reads the whole organisation again; afterwards it stands at least where the log ended before. Writers go on
    /// meanwhile. Where much had happened that was not applied, only the last of it is told: its number shows that
    /// there was more.
    pub async fn reload(&self) -> Result<()> {
        let end = self.end_of_log().await?;
        let read = Moment(self.clock().now());
        let mut org = self.whole_org(read).await?;
        let turn = self.applying().lock().await;
        let applied = self.applied();
        // The rows may be older than what was applied while they were read. Applying twice changes nothing.
        let mut after = end.seq;
        while after < applied.seq {
            let events = self.events_after(after, BATCH).await?;
            let Some(last) = events.last() else {
                // The log is another one than before.
                self.set_applied(end.clone());
                break;
            };
            after = last.event.seq;
            self.apply(&events, &mut org, read).await?;
        }
        self.replace_org(org, read);
        self.outlooks().note(&Happening::EverythingReplaced);
        self.reload_organisation().await?;
        if end.seq.0.saturating_sub(applied.seq.0) > BATCH {
            let last = self.events_after(Seq(end.seq.0 - 1), 1).await?;
            self.set_applied(end);
            last.into_iter().for_each(|logged| self.announce(Arc::new(logged)));
        }
        drop(turn);
        self.catch_up().await
    }

    /// Numbers what was committed and applies it, here and now.
    pub async fn catch_up(&self) -> Result<()> {
        self.sequence().await?;
        let _turn = self.applying().lock().await;
        loop {
            let events = self.events_after(self.applied().seq, BATCH).await?;
            let Some(last) = events.last() else { return Ok(()) };
            let reached = last.reached();
            let stale = Stale::of(&events);
            if stale.everything {
                let read = Moment(self.clock().now());
                let org = self.whole_org(read).await?;
                self.replace_org(org, read);
                self.reload_organisation().await?;
            } else {
                let put = self.read_again(stale).await?;
                put(&mut self.org_mut());
            }
            events.iter().for_each(|logged| self.outlooks().note(&logged.event.what));
            // First, so that whoever hears of an event finds it applied.
            self.set_applied(reached);
            for logged in events {
                self.announce(Arc::new(logged));
            }
        }
    }

    /// Brings `org`, which nobody sees yet, up to date with `events`.
    pub(crate) async fn apply(&self, events: &[Logged], org: &mut Org, read: Moment) -> Result<()> {
        let stale = Stale::of(events);
        if stale.everything {
            *org = self.whole_org(read).await?;
        } else {
            let put = self.read_again(stale).await?;
            put(org);
        }
        Ok(())
    }

    /// Lets everybody read `org` from now on. Its graph and its words are made first, so that nobody
    /// waits for them.
    pub(crate) fn replace_org(&self, org: Org, read: Moment) {
        org.graph();
        org.words();
        *self.org_mut() = org;
        self.read_at().store(read.0.0, Ordering::Relaxed);
    }

    /// For which moment the levels in memory are worked out.
    pub(crate) fn levels_of(&self) -> Moment {
        Moment(Timestamp(self.read_at().load(Ordering::Relaxed)))
    }

    /// Applies what other processes write, for ever. Alone on its database a process has nothing to wait for but its
    /// own changes, so it only looks now and then.
    pub async fn follow(&self) {
        let pause = if self.place().is_shared() { Duration::from_millis(50) } else { Duration::from_secs(5) };
        loop {
            tokio::time::sleep(pause).await;
            if let Err(error) = self.catch_up().await {
                tracing::warn!(%error, "the log could not be read; trying again");
            }
        }
    }

    /// The organisation as its rows are now; what is written meanwhile may be in it or not.
    pub(crate) async fn whole_org(&self, read: Moment) -> Result<Org> {
        let mut org = Org::default();
        let none = || json!({});
        let Weighing { rules, leniency } = self.weighing().await?;
        org.weigh_by(rules, leniency, Day::utc(read.0));
        for person in self.rows::<Person>("SELECT *, record::id(id) AS id FROM person", none()).await? {
            org.put_person(person);
        }
        for team in self.rows::<Team>("SELECT *, record::id(id) AS id FROM team", none()).await? {
            org.put_team(team);
        }
        for area in self.rows::<Area>("SELECT *, record::id(id) AS id FROM area", none()).await? {
            org.put_area(area);
        }
        for skill in self.rows::<Skill>("SELECT *, record::id(id) AS id FROM skill", none()).await? {
            org.put_skill(skill);
        }
        put_evidence(&mut org, self.rows("SELECT * OMIT id, in, out FROM evidence", none()).await?);
        for want in self.rows::<Want>("SELECT * OMIT id, in, out FROM wants", none()).await? {
            org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
        }
        for offer in self.rows::<Offer>("SELECT * OMIT id, in, out FROM offers", none()).await? {
            org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
        }
        for exchange in self.rows::<Exchange>("SELECT *, record::id(id) AS id FROM exchange", none()).await? {
            org.put_exchange(exchange);
        }
        for request in self.rows::<Confirmation>("SELECT *, record::id(id) AS id FROM confirmation", none()).await? {
            org.put_confirmation(request);
        }
        for drill in self.rows::<Drill>("SELECT *, record::id(id) AS id FROM drill", none()).await? {
            org.put_drill(drill);
        }
        let programs = self.rows("SELECT *, record::id(id) AS id FROM program", none()).await?;
        let versions = self.rows("SELECT * OMIT id, bytes FROM program_version", none()).await?;
        joined(programs, versions)?.into_iter().for_each(|(program, versions)| org.put_program(program, versions));
        for participant in self.rows::<Participant>("SELECT * OMIT id FROM participant", none()).await? {
            org.put_participant(participant);
        }
        for session in self.rows::<Session>("SELECT *, record::id(id) AS id FROM learning_session", none()).await? {
            org.put_session(session);
        }
        for occurrence in self.rows::<Occurrence>("SELECT * OMIT id FROM occurrence", none()).await? {
            org.put_occurrence(occurrence);
        }
        for proposal in self.rows::<HostProposal>("SELECT * OMIT id FROM host_proposal", none()).await? {
            org.put_host_proposal(proposal);
        }
        for pair in self.rows::<Pair>("SELECT *, record::id(id) AS id FROM pair", none()).await? {
            org.put_pair(pair);
        }
        for thanks in self.rows::<Thanks>("SELECT * OMIT id FROM thanks", none()).await? {
            org.put_thanks(thanks);
        }
        self.all_match_rounds().await?.into_iter().for_each(|round| org.put_match_round(round));
        self.all_cover_news().await?.put(&mut org);
        self.whole_library().await?.put(&mut org);
        self.whole_mentoring().await?.put(&mut org);
        self.whole_swaps().await?.put(&mut org);
        self.whole_hours().await?.into_iter().for_each(|account| org.put_hours(account));
        Ok(org)
    }

    /// Reads what is stale; the answer puts it into an organisation.
    async fn read_again(&self, stale: Stale) -> Result<impl FnOnce(&mut Org) + Send> {
        let people = json!({ "keys": stale.people });
        let people: Vec<Person> = self.named(&stale.people, PEOPLE, people).await?;
        let teams: Vec<Team> = self.named(&stale.teams, TEAMS, json!({ "keys": stale.teams })).await?;
        let areas: Vec<Area> = self.named(&stale.areas, AREAS, json!({ "keys": stale.areas })).await?;
        let skills: Vec<Skill> = self.named(&stale.skills, SKILLS, json!({ "keys": stale.skills })).await?;
        let evidence: Vec<Evidence> = self.named(&stale.known, EVIDENCE, json!({ "keys": stale.known })).await?;
        let wants: Vec<Want> = self.named(&stale.wants, WANTS, json!({ "keys": stale.wants })).await?;
        let offers: Vec<Offer> = self.named(&stale.offers, OFFERS, json!({ "keys": stale.offers })).await?;
        let exchanges: Vec<Exchange> =
            self.named(&stale.exchanges, EXCHANGES, json!({ "keys": stale.exchanges })).await?;
        let confirmations: Vec<Confirmation> =
            self.named(&stale.confirmations, CONFIRMATIONS, json!({ "keys": stale.confirmations })).await?;
        let drills: Vec<Drill> = self.named(&stale.drills, DRILLS, json!({ "keys": stale.drills })).await?;
        let pairs: Vec<Pair> = self.named(&stale.pairs, PAIRS, json!({ "keys": stale.pairs })).await?;
        let programs = json!({ "keys": stale.programs });
        let versions: Vec<VersionRow> = self.named(&stale.programs, VERSIONS, programs.clone()).await?;
        let programs: Vec<ProgramRow> = self.named(&stale.programs, PROGRAMS, programs).await?;
        let programs = joined(programs, versions)?;
        let participants = json!({ "keys": stale.participants });
        let participants: Vec<Participant> = self.named(&stale.participants, PARTICIPANTS, participants).await?;
        let gatherings = self.stale_gatherings(&stale).await?;
        let cover = self.cover_news(&stale.drops, &stale.watches).await?;
        let rounds = self.match_rounds_again(&stale).await?;
        let library = self.library_again(&stale).await?;
        let mentoring = self.mentoring_again(&stale).await?;
        let swaps = self.swaps_again(&stale).await?;
        let hours = self.hours_again(&stale).await?;
        let thanks: Vec<Thanks> = match stale.thanks_since {
            Some(since) => self.rows(THANKS, json!({ "since": since.before(Span::minutes(1)) })).await?,
            None => Vec::new(),
        };
        Ok(move |org: &mut Org| {
            people.into_iter().for_each(|person| org.put_person(person));
            teams.into_iter().for_each(|team| org.put_team(team));
            areas.into_iter().for_each(|area| org.put_area(area));
            skills.into_iter().for_each(|skill| org.put_skill(skill));
            for (person, skill) in &stale.known {
                org.put_evidence(person, skill, &[], Timestamp(0));
            }
            put_evidence(org, evidence);
            for (person, skill) in &stale.wants {
                let want = wants.iter().find(|want| want.person == *person && want.skill == *skill);
                org.put_want(person, skill, want.cloned());
            }
            for (person, skill) in &stale.offers {
                let offer = offers.iter().find(|offer| offer.person == *person && offer.skill == *skill);
                org.put_offer(person, skill, offer.cloned());
            }
            exchanges.into_iter().for_each(|exchange| org.put_exchange(exchange));
            confirmations.into_iter().for_each(|request| org.put_confirmation(request));
            drills.into_iter().for_each(|drill| org.put_drill(drill));
            pairs.into_iter().for_each(|pair| org.put_pair(pair));
            rounds.into_iter().for_each(|round| org.put_match_round(round));
            programs.into_iter().for_each(|(program, versions)| org.put_program(program, versions));
            participants.into_iter().for_each(|participant| org.put_participant(participant));
            gatherings.put(org, &stale);
            cover.put(org);
            library.put(org);
            mentoring.put(org);
            swaps.put(org);
            hours.into_iter().for_each(|account| org.put_hours(account));
            thanks.into_iter().for_each(|thanks| org.put_thanks(thanks));
        })
    }

    /// The rows with the keys in `values`; no question when there are none.
    async fn named<K, T: serde::de::DeserializeOwned>(
        &self,
        keys: &BTreeSet<K>,
        query: &'static str,
        values: serde_json::Value,
    ) -> Result<Vec<T>> {
        if keys.is_empty() { Ok(Vec::new()) } else { self.rows(query, values).await }
    }
}

/// The moment for which levels are worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment(Timestamp);
