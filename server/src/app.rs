//! The server as a whole: routes and layers in order, started and stopped gracefully.

use crate::config::Config;
use crate::cover_watch::watch_cover;
use crate::demand_watch::watch_demand;
use crate::jobs::run_jobs;
use crate::live::{self, Hub};
use crate::mail::{self, NotSetUp, Post};
use crate::program_watch::watch_programs;
use crate::security::{self, Limits, Origins};
use crate::site::{self, Files};
use crate::state::AppState;
use crate::swap_watch::watch_swaps;
use crate::{calendar, graph_check, health, import_files, pages, people_csv};
use ::app::here::Site;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::get;
use domain::actor::Actor;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use store::{Clock, Store};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The most bytes of a request's body, but for uploads.
pub(crate) const BODY_LIMIT: usize = 256 * 1024;

/// How long requests that are under way may take once the server is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// A server that is ready to answer.
#[derive(Debug)]
pub struct App {
    listener: TcpListener,
    state: AppState,
    post: Option<Arc<Post>>,
}

impl App {
    /// Opens the database, fills the demo on its first start, and takes the address. Says why when it cannot.
    pub async fn start(config: &Config, clock: Clock) -> Result<Self, StartError> {
        let listener = TcpListener::bind(config.addr).await.map_err(|cause| StartError::Address(config.addr, cause))?;
        let files = Files::read(&config.site)?;
        let addr = listener.local_addr().unwrap_or(config.addr);
        let post = Post::of(config, &format!("http://{addr}"))?;
        let store = Store::open(config.database.place(), clock).await?;
        if config.demo {
            fill_demo(&store).await?;
        }
        // Nobody of the demo has a mailbox.
        let post = post.filter(|_| !config.demo).map(Arc::new);
        if let Some(post) = &post {
            store.begin_mail(&Actor::Console, post.setup()).await?;
        }
        let state = AppState {
            hub: Hub::start(&store),
            site: Arc::new(Site { origin: config.origin.clone(), ..files.site(company(config), config.demo) }),
            files: Arc::new(files),
            origins: Arc::new(Origins::new(config.origin.clone(), addr)),
            limits: Arc::new(Limits::new(config)),
            proxies: config.trusted_proxies,
            reloads: config.dev_reload,
            store,
        };
        Ok(Self { listener, state, post })
    }

    /// The address it listens on.
    pub fn addr(&self) -> Option<SocketAddr> {
        self.listener.local_addr().ok()
    }

    /// The organisation it serves.
    pub fn store(&self) -> &Store {
        &self.state.store
    }

    /// Answers until `stop` is done, then finishes what is under way, for at most ten seconds.
    pub async fn serve(self, stop: impl Future<Output = ()> + Send + 'static) -> std::io::Result<()> {
        let store = self.state.store.clone();
        let follow = tokio::spawn(async move { store.follow().await });
        let expire = tokio::spawn(end_what_is_due(self.state.clone()));
        let refresh = tokio::spawn(keep_demo_fresh(self.state.clone()));
        let import = tokio::spawn(continue_imports(self.state.store.clone()));
        let cover = tokio::spawn(watch_cover(self.state.store.clone()));
        let programs = tokio::spawn(watch_programs(self.state.store.clone()));
        let jobs = tokio::spawn(run_jobs(self.state.store.clone(), self.post));
        let demand = tokio::spawn(watch_demand(self.state.store.clone()));
        let swaps = tokio::spawn(watch_swaps(self.state.store.clone()));
        let metrics = tokio::spawn(health::keep_metrics());
        let store = self.state.store.clone();
        let (keep, kept) = (tokio::spawn(async move { store.keep_up().await }), self.state.store.clone());
        let hub = self.state.hub.clone();
        let (stopping, stopped) = oneshot::channel::<()>();
        let stop = async move {
            stop.await;
            // Streams never end by themselves.
            hub.close();
            drop(stopping);
        };
        let service = router(self.state).into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(self.listener, service).with_graceful_shutdown(stop);
        let outcome = tokio::select! {
            outcome = async { serving.await } => outcome,
            () = deadline(stopped) => Ok(()),
        };
        for task in [follow, expire, refresh, import, cover, programs, demand, swaps, jobs, metrics, keep] {
            task.abort();
        }
        if let Err(error) = kept.keep().await {
            tracing::warn!(%error, "the organisation could not be kept; the next start takes longer");
        }
        outcome
    }
}

