//! The server over HTTP: each file here is named for the addresses or the promise it asks about. `support` is the only
//! way in which these tests touch the system: a whole server in this process.

mod health;
mod live;
mod no_js;
mod security;
mod sign_in;
mod support;
