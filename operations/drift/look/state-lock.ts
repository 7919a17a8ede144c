import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";

/** Says who works on the stack, if somebody does. */
export type LockOf = (backendUrl: string, project: string, stack: string) => Promise<string | undefined>;

/** Reads the locks that the engine keeps beside the state. Other backends tell of a running update by the state alone. */
export const stateLock: LockOf = async (backendUrl, project, stack) => {
    const folder = `.pulumi/locks/organization/${project}/${stack}`;
    const { protocol } = new URL(backendUrl);
    const texts = protocol === "file:" ? await inFolder(backendUrl, folder) : [];
    if (protocol === "s3:") texts.push(...(await inBucket(backendUrl, folder)));
    return texts.length === 0 ? undefined : texts.map(described).join("; ");
};

async function inFolder(backendUrl: string, folder: string): Promise<string[]> {
    const path = join(fileURLToPath(backendUrl), folder);
    try {
        const names = (await readdir(path)).filter((name) => name.endsWith(".json"));
        // One that is gone since it was listed holds nobody up.
        const texts = await Promise.all(names.map((name) => readFile(join(path, name), "utf8").catch(() => undefined)));
        return texts.filter((text) => text !== undefined);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
    }
}

async function inBucket(backendUrl: string, folder: string): Promise<string[]> {
    const { hostname: Bucket, pathname, searchParams } = new URL(backendUrl);
    const region = searchParams.get("region");
    const profile = searchParams.get("profile") ?? searchParams.get("awsprofile");
    const client = new S3Client({ ...(region && { region }), ...(profile && { profile }) });
    try {
        const Prefix = `${[pathname.replace(/^\/|\/$/g, ""), folder].filter(Boolean).join("/")}/`;
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
        const keys = Contents.flatMap(({ Key }) => (Key?.endsWith(".json") ? [Key] : []));
        return await Promise.all(
            keys.map(async (Key) => {
                const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
                return (await Body?.transformToString()) ?? "";
            }),
        );
    } finally {
        client.destroy();
    }
}

/** Since when somebody holds the lock. Their name and machine are in the lock, for whoever has to look. */
function described(text: string): string {
    const since = /"timestamp":\s*"([^"]+)"/.exec(text)?.[1];
    return since === undefined ? "an update is running" : `an update is running since ${since}`;
}
