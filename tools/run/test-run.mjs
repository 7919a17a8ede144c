import fs from "node:fs";
import path from "node:path";
import { paths } from "../paths.mjs";

/** Mocha's own launcher would start one more process, and leave it behind when it is ended. */
const mocha = path.join(paths.nodeModules, "mocha", "lib", "cli", "cli.js");
/** Runs every test once, several at a time, and knows which lines they reach. */
const lanes = ["--import", "tsx/esm", path.join(paths.root, "test", "lanes", "main.ts")];
const ofLanes = /^--lanes\b/;

/**
 * What Node has to run for these arguments of `npm test`: mocha, as it is told; told nothing, or how many at a time, every
 * test in lanes.
 * @param {readonly string[]} args
 * @returns {string[]}
 */
export function testRun(args) {
    if (args.length === 0 || ofLanes.test(args[0] ?? "")) return [...lanes, ...args];
    return [...nodeOptions(), mocha, ...args];
}

function nodeOptions() {
    const settings = JSON.parse(fs.readFileSync(path.join(paths.root, ".mocharc.json"), "utf8"));
    return settings["node-option"].map((/** @type {string} */ option) => `--${option}`);
}
