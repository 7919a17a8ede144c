import { starterTrees } from "./cloud/endpoint.ts";
import { Warehouse } from "./cloud/warehouse.ts";
import { type Ran, type RunParts, run } from "./run.ts";

/** One run, and where each name that does not add up was last seen in it. */
export interface Proved extends Ran {
    lastSeen: ReadonlyMap<string, string>;
}

export interface ProofParts extends Pick<RunParts, "transactions" | "meddle" | "acknowledgesFirst"> {
    seeds: readonly number[];
    /** Does each seed's run, and hears how far it is. */
    step?: (seed: number, work: (tell: (progress: string) => void) => Promise<Proved>) => Promise<Proved>;
}

/** Names that are followed through a second run: more would say nothing else. */
const FOLLOWED = 20;

/** Runs the platform through a storm for each seed, one after the other, on one warehouse. */
export async function proveConservation(parts: ProofParts): Promise<Proved[]> {
    const { seeds, step = (_, work) => work(() => undefined) } = parts;
    const trees = await starterTrees();
    const warehouse = await Warehouse.open();
    try {
        const proved: Proved[] = [];
        for (const seed of seeds) {
            proved.push(await step(seed, (tell) => proveSeed({ ...parts, seed, trees, warehouse, tell })));
        }
        return proved;
    } finally {
        await warehouse.close();
    }
}

/** Empties the warehouse first. */
export async function proveSeed(parts: RunParts): Promise<Proved> {
    const { warehouse } = parts;
    await warehouse.clear();
    const ran = await run(parts);
    const wrong = [...new Set(ran.faults.map(({ name }) => name))];
    const names = wrong.slice(0, FOLLOWED);
    const lastSeen = new Map(
        wrong.map((name, index) => [
            name,
            index < FOLLOWED ? "by nobody" : `not followed, as the first ${FOLLOWED} are`,
        ]),
    );
    if (names.length > 0) {
        // The same seed gives the same run, so only one that failed pays for the looking.
        await warehouse.clear();
        await run({
            ...parts,
            witness: (text, happened) => {
                const said = text();
                for (const name of names) if (said.includes(name)) lastSeen.set(name, happened);
            },
        });
    }
    return { ...ran, lastSeen };
}
