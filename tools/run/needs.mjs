import { everything } from "../setup/ensure.mjs";

/** @typedef {import("../setup/ensure.mjs").Need} Need */

// The Python environment takes long to set up and only the local AWS services run in it.
/** @type {Record<string, readonly Need[]>} */
const others = {
    "--mocha": [...everything, "browser"],
    "test/console/pictures.ts": [...everything, "browser"],
    "--pulumi": ["libraries", "engine"],
    "operations/start.ts": [...everything, "firstLook"],
    "operations/preview.ts": ["libraries", "engine"],
    "operations/up.ts": ["libraries", "engine"],
    "operations/access.ts": ["libraries"],
    "operations/guard.ts": ["libraries"],
    "operations/evidence.ts": ["libraries"],
    "operations/comment.ts": ["libraries"],
    "operations/controls.ts": ["libraries"],
    "operations/exceptions.ts": ["libraries"],
    "operations/new-rule.ts": ["libraries"],
    "operations/issues.ts": ["libraries"],
    "operations/local.ts": ["libraries"],
    "operations/decide.ts": ["libraries", "engine"],
    "operations/drift.ts": ["libraries", "engine"],
    "operations/replay.ts": ["libraries", "engine"],
    "samples/generator/main.ts": ["libraries"],
    "test/mutation/main.ts": ["libraries"],
};

/**
 * What has to be set up before a command can run.
 * @param {string} what the first argument of tools/run.mjs
 * @param {readonly string[]} [args] those of the command
 * @returns {readonly Need[]}
 */
export function needsOf(what, args = []) {
    // Two programs are compared in one process, so that a pull request waits for no engine.
    if (what === "operations/preview.ts" && args.some((arg) => /^--against\b/.test(arg))) return ["libraries"];
    return others[what] ?? everything;
}
