import assert from "node:assert/strict";
import { Circuit } from "../../../functions/score/circuit.ts";

describe("a circuit", () => {
    const circuit = () => new Circuit({ failures: 2, pauseMs: 100 });

    it("lets everything through until so many failures in a row", () => {
        const one = circuit();
        one.failed(0);
        assert.ok(one.allows(0));
        one.succeeded();
        one.failed(1);
        assert.ok(one.allows(1));
        one.failed(2);
        assert.ok(!one.allows(2));
    });

    it("lets one attempt through in each pause while it is open", () => {
        const one = circuit();
        one.failed(0);
        one.failed(0);
        assert.ok(!one.allows(99));
        assert.ok(one.allows(100));
        assert.ok(!one.allows(101));
        assert.ok(!one.allows(199));
        assert.ok(one.allows(200));
    });

    it("counts its pause from the latest failure", () => {
        const one = circuit();
        one.failed(0);
        one.failed(50);
        assert.ok(!one.allows(149));
        assert.ok(one.allows(150));
        one.failed(160);
        assert.ok(!one.allows(259));
        assert.ok(one.allows(260));
    });

    it("is closed by the first success", () => {
        const one = circuit();
        one.failed(0);
        one.failed(0);
        assert.ok(one.allows(100));
        one.succeeded();
        assert.ok(one.allows(101));
        one.failed(102);
        assert.ok(one.allows(103));
    });
});
