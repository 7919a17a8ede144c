import fs from "node:fs";
import path from "node:path";
import { localStack } from "../pulumi/stacks.mjs";
import { labelOf, readDeployment, some } from "./deployment.mjs";
import { fails, well } from "./finding.mjs";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */

/**
 * Whether the local cloud, its store and its state agree. They do not after an update that was killed: the stand-ins have
 * made what the state, which is written at the end, knows nothing of.
 * @type {import("./finding.mjs").Check}
 */
export function localCloudOf({ at }) {
    const stored = storedUrns(at);
    const state = path.join(at.state, ".pulumi", "stacks", "compliance-platform", `${localStack}.json`);
    const { resources, pending } = fs.existsSync(state)
        ? readDeployment(fs.readFileSync(state, "utf8"))
        : { resources: [], pending: [] };
    if (fs.existsSync(at.servicesFile) && isRunning(at.servicesFile)) {
        return [well("local cloud", `npm start runs on it, with ${stored.length} resources`)];
    }
    const known = new Set(resources.map(({ urn }) => urn));
    const unknown = stored.filter((urn) => !known.has(urn));
    const half = [...new Set([...unknown, ...pending.map(({ urn }) => urn)])];
    if (half.length > 0) {
        const says = `an update of it was killed: ${some(half.map(labelOf))} ${half.length === 1 ? "is" : "are"} half-made, and the next update says "already exists"`;
        return [fails("local cloud", says, "It is disposable. Begin anew, which npm start does by itself:", anew(at))];
    }
    if (stored.length === 0) return [];
    return [well("local cloud", `${stored.length} resources, as its state says`)];
}

/** @param {PlatformPaths} at */
function anew(at) {
    const places = [at.state, at.store].map((folder) => path.relative(at.root, folder) || folder);
    return `$ rm -r ${places.filter((place) => fs.existsSync(path.resolve(at.root, place))).join(" ")}`;
}

/** @param {PlatformPaths} at */
function storedUrns(at) {
    const folder = path.join(at.store, localStack);
    if (!fs.existsSync(folder)) return [];
    return fs
        .readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => {
            const { urn } = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
            return typeof urn === "string" ? [urn] : [];
        });
}

/** @param {string} servicesFile */
function isRunning(servicesFile) {
    try {
        process.kill(JSON.parse(fs.readFileSync(servicesFile, "utf8")).pid, 0);
        return true;
    } catch {
        return false;
    }
}
