import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { localClients } from "../clients.ts";
import { trainInProcess } from "./training-process.ts";
import type { Train } from "./trainings.ts";

/** Trains on what lies in the local S3, and leaves the model there, where SageMaker would. */
export function trainFromS3(runFile: string, python?: string): Train {
    return async ({ TrainingJobName, HyperParameters = {}, InputDataConfig, OutputDataConfig }, signal) => {
        const clients = localClients(runFile);
        try {
            const s3 = clients.of(S3Client);
            const channels = InputDataConfig.map(
                async ({ ChannelName, DataSource }) =>
                    [ChannelName, await filesUnder(s3, DataSource.S3DataSource.S3Uri)] as const,
            );
            const archive = await trainInProcess({
                hyperparameters: HyperParameters,
                channels: Object.fromEntries(await Promise.all(channels)),
                signal,
                ...(python !== undefined && { python }),
            });
            const { bucket, key } = placeOf(OutputDataConfig.S3OutputPath);
            const Key = `${key.replace(/\/?$/, "/").replace(/^\/$/, "")}${TrainingJobName}/output/model.tar.gz`;
            await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: archive }));
            return `s3://${bucket}/${Key}`;
        } finally {
            clients.close();
        }
    };
}

/** By their names below the folder. */
async function filesUnder(s3: S3Client, uri: string): Promise<Map<string, Uint8Array>> {
    const { bucket: Bucket, key: Prefix } = placeOf(uri);
    const files = new Map<string, Uint8Array>();
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix })) {
        for (const { Key = "" } of Contents) {
            const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
            files.set(Key.slice(Prefix.length), (await Body?.transformToByteArray()) ?? new Uint8Array());
        }
    }
    return files;
}

function placeOf(uri: string): { bucket: string; key: string } {
    const { hostname: bucket, pathname } = new URL(uri);
    return { bucket, key: pathname.slice(1) };
}
