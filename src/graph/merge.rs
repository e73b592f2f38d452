//! How do two graphs become one?

use super::KnowledgeGraph;
use super::draft::End;
use super::model::{Edge, EntityRef, Node};
use petgraph::graph::NodeIndex;

impl KnowledgeGraph {
    /// Adds all that another graph has. The union: what both have stands once, whatever the order.
    pub fn merge(&mut self, other: Self) {
        for (id, record) in other.articles {
            self.add_article(id, record);
        }
        self.minted.extend(other.minted);
        self.tells_texts |= other.tells_texts;
        let (nodes, edges) = other.graph.into_nodes_edges();
        let places: Vec<NodeIndex> = nodes.into_iter().map(|node| self.adopt(node.weight)).collect();
        let entity = |old: EntityRef| EntityRef(places[old.0.index()]);
        for edge in edges {
            let (subject, object) = (places[edge.source().index()], places[edge.target().index()]);
            let mut via: Vec<EntityRef> = edge.weight.via.iter().map(|medium| entity(*medium)).collect();
            via.sort_unstable_by(|a, b| self.slug(*a).cmp(self.slug(*b)));
            let weight =
                Edge { source: edge.weight.source.map(entity), place: edge.weight.place.map(entity), via: via.into(), ..edge.weight };
            self.add_edge(subject, object, weight);
        }
    }

    fn adopt(&mut self, node: Node) -> NodeIndex {
        match node {
            Node::Claim(id) => self.node(End::Claim(id)),
            Node::Literal(value) => self.node(End::Literal(value)),
            Node::Entity(theirs) => {
                let entity = self.entity_named(&theirs.slug);
                for (article, appearance) in theirs.appearances {
                    self.add_appearance(entity, article, *appearance);
                }
                entity.0
            }
        }
    }
}
