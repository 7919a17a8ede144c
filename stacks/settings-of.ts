import { environments } from "./environments.ts";
import type { Settings } from "./settings.ts";

/** The stacks that have settings, in the order a reader expects. */
export const stackNames: readonly string[] = Object.keys(environments);

/** The settings of a stack, as written; whoever uses them checks them first. */
export function settingsOf(stack: string): Settings {
    const settings = Object.hasOwn(environments, stack) ? environments[stack] : undefined;
    if (settings) return settings;
    throw new RangeError(
        `there are no settings for the stack "${stack}"; there are for ${stackNames.join(", ")}. ` +
            `Copy stacks/dev.ts to stacks/${stack}.ts, export it there by its own name, and name it in stacks/environments.ts.`,
    );
}
