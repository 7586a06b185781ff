//! A session is of the organisation: where it ends, its streams end on every process.

use crate::support::{Database, Kith};

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_on_one_process_ends_the_stream_on_the_other() {
    let database = Database::start().await;
    let (first, second) = (Kith::on(&database.url).await, Kith::on(&database.url).await);
    let amara = first.signed_in("amara-okafor").await;
    let there = amara.at(&second);
    let leaving = async {
        amara.call("sign_out", "").await;
    };
    there.hears("signed_out", leaving).await;
    assert_eq!(there.ask("home", "").await.status(), 401);
}
