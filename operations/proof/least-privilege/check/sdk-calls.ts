import { build } from "esbuild";
import {
    credentialsFromEnvironment,
    onlyUsedOperations,
    onlyVersionOfClients,
    withoutEventStreams,
} from "../../../../infra/compute/lambda-plugins.ts";
import { root } from "../../../../tools/paths.mjs";

/** One operation of a client of the SDK. */
export interface Call {
    /** As the package is called: `client-sqs`. */
    client: string;
    /** Such as `SendMessageBatch`. */
    operation: string;
}

/** Operations that clients bring along for what nobody here has: buckets of S3 Express, and discovery of endpoints. */
const BROUGHT_ALONG = ["CreateSession", "DescribeEndpoints"];

const COMMAND = /@aws-sdk\/(client-[\w-]+)\/dist-es\/commands\/(\w+)Command\.js$/;

/** Every operation that the code of a function can call: what is left of the SDK in its bundle, which has nothing unused. */
export async function callsOf(verb: string): Promise<Call[]> {
    const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: [`functions/${verb}/handler.ts`],
        outfile: "index.mjs",
        write: false,
        metafile: true,
        bundle: true,
        treeShaking: true,
        platform: "node",
        target: "node22",
        format: "esm",
        mainFields: ["module", "main"],
        plugins: [credentialsFromEnvironment, onlyUsedOperations, onlyVersionOfClients, withoutEventStreams],
        logLevel: "silent",
    });
    const [output] = Object.values(metafile.outputs);
    return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]): Call[] => {
        const [, client, operation] = COMMAND.exec(file) ?? [];
        if (client === undefined || operation === undefined || bytesInOutput === 0) return [];
        return BROUGHT_ALONG.includes(operation) ? [] : [{ client, operation }];
    });
}
