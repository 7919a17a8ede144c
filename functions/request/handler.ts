import { STSClient } from "@aws-sdk/client-sts";
import type { Context } from "aws-lambda";
import { clientOptions } from "../adapters/client-options.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { azureToken } from "./azure-token.ts";
import { FactoryRuns } from "./factory-runs.ts";
import { type Brought, request } from "./request.ts";

const logger = loggerOf("request");
const sts = new STSClient(clientOptions);
const entra = {
    url: "https://login.microsoftonline.com",
    tenantId: required("AZURE_TENANT_ID"),
    clientId: required("AZURE_CLIENT_ID"),
};
const factory = { url: "https://management.azure.com", factoryId: required("FACTORY_ID") };
const pipelines = required("PIPELINES").split(",");
const patience = { fetch, pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };

/** Run by the workflow, which tries again when it fails. */
export async function handler(_event: unknown, context: Context): Promise<Brought[]> {
    const runs = new FactoryRuns(factory, await azureToken(sts, entra, patience), patience);
    const { pause } = patience;
    const brought = await request(pipelines, { runs, pause, remainingMs: () => context.getRemainingTimeInMillis() });
    for (const one of brought) logger.info("set brought", { ...one });
    return brought;
}
