import path from "node:path";
import { SetUpFailure } from "../setup/failure.mjs";

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

/** Flags that Pulumi takes before the command. It reads the word after any other as that flag's value. */
const beforeCommand = new Set(
    ["-C --cwd --color -v --verbose --tracing --otel-traces --profiling --memprofilerate -e --emoji"]
        .concat("-Q --fully-qualify-stack-names --disable-integrity-checking --logflow --logtostderr")
        .concat("--non-interactive -h --help --version -s --stack")
        .flatMap((names) => names.split(" ")),
);

/**
 * The same command line under the guardrails: whoever types `up` without the pack gets it all the same, and a pack that
 * somebody names besides is checked too.
 * @param {string[]} args
 * @param {string} pack folder of the policy pack
 * @param {string} from folder that a relative pack is meant from
 */
export function underGuardrails(args, pack, from) {
    const { words, packs, afterCommand, flagsBefore, isOpen } = split(args);
    const [command = ""] = words;
    const odd = flagsBefore.find((flag) => !beforeCommand.has(flag));
    if (odd !== undefined || (command === "" && !isOpen)) {
        throw new SetUpFailure(
            `Put the command first, so that it is clear which one it is: npm run pulumi -- up ${odd ?? "--"} …`,
        );
    }
    if (!runsProgram.has(command)) return args;
    if (args.some((word) => /^--policy-pack-config(=|$)/.test(word))) {
        throw new SetUpFailure(
            "--policy-pack-config could switch guardrails off, so it is not taken. " +
                "What the bank accepts for a limited time stands in policies/exceptions.yaml.",
        );
    }
    // By its whole path, since Pulumi reads a relative one from the folder that -C names.
    if (packs.some((named) => named === pack)) return args;
    const others = packs.filter((named) => path.resolve(from, named) === pack);
    const rest = others.length === 0 ? args.slice(afterCommand) : withoutPacks(args.slice(afterCommand), others);
    return [...args.slice(0, afterCommand), "--policy-pack", pack, ...rest];
}

/**
 * The same words without the packs of these names, which would be checked twice.
 * @param {string[]} args
 * @param {string[]} names
 */
function withoutPacks(args, names) {
    return args.flatMap((word, index) => {
        if (word === "--policy-pack" && names.includes(args[index + 1] ?? "")) return [];
        if (args[index - 1] === "--policy-pack" && names.includes(word)) return [];
        return names.some((name) => word === `--policy-pack=${name}`) ? [] : [word];
    });
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
    /** @type {string[]} */
    const flagsBefore = [];
    const rest = [...args];
    for (let word = rest.shift(); word !== undefined && word !== "--"; word = rest.shift()) {
        if (!word.startsWith("-")) {
            words.push(word);
            if (words.length === 1) afterCommand = args.length - rest.length;
        }
        const [flag = "", inline] = word.startsWith("--") ? word.split(/=(.*)/s) : [word.slice(0, 2), shortValue(word)];
        if (word.startsWith("-") && words.length === 0) flagsBefore.push(flag);
        if (!withValue.has(flag)) continue;
        const value = inline ?? rest.shift();
        if (flag === "-s" || flag === "--stack") stack = value;
        if (flag === "--policy-pack" && value !== undefined) packs.push(...value.split(","));
    }
    return { words, packs, stack, afterCommand, flagsBefore, isOpen: !args.includes("--") };
}

/**
 * `-sprod` and `-s=prod` both name prod.
 * @param {string} word
 */
function shortValue(word) {
    return word.length > 2 ? word.slice(2).replace(/^=/, "") : undefined;
}
