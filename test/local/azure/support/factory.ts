import assert from "node:assert/strict";
import { accountOf } from "../../../../local/azure/blobs/account-of.ts";
import { BlobAccount } from "../../../../local/azure/blobs/blob-account.ts";
import { definitionsIn } from "../../../../local/azure/data-factory/definitions.ts";
import { DataFactory } from "../../../../local/azure/data-factory/factory.ts";
import type { Received, Sent } from "../../../../local/azure/data-factory/surroundings.ts";
import { send } from "./at-the-door.ts";
import { type Exchange, TENANT } from "./exchange.ts";

/** What may go wrong between the clouds: the answer that takes the place of the other side's, for one request. */
export type Trouble = (sent: Sent) => Received | undefined | Promise<Received>;

/** The factory of the program, its identity, and the blobs that it reads. */
export function theFactory(exchange: Exchange, trouble: Trouble = () => undefined) {
    const { resources, entra, landing: own } = exchange;
    const blobs = new BlobAccount(accountOf(resources, TENANT), entra.keys);
    const factory = new DataFactory(definitionsIn(resources), {
        tokenFor: (identity, resource) => {
            assert.equal(identity, undefined, "the factory comes as itself");
            return entra.tokenFor(own, { resource });
        },
        async send(request) {
            const instead = await trouble(request);
            if (instead !== undefined) return instead;
            return blobs.has(request.url) ? blobs.read(request.url, request.headers) : send(exchange, request);
        },
        // Nothing waits: an attempt follows the last one at once, and no activity takes too long.
        pause: (ms, signal) => {
            if (ms <= 30_000) return Promise.resolve();
            return new Promise((over) => signal.addEventListener("abort", () => over(), { once: true }));
        },
    });
    return { factory, blobs, own };
}
