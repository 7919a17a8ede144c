import { readFile } from "node:fs/promises";
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { optionalText, part, text } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const body = await bodyOf(resource);
        if (body === undefined) return;
        const { inputs } = resource;
        const key = optionalText(inputs, "kmsKeyId");
        await clients.of(S3Client).send(
            new PutObjectCommand({
                Bucket: text(resource, "bucket"),
                Key: text(resource, "key"),
                Body: body,
                ContentType: optionalText(inputs, "contentType"),
                ...(key !== undefined && { ServerSideEncryption: "aws:kms", SSEKMSKeyId: key }),
            }),
        );
    },
    async remove(resource, clients) {
        const Bucket = text(resource, "bucket");
        await clients.of(S3Client).send(new DeleteObjectCommand({ Bucket, Key: text(resource, "key") }));
    },
};

/** Undefined for an archive that is still to be packed, such as the modules of Spark, which nothing here runs. */
async function bodyOf({ inputs }: LiveResource): Promise<Uint8Array | string | undefined> {
    const source = part(inputs, "source") ?? {};
    const path = optionalText(source, "path");
    if (path !== undefined) return readFile(path);
    const given = source.text ?? inputs.content;
    return typeof given === "string" ? given : undefined;
}
