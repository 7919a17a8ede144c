import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../../cli/user-error.ts";
import { cannotWrite } from "../../cli/write-output.ts";
import { emptyHistory, type History } from "./history.ts";

/** What earlier runs remember; nothing in the first one. */
export async function readHistory(file: string, stack: string): Promise<History> {
    let text: string;
    try {
        text = await readFile(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return emptyHistory(stack);
        throw new UserError(`Cannot read ${file}: ${(error as Error).message}. Name another file with --history.`);
    }
    const history = parsed(text);
    const fix = "Delete it, and every finding is new; or name another file with --history.";
    if (history === undefined) throw new UserError(`${file} is no history of drift. ${fix}`);
    if (history.stack !== stack)
        throw new UserError(`${file} is the history of ${history.stack}, not of ${stack}. ${fix}`);
    return history;
}

function parsed(text: string): History | undefined {
    try {
        const { version, stack, findings } = JSON.parse(text) as Partial<History>;
        const whole = version === 1 && typeof stack === "string" && Array.isArray(findings);
        return whole && findings.every(isRemembered) ? { version, stack, findings } : undefined;
    } catch {
        return undefined;
    }
}

function isRemembered(entry: unknown): boolean {
    const { fingerprint, firstSeenAt, lastSeenAt, paths, broken } = Object(entry);
    const texts = [fingerprint, firstSeenAt, lastSeenAt].every((text) => typeof text === "string");
    return texts && Array.isArray(paths) && Array.isArray(broken);
}

/** Whole or not at all, so that a run that is ended in between leaves the old one. */
export async function writeHistory(file: string, history: History): Promise<void> {
    const draft = `${file}.${process.pid}.tmp`;
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(draft, `${JSON.stringify(history, undefined, 2)}\n`);
        await rename(draft, file);
    } catch (cause) {
        throw cannotWrite(file, cause);
    }
}
