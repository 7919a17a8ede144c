import fs from "node:fs";
import path from "node:path";
import { paths } from "../paths.mjs";

const questions = new Set(["--help", "-h"]);

/** Those that are no file of this repository: their help lies beside what starts them. */
/** @type {Record<string, string>} */
const elsewhere = { "--mocha": "tools/run/tests.help.txt", "--pulumi": "tools/pulumi/pulumi.help.txt" };

/**
 * The help of a command when that is what it is asked for: a text that needs no library and no set-up, in the file beside
 * the command, `start.help.txt` for `start.ts`. Nothing when the command itself has to answer.
 * @param {string} what the file of the command, or the first argument of tools/run.mjs
 * @param {readonly string[]} args
 */
export function helpFor(what, args) {
    // What Pulumi says of its own commands, it says itself.
    const asked = what === "--pulumi" ? args.slice(0, 1) : args;
    if (!asked.some((arg) => questions.has(arg))) return undefined;
    const beside = [what, ...args].map((file) => file.replace(/\.(ts|mjs)$/, ".help.txt"));
    const file = [...beside, elsewhere[what]].find((name) => name?.endsWith(".help.txt") && isFile(name));
    return file === undefined ? undefined : fs.readFileSync(path.resolve(paths.root, file), "utf8");
}

/** @param {string} name */
function isFile(name) {
    return fs.existsSync(path.resolve(paths.root, name));
}
