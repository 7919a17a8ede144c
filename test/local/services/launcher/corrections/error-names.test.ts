import assert from "node:assert/strict";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeFunction } from "../../support/resources.ts";

const source = `
class LedgerUnavailable extends Error { name = "LedgerUnavailable"; }
export const handler = async () => { throw new LedgerUnavailable("try later"); };`;

describe("correction error-names", () => {
    itNeeds("error-names", {
        behaviour: "reports a thrown error by its own name",
        async observe({ clients, folder }) {
            await makeFunction(clients, "throwing", { source, folder });
            return invoke(clients, "throwing");
        },
        expect: (answer) => assert.deepEqual(answer, { errorMessage: "try later", errorType: "LedgerUnavailable" }),
    });
});
