import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMap, isNode, parseDocument, visit, type YAMLMap } from "yaml";
import { UserError } from "../cli/user-error.ts";

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
        refuseSecrets(settings, join(program, settingsFile));
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

/**
 * The program refuses secrets among its own settings, since they would end as plain text in the state; a placeholder would
 * hide that from it. Those of providers are none of its business.
 */
export function refuseSecrets(stackFile: string, name: string): void {
    const config = parseDocument(stackFile).get("config");
    if (!isMap(config)) return;
    const keys = config.items.map(({ key }) => String(key));
    const secret = keys.filter((key) => /^compliance-platform(-bootstrap)?:/.test(key) && isSecret(config.get(key)));
    if (secret.length === 0) return;
    throw new UserError(
        `${name}: ${secret.join(", ")} has a value under secure:, which would end as plain text in the state. ` +
            "Write it openly; what must stay secret does not belong into the configuration of a stack.",
    );
}

function isSecret(value: unknown): boolean {
    let found = false;
    if (isNode(value)) {
        visit(value, {
            Map: (_, map) => {
                if (!isSecureMap(map)) return undefined;
                found = true;
                return visit.BREAK;
            },
        });
    }
    return found;
}

const isSecureMap = (map: YAMLMap): boolean => map.items.length === 1 && map.has("secure");

/** The stack file with each `secure:` value replaced and the way to open it removed. */
export function withoutSecrets(stackFile: string): string {
    const document = parseDocument(stackFile);
    for (const key of SECRETS_KEYS) document.delete(key);
    visit(document, {
        Map: (_, map) => (isSecureMap(map) ? document.createNode(PLACEHOLDER) : undefined),
    });
    return document.toString();
}
