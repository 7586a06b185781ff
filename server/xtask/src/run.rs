//! Runs another program: what it was, when it failed, and what to do where it is missing.

use std::ffi::OsStr;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};

use crate::fault::{Fault, Outcome, While};

/// A program about to run, with the advice to give should it fail.
#[derive(Debug)]
pub struct Run {
    command: Command,
    mend: Option<String>,
}

impl Run {
    /// A program by name or path, to run in the current folder.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        Self { command: Command::new(program), mend: None }
    }

    /// With these arguments after those it has.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    /// With one argument more.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    /// With a variable set.
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With a variable not passed on.
    pub fn without_env(mut self, name: impl AsRef<OsStr>) -> Self {
        self.command.env_remove(name);
        self
    }

    /// In a folder.
    pub fn inside(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The command that mends this one's failure.
    pub fn mended_by(mut self, command: impl Into<String>) -> Self {
        self.mend = Some(command.into());
        self
    }

    /// Runs with this terminal's output; refuses when it exits with anything but success.
    pub fn go(mut self) -> Outcome {
        let status = self.command.status().map_err(|cause| self.absent(&cause))?;
        self.expect_success(status, "")
    }

    /// Runs quietly; what it printed is shown only when it failed.
    pub fn quietly(self) -> Outcome {
        self.text().map(drop)
    }

    /// Runs quietly and answers what it printed.
    pub fn text(mut self) -> Outcome<String> {
        let output = self.command.output().map_err(|cause| self.absent(&cause))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = format!("{}{text}", String::from_utf8_lossy(&output.stderr));
        self.expect_success(output.status, &said)?;
        Ok(text)
    }

    /// Runs with errors on this terminal, and answers output and status whether or not it succeeded.
    pub fn output(mut self) -> Outcome<Output> {
        self.command.stderr(Stdio::inherit()).output().map_err(|cause| self.absent(&cause))
    }

    /// Runs quietly with `text` as its input; what it printed is shown only when it failed.
    pub fn fed(mut self, text: &str) -> Outcome {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|cause| self.absent(&cause))?;
        let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let output = child.wait_with_output().while_doing(self.shown())?;
        self.expect_success(output.status, &String::from_utf8_lossy(&output.stderr))?;
        written.while_doing(self.shown())
    }

    /// The command itself, for a caller that starts it and does not wait.
    pub fn into_command(self) -> Command {
        self.command
    }

    fn shown(&self) -> String {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    fn absent(&self, cause: &std::io::Error) -> Fault {
        let program = self.command.get_program().to_string_lossy();
        let what = match cause.kind() {
            ErrorKind::NotFound => format!("the program {program} is not on this machine"),
            _ => format!("{program} did not start: {cause}"),
        };
        self.advised(Fault::new(what))
    }

    fn expect_success(&self, status: ExitStatus, said: &str) -> Outcome {
        if status.success() {
            return Ok(());
        }
        let said = if said.is_empty() { String::new() } else { format!("{}\n", said.trim_end()) };
        Err(self.advised(Fault::new(format!("{said}`{}` ended with {status}", self.shown()))))
    }

    fn advised(&self, fault: Fault) -> Fault {
        match &self.mend {
            Some(command) => fault.mend(command),
            None => fault,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Run;

    #[test]
    fn a_missing_program_is_named_with_what_mends_it() {
        let fault = Run::new("no-such-program").mended_by("apt-get install it").go().unwrap_err().to_string();
        assert!(fault.contains("no-such-program is not on this machine"), "{fault}");
        assert!(fault.contains("apt-get install it"), "{fault}");
    }

    #[test]
    fn a_failure_shows_what_the_program_said() {
        let fault = Run::new("sh").args(["-c", "echo broken >&2; exit 3"]).quietly().unwrap_err().to_string();
        assert!(fault.starts_with("broken\n"), "{fault}");
    }

    #[test]
    fn input_reaches_the_program() {
        assert!(Run::new("sh").args(["-c", "read word; test \"$word\" = teach"]).fed("teach\n").is_ok());
    }
}
