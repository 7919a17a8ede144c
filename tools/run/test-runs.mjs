import fs from "node:fs";
import path from "node:path";
import { paths } from "../paths.mjs";

/** Mocha's own launcher would start one more process, and leave it behind when it is ended. */
const mocha = path.join(paths.nodeModules, "mocha", "lib", "cli", "cli.js");
/** Runs the tests of these folders itself, to know which lines they reach. */
const coverage = ["--import", "tsx/esm", path.join(paths.root, "test", "coverage", "main.ts")];
const measured = ["test/contract/**", "test/functions/**", "test/model/**"];

/**
 * What Node has to run, one after the other, for these arguments of `npm test`: mocha, as it is told. Told nothing, each
 * test once: those whose coverage is measured, then the others.
 * @param {readonly string[]} args
 * @returns {string[][]}
 */
export function testRuns(args) {
    const plain = [...nodeOptions(), mocha, ...args];
    if (args.length > 0) return [plain];
    return [coverage, [...plain, ...measured.flatMap((tests) => ["--ignore", tests])]];
}

function nodeOptions() {
    const settings = JSON.parse(fs.readFileSync(path.join(paths.root, ".mocharc.json"), "utf8"));
    return settings["node-option"].map((/** @type {string} */ option) => `--${option}`);
}
