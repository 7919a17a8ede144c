import assert from "node:assert/strict";
import { BY_GATEWAY, BY_INTERFACE } from "../../infra/network/endpoints.ts";
import { OUTSIDE_THE_NETWORK } from "../../infra/steps/functions.ts";
import { TIMEOUT_SECONDS } from "../../infra/steps/parts.ts";
import { thePlatform } from "../support/infra-parts.ts";
import { everything } from "../support/mocks.ts";
import { type Call, callsOf } from "./support/calls.ts";

/** What a permission calls the service of a client, where that is not the client's own name. */
const PREFIX: Record<string, string> = {
    "client-data-pipeline": "datapipeline",
    "client-sagemaker-runtime": "sagemaker",
    "client-secrets-manager": "secretsmanager",
};

/** Where a permission is called otherwise than the operation, or is several. */
const ACTIONS: Record<string, string[]> = {
    "client-lambda Invoke": ["lambda:InvokeFunction"],
    "client-s3 ListObjectsV2": ["s3:ListBucket"],
    "client-sqs SendMessageBatch": ["sqs:SendMessage"],
    // A transaction is asked about by what it does.
    "client-dynamodb TransactWriteItems": ["dynamodb:PutItem", "dynamodb:UpdateItem"],
    // The token is what allows it.
    "client-sts AssumeRoleWithWebIdentity": [],
};

/** The way out of the network for a client, by the name of its service in endpoints. */
const ENDPOINT: Record<string, string> = {
    "client-sagemaker": "sagemaker.api",
    "client-sagemaker-runtime": "sagemaker.runtime",
    "client-secrets-manager": "secretsmanager",
};

/** What a shared class could do and this function never has it do. */
const NEVER: Record<string, { operations: string[]; why: string }> = {
    reconcile: {
        operations: ["PutItem", "TransactWriteItems", "UpdateItem"],
        why: "it only looks rows of the ledger up, by a class that also writes them",
    },
    train: {
        operations: ["PutItem", "TransactWriteItems", "UpdateItem"],
        why: "it only looks rows of the ledger up, by a class that also writes them",
    },
    collect: {
        operations: ["GetObject", "ListObjectsV2"],
        why: "it reads partners' buckets in their roles, and no object of ours",
    },
    receive: {
        operations: ["PutObject"],
        why: "it writes in the role that its caller's token is good for",
    },
};

/** What a function may do without calling it by the SDK, each for a reason. */
const WITHOUT_CALL: readonly (readonly [RegExp, string])[] = [
    [/^(logs|xray):/, "Lambda writes its log and its traces"],
    [/^ec2:/, "Lambda connects it, EMR its workers"],
    [/^kms:(Decrypt|GenerateDataKey|CreateGrant)$/, "stores ask for the key in its name"],
    [/^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$/, "Lambda takes messages for it"],
    [/^lambda:InvokeFunction$/, "Lambda tells the worker how a run ended"],
    [/^iam:PassRole$/, "asked of who starts something in a role"],
    [/^sagemaker:(AddTags|ListTags)$/, "asked of who makes something with tags"],
    [/^redshift-serverless:GetCredentials$/, "the Data API asks for a password in its name"],
    [/^secretsmanager:GetSecretValue$/, "the Data API reads the secret in its name"],
    [/^(glue:|s3:GetBucketLocation$)/, "Athena reads the catalog and finds the bucket in its name"],
    [
        /^s3:(ListBucket|GetObject|PutObject|GetObjectVersion)$/,
        "tells absent from forbidden; a version by its id; Athena's data",
    ],
];

const VERBS = [...Object.keys(TIMEOUT_SECONDS), "work"];

function actionsFor({ client, operation }: Call): string[] {
    const prefix = PREFIX[client] ?? client.replace("client-", "");
    return ACTIONS[`${client} ${operation}`] ?? [`${prefix}:${operation}`];
}

function granted(verb: string): string[] {
    const role = everything().filter(
        ({ type, inputs }) => type === "aws:iam/rolePolicy:RolePolicy" && inputs.role === verb,
    );
    const statements = role.flatMap(({ inputs }) => JSON.parse(String(inputs.policy)).Statement);
    return [...new Set(statements.flatMap(({ Action }: { Action: string[] }) => Action))] as string[];
}

describe("the calls of each function", () => {
    const calls = new Map<string, Call[]>();
    before(async () => {
        await thePlatform("prod");
        for (const verb of VERBS) {
            const never = NEVER[verb]?.operations ?? [];
            calls.set(
                verb,
                (await callsOf(verb)).filter(({ operation }) => !never.includes(operation)),
            );
        }
    });
    const needs = (verb: string) => [...new Set((calls.get(verb) ?? []).flatMap(actionsFor))].sort();

    it("are found in the bundles, those of every client that the functions have", () => {
        const clients = new Set([...calls.values()].flat().map(({ client }) => client));
        assert.ok(clients.size > 10, [...clients].join(", "));
    });

    for (const verb of VERBS) {
        it(`have their permissions in ${verb}, which has no other but for a reason`, () => {
            const may = granted(verb);
            assert.deepEqual(
                needs(verb).filter((action) => !may.includes(action)),
                [],
                "calls without a permission",
            );
            const idle = may.filter(
                (action) => !needs(verb).includes(action) && !WITHOUT_CALL.some(([pattern]) => pattern.test(action)),
            );
            assert.deepEqual(idle, [], "permissions without a call");
        });

        it(`find the key of what ${verb} writes and reads`, () => {
            const may = granted(verb);
            const writes = needs(verb).some((action) => /:(PutObject|SendMessage|Publish)$/.test(action));
            const reads = needs(verb).some((action) => /^s3:GetObject$|^dynamodb:(Get|Query|Batch)/.test(action));
            if (writes) assert.ok(may.includes("kms:GenerateDataKey"), "writes under a key that it may not use");
            if (reads) assert.ok(may.includes("kms:Decrypt"), "reads under a key that it may not use");
        });
    }

    for (const verb of VERBS.filter((one) => !(one in OUTSIDE_THE_NETWORK))) {
        it(`find the way out of the network in ${verb}`, () => {
            const ways: Record<string, string[]> = { ...BY_GATEWAY, ...BY_INTERFACE };
            const closed = (calls.get(verb) ?? []).flatMap((call) => {
                const way = ways[ENDPOINT[call.client] ?? call.client.replace("client-", "")] ?? [];
                const actions =
                    call.operation === "AssumeRoleWithWebIdentity" ? [`sts:${call.operation}`] : actionsFor(call);
                return actions.filter((action) => !way.includes(action));
            });
            assert.deepEqual(closed, []);
        });
    }

    it("are never what the exceptions say of another function", () => {
        for (const [verb, { operations }] of Object.entries(NEVER)) {
            const may = granted(verb);
            const held = operations.filter((operation) =>
                operation === "PutObject" || operation === "GetObject" || operation === "ListObjectsV2"
                    ? false
                    : may.includes(`dynamodb:${operation}`),
            );
            assert.deepEqual(held, [], verb);
        }
    });
});
