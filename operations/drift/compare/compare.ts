import type { Held } from "../state/held.ts";
import { classify, type Drift } from "./classify.ts";

/** Every resource that is not as the state says, of those that could be read. */
export function compare(state: readonly Held[], reality: ReadonlyMap<string, Held | undefined>): Drift[] {
    return state.flatMap((before) => {
        const { urn } = before.resource;
        return reality.has(urn) ? (classify(before, reality.get(urn)) ?? []) : [];
    });
}
