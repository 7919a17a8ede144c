import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Store } from "../../local/store/store.ts";
import { exportSealed, importState } from "../../operations/drift/look/engine.ts";
import type { Exported, StateResource } from "../../operations/drift/state/deployment.ts";
import { engineEnvironment, fileBackend } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { ours } from "../our-commands.ts";
import { costOf } from "../run-command.ts";

export interface LocalStack {
    /** Environment in which the commands find it. */
    env: NodeJS.ProcessEnv;
    /** Environment in which the engine finds it. */
    engineEnv: NodeJS.ProcessEnv;
    resources: number;
    remove(): void;
}

/** The stack `local`, brought up on stand-ins in a folder of its own, and in its state and in its cloud so many times. */
export async function localStackTimes(copies: number): Promise<LocalStack> {
    const folder = mkdtempSync(join(tmpdir(), "bench-drift-"));
    const env = { ...process.env, COMPLIANCE_LOCAL_DATA: folder };
    const backendUrl = fileBackend(join(folder, "state"));
    const engineEnv = engineEnvironment({ standIn: true, backendUrl, storeDir: join(folder, "store") });
    const up = ["--pulumi", "up", "--yes", "--skip-preview", "--stack", "local", "--non-interactive"];
    await costOf(ours(up, paths.root, env));
    const engine = { stack: "local", cwd: paths.root, env: engineEnv };
    const exported = JSON.parse(await exportSealed(engine)) as Exported;
    const all = exported.deployment.resources ?? [];
    const resources = [
        ...all,
        ...times(copies).flatMap((copy) => all.filter(isCopied).map((one) => copied(one, copy))),
    ];
    const file = join(folder, "copies.json");
    writeFileSync(file, JSON.stringify({ ...exported, deployment: { ...exported.deployment, resources } }));
    await importState(engine, file);
    const store = new Store(join(folder, "store"), "local");
    for (const held of await store.list()) {
        for (const copy of times(copies)) {
            const { urn, id, name } = {
                urn: `${held.urn}-${copy}`,
                id: `${held.id}-${copy}`,
                name: `${held.name}-${copy}`,
            };
            await store.put({ ...held, urn, id, name, outputs: { ...held.outputs, id } });
        }
    }
    return {
        env,
        engineEnv,
        resources: resources.length,
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}

function times(copies: number): number[] {
    return Array.from({ length: copies - 1 }, (_, index) => index + 2);
}

function isCopied({ custom, type }: StateResource): boolean {
    return custom === true && !type.startsWith("pulumi:");
}

/** The same resource once more, beside the first one. */
function copied({ outputs, ...resource }: StateResource, copy: number): StateResource {
    const id = `${resource.id}-${copy}`;
    return { ...resource, urn: `${resource.urn}-${copy}`, id, outputs: { ...outputs, id } };
}
