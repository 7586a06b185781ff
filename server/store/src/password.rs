//! Passwords: argon2id with 19 MiB and two passes, at most one a core at a time. Comparing takes the same time whether
//! or not there is anything to compare with.

use crate::Store;
use crate::error::{Error, Fault, Result};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::rejection::Rejection;

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 10;

impl Store {
    pub(crate) async fn hashed(&self, password: &str) -> Result<String> {
        if password.chars().count() < SHORTEST_PASSWORD || password.len() > 512 {
            let message = format!("Choose a password of at least {SHORTEST_PASSWORD} characters.");
            return Err(Rejection::invalid("password", message).into());
        }
        let password = password.to_owned();
        self.on_a_core(move || {
            let hash = argon2().and_then(|argon| argon.hash_password(password.as_bytes()).map_err(broken))?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Compares in the same time whether or not there is a hash.
    pub(crate) async fn password_matches(&self, password: &str, hash: Option<String>) -> Result<bool> {
        let password = password.chars().take(512).collect::<String>();
        self.on_a_core(move || {
            let argon = argon2()?;
            match hash {
                Some(hash) => {
                    let hash = PasswordHash::new(&hash).map_err(broken)?;
                    Ok(argon.verify_password(password.as_bytes(), &hash).is_ok())
                }
                None => argon.hash_password(password.as_bytes()).map(|_| false).map_err(broken),
            }
        })
        .await
    }

    /// Runs slow arithmetic beside the runtime, at most one on each core.
    async fn on_a_core<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let _turn = self.hashing().acquire().await.map_err(|cause| Error::Broken(Fault::new("hashing", &cause)))?;
        tokio::task::spawn_blocking(work).await.map_err(|cause| Error::Broken(Fault::new("hashing", &cause)))?
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(cause: impl std::fmt::Display) -> Error {
    Error::Broken(Fault::new("password hash", &cause))
}
