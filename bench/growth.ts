import type { Finding } from "./figure.ts";
import { guardsOf } from "./growth/guards.ts";
import { previewOf } from "./growth/previews.ts";
import { type Size, straightness } from "./growth/straight.ts";

/** How often the platform is in the stack: about 600, 2,500 and 5,000 resources. */
const COPIES = [1, 4, 8];

/** The offline preview, and guard, of a program that has the platform once, four times and eight times. */
export async function benchGrowth(): Promise<Finding[]> {
    const previews: Size[] = [];
    for (const copies of COPIES) previews.push(await previewOf(copies));
    const guards = await guardsOf(COPIES);
    return [
        ...straightness("offline preview", previews as [Size, Size, Size]),
        ...straightness("`guard`", guards as [Size, Size, Size]),
    ];
}
