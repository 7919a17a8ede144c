import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "./options.ts";

const ownFolders = ["transactions", "supplementary", "expected"];

/** Writes the files; refuses a folder that holds files of another set, since nobody could tell them apart later. */
export function writeSamples(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
    const [stranger] = strangersIn(folder, files);
    if (stranger !== undefined) {
        throw new UsageError(`${join(folder, stranger)} is not of this set: remove it or choose another --out`);
    }
    for (const [path, bytes] of files) {
        const target = join(folder, path);
        try {
            mkdirSync(dirname(target), { recursive: true });
            writeFileSync(target, bytes);
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            throw new UsageError(`cannot write ${target} (${code}): choose another folder with --out`, {
                cause: error,
            });
        }
    }
}

/** What is wrong with the folder, one sentence for each file; none when it holds exactly these files. */
export function differences(folder: string, files: ReadonlyMap<string, Uint8Array>): string[] {
    const wrong = strangersIn(folder, files).map((path) => `${path} is not made by the generator`);
    for (const [path, bytes] of files) {
        const found = read(join(folder, path));
        if (found === undefined) wrong.push(`${path} is missing`);
        else if (!found.equals(bytes)) wrong.push(`${path} differs from what the generator makes`);
    }
    return wrong.sort();
}

function strangersIn(folder: string, files: ReadonlyMap<string, Uint8Array>): string[] {
    return ownFolders
        .flatMap((own) => filesBelow(join(folder, own)))
        .flatMap((file) => {
            const path = relative(folder, file).split(sep).join("/");
            return files.has(path) ? [] : [path];
        });
}

function filesBelow(folder: string): string[] {
    try {
        return readdirSync(folder, { withFileTypes: true, recursive: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name));
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw new UsageError(`cannot read ${folder}: ${(error as Error).message}`, { cause: error });
    }
}

function read(file: string): Buffer | undefined {
    try {
        return readFileSync(file);
    } catch {
        return undefined;
    }
}
