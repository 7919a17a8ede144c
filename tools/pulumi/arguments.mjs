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
 * What a command line of the Pulumi CLI says about the stack.
 * @param {string[]} args
 * @returns {{ stack: string | undefined, selects: boolean, usesStack: boolean }} `stack`: the one it names; `selects`:
 * it becomes the selected stack; `usesStack`: the stack must be there beforehand
 */
export function readArguments(args) {
    const { words, stack } = split(args);
    const [command = "", subcommand = "", name] = words;
    const asksForHelp = args.includes("--help") || args.includes("-h");
    const managesStacks = command === "stack" && ["init", "rm", "select", "ls"].includes(subcommand);
    const selects = command === "stack" && ["init", "select"].includes(subcommand) && !asksForHelp;
    const named = stack ?? (managesStacks ? name : undefined);
    return {
        stack: named?.split("/").at(-1),
        selects: selects && !args.includes("--no-select"),
        usesStack: onStacks.has(command) && !asksForHelp && (!managesStacks || subcommand === "select"),
    };
}

/** @param {string[]} args */
function split(args) {
    const words = [];
    let stack;
    for (let index = 0; index < args.length; index += 1) {
        const word = args[index] ?? "";
        if (word === "--") break;
        const [flag = "", inline] = word.startsWith("--") ? word.split(/=(.*)/s) : [word.slice(0, 2), shortValue(word)];
        if (!word.startsWith("-")) words.push(word);
        else if (withValue.has(flag)) {
            const value = inline ?? args[(index += 1)];
            if (flag === "-s" || flag === "--stack") stack = value;
        }
    }
    return { words, stack };
}

/**
 * `-sprod` and `-s=prod` both name prod.
 * @param {string} word
 */
function shortValue(word) {
    return word.length > 2 ? word.slice(2).replace(/^=/, "") : undefined;
}
