//! The same problem as a bare integer program, so that another solver can be held against this one.

use super::columns::columns;
use super::dense::Dense;
use super::faults::faults;
use crate::rings::fault::Fault;
use crate::rings::instance::Instance;
use serde::Serialize;

/// Maximise the sum of the weights of the chosen columns such that no limit is taken more often than there is of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Model {
    /// How much there is of each limit.
    pub limits: Vec<i64>,
    /// What is chosen, or not.
    pub columns: Vec<Column>,
}

/// A ring or chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What it is worth.
    pub weight: i64,
    /// The limits that it takes one of.
    pub limits: Vec<u32>,
}

/// The cycle formulation of an instance. Refuses one that contradicts itself.
pub fn model(instance: &Instance) -> Result<Model, Vec<Fault>> {
    let faults = faults(instance);
    if !faults.is_empty() {
        return Err(faults);
    }
    let packing = columns(&Dense::new(instance)).map_err(|fault| vec![fault])?;
    let number = |limit: &usize| u32::try_from(*limit).unwrap_or(u32::MAX);
    let column =
        |at: usize| Column { weight: packing.weights[at], limits: packing.limits.get(at).iter().map(number).collect() };
    let columns = (0..packing.len()).map(column).collect();
    Ok(Model { limits: packing.capacities, columns })
}
