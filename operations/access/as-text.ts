import type { Access } from "../../policies/access/access-to.ts";
import { groupBy } from "../cli/group-by.ts";
import { wrapped } from "../cli/wrapped.ts";
import { sentences } from "./question.ts";

/** The answer for a terminal: a sentence for each thing, then under each who may do what to it, and by which path. */
export function asText(access: readonly Access[]): string {
    const paths = [...groupBy(merged(access), ({ what }) => what)].flatMap(([what, lines]) => [
        "",
        what,
        ...lines.flatMap(({ who, may, path, onlyIf }) => [
            `  ${who} may ${may.join(", ")}`,
            `    by ${path}`,
            ...(onlyIf === "" ? [] : [`    only if ${onlyIf}`]),
        ]),
    ]);
    return `${[...sentences(access), ...paths, "", BEYOND].map(wrapped).join("\n")}\n`;
}

const BEYOND =
    "By what the program says, at most: boundaries, endpoints and the network allow less. Identities that it does not " +
    "make (people, the pipelines that deploy) have in the account what their own policies say.";

/** A line for each path, stable from run to run, so that a gained one is a line of a review. */
export function asLines(stack: string, access: readonly Access[]): string {
    const head = `# Who can read, change or delete what in the stack ${stack}, and by which path.\n# Written by \`npm run baselines\`; a line that comes is access that somebody gains.\n\n`;
    const lines = merged(access).map(({ what, who, may, path, onlyIf }) => {
        const condition = onlyIf === "" ? "" : `, only if ${onlyIf}`;
        return `${what}: ${who} may ${may.join(", ")} by ${path}${condition}`;
    });
    return `${head}${lines.join("\n")}\n`;
}

interface Merged {
    what: string;
    who: string;
    may: string[];
    path: string;
    onlyIf: string;
}

/** What differs in nothing but what may be done stands in one line. */
function merged(access: readonly Access[]): Merged[] {
    const lines = new Map<string, Merged>();
    for (const { what, who, may, path, onlyIf } of access) {
        const line = { what, who, may: [], path: path.join(" → "), onlyIf: onlyIf.map(stable).join("; ") };
        const key = JSON.stringify(line);
        const known = lines.get(key) ?? line;
        if (!(known.may as string[]).includes(may)) (known.may as string[]).push(may);
        lines.set(key, known);
    }
    return [...lines.values()];
}

/** Names that Pulumi makes end in letters that mean nothing. */
function stable(condition: string): string {
    return condition
        .replace(/-[0-9a-f]{7}(?![0-9a-f])/g, "")
        .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "…");
}