/// Passes some time after the server was told to stop.
async fn deadline(stopped: oneshot::Receiver<()>) {
    drop(stopped.await);
    tokio::time::sleep(LAST_REQUESTS).await;
    tracing::warn!("some requests did not end in time and are broken off");
}

/// Ends what has had its time: requests and drills nobody answered, requests for mentors that go on, breaks of pairs, seats
/// nobody took, and whatever lets nobody in any more.
async fn end_what_is_due(state: AppState) {
    loop {
        if let Err(error) = state.store.give_agreed_hours(&Actor::Console).await {
            tracing::warn!(%error, "meetings that were agreed before could not be made sessions; trying again");
        }
        if let Err(error) = state.store.expire_exchanges(&Actor::Console).await {
            tracing::warn!(%error, "requests could not be ended; trying again");
        }
        if let Err(error) = state.store.expire_confirmations(&Actor::Console).await {
            tracing::warn!(%error, "requests to confirm could not be ended; trying again");
        }
        if let Err(error) = state.store.expire_drills(&Actor::Console).await {
            tracing::warn!(%error, "drills could not be ended; trying again");
        }
        if let Err(error) = state.store.part_with_those_gone(&Actor::Console).await {
            tracing::warn!(%error, "what people who left were in could not be ended; trying again");
        }
        if let Err(error) = state.store.resume_pairs(&Actor::Console).await {
            tracing::warn!(%error, "pairs could not go on after their break; trying again");
        }
        if let Err(error) = state.store.expire_holds(&Actor::Console).await {
            tracing::warn!(%error, "held seats could not be passed on; trying again");
        }
        if let Err(error) = state.store.look_after_mentoring(&Actor::Console).await {
            tracing::warn!(%error, "requests for mentors could not go on; trying again");
        }
        if let Err(error) = state.store.pass_on_late_questions(&Actor::Console).await {
            tracing::warn!(%error, "questions could not be passed on; trying again");
        }
        if let Err(error) = state.store.delete_expired(&Actor::Console).await {
            tracing::warn!(%error, "ended sessions could not be deleted; trying again");
        }
        state.limits.forget_full();
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}

/// Goes on with imports whose process is gone.
async fn continue_imports(store: Store) {
    loop {
        if let Err(error) = store.continue_imports().await {
            tracing::warn!(%error, "imports that stopped could not be continued; trying again");
        }
        tokio::time::sleep(Duration::from_secs(20)).await;
    }
}

/// Fills an empty database with the demo company.
async fn fill_demo(store: &Store) -> store::Result<()> {
    let is_empty = store.read(&Actor::Console, |org| Ok(org.all_people().next().is_none()))?;
    if is_empty && store.organisation().is_none() {
        let company = store::demo::company(store.clock().now());
        store.load_company(&Actor::Console, &company).await?;
    }
    Ok(())
}

async fn keep_demo_fresh(state: AppState) {
    if state.site.is_demo {
        state.store.keep_demo_fresh().await;
    }
}

fn company(config: &Config) -> String {
    if config.demo { store::demo::NAME.to_owned() } else { config.company.clone() }
}

/// Every route behind its layers; the first layer named here is the last one a request passes.
fn router(state: AppState) -> Router {
    let pages = pages::router()
        .merge(import_files::router())
        .merge(people_csv::router())
        .merge(calendar::files())
        .merge(graph_check::router())
        // Pages differ for everybody, so they are compressed as they go, lightly; files carry their compressed forms.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn_with_state(state.clone(), security::limit_calls));
    let live = Router::new().route("/live", get(live::stream));
    pages
        .merge(live)
        .layer(middleware::from_fn_with_state(state.clone(), security::recognise))
        .merge(site::router())
        .merge(mail::router())
        .merge(health::router())
        .merge(calendar::router())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(state.clone(), security::refuse_foreign))
        .layer(middleware::from_fn(security::catch_panics))
        .layer(middleware::from_fn(security::add_headers))
        .layer(middleware::from_fn(health::measure))
        .with_state(state)
}

/// Why the server did not start, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken or not ours.
    #[error("{0} cannot be listened on ({1}). Stop what uses it, or choose another with --addr.")]
    Address(SocketAddr, std::io::Error),
    /// The built site is missing or not whole.
    #[error("{0} holds no built site ({1}). Build it with `cargo xtask build`, or name it with --site.")]
    Site(std::path::PathBuf, String),
    /// Mail cannot be sent as the settings say.
    #[error(transparent)]
    Mail(#[from] NotSetUp),
    /// The database did not open.
    #[error("The database did not open. {0}")]
    Store(#[from] store::Error),
}
