import assert from "node:assert/strict";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { runQuery } from "../../../../../local/services/run-query.ts";
import { ATHENA, signedCall } from "../../../../../local/services/signed-call.ts";
import { makeTable } from "../../support/athena.ts";
import { itNeeds } from "../../support/correction.ts";
import { sharedServices } from "../../support/shared-services.ts";

const name = "located-results";

describe("correction result-location", () => {
    itNeeds("result-location", {
        behaviour: "writes a result where it says",
        async observe(running) {
            await makeTable(running, { name, columns: { id: "string" }, objects: { one: '{"id":"a"}\n' } });
            const question = { sql: "SELECT id FROM things", database: name, workgroup: name };
            const { location } = await runQuery(running.clients, question);
            const Key = new URL(location).pathname.slice(1);
            const s3 = running.clients.of(S3Client);
            const got = await s3.send(new GetObjectCommand({ Bucket: name, Key })).catch((error: Error) => error.name);
            return typeof got === "string" ? got : `${Key.split("/")[0]}: ${await got.Body?.transformToString()}`;
        },
        expect: (seen) => assert.equal(seen, "results: id\r\na\r\n"),
    });

    it("lets nobody send a result elsewhere when the workgroup enforces its own place", async () => {
        const { clients } = await sharedServices();
        const { QueryExecutionId } = await signedCall(clients, ATHENA, "StartQueryExecution", {
            QueryString: "SELECT 1",
            WorkGroup: name,
            ResultConfiguration: { OutputLocation: "s3://elsewhere/" },
        });
        const { QueryExecution } = await signedCall(clients, ATHENA, "GetQueryExecution", { QueryExecutionId });
        const { ResultConfiguration } = QueryExecution as { ResultConfiguration: { OutputLocation: string } };
        assert.equal(ResultConfiguration.OutputLocation, `s3://${name}/results/${QueryExecutionId}.csv`);
    });
});
