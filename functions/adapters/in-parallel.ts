/**
 * Runs the task for each item, at most `limit` at once, and settles them all: one failure does not stop the others.
 * The outcomes are in the order of the items.
 */
export async function inParallel<Item, Result>(
    items: readonly Item[],
    limit: number,
    task: (item: Item, index: number) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> {
    const outcomes = new Array<PromiseSettledResult<Result>>(items.length);
    const waiting = items.entries();
    const worker = async (): Promise<void> => {
        for (const [index, item] of waiting) {
            outcomes[index] = await settle(() => task(item, index));
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return outcomes;
}

async function settle<Result>(task: () => Promise<Result>): Promise<PromiseSettledResult<Result>> {
    try {
        return { status: "fulfilled", value: await task() };
    } catch (reason) {
        return { status: "rejected", reason };
    }
}
