import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { UserError } from "../cli/user-error.ts";
import { refuseSecrets, withoutSecrets } from "../preview/offline-project.ts";

/** What the engine would read of a project and one of its stacks before it runs the program. */
export interface StackConfig {
    readonly project: string;
    /** Each value as the text that the program gets. */
    readonly config: Readonly<Record<string, string>>;
}

/** The configuration of a stack, with a placeholder for each secret. `folder` is that of the program's project file. */
export async function stackConfig(folder: string, stack: string): Promise<StackConfig> {
    const project = parse(await readFile(join(folder, "Pulumi.yaml"), "utf8")) as { name: string; config?: unknown };
    if (project.config !== undefined) {
        throw new UserError(
            `${join(folder, "Pulumi.yaml")} has settings of its own under config, which the guardrails in process do not read. ` +
                `Move them into Pulumi.${stack}.yaml.`,
        );
    }
    const stackFile = await readFile(join(folder, `Pulumi.${stack}.yaml`), "utf8");
    refuseSecrets(stackFile, `Pulumi.${stack}.yaml`);
    const settings = parse(withoutSecrets(stackFile)) as {
        config?: Record<string, unknown>;
    } | null;
    const entries = Object.entries(settings?.config ?? {});
    return {
        project: project.name,
        config: Object.fromEntries(entries.map(([key, value]) => [keyIn(project.name, key), textOf(value)])),
    };
}

/** A key without a namespace is the project's own. */
function keyIn(project: string, key: string): string {
    return key.includes(":") ? key : `${project}:${key}`;
}

/** The engine writes lists and groups as JSON, with their keys in order. */
function textOf(value: unknown): string {
    if (value === null || value === undefined) return "";
    return value instanceof Object ? JSON.stringify(sorted(value)) : String(value);
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted);
    if (!(value instanceof Object)) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
