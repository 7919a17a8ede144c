import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type AnsweringServer, answerCalls } from "../answering.ts";
import { localClients } from "../clients.ts";
import { Endpoints, type ModelDescription, type RunningContainer } from "./endpoints.ts";
import { invoke } from "./invoke.ts";
import { startContainer } from "./model-container.ts";
import { operate, type Place } from "./operations.ts";

export interface SageMakerOptions extends Place {
    /** Of the local services, in whose S3 the models lie. */
    readonly runFile: string;
    /** Where containers say what goes wrong. */
    readonly logFile: string;
    readonly python?: string;
}

export interface SageMaker extends AnsweringServer {
    /** What runs, for whoever wants to see what becomes of an endpoint whose container ends. */
    containers(): readonly RunningContainer[];
}

/** SageMaker on the loopback: what brings a model into service, and asks it. Each endpoint is a process of its own. */
export async function serveSageMaker(options: SageMakerOptions): Promise<SageMaker> {
    const { runFile, logFile, python } = options;
    const endpoints = new Endpoints(async (model) => {
        const archive = await artefactOf(model, runFile);
        return startContainer({ archive, logFile, ...(python !== undefined && { python }) });
    });
    const server = await answerCalls((call) =>
        call.path.startsWith("/endpoints/") ? invoke(endpoints, call, options) : operate(endpoints, call, options),
    );
    return {
        url: server.url,
        token: server.token,
        containers: () => endpoints.running(),
        async close() {
            await server.close();
            await endpoints.close();
        },
    };
}

async function artefactOf({ modelDataUrl }: ModelDescription, runFile: string): Promise<Uint8Array> {
    const { hostname: Bucket, pathname } = new URL(modelDataUrl);
    const clients = localClients(runFile);
    try {
        const { Body } = await clients.of(S3Client).send(new GetObjectCommand({ Bucket, Key: pathname.slice(1) }));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
        throw new Error(`its model data at ${modelDataUrl} cannot be read: ${(error as Error).message}`);
    } finally {
        clients.close();
    }
}
