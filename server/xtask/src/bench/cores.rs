//! Keeps the server and its load from taking each other's time: the server on the first core, the load on the second.

use std::path::Path;
use std::thread::available_parallelism;

use crate::run::Run;

/// Moves this process to the second core and says so, or says why the figures are less sharp.
pub fn keep_load_apart() -> String {
    if !can_pin() {
        return "server and load share their cores: there is only one, or no taskset".to_owned();
    }
    let own = std::process::id().to_string();
    match Run::new("taskset").args(["--all-tasks", "--cpu-list", "--pid", "1", &own]).quietly() {
        Ok(()) => "server on the first core, load on the second".to_owned(),
        Err(fault) => format!("server and load share their cores: {fault}"),
    }
}

/// The server on the first core, where the machine allows it.
pub fn on_first_core(server: &Path) -> Run {
    if can_pin() { Run::new("taskset").args(["--cpu-list", "0"]).arg(server) } else { Run::new(server) }
}

fn can_pin() -> bool {
    let cores = std::fs::read_to_string("/proc/cpuinfo").map_or(0, |text| text.matches("\nprocessor").count() + 1);
    (cores > 1 || available_parallelism().is_ok_and(|cores| cores.get() > 1))
        && Run::new("taskset").arg("--version").quietly().is_ok()
}
