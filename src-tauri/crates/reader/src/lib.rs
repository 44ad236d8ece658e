//! Bytes of a file to a Page and its Articles.
