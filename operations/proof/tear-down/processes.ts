import { execFileSync } from "node:child_process";
import { platform } from "node:process";

/** Lists every process with its whole command line and environment. */
const PS = platform === "darwin" ? ["-AEww"] : ["axeww"];

export interface OwnProcess {
    readonly pid: number;
    /** Command line and environment. */
    readonly text: string;
}

/**
 * Processes that a command with this folder for its data and temporary files has started, and those that they started: all
 * name it in their command line or environment, whatever became of their parents. Those of other commands do not.
 */
export function processesOf(folder: string): OwnProcess[] {
    const listed = execFileSync("ps", [...PS, "-o", "pid=,args="], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return listed.split("\n").flatMap((line) => {
        const [, pid = "", text = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
        return text.includes(folder) ? [{ pid: Number(pid), text }] : [];
    });
}

/** Every kind of process that `npm start` consists of, by how its command line begins. */
export const KINDS = {
    npm: /^npm start/,
    "npm's shell": /^sh -c node tools\/run\.mjs/,
    starter: /^\S*node tools\/run\.mjs operations\/start\.ts/,
    start: /^\S*node --require \S+ --import \S+lifeline\.mjs .*operations\/start\.ts/,
    services: /^\S+ -B -m launcher\b/,
    warehouse: /^\S*node --import tsx \S+redshift-data\/main\.ts/,
    engine: /^\S*pulumi up\b/,
    leash: /^\/bin\/sh -c exec 3<&0.* sh KILL - pulumi up\b/,
    "language host": /^\S*node \S*local\/engine\/launch\.cjs/,
    guardrails: /^\S*node .*\/run-policy-pack\b/,
    program: /^\S*node .*\/cmd\/run\/index\.js/,
    provider: /^\S*node \S+\/providers\/launch\.cjs aws /,
    function: /^\S*node \S+\/ministack-lambda-score-\S+\/_worker\.js/,
    model: /^\S+ -B -m container(?!\.)/,
    training: /^\S+ -B -m container\.train\b/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Kind = keyof typeof KINDS;

/** How a process is told to a person: its kind, or the beginning of its command line. */
export function nameOf({ text }: OwnProcess): string {
    const [kind] = Object.entries(KINDS).find(([, pattern]) => pattern.test(text)) ?? [];
    return kind ?? text.slice(0, 60);
}
