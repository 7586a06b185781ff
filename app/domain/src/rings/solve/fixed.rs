//! Prices as whole numbers, and the bound that they give whatever they are.

use super::packing::Packing;

/// Prices are in parts of the unit of weight.
pub(super) const FINE: i64 = 1 << 14;
/// The highest price, so that no sum of a column's prices overflows.
const HIGHEST: f64 = 1_125_899_906_842_624.0;

/// What is decided about a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nothing.
    #[default]
    Free,
    /// It is not chosen.
    Out,
    /// It is chosen.
    In,
}

/// A price that steers as a price that counts: the nearest whole number of fine units, none below zero.
pub(super) fn fine(price: f64) -> i64 {
    // Above 2^52 the whole numbers are neighbours, so that adding 1.5 · 2^52 rounds, to even, and leaves the sum in the
    // low bits.
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    let scaled = (price * f64::from(1_u32 << 14)).clamp(0.0, HIGHEST);
    i64::try_from((scaled + SHIFT).to_bits() - SHIFT.to_bits()).unwrap_or(0)
}

/// A number, or nothing where it is below. Not `max`: of nothing and minus nothing each machine takes another, and their
/// bits sort apart.
pub(super) fn above(number: f64) -> f64 {
    if number > 0.0 { number } else { 0.0 }
}

/// A weight as a number that steers. Exact below 2^53.
pub(super) fn steering(weight: i64) -> f64 {
    let (high, low) = (i32::try_from(weight >> 32).unwrap_or(i32::MAX), weight & 0xffff_ffff);
    f64::from(high) * 4_294_967_296.0 + f64::from(u32::try_from(low).unwrap_or(u32::MAX))
}

/// What a column pays above the prices of its limits, in fine units.
pub(super) fn pays(packing: &Packing, prices: &[i64], column: usize) -> i64 {
    let taken: i64 = packing.limits.get(column).iter().map(|limit| prices[*limit]).sum();
    packing.weights[column] * FINE - taken
}

/// No choice of free columns with those held in is worth more, in fine units: weak duality, true for any prices.
pub(super) fn bound(packing: &Packing, prices: &[i64], holds: &[Hold]) -> i128 {
    let limits = packing.capacities.iter().zip(prices).map(|(most, price)| i128::from(*most) * i128::from(*price));
    let columns = holds.iter().enumerate().map(|(column, hold)| match hold {
        Hold::Out => 0,
        Hold::Free => i128::from(pays(packing, prices, column).max(0)),
        Hold::In => i128::from(pays(packing, prices, column)),
    });
    limits.sum::<i128>() + columns.sum::<i128>()
}

/// A bound as a weight: what is left of a unit cannot be reached.
pub(super) fn whole(bound: i128) -> i64 {
    i64::try_from(bound.div_euclid(i128::from(FINE))).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_rounded_to_the_nearest_part() {
        let rows = [(0.0, 0), (-3.0, 0), (1.0, FINE), (0.000_03, 0), (0.000_04, 1), (150.25, 150 * FINE + FINE / 4)];
        for (price, expected) in rows {
            assert_eq!(fine(price), expected, "{price}");
        }
    }

    #[test]
    fn nothing_has_one_sign() {
        for number in [0.0, -0.0, -2.5] {
            assert_eq!(above(number).to_bits(), 0, "{number}");
        }
        assert_eq!(above(2.5).to_bits(), 2.5_f64.to_bits());
    }

    #[test]
    fn a_weight_steers_as_it_is() {
        for weight in [0, 1, 199, (1 << 32) - 1, 1 << 32, (1 << 37) + 12_345] {
            assert_eq!(fine(steering(weight) / f64::from(1_u32 << 14)), weight.min(1 << 50), "{weight}");
        }
    }
}
