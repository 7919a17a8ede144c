import {
    CreatePipelineCommand,
    DataPipelineClient,
    DeletePipelineCommand,
    ListPipelinesCommand,
} from "@aws-sdk/client-data-pipeline";
import type { Cloud } from "../verify/cloud.ts";

/** Whether an account may make workflows of AWS Data Pipeline, which takes no new customers. */
export type Eligibility =
    | { readonly state: "open"; readonly because: string }
    | { readonly state: "closed"; readonly says: string }
    | { readonly state: "unknown"; readonly why: string };

/**
 * What it says when it refuses is published nowhere. A refusal of the caller's own rights is known by its words; AWS calls
 * what an account is not let into a subscription or an opt-in that is missing, or says that it takes no new customers.
 */
const OF_RIGHTS = /is not authorized to perform|explicit deny|no identity-based policy|security token/i;
const CLOSED = /new customers|existing customers|no longer available|not (subscribed|signed up|onboarded|available)/i;
const CLOSED_NAMES = ["SubscriptionRequiredException", "OptInRequired"];

/** Names the attempt, so that one that could not be taken away is found. */
const PROBE = "compliance-platform-may-it";

/**
 * Asks the service. A list of pipelines shows a customer; an empty one shows nothing, since nobody knows whether it is
 * refused to new customers. `mayMake` lets it make an empty pipeline, which does and costs nothing, and take it away at once.
 */
export async function askDataPipeline({ of }: Pick<Cloud, "of">, mayMake: boolean): Promise<Eligibility> {
    const client = of(DataPipelineClient);
    try {
        const { pipelineIdList = [] } = await client.send(new ListPipelinesCommand({}));
        if (pipelineIdList.length > 0)
            return { state: "open", because: `${pipelineIdList.length} pipelines are there` };
        if (!mayMake) {
            return { state: "unknown", why: "The account has no pipeline, and only making one shows whether it may." };
        }
        const probe = { name: PROBE, uniqueId: PROBE };
        const { pipelineId } = await client.send(new CreatePipelineCommand(probe));
        await client.send(new DeletePipelineCommand({ pipelineId }));
        return { state: "open", because: "an empty pipeline could be made, and was taken away" };
    } catch (cause) {
        return refusal(cause);
    }
}

function refusal(cause: unknown): Eligibility {
    const { name, message } = cause instanceof Error ? cause : { name: "Error", message: String(cause) };
    const says = `${name}: ${message.split("\n", 1)[0]}`;
    const isClosed = CLOSED_NAMES.includes(name) || (CLOSED.test(message) && !OF_RIGHTS.test(message));
    return isClosed ? { state: "closed", says } : { state: "unknown", why: says };
}
