import assert from "node:assert/strict";
import { stringify } from "yaml";
import { CannotLook } from "../../../operations/drift/look/cannot-look.ts";
import { DriftReport } from "../../../operations/drift/report-schema.ts";
import type { StateResource } from "../../../operations/drift/state/deployment.ts";
import { type Drill, resourceAt, showing, sightAfter } from "./support/drill.ts";
import { prodState } from "./support/prod-state.ts";
import { run, TODAY } from "./support/reports.ts";

const queue = "aws:sqs/queue:Queue::bulk";
const delayed: Drill = { title: "", on: queue, edits: [["delaySeconds", 5]] };
const unencrypted: Drill = { title: "", on: queue, edits: [["kmsMasterKeyId", "alias/aws/sqs"]] };

describe("a report of drift", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });
    const sight = (...drills: Drill[]) => sightAfter(state, drills);
    const urn = () => resourceAt(state, queue).urn;
    const ignoring = (changes: object) =>
        stringify([
            {
                id: "IG-1",
                resource: urn(),
                path: "delaySeconds",
                reason: "a trial",
                owner: "ada@example.com",
                since: "2026-02-01",
                expires: "2026-06-30",
                ...changes,
            },
        ]);

    it("ends with 0 where nothing differs, and has the published form", async () => {
        const { report } = await run({ sight: sight() });
        assert.equal(report.exitCode, 0);
        assert.equal(report.outcome, "clean");
        assert.equal(report.looked.compared, report.looked.resources);
        assert.deepEqual(DriftReport.parse(report), report);
    });

    it("ends with 2 where something differs, with what differs, where it is and how to repair it", async () => {
        const { report } = await run({ sight: sight(delayed) });
        assert.equal(report.exitCode, 2);
        const [finding] = report.findings;
        assert.deepEqual(finding?.differences, [{ path: "delaySeconds", before: "0", after: "5" }]);
        assert.equal(finding?.title, "Queue bulk was changed");
        assert.equal(finding?.repair, "npm run pulumi -- up --stack prod --refresh --target '**:Queue::bulk'");
        assert.match(`${finding?.source?.file}:${finding?.source?.line}`, /^infra\/platform\.ts:1$/);
        assert.deepEqual(DriftReport.parse(report), report);
    });

    it("ends with 3 where a control is broken, with the control", async () => {
        const { report } = await run({ sight: sight(delayed, unencrypted) });
        assert.equal(report.exitCode, 3);
        const broken = report.findings.flatMap((finding) => finding.broken);
        assert.deepEqual([...new Set(broken.map(({ rule }) => rule))], ["sqs-encrypted"]);
        assert.ok(broken[0]?.controls.includes("pci:3.5.1"));
    });

    it("ends with 1 where it could not look, and never with 0", async () => {
        const look = () => Promise.reject(new CannotLook("prod is not looked at: an update is running."));
        const { report } = await run({ look });
        assert.equal(report.exitCode, 1);
        assert.deepEqual(report.untold, ["prod is not looked at: an update is running."]);
        assert.deepEqual(DriftReport.parse(report), report);
    });

    it("shows what one cloud has when the other cannot be reached, and does not end with 0", async () => {
        const seen = sight(delayed);
        const onlyAws = new Map([...seen.reality].filter(([name]) => !name.includes("azure-native:")));
        const partial = {
            ...seen,
            reality: onlyAws,
            untold: ["Azure: 25 of 25 resources could not be read: no answer"],
        };
        const { report } = await run({ sight: partial });
        assert.equal(report.exitCode, 1);
        assert.equal(report.findings.length, 1);
        const clean = await run({
            sight: { ...partial, reality: new Map([...sight().reality].filter(([name]) => onlyAws.has(name))) },
        });
        assert.equal(clean.report.exitCode, 1);
    });

    it("says first what is broken, though something could not be looked at", async () => {
        const { report } = await run({ sight: { ...sight(unencrypted), untold: ["Azure: no answer"] } });
        assert.equal(report.exitCode, 3);
    });

    it("takes guardrails that stumble for a failure to look, never for controls that hold", async () => {
        const guardrails = () => {
            throw new TypeError("no such property");
        };
        const { report } = await run({ sight: sight(), guardrails });
        assert.equal(report.exitCode, 1);
        assert.match(report.untold.join(), /guardrails could not judge .*no such property/);
    });

    describe("with ignores", () => {
        it("leaves out what is ignored, and says so", async () => {
            const { report } = await run({ sight: sight(delayed), ignores: ignoring({}) });
            assert.equal(report.exitCode, 0);
            assert.deepEqual(report.ignored, [
                { id: "IG-1", until: "2026-06-30", resource: urn(), path: "delaySeconds" },
            ]);
        });

        it("keeps what else differs of the same resource", async () => {
            const tagged = { title: "", on: queue, edits: [["tags.reviewed", "yes"]] as const };
            const { report } = await run({ sight: sight(delayed, tagged), ignores: ignoring({}) });
            assert.deepEqual(
                report.findings.flatMap(({ differences }) => differences.map(({ path }) => path)),
                ["tags.reviewed"],
            );
        });

        it("never covers a broken control: that takes an exception", async () => {
            const ignores = ignoring({ path: "kmsMasterKeyId" });
            const { report } = await run({ sight: sight(unencrypted), ignores });
            assert.equal(report.exitCode, 3);
            assert.deepEqual(report.ignored, []);
        });

        it("does not leave out what an ignore covers that has ended, and tells of it", async () => {
            const { report } = await run({ sight: sight(delayed), ignores: ignoring({ expires: "2026-02-28" }) });
            assert.equal(report.exitCode, 2);
            assert.equal(report.findings.length, 1);
            assert.deepEqual(report.ignores.faults, ["IG-1 ended on 2026-02-28"]);
        });

        it("does not end with 0 for an ended ignore alone", async () => {
            const { report } = await run({ sight: sight(), ignores: ignoring({ expires: "2026-02-28" }) });
            assert.equal(report.exitCode, 2);
        });

        it("tells of one that covers nothing, and of one that ends within two weeks", async () => {
            const { report } = await run({ sight: sight(), ignores: ignoring({ expires: "2026-03-10" }) });
            assert.equal(report.exitCode, 0);
            assert.deepEqual(report.ignores, {
                faults: [],
                ending: ["IG-1 ends on 2026-03-10"],
                unused: ["IG-1 covers nothing"],
            });
        });

        it("covers a resource that is gone only by that very word", async () => {
            const gone = { title: "", on: "aws:athena/namedQuery:NamedQuery::audit-trail", gone: true };
            const resource = "urn:pulumi:prod::*NamedQuery::audit-trail";
            const covered = await run({ sight: sight(gone), ignores: ignoring({ resource, path: "(deleted)" }) });
            assert.equal(covered.report.exitCode, 0);
            const other = await run({ sight: sight(gone), ignores: ignoring({ resource, path: "query" }) });
            assert.equal(other.report.exitCode, 2);
        });
    });

    describe("about secrets", () => {
        const canary = "canary-7f3a-secret";
        const secret = (value: string) => ({
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            plaintext: JSON.stringify(value),
        });

        it("says that one changed, and neither what it was nor what it is", async () => {
            const on = "aws:lambda/function:Function::score";
            const holding = (value: string): Drill => ({
                title: "",
                on,
                change: ({ inputs = {}, outputs = {}, ...rest }) => ({
                    ...rest,
                    inputs: { ...inputs, description: secret(value) },
                    outputs: { ...outputs, description: secret(value) },
                }),
            });
            const [before, after] = [sight(holding(canary)), sight(holding(`${canary}-2`))];
            const known = before.reality.get(resourceAt(state, on).urn);
            assert.ok(known);
            const said = after.state.map((held) => (held.resource.urn === known.resource.urn ? known : held));
            const { report, history } = await run({ sight: { ...after, state: said } });
            assert.deepEqual(report.findings[0]?.differences, [
                { path: "description", before: "[secret]", after: "[secret]" },
            ]);
            assert.doesNotMatch(JSON.stringify([report, history]), new RegExp(canary));
        });

        it("shows none that a cloud, the engine or a record repeats somewhere else", async () => {
            const hidden = sight({
                title: "",
                on: queue,
                change: showing({ hidden: secret(canary), policy: `{"Statement":[{"Sid":"${canary}"}]}` }),
                edits: [["tags.note", canary]],
            });
            const { report, history } = await run({
                sight: { ...hidden, untold: [`AWS: could not be read: wrong password ${canary}`] },
            });
            assert.ok(report.findings.length > 0);
            assert.doesNotMatch(JSON.stringify([report, history]), new RegExp(canary));
            assert.match(report.untold.join(), /wrong password \[secret\]/);
        });
    });

    it("names what a program left to others and somebody else changed", async () => {
        const on = "aws:sagemaker/endpoint:Endpoint::fraud";
        const strange = sight({ title: "", on, change: showing({ endpointConfigName: "strange" }) });
        const said = strange.state.map((held) =>
            held.resource.urn.endsWith(on)
                ? { ...held, resource: { ...held.resource, ignoreChanges: ["endpointConfigName"] } }
                : held,
        );
        const { report } = await run({ sight: { ...strange, state: said } });
        assert.deepEqual(
            report.findings.map(({ kind }) => kind),
            ["left-to-others"],
        );
        assert.match(report.findings[0]?.repair ?? "", /leaves this value to others/);
    });

    it("tells what was merged and not deployed, where that is asked for", async () => {
        const undeployed = async () => ["create aws:sqs/queue:Queue::more", "update aws:sns/topic:Topic::fraud"];
        const { report } = await run({ sight: sight(), undeployed });
        assert.equal(report.exitCode, 2);
        assert.deepEqual(
            report.findings.map(({ kind, title }) => [kind, title]),
            [["undeployed", "The program is not deployed: 2 changes"]],
        );
        const failing = await run({ sight: sight(), undeployed: () => Promise.reject(new Error("no such setting")) });
        assert.equal(failing.report.exitCode, 1);
    });

    it("starts at a time and ends at one", async () => {
        const { report } = await run({ sight: sight() });
        assert.equal(report.startedAt, `${TODAY}T10:00:00.000Z`);
        assert.equal(report.finishedAt, `${TODAY}T10:00:00.000Z`);
    });
});
