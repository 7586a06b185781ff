//! Why a step could not be done, in the words of whoever has to mend it.
//! There is one kind of fault, because nothing here decides by kind: every fault is read by a person.

use std::fmt;

/// What happened and, where there is one, the command that mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    what: String,
    mend: Option<String>,
}

/// What every step answers.
pub type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    /// A fault without advice.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), mend: None }
    }

    /// The same fault with the command that mends it; the innermost advice stays, as it knows best.
    pub fn mend(mut self, command: impl Into<String>) -> Self {
        self.mend.get_or_insert_with(|| command.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        match &self.mend {
            Some(command) => write!(f, "\n    mend it with: {command}"),
            None => Ok(()),
        }
    }
}

/// Turns a cause from a library into a fault that says what was being done.
pub trait While<T> {
    fn while_doing(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> While<T> for Result<T, E> {
    fn while_doing(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|cause| Fault::new(format!("{what}: {cause}")))
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn a_fault_names_the_command_that_mends_it() {
        let fault = Fault::new("Chromium is missing").mend("apt-get install chromium");
        assert_eq!(fault.to_string(), "Chromium is missing\n    mend it with: apt-get install chromium");
    }

    #[test]
    fn the_innermost_advice_is_kept() {
        let fault = Fault::new("no").mend("first").mend("second");
        assert!(fault.to_string().ends_with("first"));
    }
}
