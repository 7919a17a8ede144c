import assert from "node:assert/strict";
import { ATHENA, signedCall } from "../../../../../local/services/signed-call.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";

const ID = "0f4c7c1e-5d0f-4b1e-8f67-3a3a3a3a3a3a";

describe("correction query-ids", () => {
    itNeeds("query-ids", {
        behaviour: "finds a saved query under the id that was predicted for it",
        async observe({ clients }) {
            await create(resource("aws:athena/workgroup:Workgroup", "asking", { name: "asking" }), clients);
            const inputs = { name: "why", workgroup: "asking", database: "records", query: "SELECT 1" };
            await create(resource("aws:athena/namedQuery:NamedQuery", "why", inputs, ID), clients);
            return signedCall(clients, ATHENA, "GetNamedQuery", { NamedQueryId: ID }).then(
                ({ NamedQuery }) => (NamedQuery as { Name: string }).Name,
                (error: Error) => error.name,
            );
        },
        expect: (name) => assert.equal(name, "why"),
    });
});
