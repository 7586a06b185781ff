//! From which network address a request comes, also behind proxies.

use axum::extract::{ConnectInfo, Request};
use axum::http::{Extensions, HeaderMap, HeaderName};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that `request` comes from, seen past as many proxies of ours as `proxies`. Each writes whom it was asked
/// by at the end of a header; what stands before those entries is whatever the sender liked to write.
pub(super) fn address_of(request: &Request, proxies: u8) -> Option<IpAddr> {
    let behind = usize::from(proxies).checked_sub(1).and_then(|before| forwarded(request.headers()).nth(before));
    behind.or_else(|| peer(request.extensions())).map(measured)
}

fn peer(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip())
}

/// The addresses in the header, last first, up to an entry that is none.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = IpAddr> {
    let lines = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
    let entries: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let parsed = |entry: &str| entry.parse().ok().or_else(|| Some(entry.parse::<SocketAddr>().ok()?.ip()));
    entries.into_iter().rev().map_while(parsed)
}

/// As addresses are counted: whoever has one address of version 6 has a whole network of them.
fn measured(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(forwarded: &str) -> Request {
        let mut request = Request::new(Body::empty());
        let peer: SocketAddr = "10.0.0.9:4000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        request.headers_mut().insert(FORWARDED_FOR, forwarded.parse().unwrap());
        request
    }

    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() {
        let rows = [
            ("203.0.113.7", 0, "10.0.0.9"),
            ("203.0.113.7", 1, "203.0.113.7"),
            ("198.51.100.1, 203.0.113.7", 1, "203.0.113.7"),
            ("198.51.100.1, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"),
            ("203.0.113.7:5000", 1, "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::"),
            ("::ffff:203.0.113.7", 1, "203.0.113.7"),
            // Fewer entries than proxies, or none that is an address: whoever is really there.
            ("203.0.113.7", 2, "10.0.0.9"),
            ("203.0.113.7, unknown", 1, "10.0.0.9"),
        ];
        for (forwarded, proxies, expected) in rows {
            let address = address_of(&request(forwarded), proxies).unwrap();
            assert_eq!(address.to_string(), expected, "{forwarded} behind {proxies}");
        }
    }
}
