import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

/** A block of commands of the page. */
export interface Block {
    /** As they stand there, one a line. */
    readonly commands: readonly string[];
    /** Why no stand-in can run it; undefined where one does. */
    readonly reason?: string;
}

const MARK = /^<!-- not on stand-ins: (.+) -->$/;

/** The commands of docs/first-deployment.md, in the order of the page. */
export function blocksOfPage(): Block[] {
    const text = readFileSync(join(paths.root, "docs", "first-deployment.md"), "utf8");
    const blocks: Block[] = [];
    let [reason, begun]: [string | undefined, string[] | undefined] = [undefined, undefined];
    for (const line of text.split("\n").map((one) => one.trim())) {
        if (begun !== undefined) {
            if (line !== "```") begun.push(line);
            else {
                blocks.push({ commands: begun, ...(reason !== undefined && { reason }) });
                [reason, begun] = [undefined, undefined];
            }
        } else if (line === "```sh") begun = [];
        else if (MARK.test(line)) reason = MARK.exec(line)?.[1];
        else if (line !== "") reason = undefined;
    }
    return blocks;
}
