import assert from "node:assert/strict";
import { TIMEOUT_SECONDS } from "../../infra/steps/parts.ts";
import { deliveryFaults } from "../../operations/proof/least-privilege/check/deliveries.ts";
import { idleWays } from "../../operations/proof/least-privilege/check/let-through.ts";
import { type RoleTest, roleTests, testOf } from "../../operations/proof/least-privilege/check/role-tests.ts";
import { type Call, callsOf } from "../../operations/proof/least-privilege/check/sdk-calls.ts";
import { sdkFaults } from "../../operations/proof/least-privilege/check/sdk-faults.ts";
import { trustFaults } from "../../operations/proof/least-privilege/check/trusts.ts";
import type { Need } from "../../operations/proof/least-privilege/needs/need.ts";
import { needsOf } from "../../operations/proof/least-privilege/needs/needs-of.ts";
import { recorded } from "../../operations/proof/least-privilege/needs/recorded.ts";
import type { Program } from "../../operations/proof/least-privilege/program/program.ts";
import { programNow } from "../../operations/proof/least-privilege/program/programs.ts";
import { stackNames } from "../../stacks/settings-of.ts";

const VERBS = Object.keys(TIMEOUT_SECONDS);
const WORKFLOWS = ["balance", "books", "insight", "intake"];
const OTHERS = [
    ...["fraud", "fraud-training", "landing", "network-flows", "quicksight-secrets"],
    ...["trends", "warehouse-copy", "warehouse-link"],
];

/** Every role of a stack, by who orchestrates there. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
    prod: [...VERBS, ...OTHERS, "work", "work-start", ...WORKFLOWS.map((name) => `data-pipeline-${name}`)],
    dev: [...VERBS, ...OTHERS, ...WORKFLOWS, ...WORKFLOWS.map((name) => `${name}-start`)],
    // The role of QuickSight's secrets belongs to the account, and another stack makes it there.
    local: [
        ...VERBS,
        ...OTHERS.filter((name) => name !== "quicksight-secrets"),
        ...WORKFLOWS,
        ...WORKFLOWS.map((name) => `${name}-start`),
    ],
};

const programs = new Map<string, Promise<Program>>();

/** The program of a stack, which is run once for all tests here. */
function known(stack: string): Promise<Program> {
    const program = programs.get(stack) ?? programNow(stack);
    programs.set(stack, program);
    return program;
}

for (const stack of stackNames) {
    describe(`the permissions of ${stack}`, () => {
        let program: Program;
        let needed: Need[];
        let tests: RoleTest[];
        before(async () => {
            program = await known(stack);
            needed = needsOf(program, recorded());
            tests = roleTests(program, needed);
        });

        for (const role of ROLES[stack] ?? []) {
            const name = testOf(role, stack);
            it(name, () => {
                const test = tests.find((one) => one.name === name);
                assert.ok(test, `${stack} has no role ${role}`);
                assert.deepEqual(test.faults, []);
            });
        }

        it("are of no other role", () => {
            assert.deepEqual(
                tests.map(({ role }) => role),
                [...(ROLES[stack] ?? [])].sort(),
            );
        });

        it("belong to roles that each trust who takes them on, and that somebody takes on", () => {
            assert.deepEqual(trustFaults(program), []);
        });

        it("leave what services hand over as themselves to the policies and keys of queues and topics", () => {
            assert.deepEqual(deliveryFaults(program), []);
        });
    });
}

describe("the endpoints of the network, which are the same in every stack", () => {
    it("let nothing through that is called in none", async () => {
        const programs: Program[] = [];
        for (const stack of stackNames) programs.push(await known(stack));
        const needed = programs.flatMap((program) => needsOf(program, recorded()));
        assert.ok(needed.length > 1000);
        for (const program of programs) assert.deepEqual(idleWays(program, needed), []);
    });
});

describe("the calls in the code of each function", () => {
    let needed: Need[];
    const calls = new Map<string, Call[]>();
    before(async () => {
        // The registry decides which model answers in prod, so that promote has something to do.
        needed = needsOf(await known("prod"), recorded());
        for (const verb of [...VERBS, "work"]) calls.set(verb, await callsOf(verb));
    });

    it("are found in the bundles, those of every client that the functions have", () => {
        const clients = new Set([...calls.values()].flat().map(({ client }) => client));
        assert.ok(clients.size > 10, [...clients].join(", "));
    });

    for (const verb of [...VERBS, "work"]) {
        it(`are known of ${verb}, with what they are on`, () => {
            assert.deepEqual(sdkFaults(verb, calls.get(verb) ?? [], needed), []);
        });
    }
});
