import { BUCKET, FUNCTION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** By these names functions are told where what a regulator relies on goes. */
const KEPT = ["RECORDS_BUCKET", "REPORTS_BUCKET"];

export const recordsKeptLocked: StackRule = {
    name: "records-kept-locked",
    scope: "stack",
    why: "Whatever a bucket is called, what functions write there as records must be beyond everybody's change.",
    severity: "critical",
    controls: ["nist:AU-9", "nist:SI-12", "sox:802-records", "iso:A.5.33"],
    fix: "Name a bucket of this program that was created with objectLockEnabled",
    types: [FUNCTION],
    check(fn, judge, graph) {
        const variables = fn.at("environment.variables");
        for (const name of KEPT) {
            judge(variables.named(name), (value) => {
                const named = value.text();
                if (named === undefined) return undefined;
                const [bucket] = graph
                    .ofType(BUCKET)
                    .filter((one) =>
                        ["bucket", "id"].some((key) => one.at(key).isKnown() && one.at(key).text() === named),
                    );
                if (!bucket) return "is no bucket of this stack";
                return bucket.at("objectLockEnabled").flag() === true
                    ? undefined
                    : `is ${bucket.name}, which has no lock`;
            });
        }
    },
};
