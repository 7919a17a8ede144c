import type ts from "typescript";
import type { Shape } from "../providers/models/shape.ts";

const EXPRESSION = /Type: (\w+) \(or Expression with resultType \w+\)(?:, pattern: (\S+)\.\s)?/;
const MEANT: Readonly<Record<string, Shape["kind"]>> = {
    array: "list",
    boolean: "flag",
    double: "number",
    int: "number",
    integer: "number",
    string: "text",
};

/** Azure's description says what is behind `any`: a value of a type, or an expression of it. */
export function expressionIn(member: ts.PropertySignature): Partial<Shape> {
    const [, type = "", pattern] = EXPRESSION.exec(member.getFullText()) ?? [];
    const kind = MEANT[type.toLowerCase()];
    if (kind === undefined) return {};
    return { kind, expression: true, ...(pattern !== undefined && { pattern: `^(?:${pattern})$` }) };
}
