import { EXPLAINER_KEY } from "../../../contract/model/serving.ts";
import type { Endpoint } from "../../../functions/adapters/endpoint.ts";
import { Explainer } from "../../../functions/score/explainer.ts";
import { EndpointModel } from "../../../functions/score/model.ts";
import { servedAnswer } from "../../../functions/score/served-answer.ts";
import type { Decider } from "../../../functions/score/whole-history.ts";
import type { Ensemble } from "../../../model/explain/ensemble.ts";
import { starterEnsemble } from "../../support/starter-model.ts";
import { settings } from "./score-runs.ts";

export const ensemble = starterEnsemble();
export const decider: Decider = { ensemble, threshold: settings.modelThreshold };

/** The starter model as SageMaker's container answers for it, unless `trouble` throws or answers something else. */
export class FakeEndpoint implements Endpoint {
    /** Rows of each call. */
    readonly calls: string[][] = [];
    trouble: () => string | undefined = () => undefined;

    async ask(rows: string): Promise<string> {
        this.calls.push(rows.split("\n"));
        return this.trouble() ?? servedAnswer(ensemble, rows);
    }
}

/** The model behind an endpoint, with its trees in a bucket. */
export function modelBehind(
    endpoint: Endpoint,
    { trees = ensemble, clock = () => 0 }: { trees?: Ensemble | undefined; clock?: () => number } = {},
): EndpointModel & { errors: unknown[] } {
    const errors: unknown[] = [];
    const read = async (key: string) => (key === EXPLAINER_KEY ? Buffer.from(JSON.stringify(trees)) : undefined);
    const model = new EndpointModel(endpoint, new Explainer({ read }, clock), (error) => errors.push(error), clock);
    return Object.assign(model, { errors });
}

/** A name that the SDK gives its errors. */
export function failing(name: string): () => never {
    return () => {
        throw Object.assign(new Error(`${name}, said the endpoint`), { name });
    };
}
