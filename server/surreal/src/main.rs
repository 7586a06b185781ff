//! The database as its own process, for tests and for whoever runs Kith on more than one process.
//! SurrealDB publishes its server as a library only; this is the two lines that start it.

fn main() -> std::process::ExitCode {
    surrealdb_server::init(surrealdb_server::core::CommunityComposer())
}
