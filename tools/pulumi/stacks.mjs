import fs from "node:fs";
import path from "node:path";
import { fileBackend } from "../engine-environment.mjs";
import { SetUpFailure } from "../setup/failure.mjs";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */

/** The stack that lives on the laptop alone, in the stand-in of the two clouds. */
export const localStack = "local";

const backendSetting = "compliance-platform:stateBackend";

/**
 * The stacks of the platform: each has its settings file.
 * @param {PlatformPaths} at
 */
export function knownStacks(at) {
    return fs
        .readdirSync(at.root)
        .map((name) => /^Pulumi\.([A-Za-z0-9_-]+)\.yaml$/.exec(name)?.[1])
        .filter((name) => name !== undefined)
        .sort();
}

/**
 * @param {PlatformPaths} at
 * @param {string} stack
 */
export function requireKnownStack(at, stack) {
    const known = knownStacks(at);
    if (known.includes(stack)) return;
    if (/[^A-Za-z0-9_-]/.test(stack)) {
        throw new SetUpFailure(
            [
                `"${stack}" cannot be the name of a stack: it has letters, digits, _ and - only.`,
                `The stacks are: ${known.join(", ")}.`,
            ].join("\n"),
        );
    }
    throw new SetUpFailure(
        [
            `There is no stack "${stack}". The stacks are: ${known.join(", ")}.`,
            `A new one needs its settings first: Pulumi.${stack}.yaml and stacks/${stack}.ts.`,
        ].join("\n"),
    );
}

/**
 * Where the state of a real stack lies: its own setting, unless the person names another place.
 * @param {PlatformPaths} at
 * @param {string} stack
 * @param {NodeJS.ProcessEnv} env
 */
export async function stateBackend(at, stack, env) {
    if (env.PULUMI_BACKEND_URL) return env.PULUMI_BACKEND_URL;
    const { parse } = await import("yaml");
    const file = `Pulumi.${stack}.yaml`;
    const url = parse(fs.readFileSync(path.join(at.root, file), "utf8"))?.config?.[backendSetting];
    if (typeof url === "string" && url !== "") return absoluteBackend(url, at.root);
    throw new SetUpFailure(
        [
            `${file} does not say where the state of stack ${stack} lies.`,
            `Set ${backendSetting} under config there (such as s3://bucket?region=eu-west-1), or PULUMI_BACKEND_URL.`,
        ].join("\n"),
    );
}

/**
 * A relative folder is meant from the repository, whatever folder the engine is started in.
 * @param {string} url
 * @param {string} root
 */
export function absoluteBackend(url, root) {
    const folder = /^file:\/\/(?![/~])(.*)$/.exec(url)?.[1];
    return folder === undefined ? url : fileBackend(path.resolve(root, decodeURIComponent(folder)));
}
