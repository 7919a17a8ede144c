import { gunzipSync } from "node:zlib";
import { DeleteItemCommand, DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import {
    DeleteObjectCommand,
    GetObjectCommand,
    HeadObjectCommand,
    ListObjectVersionsCommand,
    type ListObjectVersionsCommandInput,
    type ListObjectVersionsCommandOutput,
    type ObjectVersion,
    PutObjectLegalHoldCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import type { Cloud } from "../verify/cloud.ts";
import type { Outputs } from "../verify/outputs.ts";
import type { Keeping, KeptRecord } from "./kept.ts";

type Places = Pick<Outputs, "recordsBucket" | "ledgerTable">;

/** The records bucket and the ledger of a stack, with the rights of the person at the terminal. */
export class KeepingInAccount implements Keeping {
    private readonly cloud: Pick<Cloud, "of">;
    private readonly places: Places;

    constructor(cloud: Pick<Cloud, "of">, places: Places) {
        this.cloud = cloud;
        this.places = places;
    }

    async *writtenBefore(time: Date): AsyncIterable<KeptRecord> {
        for await (const { Key = "", VersionId = "", LastModified, Size = 0 } of this.versions()) {
            if (LastModified === undefined || LastModified >= time) continue;
            const which = { Bucket: this.places.recordsBucket, Key, VersionId };
            const head = await this.cloud.of(S3Client).send(new HeadObjectCommand(which));
            yield {
                key: Key,
                version: VersionId,
                bytes: Size,
                lockedUntil: head.ObjectLockRetainUntilDate,
                isHeld: head.ObjectLockLegalHoldStatus === "ON",
            };
        }
    }

    async idsIn({ key, version }: KeptRecord): Promise<string[]> {
        const which = { Bucket: this.places.recordsBucket, Key: key, VersionId: version };
        const { Body } = await this.cloud.of(S3Client).send(new GetObjectCommand(which));
        const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
        const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
        return text.split("\n").flatMap((line) => (line === "" ? [] : [String(JSON.parse(line).id)]));
    }

    async forget(id: string, recordKey: string): Promise<boolean> {
        try {
            await this.cloud.of(DynamoDBClient).send(
                new DeleteItemCommand({
                    TableName: this.places.ledgerTable,
                    Key: { id: { S: id } },
                    ConditionExpression: "recordKey = :key",
                    ExpressionAttributeValues: { ":key": { S: recordKey } },
                }),
            );
            return true;
        } catch (cause) {
            // A later finding has a record of its own, which keeps the row.
            if (cause instanceof Error && cause.name === "ConditionalCheckFailedException") return false;
            throw cause;
        }
    }

    async remove({ key, version }: KeptRecord): Promise<void> {
        const which = { Bucket: this.places.recordsBucket, Key: key, VersionId: version };
        await this.cloud.of(S3Client).send(new DeleteObjectCommand(which));
    }

    async recordOf(id: string): Promise<string | undefined> {
        const { Item } = await this.cloud.of(DynamoDBClient).send(
            new GetItemCommand({
                TableName: this.places.ledgerTable,
                Key: { id: { S: id } },
                ConsistentRead: true,
            }),
        );
        return Item?.recordKey?.S;
    }

    async hold(recordKey: string, isHeld: boolean): Promise<number> {
        let count = 0;
        for await (const { Key, VersionId } of this.versions(recordKey)) {
            if (Key !== recordKey) continue;
            const LegalHold = { Status: isHeld ? "ON" : "OFF" } as const;
            const which = { Bucket: this.places.recordsBucket, Key, VersionId };
            await this.cloud.of(S3Client).send(new PutObjectLegalHoldCommand({ ...which, LegalHold }));
            count += 1;
        }
        return count;
    }

    private async *versions(Prefix?: string): AsyncIterable<ObjectVersion> {
        let next: Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker"> | undefined = {};
        while (next !== undefined) {
            const asked: ListObjectVersionsCommandInput = { Bucket: this.places.recordsBucket, Prefix, ...next };
            const page: ListObjectVersionsCommandOutput = await this.cloud
                .of(S3Client)
                .send(new ListObjectVersionsCommand(asked));
            yield* page.Versions ?? [];
            next = page.IsTruncated
                ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
                : undefined;
        }
    }
}
