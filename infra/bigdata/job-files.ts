import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BucketObjectv2 } from "@pulumi/aws/s3/bucketObjectv2.js";
import { asset, interpolate, type Output, type Resource } from "@pulumi/pulumi";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";

const FOLDER = join(import.meta.dirname, "../../analytics/trends");
/** What Spark is started with; it imports the others from the zip file beside it. */
const ENTRY = "main.py";

/** The job as it lies in the repository. */
export interface JobFiles {
    entry: asset.FileAsset;
    /** All modules, as the package `trends`. */
    modules: asset.AssetArchive;
    /** Changes with any of them, so that a run keeps the files it began with. */
    version: string;
}

export function readJob(folder = FOLDER): JobFiles {
    const names = readdirSync(folder)
        .filter((name) => name.endsWith(".py"))
        .sort();
    if (!names.includes(ENTRY)) throw new Error(`${folder} has no ${ENTRY}, which Spark is to be started with`);
    const hash = createHash("sha256");
    for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
    const modules = names.map((name) => [`trends/${name}`, new asset.FileAsset(join(folder, name))] as const);
    return {
        entry: new asset.FileAsset(join(folder, ENTRY)),
        modules: new asset.AssetArchive(Object.fromEntries(modules)),
        version: hash.digest("hex").slice(0, 16),
    };
}

/** Puts the job where Spark finds it, and says where that is. */
export function uploadJob(parent: Resource, name: string, to: WorkBucket, key: PlatformKey) {
    const { entry, modules, version } = readJob();
    const upload = (file: string, source: asset.Asset | asset.Archive): Output<string> => {
        const path = `jobs/${version}/${file}`;
        const object = new BucketObjectv2(
            `${name}-${file}`,
            { bucket: to.bucket.bucket, key: path, source, kmsKeyId: key.arn },
            { parent },
        );
        return interpolate`s3://${object.bucket}/${object.key}`;
    };
    return { entryPoint: upload("main.py", entry), modules: upload("trends.zip", modules) };
}
