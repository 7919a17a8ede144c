import { glueOwnData } from "../../../../policies/rules/athena/glue-own-data.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TABLE = "aws:glue/catalogTable:CatalogTable";

describeRule(glueOwnData, [
    { title: "accepts a database of our own", props: {}, found: [] },
    {
        title: "rejects a link to another database, or a federation",
        props: {
            targetDatabase: { catalogId: "1", databaseName: "theirs" },
            federatedDatabase: { identifier: "theirs" },
        },
        found: ["targetDatabase: leads to another catalog", "federatedDatabase: leads to another catalog"],
    },
    {
        title: "rejects a table that is a link",
        type: TABLE,
        props: { targetTable: { name: "theirs" } },
        found: ["targetTable: leads to another catalog"],
    },
    { title: "cannot judge an unknown link", props: { targetDatabase: unknown }, found: ["targetDatabase is unknown"] },
]);
