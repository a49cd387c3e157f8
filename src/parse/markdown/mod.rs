//! Markdown to a body.
