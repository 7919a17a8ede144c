import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something has happened elsewhere; the test's own limit ends a wait in vain. */
export async function until(happened: () => boolean): Promise<void> {
    while (!happened()) await sleep(10);
}
