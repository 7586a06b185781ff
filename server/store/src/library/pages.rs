//! What pages of the library read. Earlier texts of a note come from the database, the rest from memory.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::{NoteId, SkillId, ThreadId};
use domain::library::{
    AskQuestionPage, LibraryPage, LibraryQuery, NoteFormPage, NoteFormQuery, NoteHistoryPage, NotePage, QuestionPage,
    QuestionsPage, QuestionsQuery, VerifyPage, ask_question_page, library_page, note_form_page, note_history_page,
    note_page, question_page, questions_page, verify_page,
};
use domain::note::NoteVersion;
use domain::viewer::Viewer;
use serde_json::json;

impl Store {
    /// The library as the actor finds it.
    pub fn library_page(&self, actor: &Actor, query: LibraryQuery) -> Result<LibraryPage> {
        self.view(actor, |viewer| library_page(viewer, query))
    }

    /// One note.
    pub fn note_page(&self, actor: &Actor, note: &NoteId) -> Result<NotePage> {
        self.view(actor, |viewer| note_page(viewer, note))
    }

    /// The form of a note, or of a new one as `query` says.
    pub fn note_form_page(&self, actor: &Actor, note: Option<&NoteId>, query: &NoteFormQuery) -> Result<NoteFormPage> {
        self.view(actor, |viewer| note_form_page(viewer, note, query))
    }

    /// Every text that a note had, and what version `n` changed.
    pub async fn note_history_page(&self, actor: &Actor, note: &NoteId, n: Option<u32>) -> Result<NoteHistoryPage> {
        actor.may_read()?;
        let query = "SELECT * OMIT id FROM type::record('note_version', [$note, NONE]..[$note, ..])";
        let versions: Vec<NoteVersion> = self.rows(query, json!({ "note": note })).await?;
        self.view(actor, |viewer| note_history_page(viewer, note, &versions, n))
    }

    /// What waits to be looked at.
    pub fn verify_page(&self, actor: &Actor) -> Result<VerifyPage> {
        self.view(actor, verify_page)
    }

    /// Questions as the actor finds them.
    pub fn questions_page(&self, actor: &Actor, query: QuestionsQuery) -> Result<QuestionsPage> {
        self.view(actor, |viewer| questions_page(viewer, query))
    }

    /// One question.
    pub fn question_page(&self, actor: &Actor, thread: &ThreadId) -> Result<QuestionPage> {
        self.view(actor, |viewer| question_page(viewer, thread))
    }

    /// The page on which the actor asks a question, about `skill`.
    pub fn ask_question_page(&self, actor: &Actor, skill: Option<&SkillId>) -> Result<AskQuestionPage> {
        self.view(actor, |viewer| ask_question_page(viewer, skill))
    }
}

impl Store {
    /// Answers from the organisation in memory for whoever looks, the console included.
    pub(crate) fn view<T>(
        &self,
        actor: &Actor,
        question: impl FnOnce(&Viewer) -> std::result::Result<T, domain::rejection::Rejection>,
    ) -> Result<T> {
        self.read_clocked(actor, |org, clocks| question(&Viewer::of(org, actor, clocks)))
    }
}
