import type { SetUpContext } from "../../../tools/setup/context.mjs";
import type { Repository } from "./repository.ts";

/** What a step works with, in a repository of fakes: the installer's server does not answer unless the test says so. */
export function contextFor({ at, env }: Repository, changes: Partial<SetUpContext> = {}): SetUpContext {
    return {
        at,
        env,
        signal: new AbortController().signal,
        detail: () => {},
        librariesDone: Promise.resolve(),
        installerFault: async () => "no network in this test",
        ...changes,
    };
}
