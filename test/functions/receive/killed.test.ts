import assert from "node:assert/strict";
import { type Death, SharedWorld } from "./killed-world.ts";

const RUNS = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const [FIRST = "", SECOND = "", THIRD = ""] = RUNS;

/** A first set is in use; then somebody dies while the second is brought. */
async function killed(death: Death): Promise<{ world: SharedWorld; status: string; reached: boolean }> {
    const world = new SharedWorld();
    assert.equal(await world.bring(FIRST, ["low", "low"]), "Succeeded");
    world.effects = 0;
    world.death = death;
    const status = await world.bring(SECOND, ["high", "high"]);
    return { world, status, reached: world.effects > death.at };
}

describe("receive, killed at every step of a run", () => {
    for (const when of ["before", "after"] as const) {
        it(`keeps the former set in use or has the whole new one, and the next run makes it good: ${when} each effect`, async () => {
            const seen = new Set<string | undefined>();
            let at = 0;
            for (; ; at++) {
                const { world, status, reached } = await killed({ at, when });
                if (!reached) break;
                const said = await world.said();
                seen.add(said);
                assert.ok(said === "low,low" || said === "high,high", `effect ${at} left ${said}`);
                if (status === "Succeeded") assert.equal(said, "high,high", `effect ${at} lost what counts as brought`);
                world.death = undefined;
                assert.equal(await world.bring(THIRD, ["medium", "medium"]), "Succeeded", `after effect ${at}`);
                assert.equal(await world.said(), "medium,medium", `after effect ${at}`);
            }
            // Opening, writing and noting of each of two batches; opening, the end, the manifest and the pointer.
            assert.ok(at >= 10, `only ${at} effects were killed`);
            assert.deepEqual(seen, new Set(["low,low", "high,high"]), "no death changed anything");
        });
    }

    it("keeps the former set when both the run and what tells of its failure are killed", async () => {
        for (let at = 0; at < 10; at++) {
            const world = new SharedWorld();
            await world.bring(FIRST, ["low", "low"]);
            world.effects = 0;
            world.death = { at, when: "before" };
            const effect = world.effect.bind(world);
            world.effect = (act) => {
                // Whoever comes after the first death finds nothing that works.
                if (world.effects > at) world.death = { at: world.effects, when: "before" };
                return effect(act);
            };
            assert.equal(await world.bring(SECOND, ["high", "high"]), "Failed");
            assert.equal(await world.said(), "low,low", `effect ${at}`);
            world.effect = effect;
            world.death = undefined;
            await world.bring(THIRD, ["medium", "medium"]);
            assert.equal(await world.said(), "medium,medium", `after effect ${at}`);
        }
    });
});
