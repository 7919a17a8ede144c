import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXCEPTIONS_RULE } from "../../policies/exceptions/register.ts";
import type { Finding } from "../preview/report.ts";
import type { Placed } from "./report.ts";

const FILE = "policies/exceptions.yaml";

/** What is wrong with an exception is about no resource: it stands where the exception does. */
export function withPlaceOfException(root: string, finding: Placed<Finding>): Placed<Finding> {
    if (finding.rule !== EXCEPTIONS_RULE) return finding;
    return { ...finding, place: { file: FILE, line: lineOf(finding.property, textIn(root)), column: 1 } };
}

/** The line on which an entry gives its id; the first where there is none. */
function lineOf(id: string, text: string): number {
    const index = text.split("\n").findIndex((line) => {
        const [, given = ""] = /^[-\s]*["']?id["']?\s*:\s*["']?(.*?)["']?\s*(?:#.*)?$/.exec(line) ?? [];
        return given !== "" && given.replace(/[\s:]+/g, "-") === id;
    });
    return Math.max(index, 0) + 1;
}

function textIn(root: string): string {
    try {
        return readFileSync(join(root, FILE), "utf8");
    } catch {
        return "";
    }
}
