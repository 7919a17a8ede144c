import fs from "node:fs";

/**
 * What is wrong with this Node, or nothing. The callers check before they load anything else, since newer syntax in the
 * rest would otherwise fail first, with a stack trace.
 * @param {string} packageFile the package.json whose `engines` decides
 * @param {string} version without the leading v
 */
export function nodeVersionFault(packageFile, version = process.versions.node) {
    const range = JSON.parse(fs.readFileSync(packageFile, "utf8")).engines.node;
    if (satisfies(version, range)) return undefined;
    return [
        `Node ${version} cannot run this platform: it needs ${range}.`,
        "Install a supported one from https://nodejs.org, or with a version manager: nvm install 24",
    ].join("\n");
}

/**
 * Understands what our package.json uses: alternatives of `^1.2.3` and `>=1.2.3`.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
    const actual = numbers(version);
    return range.split("||").some((alternative) => {
        const match = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(alternative.trim());
        if (match === null) throw new Error(`engines.node has a part this check does not know: ${alternative.trim()}`);
        const least = numbers(match[2] || "");
        if (match[1] === "^" && actual[0] !== least[0]) return false;
        return compare(actual, least) >= 0;
    });
}

/**
 * @param {string} version
 * @returns {number[]}
 */
export function numbers(version) {
    return version
        .replace(/^v|[-+].*$/g, "")
        .split(".")
        .map(Number);
}

/**
 * @param {number[]} left
 * @param {number[]} right
 */
export function compare(left, right) {
    for (let index = 0; index < 3; index += 1) {
        const difference = (left[index] || 0) - (right[index] || 0);
        if (difference !== 0) return difference;
    }
    return 0;
}
