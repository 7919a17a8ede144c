import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlatformPaths } from "../../tools/paths.mjs";
import { isAlive, removeDrafts } from "../../tools/run/drafts.mjs";
import { type Holder, takeLock } from "../../tools/setup/lock.mjs";
import { UserError } from "../cli/user-error.ts";

export interface Claim {
    /** For temporary files of this start and all that it starts; nothing in it outlives the next start. */
    readonly temporary: string;
    /** Gives the local cloud to whoever comes next. */
    release(): void;
}

export interface ClaimOptions {
    readonly signal: AbortSignal;
    /** Told of an earlier start that only has to end. */
    readonly onWait: (pid: number) => void;
    /** Whether a process is a start. Default: by its command line, since process ids are used again. */
    readonly isStart?: (pid: number) => boolean;
}

/**
 * Makes the local cloud of a folder ours, with what an earlier start left that was killed and could not clear away: its run
 * file, its temporary files, and files that it was writing. A start that lives is left alone, and this one refused, unless
 * that one only lives to end, because what started it is gone.
 */
export async function claimLocalCloud(
    at: Pick<PlatformPaths, "servicesFile" | "setup" | "cache" | "bundles">,
    { signal, onWait, isStart = isStartRunning }: ClaimOptions,
): Promise<Claim> {
    const run = dirname(at.servicesFile);
    const temporary = join(run, "tmp");
    mkdirSync(run, { recursive: true });
    const giveBack = await takeLock(run, {
        signal,
        holds: isStart,
        onWait(pid: number, { parent }: Holder) {
            if (isAlive(parent)) throw refusal(pid);
            onWait(pid);
        },
    });
    rmSync(at.servicesFile, { force: true });
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { mode: 0o700 });
    for (const folder of [run, at.setup, at.cache, at.bundles]) removeDrafts(folder);
    return {
        temporary,
        release() {
            rmSync(temporary, { recursive: true, force: true });
            giveBack();
        },
    };
}

function refusal(pid: number): UserError {
    return new UserError(
        `npm start runs here already (process ${pid}). End it with Ctrl-C where it runs, or: kill ${pid}\n` +
            "A second one beside it needs a folder of its own: COMPLIANCE_LOCAL_DATA=FOLDER npm start",
    );
}

function isStartRunning(pid: number): boolean {
    if (!isAlive(pid)) return false;
    try {
        return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).includes("start.ts");
    } catch {
        // It ended meanwhile.
        return false;
    }
}
