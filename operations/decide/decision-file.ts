import { CsvRecords } from "../../functions/unpack/card-network/csv-records.ts";
import { UserError } from "../cli/user-error.ts";
import { type Given, givenFaults } from "./given.ts";

const HEADING = ["id", "decision", "by", "note"];
const FAR_OVER_A_NOTE = 8192;

/** The decisions of a CSV file; an error with all its faults, by line, unless every one can be kept. */
export function readDecisions(text: string, file: string): Given[] {
    const faults: string[] = [];
    const given: Given[] = [];
    const lineOf = new Map<string, number>();
    const [heading, ...records] = recordsOf(text);
    if (heading === undefined || !("fields" in heading) || trimmed(heading.fields).join() !== HEADING.join()) {
        throw new UserError(`${file} must begin with the line ${HEADING.join()}, then one decision a line.`);
    }
    for (const record of records) {
        const { line } = record;
        if (!("fields" in record)) {
            faults.push(`line ${line}: ${record.detail}`);
            continue;
        }
        const [id = "", decision = "", by = "", note = "", ...more] = trimmed(record.fields);
        if (record.fields.length < HEADING.length || more.length > 0) {
            const fix = "a note with commas stands in quotes, and an empty one keeps its comma";
            faults.push(`line ${line}: ${record.fields.length} fields instead of ${HEADING.length}: ${fix}.`);
            continue;
        }
        const one = { id, decision, by, ...(note === "" ? {} : { note }) };
        faults.push(...givenFaults(one).map((fault) => `line ${line}: ${fault}`));
        const first = lineOf.get(id);
        if (first !== undefined) faults.push(`line ${line}: the id of line ${first} again: keep the one that holds.`);
        else lineOf.set(id, line);
        given.push(one as Given);
    }
    if (faults.length > 0) throw new UserError([`Nothing of ${file} was written:`, ...faults].join("\n  "));
    if (given.length === 0) throw new UserError(`${file} holds no decision below its heading.`);
    return given;
}

function recordsOf(text: string) {
    const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
    // A note is one line, so a quote that is left open spoils no other one.
    return lines.flatMap((line, index) => {
        const records = new CsvRecords(",", { recordLines: 1, rowBytes: FAR_OVER_A_NOTE }, index + 1);
        return [...records.push(line), ...records.finish()];
    });
}

const trimmed = (fields: readonly string[]): string[] => fields.map((field) => field.trim());
