//! What must be on the machine: Debian's packages, Node, the UI's packages. Says what it installs, installs only that.

use crate::shell::{self, Outcome};

/// Needed to build and start the program.
pub const TO_BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libssl-dev"];

/// Needed besides to test it in a real window.
pub const TO_TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "xdotool",
    "dbus",
    "poppler-utils",
    "imagemagick",
    "python3",
    "python3-gi",
    "gir1.2-gtk-3.0",
    "desktop-file-utils",
];

const OLDEST_NODE: (u32, u32) = (20, 20);

/// Installs those of `packages` that are missing.
///
/// # Errors
/// Where the machine has no apt-get, or it fails: the sentence names the packages to install by hand.
pub fn packages(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    shell::say(&format!("installing Debian packages: {}", missing.join(" ")));
    let by_hand = |why: String| format!("{why}; install these packages by hand and start again: {}", missing.join(" "));
    shell::run(&["apt-get", "update", "-qq"]).map_err(by_hand)?;
    let mut line = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq"];
    line.push("--no-install-recommends");
    line.extend(&missing);
    shell::run(&line).map_err(by_hand)
}

fn installed(name: &str) -> bool {
    shell::output(&["dpkg-query", "-W", "-f", "${Status}", name]).is_ok_and(|status| status == "install ok installed")
}

/// Node at its oldest version or newer, and the UI's packages as locked; `node_modules` is kept while the lock stands.
///
/// # Errors
/// Where Node is missing or older than 20.20, or npm fails.
pub fn ui_packages() -> Outcome {
    let version = shell::output(&["node", "--version"]).map_err(|e| format!("{e}; install Node 20.20 or newer"))?;
    if !recent_enough(&version) {
        return Err(format!("Node is {version}; install Node 20.20 or newer"));
    }
    let ui = shell::root().join("ui");
    let locked = std::fs::read(ui.join("package-lock.json")).map_err(|e| format!("ui/package-lock.json: {e}"))?;
    let seal = ui.join("node_modules/.locked");
    if std::fs::read(&seal).is_ok_and(|had| had == locked) {
        return Ok(());
    }
    shell::say("installing the UI's npm packages into ui/node_modules");
    shell::run_in("ui", &["npm", "ci", "--no-audit", "--no-fund"])?;
    std::fs::write(&seal, locked).map_err(|e| format!("{}: {e}", seal.display()))
}

fn recent_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST_NODE
}

/// Builds the UI into `ui/dist`, which the program embeds.
///
/// # Errors
/// Where a package is missing or Vite fails.
pub fn build_ui() -> Outcome {
    ui_packages()?;
    shell::run_in("ui", &["npm", "run", "--silent", "build"])
}

#[cfg(test)]
mod tests {
    use super::recent_enough;

    #[test]
    fn node_20_20_and_newer_is_recent_enough() {
        assert!(recent_enough("v20.20.0") && recent_enough("v22.1.0"));
        assert!(!recent_enough("v20.19.5") && !recent_enough("v18.20.4") && !recent_enough(""));
    }
}
