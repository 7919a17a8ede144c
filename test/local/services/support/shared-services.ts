import { atEnd } from "../../../support/at-end.ts";
import { type Running, startServices } from "./running-services.ts";

let shared: Promise<Running> | undefined;

/** The services that all tests share which change nothing but what they made themselves. */
export function sharedServices(): Promise<Running> {
    if (shared === undefined) {
        shared = startServices();
        atEnd(async () => (await shared)?.stop());
    }
    return shared;
}
