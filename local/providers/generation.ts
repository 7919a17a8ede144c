import type { Store } from "../store/store.ts";

/** The generation of a new resource with this URN: 0, or one more than that of the one it replaces. */
export async function nextGeneration(store: Store, urn: string): Promise<number> {
    const present = await store.ofUrn(urn);
    return present.reduce((next, { generation }) => Math.max(next, generation + 1), 0);
}
