//! What a drawing may be made of. All else is left out, or refused where leaving it out would change how the drawing looks, or where its
//! author should know of it.

/// The namespace of SVG.
pub const SVG: &str = "http://www.w3.org/2000/svg";
/// That of links in older drawings.
pub const XLINK: &str = "http://www.w3.org/1999/xlink";
/// That of `xml:space`.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// That of web pages.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// It holds others.
    Group,
    /// It puts something on the paper.
    Shape,
    /// It puts words on the paper.
    Words,
    /// Words that are not drawn.
    About,
    /// A style sheet.
    Style,
    /// A picture of points.
    Image,
    /// What only a drawing program reads.
    Note,
    /// Something that no picture needs, in words.
    Refused(&'static str),
}

/// What becomes of an element of SVG.
pub fn element(name: &str) -> Element {
    match name {
        "svg" | "g" | "defs" | "symbol" | "linearGradient" | "radialGradient" | "stop" | "clipPath" | "mask" | "pattern"
        | "marker" | "filter" => Element::Group,
        "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon" | "use" => Element::Shape,
        "text" | "tspan" | "textPath" => Element::Words,
        "title" | "desc" => Element::About,
        "style" => Element::Style,
        "image" => Element::Image,
        // No browser draws with letters that stand in the drawing itself.
        "metadata" | "font" | "font-face" | "glyph" | "missing-glyph" | "hkern" | "vkern" => Element::Note,
        "script" | "handler" | "listener" => Element::Refused("a program"),
        "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" | "mpath" | "discard" => {
            Element::Refused("something that moves")
        }
        "foreignObject" | "iframe" | "embed" | "object" | "audio" | "video" | "canvas" => {
            Element::Refused("a piece of a web page")
        }
        "a" => Element::Refused("a link"),
        _ if FILTER_STEPS.contains(&name) => Element::Group,
        _ => Element::Refused("something unknown"),
    }
}

/// The steps of a filter, but for the one that brings in a picture.
const FILTER_STEPS: [&str; 24] = [
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
];

/// The elements whose link to another part of the drawing draws that part, or takes from it.
pub const LINKING: [&str; 6] = ["use", "linearGradient", "radialGradient", "pattern", "filter", "textPath"];

/// Attributes that hold numbers and words of the standard, and so nothing but letters, figures and a few signs.
pub const MEASURES: [&str; 94] = [
    "amplitude",
    "azimuth",
    "baseFrequency",
    "bias",
    "clipPathUnits",
    "cx",
    "cy",
    "d",
    "diffuseConstant",
    "divisor",
    "dx",
    "dy",
    "edgeMode",
    "elevation",
    "exponent",
    "filterUnits",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "in",
    "in2",
    "intercept",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "lengthAdjust",
    "limitingConeAngle",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "method",
    "mode",
    "numOctaves",
    "offset",
    "operator",
    "order",
    "orient",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "points",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "result",
    "rotate",
    "rx",
    "ry",
    "scale",
    "seed",
    "side",
    "slope",
    "spacing",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "surfaceScale",
    "tableValues",
    "targetX",
    "targetY",
    "textLength",
    "transform",
    "type",
    "values",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xChannelSelector",
    "y",
    "y1",
    "y2",
    "yChannelSelector",
    "z",
];

/// Properties of style, as attributes or in a style sheet.
pub const PROPERTIES: [&str; 68] = [
    "alignment-baseline",
    "baseline-shift",
    "clip-path",
    "clip-rule",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "color-rendering",
    "direction",
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "font",
    "font-family",
    "font-kerning",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "image-rendering",
    "isolation",
    "kerning",
    "letter-spacing",
    "lighting-color",
    "line-height",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-type",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-align",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "text-transform",
    "transform",
    "transform-box",
    "transform-origin",
    "unicode-bidi",
    "vector-effect",
    "visibility",
    "white-space",
    "word-spacing",
    "writing-mode",
    "glyph-orientation-vertical",
];

/// What a property's value may call: colours, moves and turns, and what softens an edge. `url` is looked at by itself.
pub const FUNCTIONS: [&str; 27] = [
    "blur",
    "color",
    "color-mix",
    "drop-shadow",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "matrix",
    "matrix3d",
    "oklab",
    "oklch",
    "rgb",
    "rgba",
    "rotate",
    "scale",
    "scalex",
    "scaley",
    "skew",
    "skewx",
    "skewy",
    "translate",
    "translatex",
    "translatey",
    "calc",
    "opacity",
];
