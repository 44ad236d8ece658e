//! Arithmetic between observations.
