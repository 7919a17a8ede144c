import { formatPath, type Path, parsePath, type Step, valueAt } from "../../../local/store/paths.ts";
import type { Held } from "../state/held.ts";
import { canonical, isEmpty } from "./canonical.ts";
import { isDefault } from "./cloud-defaults.ts";
import { type Difference, differences } from "./differences.ts";
import type { Kind } from "./kind.ts";
import { isNoise } from "./noise.ts";

/** How one resource is not what the state says. */
export interface Drift {
    readonly kind: Kind;
    readonly before: Held;
    /** What the cloud has; absent for what it no longer has. */
    readonly after?: Held;
    /** None where the whole resource is the difference. */
    readonly differences: readonly Difference[];
}

/** By these a resource is this one and no other. */
const IDENTITY = new Set(["arn", "uniqueId", "principalId", "clientId", "objectId", "resourceGuid", "keyId"]);
const MADE = /^creat(ed|ion)(At|Date|Time|On|Timestamp)?$|^createDate$/;

/** Compares one resource with what the cloud has of it; nothing where they say the same. */
export function classify(before: Held, after: Held | undefined): Drift | undefined {
    if (after === undefined) return { kind: "deleted", before, differences: [] };
    const { type, id, ignoreChanges = [] } = before.resource;
    const real = (side: "inputs" | "outputs") =>
        differences(before[side], after[side]).filter(
            (difference) => !isNoise(difference, side) && !isFilledIn(type, difference),
        );
    const [inputs, outputs] = [
        real("inputs").filter((difference) => !isSaid(difference, before, after)),
        real("outputs"),
    ];
    const another = after.resource.id !== id || outputs.some(({ path }) => namesAnother(path));
    const all = merged(inputs, outputs);
    if (another) return { kind: "replaced", before, after, differences: all };
    if (all.length === 0) return undefined;
    const left = ignoreChanges.map(parsePath);
    if (all.every(({ path }) => left.some((one) => isBelow(path, one)))) {
        return { kind: "left-to-others", before, after, differences: all };
    }
    return { kind: inputs.length > 0 ? "modified" : "output-only", before, after, differences: all };
}

function namesAnother([top, ...below]: Path): boolean {
    return typeof top === "string" && below.length === 0 && (IDENTITY.has(top) || MADE.test(top));
}

/** An input that a provider gives back now, or no longer, of what the cloud says as it always did. */
function isSaid({ path, before: old, after: now }: Difference, before: Held, after: Held): boolean {
    if (old !== undefined && now !== undefined) return false;
    const [said, says] = [valueAt(before.outputs, path), valueAt(after.outputs, path)];
    return !isEmpty(said) && canonical(said) === canonical(says);
}

function isFilledIn(type: string, { path: [top, ...below], before, after }: Difference): boolean {
    if (typeof top !== "string" || below.length > 0 || !(isEmpty(before) || isEmpty(after))) return false;
    return isDefault(type, top, isEmpty(before) ? after : before);
}

/** Each place once: what the inputs say, the outputs say too, and tags are there once as ours and once among all. */
function merged(inputs: readonly Difference[], outputs: readonly Difference[]): Difference[] {
    const all = new Map<string, Difference>();
    for (const difference of [...inputs, ...outputs]) {
        const place = formatPath(placeOf(difference.path));
        const known = all.get(place);
        // Of what the program left to the cloud, only the outputs say what it was.
        if (known === undefined || known.before === undefined) {
            all.set(place, { ...difference, path: placeOf(difference.path) });
        }
    }
    // What the program never set is whole in the inputs, and in the outputs it is only what changed of it.
    const places = [...all.values()];
    return places.filter(
        ({ path }) => !places.some((other) => other.path.length > path.length && isBelow(other.path, path)),
    );
}

function placeOf([top, ...below]: Path): Path {
    return top === "tagsAll" ? ["tags", ...below] : [top as Step, ...below];
}

function isBelow(path: Path, upper: Path): boolean {
    return upper.every((step, index) => step === "*" || step === path[index]);
}
