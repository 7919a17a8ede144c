import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseDocument, visit } from "yaml";

/** Keys by which a stack names the cloud key that opens its secrets; opening it would need credentials. */
const SECRETS_KEYS = ["secretsprovider", "encryptedkey", "encryptionsalt"];

/** Stands for every secret, which an offline preview cannot open and must not need. */
export const PLACEHOLDER = "offline-placeholder";

export interface OfflineProject {
    /** Folder to run the engine in. */
    workDir: string;
    /** Empty file backend beside it. */
    backendUrl: string;
    /** Empty store for the stand-in providers. */
    storeDir: string;
    /** Deletes the copy with all that was written into it. */
    remove(): Promise<void>;
}

/**
 * A throw-away copy of the project that the engine can preview without credentials: the same program, with the
 * stack's secrets replaced by a placeholder and its cloud key taken out. `program` is the folder of another program
 * than the platform's, such as `infra/bootstrap`.
 */
export async function offlineProject(projectFolder: string, stack: string, program = ""): Promise<OfflineProject> {
    const root = await mkdtemp(join(tmpdir(), "compliance-offline-"));
    const remove = () => rm(root, { recursive: true, force: true });
    try {
        const [workDir, backend, storeDir] = ["project", "backend", "store"].map((name) => join(root, name)) as [
            string,
            string,
            string,
        ];
        for (const folder of [workDir, backend, storeDir]) await mkdir(folder);
        const settingsFile = `Pulumi.${stack}.yaml`;
        for (const entry of await readdir(projectFolder)) {
            if (entry === ".git" || entry === settingsFile || (program && entry === "Pulumi.yaml")) continue;
            await symlink(join(projectFolder, entry), join(workDir, entry));
        }
        if (program) await writeFile(join(workDir, "Pulumi.yaml"), await projectFile(projectFolder, program));
        const settings = await readFile(join(projectFolder, program, settingsFile), "utf8");
        await writeFile(join(workDir, settingsFile), withoutSecrets(settings));
        return { workDir, backendUrl: pathToFileURL(backend).href, storeDir, remove };
    } catch (error) {
        await remove();
        throw error;
    }
}

/** The project file of a program in a folder of its own, as it must read in the root, where its libraries are. */
async function projectFile(projectFolder: string, program: string): Promise<string> {
    const document = parseDocument(await readFile(join(projectFolder, program, "Pulumi.yaml"), "utf8"));
    document.set("main", join(program, String(document.get("main"))));
    return document.toString();
}

/** The stack file with each `secure:` value replaced and the way to open it removed. */
export function withoutSecrets(stackFile: string): string {
    const document = parseDocument(stackFile);
    for (const key of SECRETS_KEYS) document.delete(key);
    visit(document, {
        Map: (_, map) => (map.items.length === 1 && map.has("secure") ? document.createNode(PLACEHOLDER) : undefined),
    });
    return document.toString();
}
