import { principals, statements } from "../../../../policies/checks/statements/policy-document.ts";
import type { Graph } from "../../../../policies/core/graph.ts";
import type { ResourceRecord } from "../../../../policies/core/resource.ts";
import { graphOf } from "../../../../policies/core/run-rule.ts";
import { list, type Program, text } from "../program/program.ts";
import { type Delivery, handedOver } from "./handed-over.ts";

const KEY = "aws:kms/key:Key";
const FUNCTION = "aws:lambda/function:Function";

/** A kind of thing that services reach by its own policy. */
interface Kind {
    type: string;
    /** Who lets others in, and by which property it names the thing. */
    policy: readonly [type: string, property: string];
    keyOf: (thing: ResourceRecord, program: Program) => unknown;
}

const own =
    (property: string) =>
    ({ props }: ResourceRecord) =>
        props[property];

const KINDS: Readonly<Record<string, Kind>> = {
    sns: {
        type: "aws:sns/topic:Topic",
        policy: ["aws:sns/topicPolicy:TopicPolicy", "arn"],
        keyOf: own("kmsMasterKeyId"),
    },
    sqs: {
        type: "aws:sqs/queue:Queue",
        policy: ["aws:sqs/queuePolicy:QueuePolicy", "queueUrl"],
        keyOf: own("kmsMasterKeyId"),
    },
    s3: { type: "aws:s3/bucket:Bucket", policy: ["aws:s3/bucketPolicy:BucketPolicy", "bucket"], keyOf: keyOfBucket },
    lambda: { type: FUNCTION, policy: ["aws:lambda/permission:Permission", "function"], keyOf: () => undefined },
};

/** Deliveries by services to things whose policy, or the policy of whose key, does not let them in. */
export function deliveryFaults(program: Program): string[] {
    const graph = graphOf(program.records);
    return handedOver(program).flatMap((delivery) => {
        const { service, action, to, by, uses } = delivery;
        const kind = KINDS[action.split(":")[0] ?? ""];
        const thing = kind && program.find(kind.type, to);
        if (kind === undefined || thing === undefined) return [`${by} hands to ${to}, which is not of this program`];
        const where = `${by} hands to ${program.names.plain(text(thing.outputs, "arn"))} as ${service}`;
        const key = program.find(KEY, kind.keyOf(thing, program));
        return [
            ...(isLetIn(program, graph, kind, thing, delivery)
                ? []
                : [`${where}, whose policy does not allow ${action}`]),
            ...uses.flatMap((use) =>
                key === undefined || lets(graph, KEY, key.name, service, use)
                    ? []
                    : [`${where}, whose key ${key.name} does not allow it ${use}`],
            ),
        ];
    });
}

function isLetIn(
    program: Program,
    graph: Graph,
    { type, policy: [policyType, property] }: Kind,
    thing: ResourceRecord,
    { service, action }: Delivery,
) {
    const { arn, url, name, bucket } = thing.outputs ?? {};
    const naming = program.ofType(policyType).filter(({ props }) => [arn, url, name, bucket].includes(props[property]));
    // A function has no document; each permission is a statement of its own.
    if (type === FUNCTION) return naming.some(({ props }) => props.principal === service && props.action === action);
    return naming.some((one) => lets(graph, policyType, one.name, service, action));
}

/** Whether a policy allows a service an action by name. */
function lets(graph: Graph, type: string, name: string, service: string, action: string): boolean {
    const named = graph.ofType(type).filter((one) => one.name === name);
    return named
        .flatMap((one) => statements(one.at("policy")))
        .some(
            (statement) =>
                statement.at("Effect").text() === "Allow" &&
                principals(statement).some(({ names }) => names.includes(service)) &&
                statement
                    .at("Action")
                    .texts()
                    .some((given) => given.toLowerCase() === action.toLowerCase()),
        );
}

function keyOfBucket({ outputs }: ResourceRecord, { ofType }: Program): unknown {
    const encryption = ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
    const [rule] = list(encryption.find(({ props }) => props.bucket === outputs?.bucket)?.props, "rules");
    return text(rule, "applyServerSideEncryptionByDefault", "kmsMasterKeyId");
}
