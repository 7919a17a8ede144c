import assert from "node:assert/strict";
import type { Clients } from "../../../local/services/clients.ts";
import { functionOf, invoked } from "../../../operations/start/batch/functions.ts";

/** Runs the function of a step as its workflow does, and returns its answer. */
export async function runStep(clients: Clients, verb: string, event: object = {}): Promise<unknown> {
    const name = await functionOf(clients, verb);
    assert.ok(name !== undefined, `there is no function ${verb}`);
    const { failed, text } = await invoked(clients, name, event);
    assert.equal(failed, false, text);
    return JSON.parse(text);
}
