import * as z from "zod/mini";
import { ask, type Patience, Refused } from "./ask.ts";
import type { Runs } from "./ports.ts";

export interface FactoryPlace {
    /** Of Azure Resource Manager, without a slash at its end. */
    url: string;
    /** Id of the Data Factory, which begins with a slash. */
    factoryId: string;
}

/** What Azure answers while a role assignment, or a pipeline, is not known everywhere; and to who has none. */
const NOT_YET = [403, 404];
const VERSION = "api-version=2018-06-01";
const Started = z.object({ runId: z.guid() });
const Watched = z.object({
    status: z.enum(["Queued", "InProgress", "Succeeded", "Failed", "Canceling", "Cancelled"]),
});

/**
 * Starts and watches runs of a Data Factory. A start that got no answer is tried again: should both have begun, they run
 * one after the other and bring the same.
 */
export class FactoryRuns implements Runs {
    readonly #place: FactoryPlace;
    readonly #token: string;
    readonly #patience: Patience;

    constructor(place: FactoryPlace, token: string, patience: Patience) {
        this.#place = place;
        this.#token = token;
        this.#patience = patience;
    }

    async start(pipeline: string): Promise<string> {
        const path = `pipelines/${encodeURIComponent(pipeline)}/createRun`;
        const check = `check that the factory has a pipeline named ${pipeline}`;
        return read(Started, await this.#ask("POST", path, "a new run", check)).runId;
    }

    async status(run: string) {
        return read(Watched, await this.#ask("GET", `pipelineruns/${run}`, `run ${run}`, "check whether it is there"))
            .status;
    }

    /** One that has ended meanwhile cannot be called off, and need not be. */
    async cancel(run: string): Promise<void> {
        const asked = this.#ask(
            "POST",
            `pipelineruns/${run}/cancel`,
            `the end of run ${run}`,
            "check whether it is there",
        );
        await asked.catch((error: unknown) => {
            if (!(error instanceof Refused && error.status === 400)) throw error;
        });
    }

    #ask(method: string, path: string, what: string, check: string): Promise<unknown> {
        const { url, factoryId } = this.#place;
        return ask(
            {
                what,
                url: `${url}${factoryId}/${path}?${VERSION}`,
                init: { method, headers: { authorization: `Bearer ${this.#token}` } },
                mayPass: (status) => NOT_YET.includes(status),
                refusal: (status) =>
                    status === 401 || status === 403
                        ? "check the role assignment of the identity on the factory"
                        : check,
            },
            this.#patience,
        );
    }
}

function read<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown): z.infer<Schema> {
    const { success, data } = schema.safeParse(answer);
    if (!success) throw new TypeError("Data Factory answered something unknown");
    return data;
}
