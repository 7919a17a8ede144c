import { EngineStack } from "../../engine/engine-stack.ts";
import type { Engine } from "./engine.ts";
import { OwnBackends } from "./own-backend.ts";

/** What the program would do to the state: `update aws:sqs/queue:Queue::bulk`. */
export type Undeployed = readonly string[];

const NO_CHANGE = new Set(["same", "read", "refresh", "discard", "remove-pending-replace"]);

/** Previews the program over a copy of the state: what it would change was merged and not deployed. */
export async function undeployed(engine: Engine, sealed: string): Promise<Undeployed> {
    const own = await OwnBackends.make(engine.cwd, engine.stack);
    try {
        const copy = await own.with(sealed, engine);
        const changes: string[] = [];
        await new EngineStack(copy.stack, copy.cwd, copy.env).preview({
            signal: engine.signal,
            onEvent: ({ resourcePreEvent }) => {
                if (resourcePreEvent === undefined || NO_CHANGE.has(resourcePreEvent.metadata.op)) return;
                const { op, urn } = resourcePreEvent.metadata;
                changes.push(`${op} ${urn.split("::").slice(2).join("::").split("$").at(-1)}`);
            },
        });
        return changes.sort();
    } finally {
        await own.remove();
    }
}
