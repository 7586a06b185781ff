//! E1: how far levels are from the truth in a made-up company, by the model and by what it is to be better than, at the
//! same number of questions. The company is an example of `domain`, which stands there with what it takes for granted.

use super::{Figure, Row, Subject};
use crate::cargo;
use crate::fault::{Fault, Outcome};
use crate::say;

pub const ROW: Row = Row {
    id: "E1",
    what: "error of levels below that of the mean of two ratings, and with the questions chosen",
    goal: "≥ 14 % and ≥ 28 %",
    of_server: false,
    measure,
};

/// How much less the model has to err, in parts of 1.
const MODEL: f64 = 0.14;
const PICKER: f64 = 0.28;

/// A line of what the example prints: errors in levels.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    world: String,
    asked: String,
    last: f64,
    mean: f64,
    leniency: f64,
    picker: f64,
}

fn measure(subject: &Subject) -> Outcome<Figure> {
    let example = ["run", "--release", "--quiet", "-p", "domain", "--example", "ratings"];
    let text = cargo::cargo(subject.paths).args(example).text()?;
    say::line(text.trim_end());
    let lines: Vec<Line> = text.lines().filter_map(line).collect();
    let two = lines.iter().find(|line| line.world == "as-modelled" && line.asked == "2");
    let two = two.ok_or_else(|| Fault::new("the example printed no line for two ratings"))?;
    let others = lines.iter().filter(|line| line.world != "as-modelled");
    let least = others.map(|line| below(line.mean, line.leniency)).fold(f64::INFINITY, f64::min);
    let (model, picker) = (below(two.mean, two.leniency), below(two.mean, two.picker));
    let ours = format!(
        "{} and {}; {} below the last rating; at least {} below the mean in wrong worlds",
        percent(model),
        percent(picker),
        percent(below(two.last, two.leniency)),
        percent(least),
    );
    Ok(Figure { ours, reached: model >= MODEL && picker >= PICKER })
}

/// How much less `ours` errs than `theirs`, in parts of 1.
fn below(theirs: f64, ours: f64) -> f64 {
    1.0 - ours / theirs
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// `None` for the heading.
fn line(text: &str) -> Option<Line> {
    let cells: Vec<&str> = text.split_whitespace().collect();
    let [world, asked, last, mean, _model, leniency, picker] = cells.as_slice() else { return None };
    let number = |cell: &str| cell.parse::<f64>().ok();
    Some(Line {
        world: (*world).to_owned(),
        asked: (*asked).to_owned(),
        last: number(last)?,
        mean: number(mean)?,
        leniency: number(leniency)?,
        picker: number(picker)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{below, line, percent};

    #[test]
    fn a_line_of_errors_is_read_and_the_heading_is_not() {
        assert_eq!(line("world asked last mean model leniency picker"), None);
        let read = line("halo  2  1.050  0.900  0.800  0.750  0.600").unwrap();
        assert_eq!((read.world.as_str(), percent(below(read.mean, read.picker))), ("halo", "33 %".to_owned()));
    }
}
