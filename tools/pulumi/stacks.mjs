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
            "A new one begins as a copy of another:",
            ...stepsToStack(at, stack).map((step) => `  ${step}`),
            "Then say in both files where it runs: account, tenant and subscription are still those of dev.",
        ].join("\n"),
    );
}

/**
 * What exists before a stack is said in a file of its own.
 * @param {PlatformPaths} at
 * @param {string} stack
 */
export function requireBootstrap(at, stack) {
    const file = `infra/bootstrap/Pulumi.${stack}.yaml`;
    if (fs.existsSync(path.join(at.root, file))) return;
    throw new SetUpFailure(
        [
            `${file} is missing, which says where what must exist before ${stack} is made. Begin with a copy:`,
            `  $ cp infra/bootstrap/Pulumi.dev.yaml ${file}`,
            "Then say in it where that is: account, tenant and subscription are still those of dev.",
        ].join("\n"),
    );
}

/**
 * What is left to do for a stack of this name, in the order of doing it.
 * @param {PlatformPaths} at
 * @param {string} stack
 */
function stepsToStack(at, stack) {
    const text = (/** @type {string} */ file) => {
        const whole = path.join(at.root, file);
        return fs.existsSync(whole) ? fs.readFileSync(whole, "utf8") : undefined;
    };
    const [settings, config, list] = [`stacks/${stack}.ts`, `Pulumi.${stack}.yaml`, "stacks/environments.ts"];
    const name = stack.replace(/[_-]+(.?)/g, (_, letter) => letter.toUpperCase());
    const entry = name === stack ? name : `"${stack}": ${name}`;
    const isNamed = text(list)?.includes(`"./${stack}.ts"`) === true;
    return [
        ...(text(config) === undefined ? [`$ cp Pulumi.dev.yaml ${config}`] : []),
        ...(text(settings) === undefined ? [`$ cp stacks/dev.ts ${settings}`] : []),
        ...(text(settings)?.includes(`export const ${name}:`)
            ? []
            : [`${settings}: write "${name}" for "dev" in its export`]),
        ...(isNamed ? [] : [`${list}: import { ${name} } from "./${stack}.ts" and add ${entry} to the list`]),
    ];
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
