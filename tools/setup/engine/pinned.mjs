import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The release that the installer fetches and that the Go modules are pinned to, so that everybody runs the same one. */
export const engineVersion = "3.228.0";

/** An engine found on PATH may be this old: earlier ones lack parts of the policy protocol. */
export const oldestEngine = "3.227.0";

/**
 * Changes when another engine is asked for, so that the one in place is then looked at again.
 * @param {import("../../paths.mjs").PlatformPaths} at
 */
export function wantedEngine(at) {
    const hash = crypto.createHash("sha256").update(`${engineVersion} ${oldestEngine}`);
    for (const name of ["go.mod", "go.sum"]) hash.update(fs.readFileSync(path.join(at.engineModules, name)));
    for (const name of filesBelow(at.engineParts))
        hash.update(name).update(fs.readFileSync(path.join(at.engineParts, name)));
    return hash.digest("hex");
}

/** @param {string} folder */
function filesBelow(folder) {
    const found = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
    return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
}
