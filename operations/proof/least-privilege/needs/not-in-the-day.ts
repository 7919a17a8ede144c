import { list, type Program, text } from "../program/program.ts";
import type { Need } from "./need.ts";
import { ROWS } from "./rows.ts";

/** Operations of the SDK that are in the code of a function, with why that asks nothing of its role. */
interface Operations {
    operations: readonly string[];
    why: string;
}

/** What a shared class could do and this function never has it do. */
export const NEVER_CALLED: Readonly<Record<string, Operations>> = {
    reconcile: {
        operations: ["PutItem", "TransactWriteItems", "UpdateItem"],
        why: "it only looks rows of the ledger up, by a class that also writes them",
    },
    load: {
        operations: ["GetStatementResult"],
        why: "it only learns how its statements ended, by a class that also reads what they find",
    },
    train: {
        operations: ["PutItem", "TransactWriteItems", "UpdateItem"],
        why: "it only looks rows of the ledger up, by a class that also writes them",
    },
};

/** What a function calls in another role than its own. */
export const OTHER_ROLES: Readonly<Record<string, Operations>> = {
    collect: {
        operations: ["GetObject", "ListObjectsV2"],
        why: "it reads partners' buckets in their roles, and no object of ours",
    },
    receive: {
        operations: ["PutObject"],
        why: "it writes in the role that its caller's token is good for, which has a test of its own",
    },
};

/** What functions call on no recorded day, each with why and where it is shown. */
export function calledElsewhere(program: Program): Need[] {
    const roles = new Set(program.ofType("aws:iam/role:Role").map(({ name }) => name));
    const rows = ROWS.filter(({ role }) => roles.has(role) && !isIdle(program, role)).flatMap(
        ({ role, actions, on, why, shown, called = true }) =>
            actions.flatMap((action) =>
                on.map((resource): Need => ({ role, action, resource, why, source: shown, called })),
            ),
    );
    return [...rows, ...byConfiguration(program), ...byToken(program)];
}

/** Where the configuration decides which model answers, there is nothing to promote, and the function ends at once. */
export function isIdle({ ofType }: Program, role: string): boolean {
    const fn = ofType("aws:lambda/function:Function").find(({ name }) => name === role);
    return text(fn?.props, "environment", "variables", "MODEL_FROM") === "configuration";
}

/** Calls on what the configuration of a stack names. */
function byConfiguration({ ofType, names, find }: Program): Need[] {
    const variables = (fn: string, name: string) =>
        text(
            ofType("aws:lambda/function:Function").find((one) => one.name === fn)?.props,
            "environment",
            "variables",
            name,
        );
    const partners = list(JSON.parse(variables("collect", "SOURCES") || "[]")).map((one) => text(one, "roleArn"));
    const figures = Object.values(JSON.parse(variables("publish", "DATA_SETS") || "{}"));
    return [
        ...partners
            .filter((arn) => arn !== "")
            .map((arn) => ({
                ...{ role: "collect", action: "sts:AssumeRole", resource: names.plain(arn), called: true },
                why: "a partner lets it read its bucket in a role of the partner's",
                source: "test/functions/collect/sources.test.ts",
            })),
        ...figures.flatMap((id) =>
            ["quicksight:CreateIngestion", "quicksight:DescribeIngestion"].map((action) => ({
                ...{ role: "publish", action, called: true },
                resource: `${names.plain(text(find("aws:quicksight/dataSet:DataSet", id)?.outputs, "arn"))}/ingestion/*`,
                why: "it copies each data set that its environment names",
                source: "test/functions/publish/quicksight-copies.test.ts",
            })),
        ),
    ];
}

/** A call that carries a token in place of a signature: the role that it asks for decides. */
function byToken({ ofType }: Program): Need[] {
    return ofType("aws:lambda/function:Function")
        .filter(({ name }) => name === "receive")
        .map(({ name: role }) => ({
            ...{
                role,
                action: "sts:AssumeRoleWithWebIdentity",
                resource: "{Role landing}",
                called: true,
                byToken: true,
            },
            why: "what Data Factory brings is written in the role that its token is good for",
            source: "test/functions/receive/landing.test.ts",
        }));
}
