import { NAMED_QUERY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const COMMENTS = /--.*|\/\*[\s\S]*?\*\//g;

export const athenaQueriesReadOnly: ResourceRule = {
    name: "athena-queries-read-only",
    scope: "resource",
    why: "A saved query is run by people who trust its name, so it must change nothing and run under our limits.",
    severity: "medium",
    controls: ["pci:7.2.1", "pci:7.2.6", "nist:AC-3", "iso:A.8.3"],
    fix: "Save one SELECT, in a workgroup of the platform and with a description",
    types: [NAMED_QUERY],
    check(query, judge) {
        judge(query.at("query"), (sql) => {
            const statements = (sql.text() ?? "").replace(COMMENTS, " ").split(";");
            const [statement = "", ...others] = statements.map((one) => one.trim());
            if (!/^(select|with)\b/i.test(statement)) return "is no SELECT";
            return others.some((other) => other !== "") ? "holds more than one statement" : undefined;
        });
        judge(query.at("workgroup"), (workgroup) => {
            const name = workgroup.text();
            return name === undefined || name === "primary" ? "is primary, which enforces nothing" : undefined;
        });
        judge(query.at("description"), (text) => (text.text() === undefined ? "is not set" : undefined));
    },
};
