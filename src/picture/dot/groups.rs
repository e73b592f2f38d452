//! What does Graphviz have to know of what belongs together? In a view of speakers who speaks, the media and what is said stand in ranks;
//! in a timeline what was at the same time stands in a cluster, one beneath the other.

use super::write::{Attr, Dot, Run};
use crate::picture::letters::TIME;
use crate::picture::options::View;
use crate::picture::scene::{NodeKind, Scene};
use crate::picture::style::colour;
use std::io::{self, Write};

/// Writes the groups of a scene.
pub fn write<W: Write>(scene: &Scene, dark: bool, dot: &mut Dot<W>) -> io::Result<()> {
    match scene.view {
        View::Speakers => ranks(scene, dot),
        View::Timeline => times(scene, dark, dot),
        _ => Ok(()),
    }
}

fn ranks<W: Write>(scene: &Scene, dot: &mut Dot<W>) -> io::Result<()> {
    let of = |wanted: usize| {
        let rank = |id: &str, kind: &NodeKind| match kind {
            NodeKind::Card(_) => 2,
            _ if id.contains("/via/") => 1,
            _ => 0,
        };
        let nodes = scene.nodes.iter().filter(move |node| rank(&node.id, &node.kind) == wanted);
        nodes.map(|node| node.id.as_str()).collect::<Vec<_>>()
    };
    for (name, rank, ids) in [("speakers", "source", of(0)), ("said", "sink", of(2))] {
        if !ids.is_empty() {
            dot.group(name, &[Attr::Plain("rank", rank)], &ids)?;
        }
    }
    // Media one behind the other stand in no common rank.
    let media = of(1);
    let chained = media.iter().any(|id| id.matches("/via/").count() > 1);
    if media.is_empty() || chained { Ok(()) } else { dot.group("media", &[Attr::Plain("rank", "same")], &media) }
}

fn times<W: Write>(scene: &Scene, dark: bool, dot: &mut Dot<W>) -> io::Result<()> {
    let time = |at: usize| if let NodeKind::Card(card) = &scene.nodes[at].kind { card.time.as_str() } else { "" };
    let places: Vec<usize> = (0..scene.nodes.len()).collect();
    for (number, places) in places.chunk_by(|a, b| time(*a) == time(*b)).enumerate() {
        let ids: Vec<&str> = places.iter().map(|at| scene.nodes[*at].id.as_str()).collect();
        let run = Run { text: time(places[0]).to_owned(), bold: TIME.bold, size: TIME.size, colour: colour("ink", dark) };
        let attrs = [
            Attr::Lines(vec![vec![run]], true),
            Attr::Plain("labeljust", "l"),
            Attr::Plain("style", "rounded"),
            Attr::Plain("color", colour("rule", dark)),
        ];
        dot.group(&format!("cluster_{number}"), &attrs, &ids)?;
    }
    for pair in scene.nodes.windows(2) {
        if let [above, below] = pair {
            dot.edge(&above.id, &below.id, &[Attr::Plain("style", "invis")])?;
        }
    }
    Ok(())
}
