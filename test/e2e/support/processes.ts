import { execFileSync } from "node:child_process";
import { paths } from "../../../tools/paths.mjs";

/** Processes that run something of this repository, by process id. */
export function processes(): Map<number, string> {
    const listed = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
    const rows = listed.split("\n").map((line) => /^\s*(\d+)\s+(.*)$/.exec(line));
    return new Map(rows.flatMap((row) => (row?.[2]?.includes(paths.root) ? [[Number(row[1]), row[2]]] : [])));
}

/** Those that were not there before. */
export function leftBehind(before: ReadonlyMap<number, string>): string[] {
    return [...processes()].filter(([pid]) => !before.has(pid)).map(([pid, command]) => `${pid} ${command}`);
}
