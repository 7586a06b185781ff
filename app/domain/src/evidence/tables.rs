//! The chances of the model as whole numbers: 1024 · log₂ P, rounded.
//!
//! Nobody needs to trust them; a test works each one out again from these formulas, in floating point.
//!
//! - A **word** r of somebody who rates b above others, about somebody at level L:
//!   `.96 · [Φ((r + ½ − L − b)/σ) − Φ((r − ½ − L − b)/σ)] + .04/5`, with no lower end for r = 0 and no upper for r = 4.
//!   The .04 is for slips: a word far from all others is then taken for one, and moves little. It depends on the tenths
//!   between the word and L + b alone, so each σ has two rows: `middle` by |r − L − b| for r 1 to 3, and `end` for 0 and
//!   4 by how far L + b lies beyond the boundary, from −5.0 to 2.0.
//! - A **proof** at level k: `P(passed) = floor + rise · logistic(2.2 · (L − k + ½))`, by L − k from −4 to 4.

/// Words around a level.
pub(super) struct Spread {
    /// By tenths between the word and what they would say on average.
    pub middle: [i32; 46],
    /// By tenths beyond the boundary of an end of the scale, from 50 before it.
    pub end: [i32; 71],
}

/// What can be passed or failed.
pub(super) struct Proof {
    /// By the level less the one that it is about, from −4.
    pub passed: [i32; 9],
    /// The same for failing.
    pub failed: [i32; 9],
}

/// σ = 0.3: what an import says.
pub(super) static SURE: Spread = Spread {
    middle: [
        -195, -225, -318, -481, -725, -1061, -1499, -2046, -2705, -3469, -4315, -5188, -5983, -6574, -6911, -7059,
        -7111, -7127, -7132, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
    ],
    end: [
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
        -7133, -7133, -7133, -7133, -7133, -7132, -7127, -7111, -7059, -6911, -6574, -5983, -5188, -4315, -3469, -2704,
        -2046, -1498, -1060, -722, -474, -301, -188, -120, -82, -62, -54, -50, -49, -48, -48, -48, -48, -48, -48, -48,
        -48, -48, -48,
    ],
};

/// σ = 0.55: somebody whose words agree with others' more than usual.
pub(super) static STEADY: Spread = Spread {
    middle: [
        -708, -726, -781, -872, -999, -1164, -1365, -1603, -1879, -2191, -2539, -2921, -3336, -3779, -4243, -4719,
        -5191, -5642, -6048, -6390, -6654, -6842, -6966, -7041, -7085, -7109, -7121, -7127, -7130, -7132, -7132, -7133,
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
    ],
    end: [
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133,
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7132, -7132, -7130, -7127, -7121, -7109, -7085,
        -7041, -6966, -6842, -6654, -6389, -6047, -5640, -5188, -4714, -4236, -3769, -3323, -2903, -2514, -2157, -1834,
        -1544, -1286, -1060, -864, -696, -555, -437, -341, -265, -205, -159, -125, -100, -82, -70, -61, -56, -53, -51,
        -50, -49, -48, -48,
    ],
};

/// σ = 0.85: what colleagues and managers say.
pub(super) static USUAL: Spread = Spread {
    middle: [
        -1234, -1242, -1269, -1314, -1376, -1457, -1555, -1670, -1803, -1954, -2122, -2307, -2508, -2726, -2960, -3208,
        -3471, -3746, -4032, -4326, -4625, -4926, -5224, -5513, -5788, -6042, -6270, -6468, -6633, -6767, -6871, -6950,
        -7007, -7049, -7077, -7097, -7110, -7118, -7124, -7127, -7130, -7131, -7132, -7132, -7133, -7133,
    ],
    end: [
        -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7133, -7132, -7132, -7131, -7130,
        -7127, -7124, -7118, -7110, -7096, -7077, -7048, -7006, -6948, -6868, -6763, -6627, -6458, -6257, -6025, -5765,
        -5484, -5188, -4883, -4573, -4264, -3959, -3662, -3374, -3097, -2832, -2580, -2342, -2117, -1907, -1710, -1528,
        -1358, -1203, -1060, -930, -812, -705, -610, -525, -450, -384, -327, -277, -235, -199, -169, -143, -123, -106,
        -93, -82, -73, -67, -62,
    ],
};

/// σ = 1.25: somebody whose words agree with others' less than usual.
pub(super) static SCATTERED: Spread = Spread {
    middle: [
        -1747, -1752, -1765, -1787, -1817, -1856, -1904, -1961, -2026, -2100, -2182, -2273, -2372, -2479, -2595, -2719,
        -2850, -2990, -3137, -3291, -3452, -3620, -3794, -3974, -4158, -4347, -4539, -4733, -4928, -5122, -5315, -5504,
        -5687, -5862, -6029, -6184, -6327, -6456, -6571, -6672, -6760, -6834, -6895, -6946, -6988, -7021,
    ],
    end: [
        -7127, -7125, -7122, -7118, -7112, -7105, -7095, -7082, -7065, -7044, -7016, -6981, -6937, -6883, -6817, -6738,
        -6645, -6536, -6413, -6274, -6121, -5954, -5776, -5588, -5391, -5188, -4981, -4771, -4561, -4350, -4141, -3935,
        -3732, -3534, -3340, -3151, -2968, -2791, -2620, -2455, -2296, -2144, -1998, -1858, -1726, -1599, -1479, -1365,
        -1257, -1156, -1060, -970, -886, -807, -734, -666, -603, -544, -491, -442, -396, -355, -318, -285, -254, -227,
        -203, -181, -162, -145, -131,
    ],
};

