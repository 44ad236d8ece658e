//! Starts the desktop program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// A page is read in many short strings, which this one hands out in less time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    tidemark_desktop::run();
}
