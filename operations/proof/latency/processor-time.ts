import { execFileSync } from "node:child_process";

/** Seconds that a process has spent on a processor so far. */
export function processorSeconds(pid: number): number {
    return secondsIn(execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }).trim());
}

/** Of `[[days-]hours:]minutes:seconds`, as Linux and macOS write it. */
export function secondsIn(text: string): number {
    const [clock = "", days = "0"] = text.split("-").reverse();
    return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
