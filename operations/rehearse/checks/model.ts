import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { done, fails, left } from "../outcome.ts";
import type { Check } from "../situation.ts";

const KEY = "compliance-platform:modelArtifact";
const FIX = "Write starter, or leave it out: the bucket of models is made by this very update.";

export const model: Check = {
    name: "model",
    async look({ stack, config, account }) {
        const artifact = config[KEY];
        if (artifact === undefined) return [done("none, so that the documented rules decide alone")];
        if (artifact === "starter") return [done("the one of the repository")];
        const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(String(artifact)) ?? [];
        if (Bucket === undefined || Key === undefined) return [left("what it is, before the settings are right")];
        const cloud = await account();
        if (typeof cloud === "string") return [left(`whether ${artifact} is there`, `${cloud}\n${FIX}`)];
        try {
            await cloud.of(S3Client).send(new HeadObjectCommand({ Bucket, Key }));
            return [done(`${artifact} is there`)];
        } catch (cause) {
            const { name, message } = cause instanceof Error ? cause : { name: "Error", message: "" };
            if (!/NotFound|NoSuch/.test(name)) return [left(`whether ${artifact} is there: ${name} ${message}`)];
            return [fails(`Pulumi.${stack}.yaml: ${KEY}`, `is ${artifact}, where nothing lies`, FIX)];
        }
    },
};
