import path from "node:path";

// Flags whose value is the next word; without this list that word would look like a command or a stack.
const withValue = new Set(
    ["-C --cwd --color -v --verbose --tracing --otel-traces --profiling --memprofilerate -s --stack"]
        .concat("--secrets-provider --copy-config-from --config-file -m --message -c --config -p --parallel")
        .concat("--policy-pack --policy-pack-config -t --target -r --replace --target-replace --save-plan --plan")
        .flatMap((names) => names.split(" ")),
);

const onStacks = new Set(
    "preview pre up update refresh destroy down dn import config state cancel watch logs console stack".split(" "),
);

/**
 * What a command line of the Pulumi CLI says about stacks.
 * @typedef {object} StackArguments
 * @property {string | undefined} stack the one it names
 * @property {boolean} needsBackend it reads or writes the state of a stack
 * @property {boolean} needsStack the stack must be there beforehand
 * @property {boolean} selects the named stack becomes the selected one
 */

/**
 * @param {string[]} args
 * @returns {StackArguments}
 */
export function readArguments(args) {
    const { words, stack } = split(args);
    const [command = "", subcommand = "", name] = words;
    const needsBackend = onStacks.has(command) && !args.includes("--help") && !args.includes("-h");
    const verb = command === "stack" ? subcommand : "";
    const named = stack ?? (["init", "rm", "select"].includes(verb) ? name : undefined);
    return {
        stack: named?.split("/").at(-1),
        needsBackend,
        needsStack: needsBackend && !["init", "rm", "ls"].includes(verb),
        selects: needsBackend && ["init", "select"].includes(verb) && !args.includes("--no-select"),
    };
}

/** Commands that run the program, and so may change what it provisions. `refresh` and `destroy` take no pack. */
const runsProgram = new Set("preview pre up update watch".split(" "));

/**
 * The same command line under the guardrails: whoever types `up` without the pack gets it all the same, and a pack that
 * somebody names besides is checked too.
 * @param {string[]} args
 * @param {string} pack folder of the policy pack
 * @param {string} from folder that a relative pack is meant from
 */
export function underGuardrails(args, pack, from) {
    const { words, packs, afterCommand } = split(args);
    const [command = ""] = words;
    if (!runsProgram.has(command) || packs.some((named) => path.resolve(from, named) === pack)) return args;
    return [...args.slice(0, afterCommand), "--policy-pack", pack, ...args.slice(afterCommand)];
}

/** @param {string[]} args */
function split(args) {
    /** @type {string[]} */
    const words = [];
    /** @type {string[]} */
    const packs = [];
    /** @type {string | undefined} */
    let stack;
    let afterCommand = 0;
    const rest = [...args];
    for (let word = rest.shift(); word !== undefined && word !== "--"; word = rest.shift()) {
        if (!word.startsWith("-")) {
            words.push(word);
            if (words.length === 1) afterCommand = args.length - rest.length;
        }
        const [flag = "", inline] = word.startsWith("--") ? word.split(/=(.*)/s) : [word.slice(0, 2), shortValue(word)];
        if (!withValue.has(flag)) continue;
        const value = inline ?? rest.shift();
        if (flag === "-s" || flag === "--stack") stack = value;
        if (flag === "--policy-pack" && value !== undefined) packs.push(...value.split(","));
    }
    return { words, packs, stack, afterCommand };
}

/**
 * `-sprod` and `-s=prod` both name prod.
 * @param {string} word
 */
function shortValue(word) {
    return word.length > 2 ? word.slice(2).replace(/^=/, "") : undefined;
}
