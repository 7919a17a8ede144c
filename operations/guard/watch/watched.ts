import { join, relative } from "node:path";
import { watch } from "chokidar";

/** Everything that the program, the guardrails and the stand-ins are made of. */
const FOLDERS = ["analytics", "contract", "functions", "infra", "local", "model", "policies", "stacks"];
/** Settings of stacks and projects, which lie beside the folders. */
const SETTINGS = /^Pulumi(\.[\w-]+)?\.yaml$/;
/** What nobody judges by: documents, what Python leaves behind, drafts of editors. */
const IGNORED = /(^|[/\\])(\.|node_modules([/\\]|$)|__pycache__([/\\]|$))|(\.md|~|\.swp|\.tmp)$/;

export interface Watching {
    close(): Promise<void>;
}

/** Tells of each file that was saved, made or removed, by its path from the root. Resolves once it would notice one. */
export async function watchSources(root: string, onChange: (file: string) => void): Promise<Watching> {
    const watcher = watch(
        [...FOLDERS, "."].map((folder) => join(root, folder)),
        {
            ignoreInitial: true,
            ignored: (path) => {
                const name = relative(root, path);
                if (name === "") return false;
                if (IGNORED.test(name)) return true;
                const inFolder = FOLDERS.some((folder) => name === folder || name.startsWith(join(folder, "/")));
                return !inFolder && !SETTINGS.test(name);
            },
        },
    );
    watcher.on("all", (event, path) => {
        if (event !== "addDir") onChange(relative(root, path));
    });
    await new Promise<void>((resolve, reject) => {
        watcher.once("ready", () => resolve());
        watcher.once("error", reject);
    });
    return watcher;
}
