import { readRunFile } from "./run-file.ts";

/** What every client of the local services is built with. */
export interface ClientSettings {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    /** S3: the bucket goes into the path, since only one host name exists. */
    readonly forcePathStyle: true;
    /** SQS: queue URLs are AWS's own, so they cannot be where requests go. */
    readonly useQueueUrlAsEndpoint: false;
}

interface Client {
    destroy(): void;
}

/** AWS SDK clients of one run of the local services. */
export interface Clients {
    readonly accountId: string;
    readonly region: string;
    readonly endpoint: string;
    /** The administrator's, for calls that no SDK makes. */
    readonly credentials: ClientSettings["credentials"];
    /** The one client of this class, made when first asked for: `clients.of(SQSClient)`. */
    of<C extends Client>(kind: new (settings: ClientSettings) => C): C;
    /** Closes the connections of all clients. */
    close(): void;
}

/** Clients for the services that a run file describes. */
export function localClients(runFile: string): Clients {
    const run = readRunFile(runFile);
    if (run === undefined) {
        throw new Error(
            `The local services are not running: no live process in ${runFile}. Start them with npm start.`,
        );
    }
    // Node 20 is supported here, and the SDK's warning about it would stand in the middle of what a command prints.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    const settings: ClientSettings = {
        endpoint: run.endpoint,
        region: run.region,
        credentials: { accessKeyId: run.accessKeyId, secretAccessKey: run.secretAccessKey },
        forcePathStyle: true,
        useQueueUrlAsEndpoint: false,
    };
    const made = new Map<unknown, Client>();
    return {
        accountId: run.accountId,
        region: run.region,
        endpoint: run.endpoint,
        credentials: settings.credentials,
        of(kind) {
            const known = made.get(kind);
            if (known !== undefined) {
                return known as InstanceType<typeof kind>;
            }
            const client = new kind(settings);
            made.set(kind, client);
            return client;
        },
        close() {
            for (const client of made.values()) {
                client.destroy();
            }
            made.clear();
        },
    };
}
