import fs from "node:fs";
import path from "node:path";
import { knownStacks } from "../pulumi/stacks.mjs";
import { fails, well } from "./finding.mjs";

/** What the settings, the state's folders and the pipelines' roles are named for. */
const PROJECT = "compliance-platform";

/**
 * Names that lead nowhere: a renamed project, a stack that nothing can find, settings without a shape.
 * @type {import("./finding.mjs").Check}
 */
export function projectOf({ at }) {
    const known = knownStacks(at);
    return [
        ...projectName(at.root),
        ...fs.readdirSync(at.root).flatMap((file) => stackName(file, known)),
        ...known.flatMap((stack) => shapeOf(at.root, stack)),
    ];
}

/** @param {string} root */
function projectName(root) {
    const file = path.join(root, "Pulumi.yaml");
    if (!fs.existsSync(file)) return [fails("project", "Pulumi.yaml is missing", "$ git checkout Pulumi.yaml")];
    const name = /^name:\s*["']?([^"'\s#]+)/m.exec(fs.readFileSync(file, "utf8"))?.[1];
    if (name === PROJECT) return [well("project", PROJECT)];
    return [
        fails(
            "project",
            `Pulumi.yaml calls it ${name ?? "nothing"}, but settings (${PROJECT}:…), states and roles are those of ${PROJECT}`,
            `Call it ${PROJECT} again: in another project no setting is found and no state is the old one.`,
        ),
    ];
}

/**
 * @param {string} file
 * @param {readonly string[]} known
 */
function stackName(file, known) {
    const name = /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1];
    if (name === undefined || known.includes(name)) return [];
    const better = name.replace(/[^A-Za-z0-9_-]+/g, "-");
    const says = `${file} is read by nobody: a stack's name has letters, digits, _ and - only, and its file ends with .yaml`;
    return [fails("stacks", says, `$ git mv ${file} Pulumi.${better}.yaml   # and name it in stacks/${better}.ts`)];
}

/**
 * @param {string} root
 * @param {string} stack
 */
function shapeOf(root, stack) {
    if (fs.existsSync(path.join(root, "stacks", `${stack}.ts`))) return [];
    const says = `Pulumi.${stack}.yaml says who and where, but stacks/${stack}.ts, its shape and size, is missing`;
    return [fails("stacks", says, `Copy stacks/dev.ts to stacks/${stack}.ts, and name it in stacks/environments.ts.`)];
}
