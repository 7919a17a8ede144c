import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXPLAINER_KEY, type Progress } from "../../../contract/model/serving.ts";
import { AnotherRunError, type Endpoint, type Ports, type Version } from "../../../functions/promote/ports.ts";
import { promote } from "../../../functions/promote/promote.ts";
import { starterModel } from "../../../model/artefact/starter.ts";
import { paths } from "../../../tools/paths.mjs";

const MINUTE = 60_000;
const START = Date.parse("2026-06-30T08:00:00.000Z");
const STARTER = readFileSync(join(paths.root, "model", "starter", "model.tar.gz"));
const VERSION: Version = { arn: "group/3", number: 3, artefact: "s3://models/trained/fit-3/output/model.tar.gz" };
const OLDER: Version = { arn: "group/2", number: 2, artefact: "s3://models/trained/fit-2/output/model.tar.gz" };

let now: number;
let approved: Version | undefined;
let serving: string | undefined;
let endpoint: Endpoint | undefined;
let progress: Progress;
let objects: Map<string, string | Uint8Array>;
let told: { subject: string; message: Record<string, unknown> }[];
let calls: string[];
/** What SageMaker does with the endpoint, by minutes since it was asked. */
let after: (minutes: number) => Partial<Endpoint>;
let askedAt: number | undefined;
let busy: boolean;

const promoting = (minutes: number): Partial<Endpoint> =>
    minutes < 40 ? { status: "Updating", pending: "config-3" } : { configuration: "config-3" };
const undoing = (minutes: number): Partial<Endpoint> =>
    minutes < 20 ? { status: "Updating", pending: "config-3" } : { failure: "the alarm fraud-slow was raised" };

/** The world as a run meets it; it dies before the effect of this number. */
function ports(diesBefore = Number.POSITIVE_INFINITY): Ports {
    let effects = 0;
    const effect = (name: string): void => {
        if (effects++ === diesBefore) throw new Error("the run died");
        calls.push(name);
    };
    let known = "";
    return {
        deployments: {
            newestApproved: async () => approved,
            serving: async () => serving,
            endpoint: async () => {
                if (endpoint === undefined || askedAt === undefined) return endpoint;
                return { ...endpoint, changedAt: now, ...after((now - askedAt) / MINUTE) };
            },
            prepare: async ({ number }) => {
                effect("prepare");
                return `config-${number}`;
            },
            update: async (name) => {
                effect(`update ${name}`);
                if (busy) return false;
                askedAt = now;
                return true;
            },
        },
        progress: {
            read: async () => {
                known = JSON.stringify(progress);
                return progress;
            },
            write: async (next) => {
                effect(`note ${next.promotion?.outcome}`);
                if (known !== JSON.stringify(progress)) throw new AnotherRunError("another run is at it");
                progress = next;
                known = JSON.stringify(progress);
            },
        },
        model: {
            read: async (key) => {
                const object = objects.get(key);
                return typeof object === "string" ? Buffer.from(object) : object;
            },
            write: async (key, body) => {
                effect(`write ${key}`);
                objects.set(key, body);
            },
        },
        bucket: "models",
        operations: {
            publish: async (subject, message) => {
                effect("tell");
                told.push({ subject, message: message as Record<string, unknown> });
            },
        },
        clock: {
            now: () => now,
            pause: async (milliseconds) => {
                now += milliseconds;
            },
        },
        until: now + 14 * MINUTE,
    };
}

/** Runs each hour, until none is under way. */
async function hourly(): Promise<string[]> {
    const outcomes: string[] = [];
    for (let hour = 0; hour < 4 && outcomes.at(-1) !== "nothing"; hour++) {
        outcomes.push((await promote(ports())).outcome);
        now += 60 * MINUTE;
    }
    return outcomes;
}

/** As SageMaker has it once the version serves. */
function served(): void {
    [serving, askedAt] = [VERSION.artefact, undefined];
    endpoint = { status: "InService", configuration: "config-3", changedAt: now };
}

