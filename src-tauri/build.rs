//! Gives Tauri the window's permissions, which stand beside this file.

fn main() {
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("cannot prepare the desktop program from tauri.conf.json: {error:#}");
    }
}
