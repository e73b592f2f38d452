//! Which path has a line, a head, a box?

use super::xml::number;
use crate::picture::drawing::Rect;
use crate::picture::layout::{Point, Route};

/// A way as a path that ends a little before its end, where the head is.
pub fn route(route: &Route, short: f64) -> String {
    let mut at = route.start;
    let mut path = format!("M{} {}", number(at.x), number(at.y));
    let last = route.curves.len().saturating_sub(1);
    for (place, [one, two, end]) in route.curves.iter().enumerate() {
        let mut end = *end;
        let mut two = *two;
        if place == last {
            let back = if end.x >= two.x { -short } else { short };
            end.x += back;
            two.x += back;
        }
        let level = (one.y - at.y).abs() < 0.05 && (end.y - at.y).abs() < 0.05;
        path.push_str(&if level {
            format!("H{}", number(end.x))
        } else {
            let [a, b, c, d, e, f] = [one.x, one.y, two.x, two.y, end.x, end.y].map(number);
            format!("C{a} {b} {c} {d} {e} {f}")
        });
        at = end;
    }
    path
}

/// The point so far before the end of a way, which is level there.
pub fn before_end(route: &Route, short: f64) -> Point {
    let end = route.end();
    let before = route.curves.last().map_or(route.start, |curve| curve[1]);
    Point { x: if end.x >= before.x { end.x - short } else { end.x + short }, ..end }
}

/// The head of an arrow: a triangle, or a bar for what is denied.
pub fn head(route: &Route, denied: bool) -> String {
    let end = route.end();
    let before = route.curves.last().map_or(route.start, |curve| curve[1]);
    let forward = if end.x >= before.x { 1.0 } else { -1.0 };
    let at = |x: f64, y: f64| format!("{} {}", number(end.x - forward * x), number(end.y + y));
    if denied {
        return format!("M{}L{}L{}L{}Z", at(6.0, -6.5), at(3.0, -6.5), at(3.0, 6.5), at(6.0, 6.5));
    }
    format!("M{}L{}L{}Z", at(1.0, 0.0), at(10.0, -4.5), at(10.0, 4.5))
}

/// The outline of a box by the name of its shape, and lines within it.
pub fn shape(name: &str, rect: Rect) -> (String, String) {
    let Rect { x, y, w, h } = rect;
    let (right, bottom, middle) = (x + w, y + h, y + h / 2.0);
    let points = |points: &[(f64, f64)]| {
        let all: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
        format!("M{}Z", all.join("L"))
    };
    let lines = |lines: &[[Point; 2]]| {
        let all: Vec<String> =
            lines.iter().map(|[a, b]| format!("M{} {}L{} {}", number(a.x), number(a.y), number(b.x), number(b.y))).collect();
        all.concat()
    };
    let p = |x, y| Point { x, y };
    match name {
        "square" => (rounded(rect, 1.5), String::new()),
        "round" => (rounded(rect, 9.0), String::new()),
        "pill" | "dashed" => (rounded(rect, (h / 2.0).min(17.0)), String::new()),
        "bars" => (rounded(rect, 2.0), lines(&[[p(x + 5.0, y), p(x + 5.0, bottom)], [p(right - 5.0, y), p(right - 5.0, bottom)]])),
        "tab" => (rounded(rect, 2.0), lines(&[[p(x, y + 4.5), p(right, y + 4.5)]])),
        "house" => (points(&[(x, y + 7.0), (x + 9.0, y), (right - 9.0, y), (right, y + 7.0), (right, bottom), (x, bottom)]), String::new()),
        "octagon" => {
            let c = 7.0;
            let all = [
                (x + c, y),
                (right - c, y),
                (right, y + c),
                (right, bottom - c),
                (right - c, bottom),
                (x + c, bottom),
                (x, bottom - c),
                (x, y + c),
            ];
            (points(&all), String::new())
        }
        "hexagon" => {
            let c = 8.0;
            (points(&[(x, middle), (x + c, y), (right - c, y), (right, middle), (right - c, bottom), (x + c, bottom)]), String::new())
        }
        "note" => {
            let c = 9.0;
            let fold = lines(&[[p(right - c, y), p(right - c, y + c)], [p(right - c, y + c), p(right, y + c)]]);
            (points(&[(x, y), (right - c, y), (right, y + c), (right, bottom), (x, bottom)]), fold)
        }
        "box" => (rounded(rect, 1.5), lines(&[[p(x, bottom - 4.5), p(right, bottom - 4.5)]])),
        _ => (rounded(rect, 5.0), String::new()),
    }
}

/// A rectangle with round corners.
pub fn rounded(rect: Rect, radius: f64) -> String {
    let Rect { x, y, w, h } = rect;
    let r = radius.min(w / 2.0).min(h / 2.0);
    let [rr, across, along] = [r, w - 2.0 * r, h - 2.0 * r].map(number);
    let turn = |x: &str, y: &str| format!("a{rr} {rr} 0 0 1 {x} {y}");
    let minus = number(-r);
    format!(
        "M{} {}h{across}{}v{along}{}h{}{}v{}{}Z",
        number(x + r),
        number(y),
        turn(&rr, &rr),
        turn(&minus, &rr),
        number(2.0 * r - w),
        turn(&minus, &minus),
        number(2.0 * r - h),
        turn(&rr, &minus)
    )
}
