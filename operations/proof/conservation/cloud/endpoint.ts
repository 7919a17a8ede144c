import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InvokeEndpointCommandInput } from "@aws-sdk/client-sagemaker-runtime";
import { readArtefact } from "../../../../functions/adapters/artefact.ts";
import { servedAnswer } from "../../../../functions/score/served-answer.ts";
import { paths } from "../../../../tools/paths.mjs";

/** The starter model's trees. */
export type Trees = Awaited<ReturnType<typeof readArtefact>>;

export function starterTrees(): Promise<Trees> {
    const read = () => readFile(join(paths.root, "model", "starter", "model.tar.gz"));
    return readArtefact("s3://starter/model.tar.gz", "starter", { read });
}

/** An endpoint of SageMaker in memory, which serves these trees. */
export function endpointAnswer(trees: Trees, operation: string, input: object): object {
    if (operation !== "InvokeEndpoint") throw new Error(`this SageMaker does not know ${operation}`);
    const answer = servedAnswer(trees, String((input as InvokeEndpointCommandInput).Body));
    return { Body: { transformToString: async () => answer } };
}
