//! Which boxes and arrows tell a graph? One scene for each view.

mod cards;
mod choose;
mod focus;
mod graph;
mod head;
mod salience;

pub use head::medium;

use super::options::{PictureOptions, View};
use super::scene::Scene;
use super::wording::Teller;
use crate::diagnostic::Diagnostic;
use crate::graph::{ClaimView, KnowledgeGraph};
use crate::vocab::Lang;
use salience::Salience;

/// Up to how many claims each has an arrow of its own, unless the user wishes otherwise.
pub const FEW: usize = 14;

/// Chooses what a picture shows and tells it.
///
/// # Errors
/// An entity to focus on that is not in the graph.
pub fn scene(graph: &KnowledgeGraph, options: &PictureOptions) -> Result<Scene, Diagnostic> {
    scene_of(graph, &graph.claims(), options)
}

/// The same of some of the claims, which are in the order of the text.
///
/// # Errors
/// An entity to focus on that is not in the graph.
pub fn scene_of(graph: &KnowledgeGraph, claims: &[ClaimView<'_>], options: &PictureOptions) -> Result<Scene, Diagnostic> {
    let view = match (options.view, &options.focus) {
        (Some(view), _) => view,
        (None, Some(_)) => View::Focus,
        (None, None) if claims.len() <= FEW => View::Claims,
        _ => View::Overview,
    };
    let teller = Teller::new(graph, options);
    let salience = Salience::of(graph, claims);
    let mut scene = Scene { lang: options.lang, view, title: head::title(&teller, &salience), ..empty(options.lang) };
    let focus = if view == View::Focus { Some(focus::find(graph, options.focus.as_deref().unwrap_or_default())?) } else { None };
    scene.subtitle = head::subtitle(&teller, view, focus);
    match (view, focus) {
        (View::Speakers, _) => cards::speakers(&teller, claims, &salience, options.limit, &mut scene),
        (View::Timeline, _) => cards::timeline(&teller, claims, &salience, options.limit.unwrap_or(40), &mut scene),
        (_, Some(entity)) => {
            let near = focus::around(graph, claims, entity, options.hops);
            let chosen = choose::choose(
                &teller,
                claims,
                &near,
                &salience,
                choose::Limits::bundled(options.limit.unwrap_or(25), graph.articles().len()),
            );
            graph::tell(&teller, claims, &chosen, &salience, &mut scene);
        }
        _ => {
            let limits = match view {
                View::Overview => choose::Limits::bundled(options.limit.unwrap_or(25), graph.articles().len()),
                _ => choose::Limits::single(options.limit.unwrap_or(120)),
            };
            let all: Vec<usize> = (0..claims.len()).collect();
            let chosen = choose::choose(&teller, claims, &all, &salience, limits);
            graph::tell(&teller, claims, &chosen, &salience, &mut scene);
        }
    }
    Ok(scene)
}

const fn empty(lang: Lang) -> Scene {
    Scene {
        lang,
        view: View::Overview,
        title: String::new(),
        subtitle: Vec::new(),
        nodes: Vec::new(),
        arrows: Vec::new(),
        links: Vec::new(),
        notes: Vec::new(),
    }
}
