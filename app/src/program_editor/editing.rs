//! What is being typed: one text for each field of the form, told apart from what the server knows of it.
//!
//! A field is *dirty* while it holds what the server has not been told. News from the server replaces what stands in a
//! field only when that is not dirty and has no focus; what has the focus gets its news when it loses it. So no letter,
//! no caret and no scroll position moves under somebody's hands.

use super::items::{keep_lost, state_items};
use domain::program::DraftForm;
use domain::program_editor::{Control, EditorPage, FieldView, PresentFace};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What becomes of what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Nothing was typed here.
    #[default]
    Quiet,
    /// Somebody types, or has just stopped.
    Typing,
    /// It is on its way to the server.
    Sending,
    /// The server has it.
    Kept,
    /// The server cannot be reached; it waits in this browser.
    Waiting,
    /// The server does not take it: why. It stays in this browser.
    Refused(String),
}

/// One field.
#[derive(Clone)]
struct Typed {
    text: RwSignal<String>,
    /// What the server knows to stand there.
    synced: String,
    /// What is live.
    live: String,
    /// News that waits until the field loses the focus.
    news: Option<String>,
}

/// The form.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    /// What the server said last.
    pub page: RwSignal<EditorPage>,
    /// What becomes of what is typed.
    pub keeping: RwSignal<Keeping>,
    /// Grows whenever the server has taken something.
    pub round: RwSignal<u32>,
    /// The field with the focus.
    pub focused: RwSignal<Option<String>>,
    /// Who else has the editor open.
    pub here: RwSignal<Vec<PresentFace>>,
    fields: StoredValue<BTreeMap<String, Typed>>,
    /// The version that the form is against.
    base: StoredValue<u32>,
    /// Something is typed in an item that the newest version does not have.
    is_behind: StoredValue<bool>,
    owner: StoredValue<Option<Owner>>,
}

impl Editing {
    /// The form as the server filled it.
    pub fn new(page: EditorPage) -> Self {
        let editing = Self {
            page: RwSignal::new(page.clone()),
            keeping: RwSignal::new(Keeping::Quiet),
            round: RwSignal::new(0),
            focused: RwSignal::new(None),
            here: RwSignal::new(Vec::new()),
            fields: StoredValue::new(BTreeMap::new()),
            base: StoredValue::new(page.base),
            is_behind: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
        };
        editing.fill(&page);
        editing
    }

    /// News from the server. An item that somebody took out stays while something in it is being typed.
    pub fn take(self, mut page: EditorPage) {
        let is_being_typed = |view: &FieldView| {
            let has_focus = self.focused.with_untracked(|focused| focused.as_ref() == Some(&view.path));
            has_focus || self.is_dirty(&view.path)
        };
        let is_behind = self.page.with_untracked(|before| keep_lost(&mut page, before, &is_being_typed));
        self.is_behind.set_value(is_behind);
        self.fill(&page);
        self.page.set(page);
    }

    fn is_dirty(self, path: &str) -> bool {
        let is_dirty = |typed: &Typed| typed.text.with_untracked(|text| *text != typed.synced);
        self.fields.with_value(|fields| fields.get(path).is_some_and(is_dirty))
    }

    fn fill(self, page: &EditorPage) {
        let focused = self.focused.get_untracked();
        let mut changed: Vec<(RwSignal<String>, String)> = Vec::new();
        let mut is_behind = self.is_behind.get_value();
        self.fields.update_value(|fields| {
            for view in page.fields() {
                let Some(typed) = fields.get_mut(&view.path) else {
                    fields.insert(view.path.clone(), self.begun(view));
                    continue;
                };
                let shown = typed.text.get_untracked();
                let has_focus = focused.as_deref() == Some(view.path.as_str());
                if shown != typed.synced {
                    is_behind |= typed.live != view.live;
                } else if shown != view.text && has_focus {
                    is_behind |= typed.live != view.live;
                    typed.news = Some(view.text.clone());
                } else {
                    typed.news = None;
                    typed.synced.clone_from(&view.text);
                    typed.live.clone_from(&view.live);
                    changed.push((typed.text, view.text.clone()));
                }
            }
        });
        if !is_behind {
            self.base.set_value(page.base);
            self.fields.update_value(|fields| {
                for view in page.fields() {
                    if let Some(typed) = fields.get_mut(&view.path) {
                        typed.live.clone_from(&view.live);
                    }
                }
            });
        }
        for (text, new) in changed {
            if text.with_untracked(|text| *text != new) {
                text.set(new);
            }
        }
    }

