import fs from "node:fs";
import path from "node:path";

/** @typedef {import("./paths.mjs").PlatformPaths} PlatformPaths */

/**
 * Puts the stand-ins where the engine keeps its plugins, each in the version that the program's SDK asks for. From PATH it
 * would take them too, but with a warning for each, every time.
 *
 * Only the home of stand-in runs has them, so that no run on a real account can find one.
 * @param {PlatformPaths} at
 */
export function installStandIns(at) {
    for (const name of fs.existsSync(at.plugins) ? fs.readdirSync(at.plugins) : []) {
        const provider = name.replace(/^pulumi-resource-/, "");
        const version = sdkVersion(at, provider);
        if (version === undefined) continue;
        const folder = path.join(at.pulumiHome, "plugins", `resource-${provider}-v${version}`);
        const script = `#!/bin/sh\nexec ${quoted(path.join(at.plugins, name))} "$@"\n`;
        if (contentOf(path.join(folder, name)) !== script) replace(folder, name, script);
    }
}

/**
 * @param {PlatformPaths} at
 * @param {string} provider
 */
function sdkVersion(at, provider) {
    const text = contentOf(path.join(at.nodeModules, "@pulumi", provider, "package.json"));
    return text === undefined ? undefined : /** @type {string} */ (JSON.parse(text).version);
}

/**
 * Several commands may do so at once: a reader sees the old file or the new one.
 * @param {string} folder
 * @param {string} name
 * @param {string} script
 */
function replace(folder, name, script) {
    fs.mkdirSync(folder, { recursive: true });
    const draft = path.join(folder, `${name}.${process.pid}.draft`);
    fs.writeFileSync(draft, script, { mode: 0o755 });
    fs.renameSync(draft, path.join(folder, name));
}

/** @param {string} file */
function contentOf(file) {
    try {
        return fs.readFileSync(file, "utf8");
    } catch {
        return undefined;
    }
}

/** @param {string} text */
function quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}
