import { athenaQueriesReadOnly } from "../../../../policies/rules/athena/athena-queries-read-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const good = { query: "-- why; because\nSELECT 1", workgroup: "reports", description: "why" };

describeRule(athenaQueriesReadOnly, [
    { title: "accepts a SELECT after comments", props: good, found: [] },
    {
        title: "accepts WITH, and a semicolon at the end",
        props: { ...good, query: "/* a\n*/ with a AS (…) SELECT 1;\n" },
        found: [],
    },
    {
        title: "rejects a query without anything",
        props: {},
        found: ["query: is no SELECT", "workgroup: is primary, which enforces nothing", "description: is not set"],
    },
    {
        title: "rejects empty text",
        props: { ...good, query: "", description: "" },
        found: ["query: is no SELECT", "description: is not set"],
    },
    {
        title: "rejects a change",
        props: { ...good, query: "-- SELECT\nINSERT INTO t SELECT 1" },
        found: ["query: is no SELECT"],
    },
    {
        title: "rejects a second statement",
        props: { ...good, query: "SELECT 1; DROP TABLE t" },
        found: ["query: holds more than one statement"],
    },
    {
        title: "rejects the workgroup of everybody",
        props: { ...good, workgroup: "primary" },
        found: ["workgroup: is primary, which enforces nothing"],
    },
    {
        title: "judges the rest while the query is unknown",
        props: { query: unknown, workgroup: "reports" },
        found: ["query is unknown", "description: is not set"],
    },
]);
