//! Why a server function did not do what was asked, as the browser may know it. Causes stay on the server.

use crate::wire::Wire;
use domain::rejection::Rejection;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Nothing was changed, and this says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// It was refused. 404, 403, 401, 422, 409 or 429.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// Something is broken on the server. 500.
    #[error("Kith could not do this. Nothing was changed. Give an admin this code: {reference}")]
    Broken {
        /// Where the cause stands in the log.
        reference: String,
    },
    /// The server did not answer.
    #[error("Kith cannot be reached. Check your connection; what you typed is still here.")]
    Unreachable,
    /// The page and the server do not understand each other: one of them is older. 400.
    #[error("This page is older than the server. Reload it, then try again.")]
    Outdated,
}

impl AppError {
    /// The message that belongs beside the form field `name`.
    pub fn field(&self, name: &str) -> Option<String> {
        match self {
            Self::Rejected(Rejection::Invalid { field, message }) if field == name => Some(message.clone()),
            _ => None,
        }
    }

    /// The message that belongs to no field of a form.
    pub fn beside_fields(&self) -> Option<String> {
        match self {
            Self::Rejected(Rejection::Invalid { field, .. }) if !field.is_empty() => None,
            other => Some(other.to_string()),
        }
    }
}

/// The message that belongs beside the field `name` of the form that `value` answers.
pub fn field_error(value: Option<Result<(), AppError>>, name: &str) -> Option<String> {
    value?.err()?.field(name)
}

impl FromServerFnError for AppError {
    type Encoder = Wire;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            ServerFnErrorErr::Registration(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_) => Self::Outdated,
        }
    }
}
