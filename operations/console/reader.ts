import type { ConsoleState, Guardrails, Model, ParkedGroup, RatePoint, Registry } from "../../console/state.ts";
import { errorText } from "../../functions/adapters/error-text.ts";
import type { Clients } from "../../local/services/clients.ts";
import { type Counts, isBalanced, isLoaded, total } from "../start/counts.ts";
import type { Observer } from "../start/observer.ts";
import type { PlatformOutputs } from "../start/platform-outputs.ts";
import type { Labels } from "../start/quality.ts";
import { readSets } from "../start/sets.ts";
import { alertsOf, MOST_ALERTS } from "./alerts.ts";
import { exchangeOf } from "./exchange.ts";
import type { Read } from "./lookout.ts";
import { modelOf, readReport } from "./model.ts";
import { readParked, readQueues, readRows } from "./observed.ts";
import { addPoint } from "./rate.ts";
import type { ModelRegistry } from "./registry.ts";
import { shownContent } from "./shown-content.ts";
import { readParts, summed, type WarehousePart } from "./warehouse-figures.ts";

export interface ReaderArgs {
    stack: string;
    clients: Clients;
    outputs: PlatformOutputs;
    observer: Observer;
    guardrails?: Guardrails;
    labels?: Labels;
    registry: Pick<ModelRegistry, "read">;
}

/** Reads what the console shows from the services of a running platform; what did not change is not read again. */
export class ConsoleReader {
    private readonly args: ReaderArgs;
    private readonly rate: RatePoint[] = [];
    private readonly unread = new Map<string, string>();
    private parts: { of: number; parts: WarehousePart[] } = { of: 0, parts: [] };
    private parked: { of: string; groups: ParkedGroup[] } = { of: "", groups: [] };
    private queues: ConsoleState["queues"] = [];
    private report: Model["report"] | undefined;
    private registry: Registry | undefined;
    private exchange: ConsoleState["exchange"];

    constructor(args: ReaderArgs) {
        this.args = args;
    }

    async read(): Promise<Read> {
        const { clients, outputs, observer, stack, guardrails, labels } = this.args;
        const counts = await observer.look();
        this.report ??= await readReport();
        addPoint(this.rate, { at: new Date().toISOString(), scored: counts.scored, alerts: counts.alerts });
        const flagged = [...observer.flagged.values()].slice(-MOST_ALERTS);
        const ids = flagged.map(({ id }) => id);
        const rows = (await this.try("the ledger", () => readRows(clients, outputs.ledgerTable, ids))) ?? new Map();
        await this.try("the queues", async () => {
            this.queues = await readQueues(clients);
        });
        await this.try("the warehouse", () => this.readWarehouse(counts));
        await this.try("the parked messages", () => this.readParked(counts));
        await this.try("the registry of models", async () => {
            this.registry = await this.args.registry.read();
        });
        await this.try("the sets from Azure", async () => {
            this.exchange = exchangeOf(await readSets(clients, outputs.supplementaryRunsTable), observer.ledger);
        });
        const alerts = alertsOf(flagged, rows);
        return {
            stack,
            counts: { ...countsShown(counts) },
            books: {
                balanced: isBalanced(counts),
                loaded: isLoaded(counts),
                bySource: bySource(observer.ledger.scoredBySource, this.parts.parts),
            },
            rate: [...this.rate],
            alerts,
            quarantine: {
                byReason: [...counts.quarantined]
                    .map(([reason, count]) => ({ reason, count }))
                    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
                rows: observer.refused.map((line) => ({ ...line, content: shownContent(line.content) })).reverse(),
            },
            queues: this.queues,
            parked: this.parked.groups,
            model: modelOf(this.parts.parts, alerts, observer.ledger.alerted, this.report, {
                labels,
                registry: this.registry,
            }),
            ...(this.exchange && { exchange: this.exchange }),
            ...(guardrails && { guardrails }),
            unread: [...this.unread.values()],
        };
    }

    /** After a replay the marks have changed, and no count says so. */
    forgetParked(): void {
        this.parked.of = "";
    }

    /** What cannot be read stays as it was, and is told. */
    private async try<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
        try {
            const found = await work();
            this.unread.delete(what);
            return found;
        } catch (error) {
            this.unread.set(what, `${what}: ${errorText(error)}`);
            return undefined;
        }
    }

    private async readWarehouse({ loaded }: Counts): Promise<void> {
        if (loaded === this.parts.of) return;
        const parts = await readParts(this.args.clients, this.args.outputs.warehouseWorkgroup);
        this.parts = { of: loaded, parts };
    }

    private async readParked({ deadLettered }: Counts): Promise<void> {
        if (this.parked.of === String(deadLettered)) return;
        const groups = deadLettered > 0 ? await readParked(this.args.clients, this.args.outputs.parkedBucket) : [];
        this.parked = { of: String(deadLettered), groups };
    }
}

function countsShown(counts: Counts): ConsoleState["counts"] {
    const { scored, byModel, duplicates, deadLettered, underway, alerts, loaded } = counts;
    const byRules = scored - byModel;
    const quarantined = total(counts.quarantined);
    return { in: counts.in, scored, byModel, byRules, duplicates, quarantined, deadLettered, underway, alerts, loaded };
}

function bySource(scored: ReadonlyMap<string, number>, parts: readonly WarehousePart[]) {
    const loaded = new Map(summed(parts, "source").map(({ value, transactions }) => [value, transactions]));
    const sources = [...new Set([...scored.keys(), ...loaded.keys()])].sort();
    return sources.map((source) => ({ source, scored: scored.get(source) ?? 0, loaded: loaded.get(source) ?? 0 }));
}
