//! Where does what happened when stand? Cards from the top downwards, beside a line with their times.

use super::{Axis, Drawing, Text, boxes};
use crate::picture::layout::Point;
use crate::picture::letters::TIME;
use crate::picture::scene::NodeKind;

const GAP: f64 = 12.0;

/// Places the cards and the line.
pub fn place(drawing: &mut Drawing<'_>) {
    let mut axis = Axis::default();
    let times: Vec<&str> =
        drawing.scene.nodes.iter().map(|node| if let NodeKind::Card(card) = &node.kind { card.time.as_str() } else { "" }).collect();
    axis.x = times.iter().map(|time| TIME.width(time)).fold(0.0, f64::max) + 18.0;
    let mut y: f64 = 0.0;
    let mut width: f64 = 0.0;
    for (at, node) in drawing.scene.nodes.iter().enumerate() {
        let sized = boxes::size(node);
        if at == 0 || times[at] != times[at - 1] {
            y += if at == 0 { 0.0 } else { GAP };
            axis.marks.push((y + 16.0, Text::plain(0.0, y + 20.0, false, TIME, times[at], "ink")));
        }
        let height = sized.height();
        let middle = y + height / 2.0;
        y += height + GAP * 0.6;
        width = width.max(sized.width());
        drawing.boxes.push(sized.at(Point { x: axis.x + 22.0, y: middle }, height));
    }
    axis.bottom = y;
    drawing.size = Point { x: axis.x + 22.0 + width, y };
    drawing.axis = Some(axis).filter(|axis| !axis.marks.is_empty());
}
