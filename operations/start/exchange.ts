import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SUPPLEMENTARY_SETS, type SupplementarySet } from "../../contract/files/supplementary.ts";
import type { RunningExchange } from "../../local/azure/azure.ts";
import { liveResource } from "../../local/providers/live/live-resource.ts";
import type { Clients } from "../../local/services/clients.ts";
import { Store } from "../../local/store/store.ts";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import { LOCAL, type LocalCloud } from "./local-cloud.ts";

/** The exchange with Azure while the platform is up, both ways. */
export class Exchange {
    readonly #running: RunningExchange;
    readonly #clients: Clients;
    readonly #functions: ReadonlyMap<string, string>;

    private constructor(running: RunningExchange, clients: Clients, functions: ReadonlyMap<string, string>) {
        this.#running = running;
        this.#clients = clients;
        this.#functions = functions;
    }

    /** Runs what the program has made of Azure. */
    static async of({ azure, services }: LocalCloud, clients: Clients, store = paths.store): Promise<Exchange> {
        const stored = await new Store(store, LOCAL).list();
        const functions = stored.filter(({ type }) => type === "aws:lambda/function:Function");
        const running = azure.run(stored.map(liveResource), services.endpoint);
        return new Exchange(running, clients, new Map(functions.map(({ name, id }) => [name, id])));
    }

    /** Puts the sets of a folder where the bank would, `<set>/latest.csv`; which it has. */
    async put(folder: string): Promise<SupplementarySet[]> {
        const found: SupplementarySet[] = [];
        for (const set of Object.keys(SUPPLEMENTARY_SETS) as SupplementarySet[]) {
            const file = join(folder, set, "latest.csv");
            const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
                if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return undefined;
                throw new UserError(`Cannot read ${file}: ${cause.message}.`);
            });
            if (text === undefined) continue;
            this.#running.blobs.put(`supplementary/${set}/latest.csv`, text);
            found.push(set);
        }
        return found;
    }

    /** From Azure to AWS: the factory brings each set, as its own pipelines say. Names those that did not come whole. */
    async bring(sets: readonly SupplementarySet[]): Promise<SupplementarySet[]> {
        const runs = await Promise.all(sets.map((set) => this.#running.factory.start(set).ended));
        return sets.filter((_, index) => runs[index]?.status !== "Succeeded");
    }

    /** From AWS to Azure: the function `request` asks for runs of all pipelines, and watches them to their end. */
    async request(): Promise<Requested> {
        const FunctionName = this.#functions.get("request") ?? "request";
        const { FunctionError, Payload } = await this.#clients
            .of(LambdaClient)
            .send(new InvokeCommand({ FunctionName, Payload: "{}" }));
        const answer = JSON.parse(Buffer.from(Payload ?? []).toString() || "null");
        return FunctionError === undefined
            ? { runs: answer }
            : { fault: String(answer?.errorMessage ?? FunctionError) };
    }
}

/** What came of it: the runs that were watched to their good end, or why one was not. */
export type Requested = { runs: { pipeline: string; run: string }[] } | { fault: string };
