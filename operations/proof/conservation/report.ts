import { ENDS } from "./books/balance.ts";
import type { Proved } from "./prove.ts";

/** How many faults of a seed the page shows. */
const SHOWN = 50;

/** The runs as a page. The same seeds give the same bytes. */
export function conservationReport(proved: readonly Proved[], transactions: number): string {
    const sound = proved.filter(({ faults }) => faults.length === 0).length;
    return `${[
        "# Nothing is lost, whatever fails",
        "",
        "Written by `npm run proof -- conservation`. The platform's own functions, `unpack`, `screen`, `score`, `load`, `park` and",
        "`replay`, run on SQS, S3, DynamoDB, SNS, a SageMaker endpoint and Redshift in the memory of one process, and a seed decides",
        "in which order every single call is carried out, what fails, and when the clock leaps. Loads are the platform's own SQL, by",
        "PostgreSQL; the endpoint answers with the trees of the starter model. [Why this way](../decisions/0052-conservation-in-a-storm.md).",
        "",
        "In come live messages and files, with duplicates, conflicts, one name sent twice, rows and messages that must be refused, and",
        "messages of nobody. Queues deliver in any order and at times twice, S3 tells of an object twice, clocks of producers and",
        "functions are wrong by two minutes, connections break, acknowledgements are lost; services have outages, the warehouse's of",
        "hours; and some messages kill whoever works on them until they are replayed.",
        "",
        "Claimed, and checked by name: after the storm each delivery stands in one book, scored, quarantined, duplicate or",
        "dead-lettered, none in two, and no book has a name that was not put in; what is scored is in the warehouse once, or the",
        "message that loads it is parked; each alert was told at least once, and no fewer discrepancies than there are. After two",
        "replays in the storm and one in calm all that can be scored is, with the verdict that the whole history seen at once asks",
        "for, each once in the warehouse, and each fraud was told. What is left are messages of nobody, and parked ones in which a",
        "card number was masked. Not tried: more than a hundred duplicates of one transaction, of which the ledger names a hundred.",
        "",
        `## ${sound} of ${proved.length} ${proved.length === 1 ? "seed" : "seeds"} with ${count(transactions)} transactions proved`,
        ...tables(proved),
        ...proved.flatMap((one) => failure(one, transactions)),
    ].join("\n")}\n`;
}

function tables(proved: readonly Proved[]): string[] {
    return [
        "",
        `| seed | put in | ${ENDS.join(" | ")} | messages parked |`,
        `|---|---|${ENDS.map(() => "---|").join("")}---|`,
        ...proved.map((one) => row([one.seed, one.given, ...ENDS.map((end) => one.atFirst[end]), one.parked])),
        "",
        "After the replays:",
        "",
        `| seed | put back | ${ENDS.join(" | ")} | in the warehouse | fraud | alerts told |`,
        `|---|---|${ENDS.map(() => "---|").join("")}---|---|---|`,
        ...proved.map((one) =>
            row([
                one.seed,
                one.replayed,
                ...ENDS.map((end) => one.atLast[end]),
                one.loaded,
                one.alerts,
                one.alertsTold,
            ]),
        ),
        "",
        "How much went wrong on the way:",
        "",
        "| seed | invocations | killed | calls | refused | done but unheard | done in part | slow | after its caller gave up | acknowledgements lost | hours by its clock |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        ...proved.map((one) => {
            const kinds = ["refused", "unheard", "short", "slow", "late", "acknowledgement"].map((kind) =>
                troubles(one, kind),
            );
            return row([
                one.seed,
                one.invocations,
                troubles(one, "killed"),
                one.calls,
                ...kinds,
                Math.round(one.hours),
            ]);
        }),
        "",
        ...byService(proved),
    ];
}

/** Refused counts outages too. */
function byService(proved: readonly Proved[]): string[] {
    const sums = new Map<string, number>();
    for (const { troubles } of proved) {
        for (const [what, times] of troubles) sums.set(what, (sums.get(what) ?? 0) + times);
    }
    const list = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
    return [
        "By kind and place:",
        "",
        "| trouble | times |",
        "|---|---|",
        ...list.map(([what, times]) => row([what, times])),
    ];
}

function failure({ seed, faults, lastSeen }: Proved, transactions: number): string[] {
    if (faults.length === 0) return [];
    return [
        "",
        `## Seed ${seed}: ${faults.length} do not add up`,
        "",
        `Again: \`${commandOf(seed, transactions)}\``,
        "",
        "| name | what is wrong | last seen |",
        "|---|---|---|",
        ...faults.slice(0, SHOWN).map(({ name, why }) => row([name, why, lastSeen.get(name) ?? "by nobody"])),
    ];
}

export function commandOf(seed: number, transactions: number): string {
    return `npm run proof -- conservation --seed ${seed} --transactions ${transactions}`;
}

function troubles({ troubles }: Proved, kind: string): number {
    return [...troubles].reduce((sum, [what, times]) => sum + (what.startsWith(`${kind} `) ? times : 0), 0);
}

function row(cells: readonly (string | number)[]): string {
    return `| ${cells.map((cell, index) => (typeof cell === "number" && index > 0 ? count(cell) : cell)).join(" | ")} |`;
}

function count(number: number): string {
    return number.toLocaleString("en-GB");
}
