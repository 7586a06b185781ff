//! Who is let in and as what: answers to those who apply, and roles. The rules are the domain's.

use super::access::organises;
use super::take_part::{able, known, others, own};
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::{PersonId, ProgramId};
use domain::program::{Capability, Giving};
use domain::programs::Answer;

impl Store {
    /// Whoever applies is in the program, waits for a seat, or is declined; they are told, with the words that came with it.
    /// Refuses all but organisers, program admins and those whose role carries it, and what
    /// [`domain::program::Door::answered`] refuses.
    pub async fn answer_application(&self, actor: &Actor, id: &ProgramId, answer: &Answer) -> Result<()> {
        let by = &actor.member()?.id;
        let answered = self.move_in_program(actor, able(id, &answer.person, Capability::Admit), |scene| {
            scene.door.answered(known(scene)?, answer.verdict, (by, answer.words.clone()))
        });
        answered.await.map(drop)
    }

    /// The actor takes another role in the program. Refuses what [`domain::program::Participant::took_role`] refuses, unless
    /// they are an organiser or a program admin.
    pub async fn take_role(&self, actor: &Actor, id: &ProgramId, role: &str) -> Result<()> {
        let me = &actor.member()?.id;
        let taken = self.move_in_program(actor, own(id, me), |scene| {
            let (before, program) = (known(scene)?, scene.door.program);
            match organises(actor, program) {
                true => before.given_role(program.kind, role, Giving { by: me, now: scene.now }),
                false => before.took_role(program.kind, role),
            }
        });
        taken.await.map(drop)
    }

    /// `person` has another role in the program, of which they are told. Refuses all but organisers and program admins, and
    /// what [`domain::program::Participant::given_role`] refuses.
    pub async fn give_role(&self, actor: &Actor, id: &ProgramId, person: &PersonId, role: &str) -> Result<()> {
        let by = &actor.member()?.id;
        let given = self.move_in_program(actor, others(id, person), |scene| {
            known(scene)?.given_role(scene.door.program.kind, role, Giving { by, now: scene.now })
        });
        given.await.map(drop)
    }
}
