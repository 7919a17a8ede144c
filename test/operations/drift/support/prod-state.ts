import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Known } from "../../../../local/in-process/resources.ts";
import { isSecret } from "../../../../local/store/signatures.ts";
import { isObject, type Properties, type Value } from "../../../../local/store/value.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { judgeOnce } from "../../../../operations/guard/judge-once.ts";
import { paths } from "../../../../tools/paths.mjs";

let made: Promise<readonly StateResource[]> | undefined;

/** The state of prod as an update leaves it, of both clouds, made once in a process and without an engine. */
export function prodState(): Promise<readonly StateResource[]> {
    made ??= makeState();
    return made;
}

async function makeState(): Promise<StateResource[]> {
    const cache = mkdtempSync(join(tmpdir(), "drift-prod-"));
    try {
        const question = { root: paths.root, cache, stack: "prod", program: "platform", withDetails: true } as const;
        const { judgement } = await judgeOnce(question);
        const known = judgement?.details?.known ?? [];
        if (known.length === 0) throw new Error(JSON.stringify(judgement?.errors));
        return known.map(asState);
    } finally {
        rmSync(cache, { recursive: true, force: true });
    }
}

function asState({ urn, type, id, custom, inputs, outputs, parent, provider, protect, ...rest }: Known): StateResource {
    return {
        urn,
        type,
        id: id || "id",
        custom,
        inputs: asExported(inputs) as Properties,
        outputs: asExported(outputs) as Properties,
        parent,
        protect: protect ?? false,
        modified: "2026-01-01T00:00:00Z",
        sourcePosition: "project:///infra/platform.ts#1,1",
        ...(provider !== undefined && { provider: `${provider}::some-id` }),
        propertyDependencies: Object.fromEntries(
            Object.entries(rest.propertyDependencies).map(([name, urns]) => [name, [...urns]]),
        ),
    };
}

/** Secrets as `pulumi stack export --show-secrets` prints them. */
function asExported(value: Value): Value {
    if (Array.isArray(value)) return value.map(asExported);
    if (!isObject(value)) return value;
    if (isSecret(value)) {
        const { value: inner = null, ...mark } = value;
        return { ...mark, plaintext: JSON.stringify(inner) };
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asExported(inner)]));
}