    fn begun(self, view: &FieldView) -> Typed {
        let text = || RwSignal::new(view.text.clone());
        let owner = self.owner.get_value();
        Typed {
            // It lives as long as the form, whoever asks first.
            text: owner.map_or_else(text, |owner| owner.with(text)),
            synced: view.text.clone(),
            live: view.live.clone(),
            news: None,
        }
    }

    /// What stands in a field.
    pub fn text(self, path: &str) -> RwSignal<String> {
        let text = self.fields.with_value(|fields| fields.get(path).map(|typed| typed.text));
        text.unwrap_or_else(|| RwSignal::new(String::new()))
    }

    /// The field as the server knows it.
    pub fn view(self, path: &str) -> Memo<Option<FieldView>> {
        let path = path.to_owned();
        Memo::new(move |_| self.page.with(|page| page.field(&path).cloned()))
    }

    /// The field of that path has the focus, or none has; what waited for that is shown.
    pub fn focus(self, path: Option<String>) {
        let before = self.focused.get_untracked();
        if before == path {
            return;
        }
        self.focused.set(path);
        let news = before.and_then(|before| {
            self.fields
                .try_update_value(|fields| {
                    let typed = fields.get_mut(&before)?;
                    let news = typed.news.take()?;
                    let is_clean = typed.text.get_untracked() == typed.synced;
                    is_clean.then(|| {
                        typed.synced.clone_from(&news);
                        (typed.text, news)
                    })
                })
                .flatten()
        });
        if let Some((text, news)) = news {
            text.set(news);
            // The version that the form is against may be the newest one now.
            self.fill(&self.page.get_untracked());
        }
    }

    /// What the server has not been told, by field.
    pub fn dirty(self) -> BTreeMap<String, String> {
        self.fields.with_value(|fields| {
            let dirty = fields.iter().map(|(path, typed)| (path, typed.text.get_untracked(), &typed.synced));
            dirty.filter(|(_, text, synced)| text != *synced).map(|(path, text, _)| (path.clone(), text)).collect()
        })
    }

    /// Puts back what was typed before a reload, against the version that it was typed against.
    pub fn put_back(self, base: u32, texts: BTreeMap<String, String>) {
        let found: Vec<(RwSignal<String>, String)> = self.fields.with_value(|fields| {
            texts.into_iter().filter_map(|(path, text)| Some((fields.get(&path)?.text, text))).collect()
        });
        if !found.is_empty() {
            self.base.update_value(|own| *own = (*own).min(base));
        }
        found.into_iter().for_each(|(text, typed)| text.set(typed));
    }

    /// The version that the form is against.
    pub fn base(self) -> u32 {
        self.base.get_value()
    }

    /// The server knows these texts now.
    pub fn told(self, sent: &BTreeMap<String, String>) {
        self.fields.update_value(|fields| {
            for (path, text) in sent {
                if let Some(typed) = fields.get_mut(path) {
                    typed.synced.clone_from(text);
                }
            }
        });
    }

    /// Everything that stands in the fields of the form: what [`Editing::form`] sends, and nothing else.
    pub fn texts(self) -> BTreeMap<String, String> {
        let text = |view: &FieldView| (view.path.clone(), self.text(&view.path).get_untracked());
        self.page.with_untracked(|page| page.fields().map(text).collect())
    }

    /// The form as the server reads it.
    pub fn form(self) -> DraftForm {
        let texts = self.texts();
        let mut form = DraftForm { base: self.base(), ..DraftForm::default() };
        self.page.with_untracked(|page| {
            for view in page.fields() {
                let text = texts.get(&view.path).cloned().unwrap_or_default();
                match view.control {
                    Control::Several { .. } | Control::People { .. } => {
                        form.lists.insert(view.path.clone(), ids(&text));
                    }
                    _ => {
                        form.values.insert(view.path.clone(), text);
                    }
                }
            }
            state_items(page, &mut form);
        });
        form
    }
}

/// The ids in the text of a field that holds several.
pub(super) fn ids(text: &str) -> Vec<String> {
    text.split(", ").filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
