import type { ReportRun } from "../../../contract/files/report-run.ts";
import type { Answer, Ports, Queries } from "../../../functions/report/ports.ts";
import { REPORT_QUERIES } from "../../../functions/report/reports.ts";

export const PERIOD = { from: "2026-03-02", to: "2026-03-02" };

type Rows = (string | null)[][];

/** A world in memory: what each query finds, what was filed in which order, and who was told. */
export function aWorld() {
    const found: Record<string, Rows | Error> = Object.fromEntries(REPORT_QUERIES.map((query) => [query, [["1"]]]));
    const objects = new Map<string, string>();
    const asked: [query: string, values: readonly string[]][] = [];
    const noted: { which: "begun" | "ended"; runs: readonly ReportRun[] }[] = [];
    const told: { subject: string; message: object }[] = [];
    const queries: Queries = {
        question: async (name) => ({ text: `text of ${name}`, database: "db", workgroup: "group" }),
        async ask({ text }, values): Promise<Answer> {
            const query = text.slice("text of ".length);
            asked.push([query, values]);
            const rows = found[query] ?? [];
            if (rows instanceof Error) throw rows;
            async function* pages() {
                yield rows as Rows;
            }
            return { columns: ["a"], pages: pages(), scannedBytes: 10 };
        },
    };
    const ports: Ports = {
        queries,
        store: {
            read: async (key) => objects.get(key),
            async create(key, body) {
                if (objects.has(key)) return false;
                objects.set(key, Buffer.from(body).toString("utf8"));
                return true;
            },
        },
        notes: { note: async (which, runs) => void noted.push({ which, runs }) },
        invocation: "invocation-1",
        topic: { publish: async (subject, message) => void told.push({ subject, message }) },
        now: () => new Date("2026-03-03T01:00:00.000Z"),
        program: "1.2.3",
    };
    return { found, objects, asked, noted, told, ports };
}
