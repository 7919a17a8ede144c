import { linesOf } from "../baselines/lines.ts";
import type { ReportedProperty } from "../preview/environment.ts";
import { code, type Line, lineOf } from "./line.ts";

/** Beyond this a value is cut: the JSON has all of it. */
const LONGEST_VALUE = 160;

/** A changed property: its value before and after; of a document only the lines that differ. */
export function propertyLines({ path, kind, replaces, before, after }: ReportedProperty): Line[] {
    const [olds, news] = [told(before), told(after)];
    const mark = replaces ? " (takes a new resource)" : "";
    if (olds.length > 1 || news.length > 1) {
        const gone = olds.filter((one) => !news.includes(one)).map((one) => lineOf(["- ", code(cut(one))]));
        const come = news.filter((one) => !olds.includes(one)).map((one) => lineOf(["+ ", code(cut(one))]));
        return [lineOf([code(path), mark], [...gone, ...come])];
    }
    const [old = "nothing", now = "nothing"] = [olds[0], news[0]];
    if (kind === "add") return [lineOf([code(path), ": ", code(cut(now)), mark])];
    if (kind === "delete") return [lineOf([code(path), ": no longer ", code(cut(old)), mark])];
    return [lineOf([code(path), ": ", code(cut(old)), " → ", code(cut(now)), mark])];
}

/** Each statement of a policy, each setting of a structure, each item of a list is one. */
function told(value: unknown): string[] {
    if (value === undefined) return [];
    return linesOf("", value).flatMap(([where, item]) => {
        const items = Array.isArray(item) ? item : [item];
        return items.map((one) => `${where === "" ? "" : `${where}: `}${text(one)}`);
    });
}

function text(value: unknown): string {
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function cut(value: string): string {
    return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
