import { readQueries } from "../../../infra/query/read-queries.ts";
import type { Step } from "../step.ts";
import { failed, held, unknown } from "../verdict.ts";

const QUERY = "audit-trail";

export const question: Step = {
    name: "question",
    proves: "Athena answers a regulator's question, the audit trail of one transaction, under its workgroup's rules.",
    answers: "Athena reads encrypted records by a projection and writes encrypted results, all by policies.",
    async run({ cloud, outputs, synthetic, until }) {
        const { harmless, day } = synthetic;
        await synthetic.sendOnce(harmless);
        if ((await until(() => synthetic.scored(harmless.id))) === undefined) {
            return unknown("There is no synthetic record to ask for: look at the step scored first.");
        }
        const query = readQueries().find(({ name }) => name === QUERY);
        if (query === undefined) throw new Error(`analytics/athena has no ${QUERY}.sql`);
        const { columns, rows } = await cloud.ask({
            sql: query.sql,
            database: outputs.recordsDatabase,
            workgroup: outputs.reportWorkgroup,
            parameters: [day, harmless.id],
        });
        const steps = rows.map((row) => row[columns.indexOf("step")] ?? "");
        const evidence = { query: QUERY, id: harmless.id, steps };
        if (steps.includes("1 occurred") && steps.includes("3 decided")) return held(evidence);
        return failed(
            `${QUERY} finds ${rows.length === 0 ? "nothing" : steps.join(", ")} of ${harmless.id}.`,
            "Compare the location of the table transactions in Glue with where its record lies.",
            evidence,
        );
    },
};
