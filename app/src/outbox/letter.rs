//! What can wait in a browser: requests that are good later, and that do no more when they arrive twice.

use crate::AppError;
use crate::applicants::api::answer_application;
use crate::programs::api::{finish_stage, finish_step, finish_step_for, join_program};
use crate::sessions::door::api::{check_in, close_date, countersign_date, take_tick_back, tick_off, write_in};
use domain::attendance::{CheckInForm, CloseForm, CountersignForm, TickForm, WalkUpForm};
use domain::id::{ItemId, PersonId, ProgramId};
use domain::program::Verdict;
use domain::receipt::RequestKey;
use serde::{Deserialize, Serialize};

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Letter {
    /// Somebody joins a program. As with all that stands below a program here, a second time is the same as one.
    JoinProgram {
        /// Which.
        program: ProgramId,
        /// As what.
        role: String,
    },
    /// Somebody is through with a step.
    FinishStep {
        /// Of which program.
        program: ProgramId,
        /// Which.
        step: ItemId,
    },
    /// Somebody is through with a stage.
    FinishStage {
        /// Of which program.
        program: ProgramId,
        /// Which.
        stage: ItemId,
    },
    /// Somebody else is through with a step.
    FinishStepFor {
        /// Of which program.
        program: ProgramId,
        /// Who.
        person: PersonId,
        /// With which.
        step: ItemId,
    },
    /// Somebody who applied is answered.
    AnswerApplication {
        /// To which program.
        program: ProgramId,
        /// Who.
        person: PersonId,
        /// How.
        answer: Verdict,
        /// In which words.
        words: String,
    },
    /// Somebody comes in.
    CheckIn {
        /// With which code, and when.
        form: CheckInForm,
    },
    /// A host ticks somebody off. A second tick is the same as one.
    TickOff {
        /// Whom.
        form: TickForm,
    },
    /// A host takes a tick back.
    TakeTickBack {
        /// Whose.
        form: TickForm,
    },
    /// A host writes in somebody who came without a word.
    WriteIn {
        /// Whom.
        form: WalkUpForm,
    },
    /// A host says what came of a date.
    CloseDate {
        /// What.
        form: CloseForm,
    },
    /// Somebody says that it was so.
    Countersign {
        /// To what.
        form: CountersignForm,
    },
}

impl Letter {
    /// Sends it under the key that it always has.
    pub async fn send(self, key: &RequestKey) -> Result<(), AppError> {
        let key = key.as_str().to_owned();
        match self {
            Self::JoinProgram { program, role } => join_program(program, role).await,
            Self::FinishStep { program, step } => finish_step(program, step).await,
            Self::FinishStage { program, stage } => finish_stage(program, stage).await,
            Self::FinishStepFor { program, person, step } => finish_step_for(program, person, step).await,
            Self::AnswerApplication { program, person, answer, words } => {
                answer_application(program, person, answer, words).await
            }
            Self::CheckIn { form } => check_in(CheckInForm { key, ..form }).await,
            Self::TickOff { form } => tick_off(form).await,
            Self::TakeTickBack { form } => take_tick_back(form).await,
            Self::WriteIn { form } => write_in(form).await,
            Self::CloseDate { form } => close_date(CloseForm { key, ..form }).await,
            Self::Countersign { form } => countersign_date(CountersignForm { key, ..form }).await,
        }
    }
}
