import assert from "node:assert/strict";
import { Random } from "../../../samples/generator/random.ts";

const draws = (random: Random): number[] => Array.from({ length: 5 }, () => random.int(0, 1_000_000));

function moments(values: readonly number[]): [mean: number, deviation: number] {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return [mean, Math.sqrt(variance)];
}

describe("the generator's randomness", () => {
    it("repeats itself for one seed and differs for another", () => {
        assert.deepEqual(draws(new Random(1)), draws(new Random(1)));
        assert.notDeepEqual(draws(new Random(1)), draws(new Random(2)));
    });

    it("draws the same numbers as ever, or every committed sample would change", () => {
        assert.deepEqual(draws(new Random(8)), [481492, 673835, 715063, 540670, 1107]);
    });

    it("gives each fork a stream that does not depend on what was drawn before", () => {
        const early = new Random(1).fork("cards");
        const used = new Random(1);
        draws(used);
        assert.deepEqual(draws(used.fork("cards")), draws(early));
        assert.notDeepEqual(draws(new Random(1).fork("cards")), draws(new Random(1).fork("people")));
    });

    it("draws normal numbers of mean 0 and deviation 1", () => {
        const random = new Random(3);
        const [mean, deviation] = moments(Array.from({ length: 20_000 }, () => random.normal()));
        assert.ok(Math.abs(mean) < 0.03 && Math.abs(deviation - 1) < 0.03, `${mean}, ${deviation}`);
    });

    it("draws exponential waits of the mean asked for", () => {
        const random = new Random(4);
        const [mean] = moments(Array.from({ length: 20_000 }, () => random.exponential(5)));
        assert.ok(Math.abs(mean - 5) < 0.2, `${mean}`);
    });

    it("draws by weight, and never what weighs nothing", () => {
        const random = new Random(5);
        const drawn = Array.from({ length: 10_000 }, () =>
            random.weighted([
                ["often", 9],
                ["never", 0],
                ["seldom", 1],
            ]),
        );
        const often = drawn.filter((value) => value === "often").length;
        assert.ok(often > 8800 && often < 9200, `${often}`);
        assert.ok(!drawn.includes("never"));
    });

    it("shuffles without losing or doubling anything", () => {
        const values = [1, 2, 3, 4, 5, 6, 7];
        const shuffled = new Random(6).shuffle(values);
        assert.notDeepEqual(shuffled, values);
        assert.deepEqual([...shuffled].sort(), values);
    });

    it("refuses to pick from nothing", () => {
        assert.throws(() => new Random(7).pick([]), /empty list/);
    });
});
