//! Series to SVG, PNG and PDF.
