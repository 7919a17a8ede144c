import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type AnsweringServer, answerCalls } from "../answering.ts";
import { localClients } from "../clients.ts";
import { Endpoints, type ModelDescription, type RunningContainer } from "./endpoints.ts";
import { invoke } from "./invoke.ts";
import { startContainer } from "./model-container.ts";
import type { Place } from "./operation.ts";
import { operate } from "./operations.ts";
import { Registry } from "./registry.ts";
import { trainFromS3 } from "./train-from-s3.ts";
import { Trainings } from "./trainings.ts";

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
    /** Resolves with the first container that ends although nobody asked for it. */
    readonly lost: Promise<Error>;
}

/**
 * SageMaker on the loopback: what trains a model, keeps its versions, brings one into service, and asks it. Each endpoint and
 * each training is a process of its own.
 */
export async function serveSageMaker(options: SageMakerOptions): Promise<SageMaker> {
    const { runFile, logFile, python } = options;
    let lose: (why: Error) => void = () => {};
    const lost = new Promise<Error>((resolve) => {
        lose = resolve;
    });
    const serve = async (model: ModelDescription) => {
        const archive = await artefactOf(model, runFile);
        return startContainer({ archive, logFile, ...(python !== undefined && { python }) });
    };
    const endpoints = new Endpoints(serve, lose);
    const trainings = new Trainings(trainFromS3(runFile, python));
    const holdings = { endpoints, trainings, registry: new Registry(), place: options };
    const server = await answerCalls((call) =>
        call.path.startsWith("/endpoints/") ? invoke(endpoints, call, options) : operate(holdings, call),
    );
    return {
        url: server.url,
        token: server.token,
        containers: () => endpoints.running(),
        lost,
        async close() {
            await server.close();
            await Promise.all([endpoints.close(), trainings.close()]);
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
