import type { Count } from "../../operations/proof/latency/counts.ts";
import type { Figure } from "../figure.ts";
import { priceOf } from "./prices.ts";

/** What a thousand transactions took before transactions went by packs, measured in this way at 0483a9e. */
const BEFORE = { requests: 1653, units: 8017, dollars: 0.00636 };
const SHARE = 0.6;

interface Line extends Count {
    step: string;
}

/** The requests for each thousand units, by step, service and operation: the most frequent first, and what they cost. */
export function requestFigures(counts: readonly Count[], units: number): Figure[] {
    const lines = counts.flatMap((count): Line[] => {
        const step = stepOf(count);
        return step === undefined || count.requests === 0 ? [] : [{ ...count, step }];
    });
    const each = (value: number): number => (value * 1000) / units;
    const total = (of: (line: Line) => number): number => each(lines.reduce((sum, line) => sum + of(line), 0));
    const requests = total((line) => (line.service === "lambda" ? 0 : line.requests));
    const written = total(({ writeUnits = 0, indexUnits = 0 }) => writeUnits + indexUnits);
    const dollars = total(priceOf);
    return [
        {
            what: "requests for each thousand transactions out of files",
            figure: `${round(requests)}, ${share(requests, BEFORE.requests)} of before`,
            target: `under ${SHARE} of ${BEFORE.requests}`,
        },
        {
            what: "write units of DynamoDB for these",
            figure: `${round(written)}, ${share(written, BEFORE.units)} of before`,
            target: "",
        },
        {
            what: "what AWS takes for these (eu-west-1, without running time)",
            figure: `$${dollars.toFixed(5)}, ${share(dollars, BEFORE.dollars)} of before`,
            target: "",
        },
        ...lines.sort((one, other) => other.requests - one.requests).flatMap((line) => lineFigure(line, each)),
    ];
}

function lineFigure(line: Line, each: (value: number) => number): Figure[] {
    const { step, service, operation, requests, readUnits = 0, writeUnits = 0, indexUnits = 0 } = line;
    if (each(requests) < 1) return [];
    const parts = [
        `${round(each(requests))} requests`,
        ...(readUnits > 0 ? [`${round(each(readUnits))} read units`] : []),
        ...(writeUnits > 0 ? [`${round(each(writeUnits + indexUnits))} write units`] : []),
    ];
    return [{ what: `· ${step}: ${service} ${operation}`, figure: parts.join(", "), target: "" }];
}

/** Who asked; undefined for the people and programs beside the platform. */
function stepOf({ caller }: Count): string | undefined {
    if (caller === "s3") return "S3 for its bucket";
    const [, own] = /^lambda:([a-z]+)-/.exec(caller) ?? [];
    if (own !== undefined) return `Lambda for \`${own}\``;
    const [, verb] = /assumed-role\/([a-z]+)-/.exec(caller) ?? [];
    return verb === undefined ? undefined : `\`${verb}\``;
}

function share(value: number, before: number): string {
    return (value / before).toFixed(2);
}

function round(value: number): string {
    return Math.round(value).toLocaleString("en");
}
