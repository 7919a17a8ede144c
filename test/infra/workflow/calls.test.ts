import assert from "node:assert/strict";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, everything, statements } from "../../support/mocks.ts";
import { actionsForTasks } from "./support/task-actions.ts";

const MACHINE = "aws:sfn/stateMachine:StateMachine";
const SCHEDULE = "aws:scheduler/schedule:Schedule";

/** Its log and its traces, which every one has. */
const OBSERVING = /^(logs|xray):/;

function actionsOf(role: string): string[] {
    const all = statements("aws:iam/rolePolicy:RolePolicy", role) as { Action: string[] }[];
    return [...new Set(all.flatMap(({ Action }) => Action))].sort();
}

describe("what the workflows of Step Functions call", () => {
    before(() => thePlatform("dev"));

    it("is all that their roles allow, and nothing that they do not", () => {
        const machines = everything().filter(({ type }) => type === MACHINE);
        assert.ok(machines.length >= 4, `${machines.length} workflows`);
        for (const { name, inputs } of machines) {
            const allowed = actionsOf(name).filter((action) => !OBSERVING.test(action));
            assert.deepEqual(allowed, actionsForTasks(String(inputs.definition)), name);
        }
    });

    it("begins by schedules whose roles may begin just that", () => {
        const schedules = everything().filter(({ type }) => type === SCHEDULE);
        assert.ok(schedules.length >= 4, `${schedules.length} schedules`);
        for (const { name, inputs } of schedules) {
            const { arn, roleArn } = inputs.target as { arn: string; roleArn: string };
            const role = roleArn.split(":").at(-1) ?? "";
            assert.deepEqual(
                statements("aws:iam/rolePolicy:RolePolicy", role),
                [{ Effect: "Allow", Action: ["states:StartExecution"], Resource: arn }],
                name,
            );
            assert.match(String(created("aws:iam/role:Role", role).assumeRolePolicy), /scheduler\.amazonaws\.com/);
        }
    });
});
