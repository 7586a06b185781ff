//! Powers and logarithms of two in whole numbers, so that every machine gets the same ones.

/// One, as [`halved`] counts.
pub(super) const ONE: u64 = 1 << 30;

/// 2^(−steps/1024) in parts of [`ONE`], never more than one part off; 0 from 31 halvings on.
pub(super) fn halved(steps: u64) -> u64 {
    let part = usize::try_from(steps % 1_024).unwrap_or(0);
    let value = (u64::from(COARSE[part / 32]) * u64::from(FINE[part % 32]) + ONE / 2) / ONE;
    value.checked_shr(u32::try_from(steps / 1_024).unwrap_or(u32::MAX)).unwrap_or(0)
}

/// 1024 · log₂ of `value`, rounded down; 0 counts as 1.
pub(super) fn log(value: u64) -> i64 {
    let value = value.max(1);
    let whole = value.ilog2();
    // Between 1 and 2, in parts of ONE.
    let rest = if whole > 30 { value >> (whole - 30) } else { value << (30 - whole) };
    let (mut low, mut high) = (0, 1_024);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if 2 * halved(1_024 - middle) <= rest { low = middle } else { high = middle }
    }
    i64::from(whole) * 1_024 + i64::try_from(low).unwrap_or(0)
}

/// 2^(−i/32) in parts of [`ONE`].
static COARSE: [u32; 32] = [
    1_073_741_824,
    1_050_733_751,
    1_028_218_693,
    1_006_186_087,
    984_625_594,
    963_527_098,
    942_880_699,
    922_676_710,
    902_905_651,
    883_558_244,
    864_625_413,
    846_098_274,
    827_968_132,
    810_226_483,
    792_865_000,
    775_875_538,
    759_250_125,
    742_980_960,
    727_060_411,
    711_481_005,
    696_235_434,
    681_316_545,
    666_717_336,
    652_430_958,
    638_450_708,
    624_770_026,
    611_382_493,
    598_281_827,
    585_461_881,
    572_916_640,
    560_640_218,
    548_626_854,
];

/// 2^(−i/1024) in parts of [`ONE`].
static FINE: [u32; 32] = [
    1_073_741_824,
    1_073_015_252,
    1_072_289_173,
    1_071_563_584,
    1_070_838_486,
    1_070_113_879,
    1_069_389_763,
    1_068_666_136,
    1_067_942_999,
    1_067_220_351,
    1_066_498_193,
    1_065_776_523,
    1_065_055_341,
    1_064_334_647,
    1_063_614_442,
    1_062_894_723,
    1_062_175_491,
    1_061_456_746,
    1_060_738_488,
    1_060_020_715,
    1_059_303_428,
    1_058_586_627,
    1_057_870_310,
    1_057_154_479,
    1_056_439_131,
    1_055_724_268,
    1_055_009_888,
    1_054_295_992,
    1_053_582_579,
    1_052_869_649,
    1_052_157_201,
    1_051_445_235,
];

#[cfg(test)]
#[expect(clippy::as_conversions, reason = "numbers of a test, all small")]
mod tests {
    use super::*;

    #[test]
    fn powers_and_logarithms_are_those_of_floating_point() {
        for steps in 0..40_000 {
            let exact = (-f64::from(steps) / 1024.0).exp2() * ONE as f64;
            assert!((halved(u64::try_from(steps).unwrap()) as f64 - exact).abs() <= 1.5, "{steps}");
        }
        for value in (1..2_000).chain([1 << 20, 123_456_789, ONE, 3 * ONE, 1 << 47, u64::MAX]) {
            let exact = (value as f64).log2() * 1024.0;
            let (found, under) = (log(value) as f64, exact - log(value) as f64);
            assert!((-0.01..1.01).contains(&under), "{value}: {found}, worked out {exact:.2}");
        }
        assert_eq!((halved(0), halved(1_024), log(0)), (ONE, ONE / 2, 0));
    }
}
