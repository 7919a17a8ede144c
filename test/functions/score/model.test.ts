import assert from "node:assert/strict";
import { CIRCUIT, EndpointModel } from "../../../functions/score/model.ts";
import { FEATURES } from "../../../model/features.ts";
import { FakeEndpoint, failing, modelBehind } from "../support/model.ts";

const row = FEATURES.map((_, index) => (index === 1 ? Number.NaN : index));

describe("the model behind an endpoint", () => {
    it("sends rows as the container takes them, in one call", async () => {
        const endpoint = new FakeEndpoint();
        const answer = await modelBehind(endpoint).ask([row, row]);
        assert.ok("probabilities" in answer && answer.probabilities.length === 2);
        const [first] = endpoint.calls;
        assert.deepEqual(first, Array(2).fill(row.map((value) => (Number.isNaN(value) ? "" : value)).join(",")));
        assert.equal(endpoint.calls.length, 1);
    });

    it("asks a model from before features were appended without them", async () => {
        const endpoint = new FakeEndpoint();
        const explainer = { width: async () => 31, doubt: () => undefined, reasons: async () => [] };
        const model = new EndpointModel(endpoint, explainer, () => undefined);
        await model.ask([row]);
        assert.equal(endpoint.calls[0]?.[0]?.split(",").length, 31);
    });

    it("looks again which model serves after an answer that was none", async () => {
        let doubts = 0;
        const endpoint = new FakeEndpoint();
        endpoint.trouble = failing("ModelError");
        const explainer = { width: async () => row.length, doubt: () => void doubts++, reasons: async () => [] };
        await new EndpointModel(endpoint, explainer, () => undefined).ask([row]);
        assert.equal(doubts, 1);
    });

    it("takes a second call beyond ten thousand rows, which SageMaker would refuse in one", async () => {
        const endpoint = new FakeEndpoint();
        endpoint.trouble = () => Array(endpoint.calls.at(-1)?.length).fill("0.5").join(",");
        const answer = await modelBehind(endpoint).ask(Array(10_001).fill(row));
        assert.ok("probabilities" in answer && answer.probabilities.length === 10_001);
        assert.deepEqual(
            endpoint.calls.map(({ length }) => length),
            [10_000, 1],
        );
    });

    it("opens its circuit after failures in a row only, and closes it when the endpoint is back", async () => {
        const endpoint = new FakeEndpoint();
        let now = 0;
        const model = modelBehind(endpoint, { clock: () => now });
        const ask = async (up: boolean): Promise<string> => {
            endpoint.trouble = () => (up ? "0.5" : failing("ServiceUnavailable")());
            const answer = await model.ask([row]);
            return "missing" in answer ? answer.missing : "answered";
        };
        for (let round = 0; round < 3; round++) {
            for (let failure = 1; failure < CIRCUIT.failures; failure++)
                assert.equal(await ask(false), "endpoint failed");
            assert.equal(await ask(true), "answered");
        }
        for (let failure = 0; failure < CIRCUIT.failures; failure++) await ask(false);
        assert.equal(await ask(true), "circuit open");
        now += CIRCUIT.pauseMs;
        assert.equal(await ask(true), "answered");
        assert.equal(await ask(true), "answered");
    });
});
