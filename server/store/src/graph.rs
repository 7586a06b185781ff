//! The graph in memory held against the tables: rebuilt beside the one in use, compared row by row, and put in its
//! place where they differ.

use crate::Store;
use crate::error::Result;
use crate::log::BATCH;
use domain::actor::{Actor, Role};
use domain::event::Seq;
use domain::graph::{Difference, Digest, Graph, Size};

/// How often a graph that differs is looked at again while others write.
const MOST_TRIES: u32 = 16;

/// The graph in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GraphState {
    /// The digest of all its rows.
    pub digest: Digest,
    /// How much is in it.
    pub size: Size,
    /// The event it stands at.
    pub at: Seq,
}

/// What came of holding it against the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphCheck {
    /// The graph that was in use.
    pub found: GraphState,
    /// The digest of the one made from the tables, at the same event.
    pub rebuilt: Digest,
    /// The rows in which they differ: `here` what was in use, `there` what the tables say.
    pub differing: Vec<Difference>,
}

impl GraphCheck {
    /// True when what was in use is what the tables say.
    pub fn is_equal(&self) -> bool {
        self.found.digest == self.rebuilt
    }
}

impl Store {
    /// The graph in memory as it is now. For organisation admins and the console.
    pub fn graph_state(&self, actor: &Actor) -> Result<GraphState> {
        actor.at_least(Role::OrgAdmin)?;
        let graph = self.org_here().graph_now();
        Ok(self.state_of(&graph))
    }

    fn state_of(&self, graph: &Graph) -> GraphState {
        GraphState { digest: graph.digest(), size: graph.size(), at: self.applied().seq }
    }

    /// Rebuilds the graph from the tables while readers and writers go on, brings both to the same event, and compares.
    /// Where they differ the rebuilt organisation takes the place of the one in use. For organisation admins and the
    /// console. Takes as long as a start without a kept file.
    pub async fn check_graph(&self, actor: &Actor) -> Result<GraphCheck> {
        actor.at_least(Role::OrgAdmin)?;
        let mut tries = 0;
        // Levels are worked out anew for another moment once a day: then begin again.
        'anew: loop {
            let read = self.levels_of();
            let mut reached = self.end_of_log().await?.seq;
            let mut org = self.whole_org(read).await?;
            let mut looked_at = None;
            loop {
                self.catch_up().await?;
                let _turn = self.applying().lock().await;
                let applied = self.applied().seq;
                while reached < applied {
                    let events = self.events_after(reached, BATCH).await?;
                    let Some(last) = events.last() else { break };
                    reached = last.event.seq;
                    self.apply(&events, &mut org, read).await?;
                }
                if read != self.levels_of() && tries < MOST_TRIES {
                    tries += 1;
                    continue 'anew;
                }
                let found = self.org_here().graph_now();
                let check = GraphCheck {
                    found: self.state_of(&found),
                    rebuilt: org.graph().digest(),
                    differing: found.differences(org.graph()),
                };
                // A row may be committed and its event not numbered yet. If nothing new happened since it was last
                // looked at, it is not that.
                tries += 1;
                let is_certain = looked_at.replace(applied) == Some(applied) || tries >= MOST_TRIES;
                if check.is_equal() || is_certain {
                    if !check.is_equal() {
                        self.replace_org(org, read);
                    }
                    return Ok(check);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
