import * as z from "zod/mini";
import { ServiceError } from "../answering.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Registry } from "./registry.ts";
import type { Trainings } from "./trainings.ts";

/** Where SageMaker's resources of this run are. */
export interface Place {
    readonly accountId: string;
    readonly region: string;
}

/** All that SageMaker holds. */
export interface Holdings {
    readonly endpoints: Endpoints;
    readonly trainings: Trainings;
    readonly registry: Registry;
    readonly place: Place;
}

/** Answers one operation, or throws SageMaker's refusal. */
export type Operation = (holdings: Holdings, given: unknown) => object | Promise<object>;

export const resourceName = z.string().check(z.regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/));

export function readInput<Shape>(schema: z.ZodMiniType<Shape>, given: unknown): Shape {
    const { success, data, error } = schema.safeParse(given);
    if (success) return data;
    const [issue] = error.issues;
    throw new ServiceError("ValidationException", `${issue?.path.join(".")}: ${issue?.message}`);
}

export function resourceArn({ region, accountId }: Place, kind: string, name: string): string {
    return `arn:aws:sagemaker:${region}:${accountId}:${kind}/${name.toLowerCase()}`;
}

export function missing(place: Place, kind: string, name: string): ServiceError {
    return new ServiceError("ValidationException", `Could not find ${kind} "${resourceArn(place, kind, name)}".`);
}
