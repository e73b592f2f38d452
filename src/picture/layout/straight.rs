//! Which arrows that pass columns can run level all the way? Those whose neighbours leave them room for it.

use super::coordinate::{Heights, apart};
use super::layers::Layers;

/// What one arrow gains may let another gain, too.
const ROUNDS: usize = 3;

/// Lets each arc pass all its columns at one height, if it can at that of one of its ends.
pub fn straighten(layers: &Layers, heights: &mut Heights) {
    let places = layers.places();
    for _ in 0..ROUNDS {
        passing(layers, heights, &places);
        labels(layers, heights, &places);
    }
}

/// Lets arcs pass their columns.
fn passing(layers: &Layers, heights: &mut Heights, places: &[usize]) {
    for way in &layers.ways {
        let inner: Vec<usize> = way.iter().skip(1).map(|step| layers.steps[*step].from).collect();
        let (Some(first), Some(last)) = (way.first(), way.last()) else { continue };
        let rooms = inner.iter().map(|slot| room(layers, heights, places, *slot));
        let [low, high] = rooms.fold([f64::NEG_INFINITY, f64::INFINITY], |all, one| [all[0].max(one[0]), all[1].min(one[1])]);
        if inner.is_empty() || low > high {
            continue;
        }
        let start = heights.slots[layers.steps[*first].from] + heights.ports.begins[*first];
        let end = heights.slots[layers.steps[*last].to] + heights.ports.ends[*last];
        let now = inner.iter().map(|slot| heights.slots[*slot]).fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], y| [a.min(y), b.max(y)]);
        let now = f64::midpoint(now[0], now[1]);
        // The end that is nearer to where the arc runs now, of those that leave it its room.
        let ends = if (start - now).abs() < (end - now).abs() { [start, end] } else { [end, start] };
        let height = ends.into_iter().find(|y| (low..=high).contains(y)).unwrap_or_else(|| now.clamp(low, high));
        for slot in inner {
            heights.slots[slot] = height;
        }
    }
}

/// Puts labels at the height of what their own line comes from or leads to.
fn labels(layers: &Layers, heights: &mut Heights, places: &[usize]) {
    for (slot, _) in layers.slots.iter().enumerate().filter(|(_, slot)| slot.shape.point && !slot.passing) {
        let own = |right: bool| move |step: &&usize| layers.steps[**step].own[usize::from(!right)];
        let from =
            layers.left[slot].iter().find(own(false)).map(|step| heights.slots[layers.steps[*step].from] + heights.ports.begins[*step]);
        let to = layers.right[slot].iter().find(own(true)).map(|step| heights.slots[layers.steps[*step].to] + heights.ports.ends[*step]);
        let [low, high] = room(layers, heights, places, slot);
        let far = |y: &f64| (y - heights.slots[slot]).abs();
        let ends = [from, to].into_iter().flatten().filter(|y| (low..=high).contains(y));
        if let Some(height) = ends.min_by(|a, b| far(a).total_cmp(&far(b))) {
            heights.slots[slot] = height;
        }
    }
}

/// How high and how low a slot can stand between its neighbours.
fn room(layers: &Layers, heights: &Heights, places: &[usize], slot: usize) -> [f64; 2] {
    let column = &layers.columns[layers.slots[slot].layer];
    let place = places[slot];
    let above = place.checked_sub(1).and_then(|at| column.get(at));
    let below = column.get(place + 1);
    [
        above.map_or(f64::NEG_INFINITY, |above| heights.slots[*above] + apart(layers, *above, slot)),
        below.map_or(f64::INFINITY, |below| heights.slots[*below] - apart(layers, slot, *below)),
    ]
}
