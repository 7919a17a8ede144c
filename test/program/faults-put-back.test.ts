import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Known } from "../../local/in-process/resources.ts";
import { checkInputs } from "../../local/providers/check-inputs.ts";
import { packages } from "../../local/providers/packages/index.ts";
import { plainProperties } from "../../local/providers/values/plain.ts";
import { isObject, type Properties, type Value } from "../../local/store/value.ts";
import { judgeOnce } from "../../operations/guard/judge-once.ts";
import { refuseSecrets } from "../../operations/preview/offline-project.ts";
import { lambdaLoopsBounded } from "../../policies/rules/lambda/lambda-loops-bounded.ts";
import { root } from "../../tools/paths.mjs";
import { actionsForTasks } from "../infra/workflow/support/task-actions.ts";
import { runRule } from "../support/run-rule.ts";

type Change = (inputs: Properties) => void;

interface PutBack {
    readonly fault: string;
    readonly in: readonly [type: string, name: string];
    readonly change: Change;
    readonly found: RegExp;
}

/** In the text of a policy. */
const inPolicy =
    (change: (statements: Properties[]) => void): Change =>
    (inputs) => {
        const policy = JSON.parse(String(inputs.policy));
        change(policy.Statement);
        inputs.policy = JSON.stringify(policy);
    };

const allowing = (action: string, resource: Value): Change =>
    inPolicy((statements) => statements.push({ Effect: "Allow", Action: [action], Resource: resource }));

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** What this program once had, and each cloud would have refused, or taken and never let work. */
const REFUSED: readonly PutBack[] = [
    {
        fault: "a condition key that training does not send",
        in: [ROLE_POLICY, "work"],
        change: (inputs) => {
            inputs.policy = String(inputs.policy).replaceAll("sagemaker:VolumeKmsKeyArn", "sagemaker:VolumeKmsKey");
        },
        found: /^policy\.Statement\[\d+\]\.Condition.*VolumeKmsKey is not sent with/,
    },
    ...[
        ["quicksight:ListIngestions", "arn:aws:quicksight:eu-west-1:222222222222:dataset/d"],
        ["quicksight:CreateDataSource", "arn:aws:quicksight:eu-west-1:222222222222:datasource/d"],
        ["emr-serverless:CreateApplication", "arn:aws:emr-serverless:eu-west-1:222222222222:/applications/a"],
        ["logs:DescribeLogGroups", "arn:aws:s3:::records"],
        ["sagemaker:ListModelPackages", "arn:aws:sagemaker:eu-west-1:222222222222:model-package-group/fraud"],
    ].map(
        ([action = "", resource = ""]): PutBack => ({
            fault: `${action} on a resource that it does not take`,
            in: [ROLE_POLICY, "judge"],
            change: allowing(action, resource),
            found: new RegExp(`${action} works on`),
        }),
    ),
    {
        fault: "identities of the factory as a list",
        in: ["azure-native:datafactory:Factory", "exchange"],
        change: (inputs) => {
            inputs.identity = { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s/x"] };
        },
        found: /^identity\.userAssignedIdentities must be a map/,
    },
    {
        fault: "an alarm on half-hourly averages that looks at minutes",
        in: [ALARM, "warehouse-busy"],
        change: (inputs) => {
            inputs.period = 60;
        },
        found: /^period must be a multiple of 1800 seconds/,
    },
    {
        fault: "an alarm on a dimension that its metric does not have",
        in: [ALARM, "warehouse-busy"],
        change: (inputs) => {
            inputs.dimensions = { WorkgroupName: "warehouse" };
        },
        found: /^dimensions must be Workgroup/,
    },
    {
        fault: "a budget that begins in the middle of a month",
        in: ["azure-native:consumption:Budget", "exchange"],
        change: (inputs) => {
            inputs.timePeriod = { startDate: "2026-12-02" };
        },
        found: /^timePeriod\.startDate must be the first day of a month/,
    },
];

describe("a fault that the program once had, put back", () => {
    const cache = mkdtempSync(join(tmpdir(), "put-back-"));
    const stacks = new Map<string, readonly Known[]>();
    before(async () => {
        for (const stack of ["prod", "dev"]) {
            const { judgement } = await judgeOnce({ root, cache, stack, program: "platform", withDetails: true });
            stacks.set(stack, judgement?.details?.known ?? []);
        }
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    const one = (stack: string, type: string, name: string): Known => {
        const found = stacks.get(stack)?.find((known) => known.type === type && known.name === name);
        if (found === undefined) throw new Error(`${stack} has no ${type} named ${name}`);
        return found;
    };

    for (const { fault, in: place, change, found } of REFUSED) {
        it(`is refused: ${fault}`, () => {
            const known = one("prod", ...place);
            const sound = plainProperties(known.inputs);
            assert.deepEqual(refusals(known, sound), []);
            const faulty = structuredClone(sound);
            change(faulty);
            const told = refusals(known, faulty);
            assert.ok(
                told.some((text) => found.test(text)),
                JSON.stringify(told),
            );
        });
    }

    it("is found: who submits jobs to EMR may not use the key of their log, nor connect them", () => {
        const definition = String(
            plainProperties(one("dev", "aws:sfn/stateMachine:StateMachine", "insight").inputs).definition,
        );
        const granted = actionsIn(plainProperties(one("dev", ROLE_POLICY, "insight").inputs));
        const missing = (may: readonly string[]) =>
            actionsForTasks(definition).filter((action) => !may.includes(action));
        assert.deepEqual(missing(granted), []);
        const before = granted.filter((action) => !/^kms:|^ec2:CreateNetworkInterface$/.test(action));
        assert.deepEqual(missing(before), ["ec2:CreateNetworkInterface", "kms:Decrypt", "kms:GenerateDataKey"]);
    });

    it("is found: a loop of functions that nothing ends", async () => {
        const { type, inputs } = one("prod", "aws:lambda/functionRecursionConfig:FunctionRecursionConfig", "score");
        const score = one("prod", "aws:lambda/function:Function", "score");
        const props = plainProperties(inputs);
        const fn = plainProperties(score.inputs);
        const beside = (environment: Value) => [{ type: score.type, name: "score", props: { ...fn, environment } }];
        const run = (environment: Value) =>
            runRule(lambdaLoopsBounded, [{ type, name: "score-loop", props }, ...beside(environment)]);
        assert.deepEqual(await run(fn.environment ?? null), []);
        assert.equal((await run({ variables: {} })).length, 1);
    });

    it("is refused: a secret inside the platform's own settings", () => {
        const file = "config:\n  compliance-platform:subscriptions:\n    - endpoint:\n        secure: AAABAAf\n";
        assert.throws(() => refuseSecrets(file, "Pulumi.prod.yaml"), /subscriptions .*would end as plain text/);
    });
});

function refusals({ type, name, urn }: Known, inputs: Properties): string[] {
    const provider = packages[type.split(":")[0] ?? ""];
    const definition = provider?.types[type];
    if (provider === undefined || definition === undefined) throw new Error(`the stand-in does not know ${type}`);
    const { failures } = checkInputs(definition, { urn, name, generation: 0 }, {}, inputs, provider.cloud({}));
    return failures.map(({ property, reason }) => `${property} ${reason}`);
}

function actionsIn({ policy }: Properties): string[] {
    const { Statement } = JSON.parse(String(policy));
    return [Statement]
        .flat()
        .filter(isObject)
        .flatMap(({ Action }) => [Action ?? []].flat().map(String));
}
