import assert from "node:assert/strict";
import { ATHENA, signedCall } from "../../../../../local/services/signed-call.ts";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, makeFunction, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";

/** Asks for each saved query that it is told of; whose it may see. */
const source = `
import { AthenaClient, GetNamedQueryCommand } from "@aws-sdk/client-athena";
const athena = new AthenaClient({});
export const handler = (ids) => Promise.all(ids.map((NamedQueryId) =>
    athena.send(new GetNamedQueryCommand({ NamedQueryId })).then(() => "seen", (error) => error.name)));`;

describe("correction athena-workgroups", () => {
    itNeeds("athena-workgroups", {
        behaviour: "lets a role see the saved queries of its workgroup, and no other",
        async observe({ clients, folder }) {
            const ids: string[] = [];
            for (const workgroup of ["granted", "foreign"]) {
                await create(resource("aws:athena/workgroup:Workgroup", workgroup, { name: workgroup }), clients);
                const input = { Name: workgroup, WorkGroup: workgroup, Database: "records", QueryString: "SELECT 1" };
                const { NamedQueryId } = await signedCall(clients, ATHENA, "CreateNamedQuery", input);
                ids.push(String(NamedQueryId));
            }
            const Resource = `arn:aws:athena:${region}:${accountId}:workgroup/granted`;
            const statements = [{ Effect: "Allow", Action: "athena:GetNamedQuery", Resource }];
            await makeFunction(clients, "curious", { source, statements, folder });
            return invoke(clients, "curious", ids);
        },
        expect: (seen) => assert.deepEqual(seen, ["seen", "AccessDeniedException"]),
    });
});
