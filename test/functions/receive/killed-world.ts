import type { SupplementaryRun, SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { SupplementaryPointer, WholeSet } from "../../../contract/files/supplementary-pointer.ts";
import type { ArrivedBatch, End, Ports } from "../../../functions/receive/ports.ts";
import { receive } from "../../../functions/receive/receive.ts";
import { Refusal } from "../../../functions/receive/refusal.ts";
import { requestOf } from "../../../functions/receive/request.ts";
import { HeldSets } from "../../../functions/score/supplementary/held-sets.ts";
import { event, rating, SUBJECT } from "./receiving.ts";

/** Whoever works is dead; what he did before stays done. */
export class Killed extends Error {}

/** At which effect somebody is killed, and whether that one still happened. */
export interface Death {
    at: number;
    when: "before" | "after";
}

interface RunState {
    batches: Map<string, ArrivedBatch>;
    end?: End;
}

/** What outlives each invocation: bucket, table and whoever was told, over all runs. */
export class SharedWorld {
    readonly objects = new Map<string, string>();
    readonly #pointers = new Map<SupplementarySet, SupplementaryPointer>();
    readonly #runs = new Map<string, RunState>();
    effects = 0;
    death: Death | undefined;

    /** One change of the world; the killed one is the last that its author tries. */
    async effect<Result>(act: () => Result): Promise<Result> {
        const here = this.death?.at === this.effects++ ? this.death.when : undefined;
        if (here === "before") throw new Killed();
        const result = act();
        if (here === "after") throw new Killed();
        return result;
    }

    /** What a run of Data Factory does: copies in two batches, says that it is complete, or says that it failed. */
    async bring(run: string, ratings: readonly ("low" | "medium" | "high")[]): Promise<"Succeeded" | "Failed"> {
        const rows = ratings.map((value, index) => ({ ...rating(`a-${index}`), rating: value }));
        try {
            for (const row of rows) await this.#send(run, "batches", [row]);
            await this.#send(run, "complete", { rowsCopied: rows.length });
            return "Succeeded";
        } catch {
            // Data Factory tells of it if it can, and the run counts as failed either way.
            await this.#send(run, "fail", { activity: "copy", code: "" }).catch(() => undefined);
            return "Failed";
        }
    }

    /** What `score` would say now of the first account, where it starts with nothing at hand. */
    async said(): Promise<string | undefined> {
        const bucket = {
            read: async (key: string) => {
                const text = this.objects.get(key);
                return text === undefined ? undefined : Buffer.from(text);
            },
        };
        const sets = new HeldSets({ read: async () => this.#pointers }, bucket);
        const index = (await sets.at(0)).get("customer-risk-ratings")?.held?.index;
        return (
            index &&
            [...index]
                .sort()
                .map(([, value]) => value)
                .join()
        );
    }

    #send(run: string, verb: string, body: unknown) {
        const given = event(verb, body, { pathParameters: { set: "customer-risk-ratings", run } });
        return receive(requestOf(given, SUBJECT), this.#ports(), new Date(`2026-11-2${run.at(-1)}T03:00:00.000Z`));
    }

    #ports(): Ports {
        const of = ({ run }: SupplementaryRun): RunState => {
            const state = this.#runs.get(run) ?? { batches: new Map() };
            this.#runs.set(run, state);
            return state;
        };
        const counted = ({ batches }: RunState) => [...batches.values()].reduce((sum, { rows }) => sum + rows, 0);
        return {
            open: (_, run) =>
                this.effect(() => ({
                    writeOnce: (key: string, text: string) =>
                        this.effect(() => {
                            if (!key.includes(run.run)) throw new Refusal("token-refused");
                            if (!this.objects.has(key)) this.objects.set(key, text);
                        }),
                })),
            runs: {
                ended: async (run) => of(run).end !== undefined,
                batches: async (run) => [...of(run).batches.values()],
                noteBatch: (run, batch) =>
                    this.effect(() => {
                        if (of(run).end === undefined) of(run).batches.set(batch.sha256, batch);
                        return of(run).end;
                    }),
                noteEnd: (run, wanted, now) =>
                    this.effect(() => {
                        const state = of(run);
                        const rows = counted(state);
                        const outcome = wanted === "failed" ? "failed" : "complete";
                        const holds = wanted === "failed" || wanted.complete === rows;
                        if (holds) state.end ??= { outcome, at: now.toISOString(), told: false };
                        return { rows, ...(state.end && { end: state.end }) };
                    }),
                noteTold: (run) => this.effect(() => void of(run)),
            },
            pointers: {
                point: (set: SupplementarySet, whole: WholeSet) =>
                    this.effect(() => {
                        const current = this.#pointers.get(set)?.current;
                        if (current !== undefined && current.completedAt >= whole.completedAt) return;
                        this.#pointers.set(set, { current: whole, former: current ?? whole });
                    }),
            },
            discrepancies: { publish: () => this.effect(() => undefined) },
        };
    }
}
