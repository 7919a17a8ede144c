import { format } from "node:util";
import Mocha from "mocha";
import { endAll } from "../support/at-end.ts";
import "../support/seed.ts";
import type { Ask, Failure, Said } from "./message.ts";

// The process of a lane: runs one test file after the other, each in a mocha of its own, and keeps the modules they share.

const { Base } = Mocha.reporters;
const timeout = Number(process.argv[2]);
let runner: Mocha.Runner | undefined;
let isEnding = false;
let isEnded = false;

process.on("message", ({ file }: Ask) => void run(file));
for (const name of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(name, end);

class Telling extends Base {
    constructor(of: Mocha.Runner, options: Mocha.MochaOptions) {
        super(of, options);
        of.on("pass", () => say({ type: "passed" }));
        of.on("pending", () => say({ type: "pending" }));
        of.on("fail", (test, error) => say({ type: "failed", ...failureOf(test, error) }));
    }
}

async function run(file: string): Promise<void> {
    const mocha = new Mocha({ timeout, reporter: Telling }).addFile(file);
    try {
        await mocha.loadFilesAsync();
        await new Promise<void>((resolve) => {
            runner = mocha.run(() => resolve());
        });
        mocha.dispose();
    } catch (error) {
        say({ type: "failed", title: "the file", text: `the file cannot be loaded:\n${format(error)}`, isTest: false });
    }
    runner = undefined;
    say({ type: "finished" });
    if (isEnding) end();
}

function failureOf(test: Mocha.Runnable, err: unknown): Failure {
    const lines: string[] = [];
    const { consoleLog } = Base;
    Base.consoleLog = (...args: unknown[]) => lines.push(format(...args));
    Base.list([{ err, titlePath: () => test.titlePath() } as unknown as Mocha.Test]);
    Base.consoleLog = consoleLog;
    const text = lines.join("\n").replace(/^\s*1\) /, "");
    return { title: test.fullTitle(), text, isTest: "type" in test && test.type === "test" };
}

function say(said: Said): void {
    process.send?.(said);
}

/** Now, or when what a test has put up is taken down again. */
function end(): void {
    isEnding = true;
    if (runner) runner.abort();
    else if (!isEnded) {
        isEnded = true;
        void endAll().finally(() => process.exit());
    }
}
