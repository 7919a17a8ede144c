import { runChild } from "./child.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

/**
 * Asks the guardrails once while the engine is built, which needs the libraries alone: the bundles of functions, program and
 * guardrails are there when the first start asks again. What the guardrails find is for that start to tell.
 * @type {import("./context.mjs").SetUpStep}
 */
export const firstLookStep = {
    title: "Guardrails",

    ready(at) {
        return readStamp(at, "first-look") === undefined ? undefined : "bundles of the program";
    },

    async make({ at, env, signal, detail, librariesDone }) {
        detail("waiting for the libraries");
        await librariesDone;
        detail("bundling the functions and the program");
        const args = ["--import", "tsx/esm", "operations/guard.ts", "--stack", "local"];
        const { code, stdout } = await runChild(process.execPath, args, { cwd: at.root, env, signal });
        writeStamp(at, "first-look", {});
        return code === 0 ? (stdout.trim().split("\n").at(-1) ?? "") : "they have something to say, see below";
    },
};
