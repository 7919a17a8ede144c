import assert from "node:assert/strict";
import { type Size, straightness } from "../../bench/growth/straight.ts";
import { asMarkdown, ratiosOf } from "../../bench/page.ts";

function ratioOf(...sizes: readonly [Size, Size, Size]): number | undefined {
    return ratiosOf(asMarkdown(straightness("guard", sizes))).get(
        "guard, the second size / the straight line through the others",
    );
}

describe("how straight something grows", () => {
    const size = (resources: number, seconds: number): Size => ({ resources, seconds });

    it("is 1 where each resource costs as much as any other, whatever the start costs", () => {
        assert.equal(ratioOf(size(600, 2 + 0.6), size(2400, 2 + 2.4), size(4800, 2 + 4.8)), 1);
    });

    it("is less where a resource costs the more the more there are, and more where it costs less", () => {
        const square = (resources: number) => size(resources, (resources / 1000) ** 2);
        assert.equal(ratioOf(square(1000), square(2000), square(3000)), 0.8);
        assert.equal(ratioOf(size(1000, 1), size(2000, 3), size(3000, 3)), 1.5);
    });

    it("is told with what each size took and what each resource more did", () => {
        const told = straightness("guard", [size(600, 1), size(2400, 2.8), size(4800, 7.6)]);
        assert.deepEqual(told.slice(0, 4), [
            { what: "guard of 600 resources", figure: "1.0 s", target: "" },
            { what: "guard of 2,400 resources", figure: "2.8 s", target: "" },
            { what: "guard of 4,800 resources", figure: "7.6 s", target: "" },
            {
                what: "guard: each resource more, to the second size and from there to the third",
                figure: "1.0 ms, 2.0 ms",
                target: "",
            },
        ]);
    });
});
