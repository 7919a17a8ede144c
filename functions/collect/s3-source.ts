import type { Readable } from "node:stream";
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Content, SourceReader } from "./ports.ts";
import { transferClient } from "./s3-landing.ts";
import type { S3Source } from "./source.ts";
import type { RemoteFile } from "./watermark.ts";

type Sender = Pick<S3Client, "send">;

interface ListedObject extends RemoteFile {
    key: string;
    eTag: string;
}

/** A partner's bucket, read with a role of the partner. */
export class S3SourceReader implements SourceReader {
    readonly #client: () => Promise<Sender>;
    readonly #source: S3Source;

    constructor(client: () => Promise<Sender>, source: S3Source) {
        this.#client = client;
        this.#source = source;
    }

    async list(): Promise<ListedObject[]> {
        const { bucket: Bucket, prefix: Prefix } = this.#source;
        const client = await this.#client();
        const listed: ListedObject[] = [];
        let ContinuationToken: string | undefined;
        do {
            const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
            for (const { Key = "", ETag = "", LastModified, Size = 0 } of page.Contents ?? []) {
                // A key that ends in a slash is a console's folder.
                if (LastModified === undefined || (Key.endsWith("/") && Size === 0)) continue;
                const name = Key.slice(Key.lastIndexOf("/") + 1);
                listed.push({
                    mark: `${Key} ${ETag}`,
                    name,
                    modifiedAt: LastModified.toISOString(),
                    key: Key,
                    eTag: ETag,
                });
            }
            ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken !== undefined);
        return listed;
    }

    async open({ key, eTag }: ListedObject): Promise<Content> {
        const client = await this.#client();
        const get = new GetObjectCommand({ Bucket: this.#source.bucket, Key: key, IfMatch: eTag });
        const { Body, ContentLength } = await client.send(get);
        if (Body === undefined || ContentLength === undefined) throw new Error(`S3 gave no content for ${key}`);
        return { body: Body as Readable, bytes: ContentLength };
    }
}

/** A client with the partner's role; taken on once, for the time of one run. */
export function partnerClient(sts: Pick<STSClient, "send">, { roleArn, region }: S3Source): () => Promise<S3Client> {
    let client: Promise<S3Client> | undefined;
    const assume = async () => {
        const { Credentials } = await sts.send(
            new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "compliance-platform-collect" }),
        );
        const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
        const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
        return transferClient({ region, credentials });
    };
    return () => {
        client ??= assume();
        return client;
    };
}
