import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths, platformPaths } from "../../../tools/paths.mjs";
import { readEngineRecord, writeEngineRecord } from "../../../tools/setup/engine-record.mjs";
import { wantedPython } from "../../../tools/setup/python.mjs";
import { readStamp, writeStamp } from "../../../tools/setup/stamp.mjs";

export interface ProgramCopy {
    /** Where the copy lies. */
    root: string;
    /** Replaces a text in a file, wherever it stands; refuses one that is not there. */
    change(file: string, from: string, to: string): void;
    remove(): void;
}

/** A copy of the repository that a test may break. What set-up has made is shared with the original. */
export function programCopy(): ProgramCopy {
    const root = mkdtempSync(join(tmpdir(), "program-copy-"));
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
        cwd: paths.root,
        encoding: "utf8",
    });
    const top = new Set(listed.split("\n").flatMap((file) => (file === "" ? [] : [file.split("/")[0] ?? ""])));
    for (const name of top) {
        // The tests are many and no program reads them.
        if (name !== "test") cpSync(join(paths.root, name), join(root, name), { recursive: true });
    }
    symlinkSync(paths.nodeModules, join(root, "node_modules"));
    shareSetUp(root);
    return {
        root,
        change(file, from, to) {
            const text = readFileSync(join(root, file), "utf8");
            if (!text.includes(from)) throw new Error(`${file} does not say: ${from}`);
            writeFileSync(join(root, file), text.replaceAll(from, to));
        },
        remove: () => rmSync(root, { recursive: true, force: true }),
    };
}

/** Links what set-up has made, and says so in the copy's own stamps: with those of the original it would make it anew. */
function shareSetUp(root: string): void {
    const at = platformPaths(root);
    mkdirSync(at.platform);
    for (const made of ["engine", "python", "cache"] as const) {
        if (existsSync(paths[made])) symlinkSync(paths[made], at[made]);
    }
    const engine = readEngineRecord(paths);
    writeEngineRecord(at, { ...engine, binary: engine.binary.replace(paths.engine, at.engine) });
    writeStamp(at, "first-look", {});
    writeStamp(at, "python", { ...(readStamp(paths, "python") as object), wanted: wantedPython(at) });
}
