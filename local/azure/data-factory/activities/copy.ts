import type { Activity, Definitions, Properties } from "../definitions.ts";
import { referred } from "../definitions.ts";
import { type Format, rowsOf } from "../delimited-text.ts";
import { evaluateAll, type Scope } from "../expressions/evaluate.ts";
import { ActivityFault, type Surroundings } from "../surroundings.ts";

const STORAGE = "https://storage.azure.com/";
/** Data Factory's own default. */
const BATCH_ROWS = 10_000;

/** Reads a delimited blob as the linked service says, and sends its rows to a REST address, so many at a time. */
export async function copy(
    activity: Activity,
    definitions: Definitions,
    scope: Scope,
    around: Surroundings,
    signal: AbortSignal,
): Promise<object> {
    const { inputs, outputs, sink } = activity as unknown as {
        inputs: [Reference];
        outputs: [Reference];
        sink: { requestMethod: string; writeBatchSize?: number; sinkRetryCount?: number };
    };
    const rows = await read(datasetOf(inputs[0], definitions, scope), definitions, around, signal);
    const target = datasetOf(outputs[0], definitions, scope);
    const service = referred(definitions.linkedServices, target.linkedServiceName);
    const token = await around.tokenFor(identityOf(service, definitions), String(service.aadResourceId));
    const size = sink.writeBatchSize ?? BATCH_ROWS;
    for (let at = 0; at < rows.length; at += size) {
        const { status } = await around.send({
            method: sink.requestMethod,
            url: `${service.url}/${target.relativeUrl}`,
            headers: { authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" },
            body: JSON.stringify(rows.slice(at, at + size)),
            signal,
        });
        if (status < 200 || status >= 300) throw new ActivityFault("2200", `the sink answered ${status}`);
    }
    return { rowsRead: rows.length, rowsCopied: rows.length };
}

interface Reference {
    readonly referenceName: string;
    readonly parameters?: Properties;
}

/** A dataset with its expressions computed from the parameters that the activity gives it. */
function datasetOf(reference: Reference, definitions: Definitions, scope: Scope): Properties {
    const dataset = evaluateAll(reference.parameters ?? {}, scope) as Properties;
    return evaluateAll(referred(definitions.datasets, reference), { ...scope, dataset }) as Properties;
}

async function read(dataset: Properties, definitions: Definitions, around: Surroundings, signal: AbortSignal) {
    const service = referred(definitions.linkedServices, dataset.linkedServiceName);
    const { container, folderPath, fileName } = dataset.location as Record<string, string>;
    const token = await around.tokenFor(identityOf(service, definitions), STORAGE);
    const { status, text } = await around.send({
        method: "GET",
        url: `${service.serviceEndpoint}${container}/${folderPath}/${fileName}`,
        headers: { authorization: `Bearer ${token}`, "x-ms-version": "2021-08-06" },
        signal,
    });
    if (status !== 200) throw new ActivityFault("2200", `the blob answered ${status}`);
    return rowsOf(text, dataset as unknown as Format);
}

/** As whom the factory comes there: by a credential, or as itself. */
function identityOf(service: Properties, { credentials }: Definitions): string | undefined {
    return service.credential === undefined ? undefined : String(referred(credentials, service.credential).resourceId);
}
