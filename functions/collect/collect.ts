import { nameFor } from "../../contract/cards/own-names.ts";
import { discrepancy } from "../../contract/discrepancy.ts";
import { FILE_SOURCES, isMarker, landedFile } from "../../contract/files/landing.ts";
import { errorText } from "../adapters/error-text.ts";
import { chunks } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Ports, SourceReader } from "./ports.ts";
import type { Source } from "./source.ts";
import { beyond, inOrder, isLate, type RemoteFile, wasCollected } from "./watermark.ts";

export interface Outcome {
    source: string;
    landed: number;
    /** Files that the next run collects, because the time was over. */
    left: number;
    /** Why the source could not be collected, after all attempts. */
    fault?: string;
}

const PARALLEL = 4;
/** Files of one source that pass through at once. */
const PARALLEL_FILES = 8;
/** Files that a run lands before it notes them. */
const NOTED_TOGETHER = 25;
/** Waits between the attempts at one source. */
const PAUSES_MS = [1_000, 5_000];
/** What a run keeps for itself to tell of what it did not do. */
const RESERVE_MS = 60_000;

/** Brings new files of all sources into landing. A source that stays down is told of, and the others go on. */
export async function collect(sources: readonly Source[], ports: Ports): Promise<Outcome[]> {
    const settled = await inParallel(sources, PARALLEL, (source) => collectPatiently(source, ports));
    const outcomes = settled.map((one) => {
        if (one.status === "rejected") throw one.reason;
        return one.value;
    });
    const down = outcomes.filter(({ fault }) => fault !== undefined);
    if (down.length > 0) {
        const names = down.map(({ source }) => source);
        const faults = down.map(({ source, fault }) => `${source}: ${fault}`).join("; ");
        await ports.discrepancies.publish(
            `Sources not collected: ${names.join(", ")}`,
            discrepancy("source-unavailable", "collect", names, `${faults}. The next run tries again.`),
        );
    }
    return outcomes;
}

async function collectPatiently(source: Source, ports: Ports): Promise<Outcome> {
    const progress = { source: source.name, landed: 0, left: 0 };
    for (let attempt = 0; ; attempt++) {
        try {
            await collectOnce(source, ports, progress);
            return progress;
        } catch (error) {
            const pause = PAUSES_MS[attempt];
            if (pause === undefined || ports.remainingMs() < RESERVE_MS + pause) {
                return {
                    ...progress,
                    fault: errorText(error),
                };
            }
            await ports.pause(pause);
        }
    }
}

async function collectOnce(source: Source, ports: Ports, progress: Outcome): Promise<void> {
    const reader = ports.readerOf(source);
    const before = await ports.watermarks.read(source.name);
    const listed = (await reader.list()).filter(({ name }) => !isMarker(name));
    const known = await ports.collected.known(
        source.name,
        listed.map(({ mark }) => mark),
    );
    const fresh = inOrder(listed.filter(({ mark }) => !known.has(mark)));
    const [old, unknown] = split(fresh, (file) => wasCollected(file, before));
    const [late, inTime] = split(unknown, (file) => isLate(file, before));
    progress.left = unknown.length;
    const landed: RemoteFile[] = [];
    const land = async (files: readonly RemoteFile[]): Promise<RemoteFile[]> => {
        const some = await landAll(source, files, reader, ports);
        landed.push(...some);
        progress.landed += some.length;
        progress.left -= some.length;
        return some;
    };
    // A run that ends before these are noted lands them again under the same keys, which changes nothing, and tells again.
    const landedLate = await land(late);
    if (landedLate.length > 0) await tellOfLate(source, landedLate, ports);
    await noteAll(source, [...old, ...landedLate], ports);
    for (const some of chunks(inTime, NOTED_TOGETHER)) await noteAll(source, await land(some), ports);
    const renewed = listed.filter(({ mark }) => known.get(mark)?.renew === true);
    await noteAll(source, renewed, ports);
    if (progress.left === 0) await ports.watermarks.write(source.name, beyond(before, listed));
}

/** Lands files, some at a time and the oldest first, as long as there is time. */
async function landAll(
    source: Source,
    files: readonly RemoteFile[],
    reader: SourceReader,
    ports: Ports,
): Promise<RemoteFile[]> {
    const outcomes = await inParallel(files, PARALLEL_FILES, async (file) => {
        if (ports.remainingMs() < RESERVE_MS) return undefined;
        await ports.landing.land(landingKey(source, file), await reader.open(file));
        return file;
    });
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    return outcomes.flatMap((outcome) =>
        outcome.status === "fulfilled" && outcome.value !== undefined ? [outcome.value] : [],
    );
}

async function noteAll({ name }: Source, files: readonly RemoteFile[], { collected }: Ports): Promise<void> {
    if (files.length === 0) return;
    await collected.note(
        name,
        files.map(({ mark }) => mark),
    );
}

async function tellOfLate(source: Source, files: readonly RemoteFile[], { discrepancies }: Ports): Promise<void> {
    const keys = files.map((file) => landingKey(source, file));
    const detail = `${source.name}: the first of them is of ${files[0]?.modifiedAt}, long before others that were collected`;
    await discrepancies.publish(`Late files: ${source.name}`, discrepancy("late-file", "collect", keys, detail));
}

function split<File>(files: readonly File[], holds: (file: File) => boolean): [those: File[], others: File[]] {
    return [files.filter(holds), files.filter((file) => !holds(file))];
}

/** The same for the same content of the same source; ends as its folder's format does, whatever the file is called. */
export function landingKey({ landsIn, name }: Source, file: RemoteFile): string {
    const mark = nameFor(file.mark, 16);
    const plain = file.name.replaceAll(/[^\w.-]/g, "_").slice(-100);
    const key = `${landsIn}/${name}/${mark}-${plain}`;
    return landedFile(key) === null ? `${key}.${FILE_SOURCES[landsIn]}` : key;
}
