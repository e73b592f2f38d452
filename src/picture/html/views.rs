//! Which pictures does a page hold? Those of each article, and of all together.

use crate::diagnostic::Diagnostic;
use crate::graph::{ClaimView, KnowledgeGraph};
use crate::picture::options::{PictureOptions, View};
use crate::picture::scene::{NodeKind, Scene, Told};
use crate::picture::{compose, drawing, svg};
use foldhash::HashMap;

/// A picture in a page.
pub struct Pictured {
    pub view: View,
    /// The place of the article that it is of; `None` for all of them.
    pub article: Option<usize>,
    /// What it shows, in words.
    pub name: String,
    pub svg: String,
}

/// The width that pictures have beside the article.
const ROOM: f64 = 960.0;

/// Up to so many articles have pictures of their own.
const OWN_PICTURES: usize = 12;

/// The pictures of a page, the first the one that is opened. `articles` are the claims of each.
///
/// # Errors
/// An entity to focus on that is not in the graph.
pub fn views(
    graph: &KnowledgeGraph,
    articles: &[Vec<ClaimView<'_>>],
    numbers: &HashMap<String, usize>,
    options: &PictureOptions,
) -> Result<Vec<Pictured>, Diagnostic> {
    let all: Vec<ClaimView<'_>> = articles.concat();
    let mut pictures = Vec::new();
    for view in views_of(&all, options, articles.len() == 1) {
        pictures.push((view, None, scene(graph, &all, view, options)?));
    }
    if articles.len() > 1 && articles.len() <= OWN_PICTURES {
        for (at, claims) in articles.iter().enumerate().filter(|(_, claims)| !claims.is_empty()) {
            let view = if claims.len() <= compose::FEW { View::Claims } else { View::Overview };
            pictures.push((view, Some(at), scene(graph, claims, view, options)?));
            pictures.push((View::Speakers, Some(at), scene(graph, claims, View::Speakers, options)?));
        }
    }
    let draw = |(place, (view, article, mut scene)): (usize, (View, Option<usize>, Scene))| {
        embed(&mut scene, place, numbers);
        let name = scene.subtitle.pop().unwrap_or_default();
        scene.subtitle.clear();
        let svg = svg::embedded(&drawing::draw(&scene, ROOM), &name);
        Pictured { view, article, name, svg }
    };
    Ok(pictures.into_iter().enumerate().map(draw).collect())
}

/// The views of some claims, the one to open first.
fn views_of(claims: &[ClaimView<'_>], options: &PictureOptions, alone: bool) -> Vec<View> {
    let few = claims.len() <= compose::FEW;
    let mut views = vec![if few { View::Claims } else { View::Overview }];
    if alone && !few {
        views.push(View::Claims);
    }
    if !claims.is_empty() {
        views.push(View::Speakers);
    }
    if claims.iter().any(|claim| claim.time().is_some()) {
        views.push(View::Timeline);
    }
    if let Some(wanted) = options.view.or(options.focus.as_ref().map(|_| View::Focus)) {
        views.retain(|view| *view != wanted);
        views.insert(0, wanted);
    }
    views
}

fn scene(graph: &KnowledgeGraph, claims: &[ClaimView<'_>], view: View, options: &PictureOptions) -> Result<Scene, Diagnostic> {
    compose::scene_of(graph, claims, &PictureOptions { view: Some(view), ..options.clone() })
}

/// Makes a scene part of a page: the page has the headline, links lead to the table, ids are the picture's own.
fn embed(scene: &mut Scene, place: usize, numbers: &HashMap<String, usize>) {
    scene.title.clear();
    let own = |id: &str| format!("v{place}/{id}");
    let row = |told: &mut Told| {
        let number = numbers.get(&told.claim.to_string()).copied().unwrap_or_default();
        told.href = format!("#r{number}");
    };
    for node in &mut scene.nodes {
        node.id = own(&node.id);
        node.href = matches!(node.kind, NodeKind::Entity(_)).then(|| "#table".to_owned());
        if let NodeKind::Card(card) = &mut node.kind {
            row(&mut card.told);
            node.href = Some(card.told.href.clone());
        }
    }
    for arrow in &mut scene.arrows {
        arrow.id = own(&arrow.id);
        arrow.told.iter_mut().for_each(row);
    }
}
