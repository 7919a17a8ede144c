import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * The processes that a process has started, and those that they have. Plug-ins are in groups of their own, so ending the
 * group of an engine that hangs would leave them behind; and once it is gone nobody knows whose they were.
 */
export async function descendantsOf(pid: number): Promise<number[]> {
    const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]).catch(() => ({ stdout: "" }));
    const children = new Map<number, number[]>();
    for (const line of stdout.split("\n")) {
        const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
        children.set(parent, [...(children.get(parent) ?? []), child]);
    }
    const found: number[] = [];
    for (let open = children.get(pid) ?? []; open.length > 0; open = open.flatMap((one) => children.get(one) ?? [])) {
        found.push(...open);
    }
    return found;
}
