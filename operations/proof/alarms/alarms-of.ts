import { asGuardrailsSee } from "../../../local/in-process/as-seen.ts";
import { bindings, type LiveResource } from "../../../local/services/bindings/index.ts";
import type { Clients } from "../../../local/services/clients.ts";
import { operatorInbox } from "../../../local/services/operator-inbox.ts";
import { paths } from "../../../tools/paths.mjs";
import { UserError } from "../../cli/user-error.ts";
import { judgeOnce } from "../../guard/judge-once.ts";

const TOPIC = "aws:sns/topic:Topic";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
/** In the order in which they need each other. */
const TYPES = [TOPIC, "aws:sns/topicPolicy:TopicPolicy", "aws:cloudwatch/metricAlarm:MetricAlarm"];

/** The topics and alarms that the program of a stack provisions, as the clouds would have them. */
export interface AlarmsOfStack {
    readonly accountId: string;
    readonly region: string;
    readonly resources: readonly LiveResource[];
}

/** Runs the program in this process; what is not about alarms is left out. */
export async function alarmsOf(stack: string): Promise<AlarmsOfStack> {
    const question = { root: paths.root, cache: paths.cache, stack, program: "platform", withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const known = judgement?.details?.known;
    if (known === undefined || report.errors.length > 0) {
        throw new UserError(`The program of ${stack} does not run. See: npm run guard -- --stack ${stack}`);
    }
    const resources = TYPES.flatMap((type) => known.filter((one) => one.type === type)).map((one) => ({
        ...{ urn: one.urn, type: one.type, name: one.name, id: one.id },
        inputs: asGuardrailsSee(one.inputs),
        outputs: asGuardrailsSee(one.outputs),
    }));
    const [, , , region = "", accountId = ""] = String(resources[0]?.outputs.arn).split(":");
    return { accountId, region, resources };
}

/** Makes them exist, each topic with the mailbox of the person on duty as its subscriber. */
export async function provisionAlarms(
    { accountId, region, resources }: AlarmsOfStack,
    clients: Clients,
): Promise<void> {
    for (const resource of resources) {
        await create(resource, clients);
        if (resource.type !== TOPIC) continue;
        const endpoint = `arn:aws:sqs:${region}:${accountId}:${operatorInbox}`;
        const inputs = { topic: resource.outputs.arn, protocol: "sqs", endpoint };
        await create({ ...resource, type: SUBSCRIPTION, inputs }, clients);
    }
}

async function create(resource: LiveResource, clients: Clients): Promise<void> {
    const binding = bindings[resource.type];
    if (binding === undefined) throw new Error(`${resource.type} does not exist in the local services.`);
    await binding.create(resource, clients);
}
