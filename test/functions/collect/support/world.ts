import { Readable } from "node:stream";
import type { Ports } from "../../../../functions/collect/ports.ts";
import type { Source } from "../../../../functions/collect/source.ts";
import { BEGINNING, type RemoteFile, type Watermark } from "../../../../functions/collect/watermark.ts";

export const source = (name: string): Source => ({
    kind: "https",
    name,
    landsIn: "card-network",
    url: `https://${name}.example/file.csv`,
});

export function file(name: string, modifiedAt = "2026-03-01T00:00:00.000Z"): RemoteFile {
    return { mark: `${name} v1`, name, modifiedAt };
}

export interface World {
    files: Record<string, RemoteFile[]>;
    /** How often a listing of the source still fails. */
    down: Record<string, number>;
    watermarks: Map<string, Watermark>;
    collected: Map<string, Set<string>>;
    /** Every write that landing took, in order. */
    landed: string[];
    published: { subject: string; message: unknown }[];
    pauses: number[];
    /** Milliseconds left, counted down by each file. */
    remainingMs: number;
    /** Effects until the run is cut off, if it is. */
    effectsLeft: number;
}

export class Cut extends Error {}

export function world(changes: Partial<World> = {}): World {
    return {
        files: {},
        down: {},
        watermarks: new Map(),
        collected: new Map(),
        landed: [],
        published: [],
        pauses: [],
        remainingMs: 900_000,
        effectsLeft: Number.POSITIVE_INFINITY,
        ...changes,
    };
}

export function portsTo(world: World): Ports {
    const effect = () => {
        if (world.effectsLeft-- <= 0) throw new Cut("cut off");
    };
    return {
        readerOf: ({ name }) => ({
            async list() {
                const left = world.down[name] ?? 0;
                world.down[name] = left - 1;
                if (left > 0) throw new Error("no route to host");
                return world.files[name] ?? [];
            },
            async open() {
                world.remainingMs -= 100_000;
                return { body: Readable.from([]), bytes: 0 };
            },
        }),
        watermarks: {
            read: async (name) => world.watermarks.get(name) ?? BEGINNING,
            async write(name, watermark) {
                effect();
                world.watermarks.set(name, watermark);
            },
        },
        collected: {
            known: async (name, marks) => {
                const noted = world.collected.get(name) ?? new Set();
                return new Map(marks.filter((mark) => noted.has(mark)).map((mark) => [mark, { renew: false }]));
            },
            async note(name, marks) {
                effect();
                const noted = world.collected.get(name) ?? new Set();
                world.collected.set(name, noted);
                for (const mark of marks) noted.add(mark);
            },
        },
        landing: {
            async land(key) {
                effect();
                if (!world.landed.includes(key)) world.landed.push(key);
            },
        },
        discrepancies: { publish: async (subject, message) => void world.published.push({ subject, message }) },
        remainingMs: () => world.remainingMs,
        pause: async (ms) => void world.pauses.push(ms),
    };
}
