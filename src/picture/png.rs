//! How is a drawing painted? `resvg` paints our SVG with our font, so that every machine makes the same pixels.

use super::drawing::Drawing;
use super::options::Theme;
use super::svg;
use super::text::FACES;
use resvg::{tiny_skia, usvg};
use std::io::{self, Write};
use std::sync::Arc;

/// The most pixels of a picture: 400 megabytes of memory.
const PIXELS: f32 = 1e8;

/// Paints a drawing, `scale` pixels for one of its own.
///
/// # Errors
/// Those of `out`; a picture of too many pixels is painted smaller, never refused.
pub fn write(drawing: &Drawing<'_>, theme: Theme, scale: f32, articles: &[String], out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    let theme = if theme == Theme::Dark { theme } else { Theme::Light };
    svg::write(drawing, theme, articles, &mut text)?;
    let mut fonts = usvg::fontdb::Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("DejaVu Sans Condensed");
    let options = usvg::Options { fontdb: Arc::new(fonts), font_family: "DejaVu Sans Condensed".into(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_data(&text, &options).map_err(io::Error::other)?;
    let size = tree.size();
    let fits = (PIXELS / (size.width() * size.height())).sqrt();
    let scale = scale.clamp(0.1, 10.0).min(fits);
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the limits above hold it in range")]
    let pixels = |length: f32| ((length * scale).ceil() as u32).max(1);
    let mut map =
        tiny_skia::Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or_else(|| io::Error::other("the picture is too large"))?;
    resvg::render(&tree, transform, &mut map.as_mut());
    out.write_all(&map.encode_png().map_err(io::Error::other)?)
}
