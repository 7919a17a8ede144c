import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { groupBy } from "../../cli/group-by.ts";
import { type Exported, isManaged, packageOf, type StateResource } from "../state/deployment.ts";
import { type Held, held } from "../state/held.ts";
import { cloudOf } from "../state/places.ts";
import { CannotLook } from "./cannot-look.ts";
import { type Engine, exportOpen, exportSealed } from "./engine.ts";
import { onlyPackage } from "./only-package.ts";
import { OwnBackends } from "./own-backend.ts";
import { type Refreshed, type RefreshOptions, refresh } from "./refresh.ts";
import type { LockOf } from "./state-lock.ts";

export interface LookOptions extends Pick<RefreshOptions, "onProgress" | "onEvent" | "graceMilliseconds"> {
    /** The stack in its real backend, which is only read. */
    engine: Engine;
    lockOf: LockOf;
    /** A new deadline for each time that the clouds are asked. */
    deadline: () => AbortSignal;
}

/** What the state says and what the clouds have. */
export interface Sight {
    /** The sealed state, to make copies of. */
    sealed: string;
    state: Held[];
    /** What the clouds have of each resource that could be read; undefined for what is gone. */
    reality: ReadonlyMap<string, Held | undefined>;
    /** What could not be told, each in a sentence. */
    untold: string[];
    /** Whether the state changed under the look, so that nothing of it is certain. */
    moved: boolean;
}

/** Looks at a stack without touching it: the engine refreshes copies of its state. */
export async function look({ engine, lockOf, deadline, ...told }: LookOptions): Promise<Sight> {
    const { cwd, stack, env } = engine;
    const { name: project } = parse(await readFile(join(cwd, "Pulumi.yaml"), "utf8")) as { name: string };
    const locked = () => lockOf(env.PULUMI_BACKEND_URL ?? "", project, stack).catch(cannotSeeLocks);
    const busy = await locked();
    if (busy !== undefined) throw new CannotLook(`${stack} is not looked at: ${busy}. Look again when it is over.`);
    const sealed = await exportSealed(engine);
    const { deployment } = JSON.parse(sealed) as Exported;
    const asked = (deployment.resources ?? []).filter(isManaged);
    if (asked.length === 0) {
        throw new CannotLook(`The state of ${stack} has no resource in any cloud: is it up, and is this its backend?`);
    }
    const own = await OwnBackends.make(cwd, stack);
    try {
        const sight = await lookByCopies(sealed, asked, engine, own, { deadline, ...told });
        for (const { resource, type } of deployment.pending_operations ?? []) {
            sight.untold.push(
                `an update was ended while ${type} ${nameOf(resource.urn)}: whether it is there, nobody knows`,
            );
        }
        const [after, running] = await Promise.all([exportSealed(engine), locked()]);
        if (running !== undefined) sight.untold.push(`${running}: what it does is no drift, so look again`);
        else if (after !== sealed) sight.untold.push("the state changed while the clouds were looked at: look again");
        return { ...sight, moved: running !== undefined || after !== sealed };
    } finally {
        await own.remove();
    }
}

type Asking = Omit<LookOptions, "engine" | "lockOf">;

async function lookByCopies(
    sealed: string,
    asked: readonly StateResource[],
    engine: Engine,
    own: OwnBackends,
    asking: Asking,
): Promise<Sight> {
    const copy = await own.with(sealed, engine);
    const untouched = await own.copyOf(copy);
    const [before, first] = await Promise.all([exportOpen(untouched), refreshed(copy, own, asking)]);
    const reality = new Map<string, Held | undefined>();
    const note = (open: Exported, { read }: Refreshed, resources: readonly StateResource[]) => {
        const found = byUrn(open);
        for (const { urn } of resources) if (read.has(urn)) reality.set(urn, found.get(urn));
    };
    if (first.read.size > 0) note(await exportOpen(copy), first, asked);
    const reasons = new Map(first.failed);
    // What a fault of one cloud kept from being read at all is read again, each cloud by itself.
    const missed = asked.filter(({ urn }) => !reality.has(urn) && !reasons.has(urn));
    for (const [name, resources] of groupBy(missed, ({ type }) => packageOf(type))) {
        engine.signal?.throwIfAborted();
        const alone = await own.with(onlyPackage(sealed, name), engine);
        const again = await refreshed(alone, own, asking);
        if (again.read.size > 0) note(await exportOpen(alone), again, resources);
        for (const { urn } of resources) {
            if (!reality.has(urn)) reasons.set(urn, again.failed.get(urn) ?? again.fault ?? first.fault ?? "no answer");
        }
    }
    const unread = asked.filter(({ urn }) => !reality.has(urn));
    const state = [...byUrn(before).values()];
    return { sealed, state, reality, untold: explained(asked, unread, reasons), moved: false };
}

function refreshed(engine: Engine, own: OwnBackends, { deadline, ...told }: Asking): Promise<Refreshed> {
    return refresh(engine, { eventLog: own.file("events.json"), deadline: deadline(), ...told });
}

function byUrn({ deployment: { resources = [] } }: Exported): Map<string, Held> {
    const kept = resources.filter((resource) => resource.delete !== true);
    return new Map(kept.map((resource) => [resource.urn, held(resource)]));
}

/** One sentence for each cloud and reason, with how many resources it is about. */
function explained(
    asked: readonly StateResource[],
    unread: readonly StateResource[],
    reasons: ReadonlyMap<string, string>,
): string[] {
    const sentences = groupBy(unread, ({ urn, type }) => `${cloudOf(type)}\n${reasons.get(urn) ?? "no answer"}`);
    return [...sentences].map(([key, [first, ...others]]) => {
        const [cloud = "", ...reason] = key.split("\n");
        const all = asked.filter(({ type }) => cloudOf(type) === cloud).length;
        const which = others.length === 0 ? nameOf(first?.urn ?? "") : `${others.length + 1} of ${all} resources`;
        return `${cloud}: ${which} could not be read: ${reason.join(" ").trim()}`;
    });
}

function nameOf(urn: string): string {
    return urn.split("::").slice(2).join("::").split("$").at(-1) ?? urn;
}

/** Whoever may not list the locks still sees whether the state changes. */
function cannotSeeLocks(): undefined {
    return undefined;
}
