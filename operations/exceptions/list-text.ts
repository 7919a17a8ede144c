import { COLUMNS, wrapped } from "../cli/wrapped.ts";
import { table } from "../local/table.ts";
import type { Looked, LookedAt } from "./looked.ts";

/** Every exception in a table of 80 columns: the row that is compared, and under it what has no room there. */
export function asList({ day, exceptions, faults, undecided }: Looked): string {
    const wrong = [
        ...faults.map((what) => `policies/exceptions.yaml ${what}.`),
        ...undecided.map(({ stack, error }) => `${stack} could not be judged: ${error.split("\n")[0]}`),
    ].map((line) => `${wrapped(line)}\n`);
    if (exceptions.length === 0) {
        const none = faults.length === 0 ? ["No exceptions: nothing is accepted.\n"] : [];
        return [...none, ...wrong].join("");
    }
    const rows = exceptions.map((one) => [
        fitted(one.id, 18),
        fitted(one.rule ?? "?", 28),
        one.expires ?? "?",
        one.daysLeft === undefined ? "?" : String(one.daysLeft),
        NEEDED[String(one.needed)] ?? "",
        one.state,
    ]);
    const [head = "", rule = "", ...lines] = table(["exception", "rule", "ends", "days", "needed", "state"], rows)
        .trimEnd()
        .split("\n");
    const blocks = lines.map((line, index) => [line, ...details(exceptions[index])].join("\n"));
    const title = `${exceptions.length === 1 ? "1 exception" : `${exceptions.length} exceptions`} as of ${day}`;
    return `${[title, "", head, rule, blocks.join("\n\n")].join("\n")}\n${wrong.length > 0 ? "\n" : ""}${wrong.join("")}`;
}

const NEEDED: Readonly<Record<string, string>> = { true: "yes", false: "no", undefined: "?" };

function details(one: LookedAt | undefined): string[] {
    if (one === undefined) return [];
    const { resource = "?", finding = "?", owner = "?", approver = "?", approved = "?", reason = "?", ticket } = one;
    const approval =
        one.state === "pending" ? `to be approved by ${approver}` : `approved by ${approver} on ${approved}`;
    return [
        ...cell("resource", shortly(resource)),
        ...cell("accepts", `${finding}${matched(one)}`),
        ...cell("owner", `${owner}, ${approval}`),
        ...cell("reason", [reason, ticket && `(${ticket})`].filter(Boolean).join(" ")),
        ...one.faults.flatMap((fault) => cell("wrong", fault)),
    ];
}

/** Type, name and stack of a URN; its chain of components has no room, and is in the JSON. */
function shortly(resource: string): string {
    const [stack = "", , types = "", name] = resource.split("::");
    if (name === undefined || resource.split("::").length > 4) return resource;
    return `${types.split("$").at(-1)}::${name} in ${stack.replace("urn:pulumi:", "")}`;
}

function matched({ matches, needed }: LookedAt): string {
    if (needed === undefined) return "";
    if (!needed) return ", which nothing reports any more";
    return matches.length === 1 ? "" : `, ${matches.length} findings today`;
}

/** A name and its text, broken so that even a URN stays within the columns. */
function cell(name: string, text: string): string[] {
    const indent = "  ";
    const room = COLUMNS - indent.length - 10;
    const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${room}}`, "gu")) ?? []);
    const lines: string[] = [];
    for (const word of words) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines.map((line, index) => `${indent}${(index === 0 ? name : "").padEnd(10)}${line}`);
}

/** What is longer ends in dots; the JSON has it whole. */
function fitted(text: string, width: number): string {
    return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
