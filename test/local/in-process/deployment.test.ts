import assert from "node:assert/strict";
import { Deployment } from "../../../local/in-process/deployment.ts";
import { Refused } from "../../../local/in-process/refused.ts";
import { PLAIN, type Wanted } from "../../../local/in-process/resources.ts";
import { secret } from "../../../local/store/signatures.ts";

const CONFIG = { "aws:region": "eu-west-1", "aws:allowedAccountIds": '["111111111111"]', "other:key": "x" };
const deployment = () => new Deployment({ stack: "dev", project: "p", config: CONFIG });
const queue = (changes: Partial<Wanted> = {}): Wanted => ({
    ...PLAIN,
    type: "aws:sqs/queue:Queue",
    name: "bulk",
    parent: "",
    custom: true,
    inputs: {},
    version: "7.48.0",
    ...changes,
});
const component = (changes: Partial<Wanted> = {}) =>
    queue({ type: "p:a:Area", custom: false, version: "", ...changes });
const refusals = (work: () => unknown): readonly string[] => {
    try {
        work();
    } catch (error) {
        if (error instanceof Refused) return error.reasons;
        throw error;
    }
    return [];
};

describe("a deployment in process", () => {
    it("names a resource with the types of all its parents but the stack", () => {
        const run = deployment();
        const stack = run.register(component({ type: "pulumi:pulumi:Stack", name: "p-dev" }));
        const area = run.register(component({ parent: stack.urn }));
        const part = run.register(component({ type: "p:a:Part", name: "part", parent: area.urn }));
        assert.equal(
            run.register(queue({ parent: part.urn })).urn,
            "urn:pulumi:dev::p::p:a:Area$p:a:Part$aws:sqs/queue:Queue::bulk",
        );
    });

    it("makes the default provider of a package and version once, from its own settings", () => {
        const run = deployment();
        for (const name of ["one", "other"]) run.register(queue({ name }));
        const providers = run.resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
        assert.deepEqual(
            providers.map(({ urn, inputs }) => ({ urn, inputs })),
            [
                {
                    urn: "urn:pulumi:dev::p::pulumi:providers:aws::default_7_48_0",
                    inputs: { region: "eu-west-1", allowedAccountIds: '["111111111111"]', version: "7.48.0" },
                },
            ],
        );
    });

    it("asks the explicit provider of a resource, or the one of the component around it", () => {
        const run = deployment();
        const provider = run.register(
            queue({ type: "pulumi:providers:aws", name: "abroad", inputs: { region: "us-west-2" }, version: "" }),
        );
        const reference = `${provider.urn}::${provider.id}`;
        const area = run.register(component({ providers: { aws: reference } }));
        const inside = run.register(component({ type: "p:a:Part", parent: area.urn }));
        for (const known of [
            run.register(queue({ name: "own", providerReference: reference })),
            run.register(queue({ name: "inherited", parent: inside.urn })),
        ]) {
            assert.equal(known.provider, provider.urn);
            assert.match(String(known.outputs.arn), /^arn:aws:sqs:us-west-2:/);
        }
        assert.match(String(run.register(queue()).outputs.arn), /^arn:aws:sqs:eu-west-1:111111111111:/);
    });

    it("protects what belongs to something that is protected, unless it says otherwise", () => {
        const run = deployment();
        const area = run.register(component({ protect: true }));
        assert.equal(run.register(queue({ parent: area.urn })).protect, true);
        assert.equal(run.register(queue({ name: "free", parent: area.urn, protect: false })).protect, false);
    });

    it("keeps an output secret that the program names, or whose input is", () => {
        const run = deployment();
        const { outputs } = run.register(
            queue({ inputs: { policy: secret("{}") }, additionalSecretOutputs: ["url", "id"] }),
        );
        assert.deepEqual(outputs.policy, secret("{}"));
        assert.notEqual(typeof outputs.url, "string");
        assert.equal(typeof outputs.id, "string");
    });

    it("refuses what the stand-ins refuse in the engine's words, and still knows the resource", () => {
        const run = deployment();
        assert.deepEqual(
            refusals(() => run.register(queue({ inputs: { delaySeconds: 5000 } }))),
            [
                "aws:sqs/queue:Queue resource 'bulk' has a problem: " +
                    "delaySeconds must be a whole number from 0 to 900 seconds, got 5000",
            ],
        );
        assert.ok(run.resources.some(({ name }) => name === "bulk"));
    });

    it("refuses a type that no table knows, and a second resource of one name", () => {
        const run = deployment();
        const [unknown] = refusals(() => run.register(queue({ type: "aws:foo/bar:Bar" })));
        assert.match(
            unknown ?? "",
            /^aws:foo\/bar:Bar resource 'bulk' has a problem: .*local\/providers\/types\/aws\/foo\.ts/,
        );
        run.register(queue());
        assert.deepEqual(
            refusals(() => run.register(queue())),
            ["Duplicate resource URN 'urn:pulumi:dev::p::aws:sqs/queue:Queue::bulk'; try giving it a unique name"],
        );
    });

    it("says once that a provider refuses its settings, or that there is none", () => {
        const run = new Deployment({ stack: "dev", project: "p", config: { "aws:region": "nowhere" } });
        assert.equal(refusals(() => run.register(queue())).length, 1);
        assert.deepEqual(
            refusals(() => run.register(queue({ name: "next" }))),
            [],
        );
        assert.throws(() => run.register(queue({ name: "next" })), Refused);
        const [none] = refusals(() => deployment().register(queue({ type: "random:index:Id" })));
        assert.match(none ?? "", /no stand-in for the provider random/);
    });
});
