import assert from "node:assert/strict";
import { deliveryPolicies } from "../../../infra/bootstrap/delivery-policies.ts";
import { StateBackend } from "../../../infra/bootstrap/state-backend.ts";
import { ACCOUNT, thePlatform } from "../../support/infra-parts.ts";
import { allRegistered, everything, namesOf, recordResources, statements } from "../../support/mocks.ts";
import { allowedToPipelines } from "./support/handlers.ts";

const POLICY = "aws:iam/policy:Policy";
const tags = { environment: "prod", owner: "team", costCentre: "cc-1", dataClassification: "internal" };
const own = { accountId: ACCOUNT, region: "eu-west-1" };

/** What AWS calls a service in permissions, where Pulumi's module has another name. */
const SERVICE_OF: Record<string, string> = {
    apigatewayv2: "apigateway",
    appautoscaling: "application-autoscaling",
    emrserverless: "emr-serverless",
    redshiftserverless: "redshift-serverless",
    sfn: "states",
    vpc: "ec2",
};
const WATCHING: Record<string, string> = { "aws:cloudwatch/logGroup:LogGroup": "logs" };

/** Services that a policy names. */
async function allowedServices(kind: "read" | "write"): Promise<Set<string>> {
    await recordResources();
    const parent = new StateBackend("parent", { ...own, tags, olderVersionDays: 1, accessLogDays: 1 });
    deliveryPolicies(parent, { ...own, environment: "prod" });
    await allRegistered();
    const names = namesOf(POLICY).filter((name) => name.startsWith(kind));
    const all = names.flatMap((name) => statements(POLICY, name) as { Action: string[] }[]);
    return new Set(all.flatMap(({ Action }) => Action.map((action) => action.split(":")[0] ?? "")));
}

describe("the permissions of the pipelines", () => {
    it("cover each service of which the program creates something, to look and to change", async () => {
        await thePlatform("prod");
        const used = everything().flatMap(({ type }) => {
            const [, module] = /^aws:(\w+)\//.exec(type) ?? [];
            return module === undefined ? [] : [WATCHING[type] ?? SERVICE_OF[module] ?? module];
        });
        for (const kind of ["read", "write"] as const) {
            const allowed = await allowedServices(kind);
            const missing = [...new Set(used)].filter((service) => !allowed.has(service));
            assert.deepEqual(missing, [], `services to ${kind} are missing in infra/bootstrap/permissions`);
        }
    });

    it("lead no network out: no pipeline attaches a gateway, or leads a route to one", async () => {
        const may = await allowedToPipelines();
        assert.ok(may.has("ec2:CreateInternetGateway"));
        const ways = ["AttachInternetGateway", "CreateRoute", "CreateNatGateway", "CreateEgressOnlyInternetGateway"];
        assert.deepEqual(
            ways.filter((action) => may.has(`ec2:${action}`)),
            [],
        );
    });
});
