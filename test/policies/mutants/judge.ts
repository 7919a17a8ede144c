import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { evaluate } from "../../../policies/evaluate.ts";
import { rules } from "../../../policies/rules/index.ts";
import { noExceptions } from "../../support/run-rule.ts";
import type { Mutant } from "./mutant.ts";

const alone = rules.filter(({ scope }) => scope === "resource");
const together = rules.filter(({ scope }) => scope === "stack");

/** The first rule that finds something in a program that was clean before; nothing when none does. */
export function caughtBy(records: readonly ResourceRecord[], { of, changed }: Mutant): string | undefined {
    return (
        first([changed], alone) ??
        first(of ? records.map((one) => (one === of ? changed : one)) : [...records, changed], together)
    );
}

function first(records: readonly ResourceRecord[], asked: typeof rules): string | undefined {
    return evaluate(records, { exceptions: noExceptions(), rules: asked }).findings[0]?.rule;
}
