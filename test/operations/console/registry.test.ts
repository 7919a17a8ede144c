import assert from "node:assert/strict";
import { Registry } from "../../../local/services/sagemaker/registry.ts";
import { registryOperations } from "../../../local/services/sagemaker/registry-operations.ts";
import { consoleActions } from "../../../operations/console/actions.ts";
import { ModelRegistry } from "../../../operations/console/registry.ts";

const GROUP = "fraud";
const place = { accountId: "111122223333", region: "eu-west-1" };

/** The local registry, and an endpoint that serves `artefact`. */
function world(artefact: string) {
    const holdings = { registry: new Registry(), place } as never as Parameters<
        (typeof registryOperations)["CreateModelPackageGroup"] & object
    >[0];
    const serving: Record<string, object> = {
        DescribeEndpoint: { EndpointConfigName: "configuration" },
        DescribeEndpointConfig: { ProductionVariants: [{ ModelName: "model" }] },
        DescribeModel: { PrimaryContainer: { ModelDataUrl: artefact } },
    };
    const send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: object }) => {
        const operation = name.replace(/Command$/, "");
        const known = serving[operation];
        if (known !== undefined) return known;
        const carryOut = registryOperations[operation] ?? assert.fail(operation);
        const answer = await carryOut(holdings, input);
        const list = (answer as { ModelPackageSummaryList?: { CreationTime: number }[] }).ModelPackageSummaryList;
        const dated = list?.map((one) => ({ ...one, CreationTime: new Date(one.CreationTime * 1000) }));
        return { ...answer, ...(dated && { ModelPackageSummaryList: dated }) };
    };
    holdings.registry.make(GROUP);
    const propose = (url: string) =>
        holdings.registry.propose(GROUP, {
            request: { InferenceSpecification: { Containers: [{ ModelDataUrl: url }] } },
            modelDataUrl: url,
            approval: "PendingManualApproval",
        });
    const registry = new ModelRegistry({ of: () => ({ send }) } as never, GROUP);
    let changes = 0;
    const action = consoleActions({
        clients: { of: () => ({ send: () => assert.fail("nothing else was asked for") }) } as never,
        outputs: { ledgerTable: "ledger", parkedBucket: "parked" },
        registry,
        checks: async () => assert.fail("no command was asked for"),
        onChange: () => {
            changes += 1;
        },
    }).get("approvals");
    assert.ok(action);
    return { registry, propose, action, changes: () => changes };
}

describe("the versions of the model in the console", () => {
    it("say which one serves, which wait, and who decided, the newest first", async () => {
        const { registry, propose, action } = world("s3://models/1");
        for (const number of [1, 2, 3]) propose(`s3://models/${number}`);
        await action({ version: 1, decision: "approve", by: "c.weber" });
        await action({ version: 2, decision: "refuse", by: "c.weber" });
        const { serving, versions } = await registry.read();
        assert.equal(serving, "version 1");
        assert.deepEqual(
            versions.map(({ proposedAt, ...one }) => one),
            [
                { version: 3, state: "waits", serves: false },
                { version: 2, state: "refused", serves: false, by: "c.weber" },
                { version: 1, state: "approved", serves: true, by: "c.weber" },
            ],
        );
        for (const { proposedAt } of versions) assert.match(proposedAt, /^\d{4}-\d\d-\d\dT/);
    });

    it("say so when what serves is none of them", async () => {
        const { registry } = world("s3://models/starter");
        assert.deepEqual(await registry.read(), { serving: "the first model", versions: [] });
    });

    it("answer an approval with what happens next, and let whoever waits look", async () => {
        const { propose, action, changes } = world("s3://models/starter");
        propose("s3://models/1");
        assert.deepEqual(await action({ version: 1, decision: "approve", by: "c.weber" }), {
            done: true,
            text: "Version 1 is approved by c.weber. The next run of promote, within the hour, puts it behind the endpoint.",
        });
        assert.equal(changes(), 1);
    });

    for (const { title, given, message } of [
        {
            title: "a version that there is not",
            given: { version: 9 },
            message: "The registry has no version 9. Nothing was changed.",
        },
        {
            title: "a version that was decided on",
            given: { version: 2 },
            message: "Version 2 does not wait for approval: it is refused. Nothing was changed.",
        },
        { title: "a full name", given: { by: "Carla Weber" }, message: /^"Carla Weber" cannot say who decided/ },
        {
            title: "a word that is none",
            given: { decision: "maybe" },
            message: /^Not understood: an approval has version/,
        },
        {
            title: "a version that is no number",
            given: { version: "1" },
            message: /^Not understood: an approval has version/,
        },
    ]) {
        it(`refuse ${title}, and change nothing`, async () => {
            const { registry, propose, action, changes } = world("s3://models/starter");
            for (const number of [1, 2]) propose(`s3://models/${number}`);
            await action({ version: 2, decision: "refuse", by: "c.weber" });
            const before = await registry.read();
            const asked = { version: 1, decision: "approve", by: "c.weber", ...given };
            await assert.rejects(action(asked), { name: "UserError", message });
            assert.deepEqual([await registry.read(), changes()], [before, 1]);
        });
    }
});
