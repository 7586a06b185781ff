//! Seats in arcs around the speaker. Counted in words beside it; the picture says the same to the eye.

use domain::sessions::SeatState;
use leptos::prelude::*;
use std::f64::consts::PI;

/// The radius of the first row, and how much further each next one is.
const ROWS: (f64, f64) = (60.0, 36.0);
/// How far seats of a row are from each other.
const APART: f64 = 37.0;
/// No row goes further round than so many degrees.
const ROUND: f64 = 150.0;
/// How large a seat is.
const SEAT: &str = "11";

/// Where a seat is, seen from the speaker.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    x: f64,
    y: f64,
}

/// How many seats stand in each row, and the radius of it.
fn rows(seats: usize) -> Vec<(f64, usize)> {
    let (mut radius, mut left) = (ROWS.0, seats);
    let mut rows = Vec::new();
    while left > 0 {
        let step = APART / radius * 180.0 / PI;
        let holds = (0..left).take_while(|place| step * count(*place) <= ROUND).count().max(1);
        rows.push((radius, holds));
        left -= holds;
        radius += ROWS.1;
    }
    rows
}

/// The seats of one row, from the left to the right.
fn row(radius: f64, seats: usize) -> impl Iterator<Item = Place> {
    let step = APART / radius;
    let first = PI / 2.0 + step * count(seats.saturating_sub(1)) / 2.0;
    (0..seats).map(move |place| {
        let angle = first - step * count(place);
        Place { x: radius * angle.cos(), y: -radius * angle.sin() }
    })
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(0.0, f64::from)
}

/// The picture; nothing for seats that are not counted.
#[component]
pub(super) fn SeatsPicture(
    /// Seat by seat, the front row first.
    seats: Vec<SeatState>,
    /// Who stands in the middle.
    host: String,
    /// What it shows.
    label: String,
) -> impl IntoView {
    if seats.is_empty() {
        return None;
    }
    let rows = rows(seats.len());
    let outer = rows.last().map_or(ROWS.0, |(radius, _)| *radius);
    let width = (2.0 * (outer + 16.0)).max(320.0);
    let (centre, middle) = (width / 2.0, outer + 24.0);
    let places = rows.into_iter().flat_map(|(radius, seats)| row(radius, seats));
    let drawn = places.zip(seats).map(|(place, state)| {
        let (x, y) = (format!("{:.2}", centre + place.x), format!("{:.2}", middle + place.y));
        view! { <circle class="seat" data-state=slug(state) cx=x cy=y r=SEAT /> }
    });
    let stage = format!("M{} {}h76l9 14-9 14h-76l9-14z", centre - 42.0, middle - 6.0);
    let (name_x, name_y) = ((centre + 2.0).to_string(), (middle + 13.0).to_string());
    Some(view! {
        <svg class="seats" viewBox=format!("0 0 {width} {}", middle + 28.0) role="img" aria-label=label>
            {drawn.collect_view()}
            <path class="seat-stage" d=stage />
            <text x=name_x y=name_y>{short(&host)}</text>
        </svg>
    })
}

const fn slug(state: SeatState) -> Option<&'static str> {
    match state {
        SeatState::Taken => None,
        SeatState::Yours => Some("yours"),
        SeatState::Held => Some("held"),
        SeatState::Free => Some("free"),
    }
}

/// The first of the names, as much of it as fits the stage.
fn short(host: &str) -> String {
    const FITS: usize = 9;
    let first = host.split([' ', ',']).next().unwrap_or_default();
    if first.chars().count() <= FITS { first.to_owned() } else { first.chars().take(FITS - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_seats_stand_in_three_rows_around_the_speaker() {
        let twenty: Vec<usize> = rows(20).into_iter().map(|(_, seats)| seats).collect();
        assert_eq!(twenty, [5, 7, 8]);
        assert_eq!(rows(66).iter().map(|(_, seats)| seats).sum::<usize>(), 66);
        assert!(rows(0).is_empty());
        let front: Vec<Place> = row(60.0, 5).collect();
        assert!(front[0].x < 0.0 && (front[2].x.abs() < 1e-9) && front[4].x > 0.0);
        assert!(front.iter().all(|place| place.y < 0.0));
    }

    #[test]
    fn a_long_name_does_not_leave_the_stage() {
        assert_eq!(short("Ottoline and Rosalind"), "Ottoline");
        assert_eq!(short("Wolfgangamadeus"), "Wolfgang…");
    }
}