/// σ = 1.7: what people say of themselves.
pub(super) static OWN: Spread = Spread {
    middle: [
        -2171, -2173, -2180, -2192, -2209, -2231, -2257, -2288, -2324, -2364, -2410, -2460, -2514, -2574, -2637, -2706,
        -2779, -2857, -2939, -3025, -3116, -3210, -3309, -3413, -3520, -3630, -3745, -3863, -3984, -4108, -4234, -4364,
        -4495, -4628, -4763, -4898, -5034, -5169, -5304, -5437, -5568, -5697, -5822, -5942, -6058, -6168,
    ],
    end: [
        -6868, -6819, -6763, -6699, -6627, -6547, -6458, -6362, -6257, -6144, -6025, -5898, -5765, -5627, -5484, -5338,
        -5188, -5036, -4883, -4728, -4573, -4418, -4264, -4111, -3959, -3810, -3662, -3517, -3374, -3234, -3097, -2963,
        -2832, -2704, -2580, -2459, -2342, -2228, -2117, -2010, -1907, -1807, -1710, -1617, -1528, -1441, -1358, -1279,
        -1203, -1130, -1060, -993, -930, -869, -812, -757, -705, -656, -610, -566, -525, -486, -450, -416, -384, -354,
        -327, -301, -277, -255, -235,
    ],
};

/// floor 0.05, rise 0.90: standing in for somebody.
pub(super) static DRILL: Proof = Proof {
    passed: [-4414, -4321, -3695, -1908, -475, -126, -81, -76, -76],
    failed: [-76, -81, -126, -475, -1908, -3695, -4321, -4414, -4424],
};

/// floor 0.20, rise 0.65: having taught it.
pub(super) static TAUGHT: Proof = Proof {
    passed: [-2375, -2358, -2216, -1500, -553, -281, -245, -241, -240],
    failed: [-330, -335, -373, -665, -1719, -2591, -2777, -2800, -2802],
};

/// floor 0.15, rise 0.80: a certificate.
pub(super) static CREDENTIAL: Proof = Proof {
    passed: [-2799, -2771, -2546, -1552, -425, -121, -81, -76, -76],
    failed: [-241, -246, -290, -636, -2049, -3760, -4332, -4415, -4424],
};

/// floor 0.20, rise 0.70: a role in a project, and a session as the learner.
pub(super) static PROJECT: Proof = Proof {
    passed: [-2375, -2357, -2204, -1450, -475, -197, -160, -156, -156],
    failed: [-330, -335, -376, -694, -1908, -3073, -3360, -3397, -3401],
};

/// What is known of anybody in any skill: .30 .25 .20 .17 .08, until an organisation's own levels say otherwise.
pub(super) const PRIOR: [i32; 5] = [-1779, -2048, -2378, -2618, -3731];

/// A rater's leniency before anything is heard: normal around 0 with σ 0.5, by tenths from 0 to 1.5, as 1024 · log₂ of
/// its density over that at 0.
pub(super) const LENIENCY: [i32; 16] =
    [0, -30, -118, -266, -473, -739, -1064, -1448, -1891, -2393, -2955, -3575, -4255, -4993, -5791, -6648];

#[cfg(test)]
#[expect(clippy::as_conversions, reason = "numbers of a test, all small")]
mod tests {
    use super::*;

    /// The area under the normal curve left of `x`, by Simpson's rule.
    fn phi(x: f64) -> f64 {
        let (steps, width) = (2_000, x.abs() / 2_000.0);
        let height = |i: i32| (-(f64::from(i) * width).powi(2) / 2.0).exp();
        let inner: f64 = (1..steps).map(|i| height(i) * if i % 2 == 1 { 4.0 } else { 2.0 }).sum();
        let half = (height(0) + inner + height(steps)) * width / 3.0 / std::f64::consts::TAU.sqrt();
        if x < 0.0 { 0.5 - half } else { 0.5 + half }
    }

    fn agree<'a>(name: &str, table: impl IntoIterator<Item = &'a i32>, chance: impl Fn(f64) -> f64) {
        for (place, entry) in table.into_iter().enumerate() {
            let exact = chance(place as f64).log2() * 1024.0;
            assert!((f64::from(*entry) - exact).abs() <= 0.51, "{name} at {place}: {entry}, worked out {exact:.2}");
        }
    }

    #[test]
    fn the_chances_are_what_the_formulas_give() {
        let words = [(&SURE, 0.3), (&STEADY, 0.55), (&USUAL, 0.85), (&SCATTERED, 1.25), (&OWN, 1.7)];
        for (spread, sigma) in words {
            let near = |x: f64| phi((x / 10.0 + 0.5) / sigma) - phi((x / 10.0 - 0.5) / sigma);
            agree("middle", &spread.middle, |x| 0.96 * near(x) + 0.008);
            agree("end", &spread.end, |y| 0.96 * phi((y - 50.0) / 10.0 / sigma) + 0.008);
        }
        let proofs = [(&DRILL, 0.05, 0.9), (&TAUGHT, 0.2, 0.65), (&CREDENTIAL, 0.15, 0.8), (&PROJECT, 0.2, 0.7)];
        for (proof, floor, rise) in proofs {
            let pass = |place: f64| floor + rise / (1.0 + (-2.2 * (place - 3.5)).exp());
            agree("passed", &proof.passed, pass);
            agree("failed", &proof.failed, |place| 1.0 - pass(place));
        }
        agree("prior", &PRIOR, |level| [0.30, 0.25, 0.20, 0.17, 0.08][level as usize]);
        agree("leniency", &LENIENCY, |tenths| (-(tenths / 10.0).powi(2) / 0.5).exp());
    }
}
