import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Known } from "../../local/in-process/resources.ts";
import { plainProperties } from "../../local/providers/values/plain.ts";
import { isObject, type Properties, type Value } from "../../local/store/value.ts";
import { askDataPipeline } from "../../operations/eligibility/data-pipeline.ts";
import { refusedWorkflows } from "../../operations/eligibility/workflows.ts";
import { judgeOnce } from "../../operations/guard/judge-once.ts";
import { refuseSecrets } from "../../operations/preview/offline-project.ts";
import { model } from "../../operations/rehearse/checks/model.ts";
import { quotas } from "../../operations/rehearse/checks/quotas.ts";
import { times } from "../../operations/rehearse/checks/times.ts";
import { lambdaLoopsBounded } from "../../policies/rules/lambda/lambda-loops-bounded.ts";
import { networkNoWayOut } from "../../policies/rules/network/network-no-way-out.ts";
import { root } from "../../tools/paths.mjs";
import { allowedToPipelines, missingOf } from "../infra/bootstrap/support/handlers.ts";
import { actionsForTasks } from "../infra/workflow/support/task-actions.ts";
import { failing, said } from "../operations/rehearse/said.ts";
import { judged } from "../operations/rehearse/situation.ts";
import { FakeAccount } from "../support/fake-account.ts";
import { runRule } from "../support/run-rule.ts";
import { refusalsOf } from "./support/refusals.ts";
import { REFUSED } from "./support/refused-faults.ts";

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

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
            assert.deepEqual(refusalsOf(known, sound), []);
            const faulty = structuredClone(sound);
            change(faulty);
            const told = refusalsOf(known, faulty);
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

    for (const [action, type] of [
        ["lambda:PutFunctionEventInvokeConfig", "AWS::Lambda::EventInvokeConfig"],
        ["quicksight:CreateTheme", "AWS::QuickSight::Theme"],
        ["secretsmanager:RotateSecret", "AWS::RedshiftServerless::Namespace"],
        ["ec2:DescribeAddresses", "AWS::RedshiftServerless::Workgroup"],
        ["ec2:DescribeAccountAttributes", "AWS::RedshiftServerless::Workgroup"],
    ] as const) {
        it(`is found: a pipeline that may not ${action}`, async () => {
            const may = await allowedToPipelines();
            assert.deepEqual(missingOf(type, may), []);
            may.delete(action);
            assert.deepEqual(missingOf(type, may), [action]);
        });
    }

    it("is found: a first model in the bucket that the same update makes", async () => {
        const own = String(plainProperties(one("prod", "aws:s3/bucket:Bucket", "model").inputs).bucket);
        await inAccount(async (account) => {
            const config = { "compliance-platform:modelArtifact": `s3://${own}/first/model.tar.gz` };
            const told = failing(await said(model, { config, account: async () => account.cloud() }));
            assert.match(told.join(), /where nothing lies \| Write starter/);
        });
    });

    it("is found: a time that is over when Azure hears of it", async () => {
        const { report, resources } = await judged("platform");
        const pipeline = resources.find(({ type }) => type === "azure-native:datafactory:Pipeline");
        assert.ok(pipeline !== undefined);
        const late = { ...pipeline, inputs: { ...pipeline.inputs, startTime: "2026-06-14T00:00:00Z" } };
        const told = failing(await said(times, { platform: async () => ({ report, resources: [late] }) }));
        assert.match(told.join(), /startTime is 2026-06-14T00:00:00Z, which is over/);
    });

    it("is found: a change of how a version takes over, which brings the first model back", () => {
        const { ignoreChanges } = one("prod", "aws:sagemaker/endpoint:Endpoint", "fraud");
        assert.deepEqual([...ignoreChanges].sort(), ["deploymentConfig", "endpointConfigName"]);
    });

    it("is found before anything is created: an account that AWS Data Pipeline does not let in", async () => {
        await inAccount(async (account) => {
            account.refusals.set("ListPipelines", { type: "AccessDeniedException", message: "no new customers" });
            const ask = (_stack: string, mayMake: boolean) => askDataPipeline(account.cloud(), mayMake);
            for (const mayMake of [false, true]) {
                assert.match((await refusedWorkflows("prod", mayMake, ask)) ?? "", /refuses the account of prod/);
            }
            assert.ok(account.requests.every((request) => request === "DataPipeline.ListPipelines"));
        });
    });

    it("is found: a limit that a new account does not have", async () => {
        await inAccount(async (account) => {
            account.quotas.set("L-D05C8A75", 16);
            const told = failing(await said(quotas, { account: async () => account.cloud() }));
            assert.match(told.join("\n"), /EMR Serverless, Max concurrent vCPUs per account is 16; prod needs 256/);
        });
    });

    it("is found: an internet gateway that is attached to the network, though no route leads to it", async () => {
        const { type, inputs } = one("prod", "aws:ec2/internetGateway:InternetGateway", "network");
        const props = plainProperties(inputs);
        const judgeIt = (changed: Properties) => runRule(networkNoWayOut, [{ type, name: "network", props: changed }]);
        assert.deepEqual(await judgeIt(props), []);
        assert.match((await judgeIt({ ...props, vpcId: "vpc-1" })).join(), /attaches it to a network/);
    });

    // https://docs.aws.amazon.com/quicksight/latest/user/vpc-creating-a-connection-in-quicksight-cli.html
    it("is found: a role without what QuickSight says it needs for a connection", () => {
        const needed = ["Create", "Delete"].map((verb) => `ec2:${verb}NetworkInterface`);
        needed.push("ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:ModifyNetworkInterfaceAttribute");
        const granted = actionsIn(plainProperties(one("prod", ROLE_POLICY, "warehouse-link").inputs));
        assert.deepEqual([...new Set(granted)].sort(), needed.sort());
    });

    // https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html says nothing of the account: both must do.
    it("is found: a trust that stands or falls with whether Redshift says for whom it asks", () => {
        const trust = JSON.parse(
            String(plainProperties(one("prod", "aws:iam/role:Role", "warehouse-copy").inputs).assumeRolePolicy),
        );
        assert.deepEqual(Object.keys(trust.Statement[0].Condition), ["StringEqualsIfExists"]);
    });

    it("is refused: a secret inside the platform's own settings", () => {
        const file = "config:\n  compliance-platform:subscriptions:\n    - endpoint:\n        secure: AAABAAf\n";
        assert.throws(() => refuseSecrets(file, "Pulumi.prod.yaml"), /subscriptions .*would end as plain text/);
    });
});

function actionsIn({ policy }: Properties): string[] {
    const { Statement } = JSON.parse(String(policy));
    return [Statement]
        .flat()
        .filter(isObject)
        .flatMap(({ Action }) => [Action ?? []].flat().map(String));
}

async function inAccount(work: (account: FakeAccount) => Promise<void>): Promise<void> {
    const account = await new FakeAccount("222222222222").open();
    try {
        await work(account);
    } finally {
        account.close();
    }
}
