import type { DefinedObject } from "./datapipeline-object.ts";

/** The first object that waits for itself, over however many others. */
export function cyclesIn(objects: readonly DefinedObject[]): string | undefined {
    const waitsFor = new Map(
        objects.map(({ id, fields }) => [
            id,
            fields.flatMap(({ key, ref }) => (key === "dependsOn" && ref ? [ref] : [])),
        ]),
    );
    const reaches = (from: string, to: string, seen: Set<string>): boolean =>
        (waitsFor.get(from) ?? []).some((next) => {
            if (next === to) return true;
            if (seen.has(next)) return false;
            seen.add(next);
            return reaches(next, to, seen);
        });
    const waiting = objects.find(({ id }) => reaches(id, id, new Set()));
    return waiting && `${waiting.id}: dependsOn leads back to it`;
}
