import { type Running, startServices } from "./running-services.ts";

let shared: Promise<Running> | undefined;

/** The services that all tests share which change nothing but what they made themselves. */
export function sharedServices(): Promise<Running> {
    shared ??= startServices();
    return shared;
}

after(async () => {
    await (await shared)?.stop();
});