describe("promote", () => {
    beforeEach(() => {
        [now, approved, serving, askedAt, busy, after] = [START, VERSION, OLDER.artefact, undefined, false, promoting];
        endpoint = { status: "InService", configuration: "config-2", changedAt: START - 1000 * MINUTE };
        [progress, told, calls] = [{ undone: [] }, [], []];
        objects = new Map<string, string | Uint8Array>([
            ["trained/fit-3/output/model.tar.gz", STARTER],
            ["trained/fit-2/output/model.tar.gz", STARTER],
            [EXPLAINER_KEY, "the old one"],
        ]);
    });

    it("puts the newest approved version behind the endpoint, and the next run sees it through", async () => {
        const first = await promote(ports());
        assert.deepEqual(first, {
            outcome: "updating",
            version: VERSION.arn,
            reason: "the endpoint is Updating; the next run sees it through",
        });
        assert.deepEqual(calls, ["prepare", "note begun", "update config-3", "note updating"]);
        assert.ok(now <= START + 14 * MINUTE && now > START + 13 * MINUTE, "it watched as long as there was time");
        assert.equal(objects.get(EXPLAINER_KEY), "the old one");
        assert.deepEqual(told, []);

        now = START + 60 * MINUTE;
        assert.deepEqual(await promote(ports()), { outcome: "promoted", version: VERSION.arn, reason: "it serves" });
        assert.deepEqual(JSON.parse(String(objects.get(EXPLAINER_KEY))), starterModel());
        const ended = {
            version: VERSION.arn,
            artefact: VERSION.artefact,
            before: "config-2",
            after: "config-3",
            startedAt: "2026-06-30T08:00:00.000Z",
            endedAt: "2026-06-30T09:00:00.000Z",
            outcome: "promoted",
        };
        const subject = "Fraud model: an approved version serves";
        assert.deepEqual(told, [{ subject, message: { type: "model-promoted", ...ended } }]);
        assert.deepEqual(progress, { undone: [], promotion: { ...ended, reason: "it serves" } });
    });

    it("sees a quick change through in the same run", async () => {
        after = (minutes) => (minutes < 5 ? { status: "Updating" } : { configuration: "config-3" });
        assert.equal((await promote(ports())).outcome, "promoted");
        assert.equal(now, START + 5 * MINUTE);
    });

    it("waits where SageMaker has not begun yet", async () => {
        after = (minutes) => (minutes < 1 ? { changedAt: START - MINUTE } : promoting(minutes));
        assert.equal((await promote(ports())).outcome, "updating");
        assert.ok(now > START + 13 * MINUTE);
    });

    it("does nothing where no version is approved, none is newer, or there is no endpoint", async () => {
        approved = undefined;
        assert.deepEqual(await promote(ports()), { outcome: "nothing", reason: "no version is approved" });
        approved = OLDER;
        assert.equal((await promote(ports())).reason, "group/2 serves already");
        [approved, serving, endpoint] = [VERSION, undefined, undefined];
        assert.equal((await promote(ports())).reason, "there is no endpoint");
        assert.deepEqual(calls, []);
    });

    it("leaves an endpoint alone that somebody else is changing, and looks again with the next run", async () => {
        endpoint = { status: "Updating", configuration: "config-2", changedAt: START };
        const { outcome, reason } = await promote(ports());
        assert.deepEqual([outcome, reason], ["nothing", "the endpoint is Updating; the next run looks again"]);
        assert.deepEqual(calls, []);

        [endpoint, busy] = [{ ...endpoint, status: "InService", changedAt: START - MINUTE }, true];
        assert.equal((await promote(ports())).outcome, "postponed");
        assert.match(String(progress.promotion?.reason), /somebody else is changing the endpoint/);
        assert.deepEqual(told, []);

        busy = false;
        assert.equal((await promote(ports())).outcome, "updating");
    });

    it("stops when the approval is withdrawn before SageMaker was asked", async () => {
        const run = ports();
        const prepare = run.deployments.prepare;
        run.deployments.prepare = (version) => {
            approved = OLDER;
            return prepare(version);
        };
        const { outcome, reason } = await promote(run);
        assert.equal(outcome, "withdrawn");
        assert.equal(reason, "it is no longer the newest version that is approved");
        assert.deepEqual(calls, ["prepare", "note begun", "note withdrawn"]);
        assert.equal((await promote(ports())).reason, "group/2 serves already");
        approved = VERSION;
        assert.equal((await promote(ports())).outcome, "updating");
    });

    it("tells of a version that the alarms undid, and never tries it again by itself", async () => {
        after = undoing;
        assert.deepEqual(await hourly(), ["updating", "undone", "nothing"]);
        assert.equal(calls.filter((call) => call.startsWith("update")).length, 1);
        assert.equal(objects.get(EXPLAINER_KEY), "the old one");
        const [{ subject, message } = { subject: "", message: {} }] = told;
        assert.equal(subject, "Fraud model: an approved version does not serve");
        assert.equal(message.type, "model-rolled-back");
        assert.equal(message.version, VERSION.arn);
        assert.match(String(message.reason), /went back to what it served before.*: the alarm fraud-slow was raised$/);
        assert.match(String(message.fix), /another version; or.* delete serving\/promotion.json/);
        assert.equal(told.length, 1);
        assert.deepEqual(
            progress.undone.map(({ version }) => version),
            [VERSION.arn],
        );
        // Nor after another one was undone too, and withdrawn.
        [approved, askedAt] = [{ ...VERSION, arn: "group/4" }, undefined];
        assert.deepEqual(await hourly(), ["updating", "undone", "nothing"]);
        approved = VERSION;
        assert.match((await promote(ports())).reason, /^group\/3 is not tried again: the endpoint went back/);
    });

    for (const status of ["Failed", "UpdateRollbackFailed", "OutOfService"]) {
        it(`tells of a change that left the endpoint ${status}`, async () => {
            after = () => ({ status });
            assert.deepEqual(await promote(ports()), {
                outcome: "undone",
                version: VERSION.arn,
                reason: `the change failed and left the endpoint ${status}`,
            });
            assert.equal(told.length, 1);
        });
    }

    it("lets go of an endpoint that somebody else changed meanwhile", async () => {
        for (const elsewhere of [
            { status: "Updating", pending: "by-hand" },
            { status: "InService", configuration: "by-hand" },
        ]) {
            [progress, askedAt, after] = [{ undone: [] }, undefined, () => elsewhere];
            const { outcome, reason } = await promote(ports());
            assert.deepEqual([outcome, reason], ["superseded", "somebody else changed the endpoint to by-hand"]);
        }
        [progress, askedAt] = [{ undone: [] }, undefined];
        await promote(ports(3)).catch(() => undefined);
        endpoint = undefined;
        assert.equal((await promote(ports())).reason, "the endpoint is gone");
        assert.deepEqual(told, []);
    });

    it("never deploys an artefact that cannot be read, and tells of it", async () => {
        for (const [address, bytes, fault] of [
            [VERSION.artefact, new Uint8Array([1, 2]), /no whole tar.gz/],
            ["s3://models/trained/gone", undefined, /there is no object/],
            ["s3://elsewhere/model.tar.gz", undefined, /is not in the bucket of models/],
        ] as const) {
            [progress, approved] = [{ undone: [] }, { ...VERSION, artefact: address }];
            if (bytes) objects.set("trained/fit-3/output/model.tar.gz", bytes);
            const { outcome, reason } = await promote(ports());
            assert.equal(outcome, "undone");
            assert.match(reason, fault);
            assert.match((await promote(ports())).reason, /not tried again/);
        }
        assert.equal(told.length, 3);
        assert.ok(!calls.some((call) => /prepare|update /.test(call)));
    });

    it("fails until an artefact that was lost on the way is back, for its model serves without reasons", async () => {
        await promote(ports());
        objects.delete("trained/fit-3/output/model.tar.gz");
        now += 60 * MINUTE;
        await assert.rejects(promote(ports()), { name: "ExplainerError", message: /group\/3 serves .* put its art/ });
        objects.set("trained/fit-3/output/model.tar.gz", STARTER);
        assert.equal((await promote(ports())).outcome, "promoted");
    });

    it("passes on what is no fault of the artefact", async () => {
        const run = ports();
        run.model.read = async () => {
            throw new Error("access denied");
        };
        await assert.rejects(promote(run), /access denied/);
        assert.deepEqual([progress, told], [{ undone: [] }, []]);
        await promote(ports());
        now += 60 * MINUTE;
        await assert.rejects(promote({ ...ports(), model: run.model }), /access denied/);
    });

    it("comes to the same end wherever a run is killed between two steps", async () => {
        for (let step = 0; step < 7; step++) {
            [now, askedAt, progress, told, calls] = [START, undefined, { undone: [] }, [], []];
            serving = OLDER.artefact;
            endpoint = { status: "InService", configuration: "config-2", changedAt: START - 1000 * MINUTE };
            after = (minutes) => (minutes < 5 ? { status: "Updating", pending: "config-3" } : promoting(40));
            await assert.rejects(promote(ports(step)), /the run died/, `step ${step}`);
            now += MINUTE;
            assert.equal((await promote(ports())).outcome, "promoted", `step ${step}`);
            assert.equal(calls.filter((call) => call === "update config-3").length, 1, `step ${step}`);
            assert.ok(told.length === 1 || (step === 6 && told.length === 2), `step ${step}`);
            assert.equal(progress.promotion?.outcome, "promoted");
            served();
            assert.equal((await promote(ports())).reason, "group/3 serves already");
        }
    });

    it("rather gives a version up than to try it twice, when a run died just as it asked", async () => {
        await assert.rejects(promote(ports(3)), /the run died/);
        assert.deepEqual([progress.promotion?.outcome, askedAt], ["begun", START]);
        [after, now] = [undoing, START + 60 * MINUTE];
        assert.equal((await promote(ports())).outcome, "undone");
    });

    it("gives way to another run, and asks SageMaker once", async () => {
        const [one, other] = [ports(), ports()];
        const outcomes = await Promise.all([promote(one), promote(other)]);
        assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ["nothing", "updating"]);
        assert.ok(outcomes.some(({ reason }) => reason === "another run is at it"));
        assert.equal(calls.filter((call) => call === "update config-3").length, 1);
    });

    it("brings the version before back when people withdraw what serves", async () => {
        await hourly();
        served();
        approved = OLDER;
        after = (minutes) => (minutes < 5 ? { status: "Updating" } : { configuration: "config-2" });
        assert.equal((await promote(ports())).outcome, "promoted");
        assert.equal(progress.promotion?.version, OLDER.arn);
    });
});
