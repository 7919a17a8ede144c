import { dev } from "./dev.ts";
import { local } from "./local.ts";
import { prod } from "./prod.ts";
import type { Settings } from "./settings.ts";

const stacks: Readonly<Record<string, Settings>> = { dev, prod, local };

/** The stacks that have settings, in the order a reader expects. */
export const stackNames: readonly string[] = Object.keys(stacks);

/** The settings of a stack, as written; whoever uses them checks them first. */
export function settingsOf(stack: string): Settings {
    const settings = Object.hasOwn(stacks, stack) ? stacks[stack] : undefined;
    if (settings) return settings;
    throw new RangeError(
        `there are no settings for the stack "${stack}"; there are for ${stackNames.join(", ")}. ` +
            `Add stacks/${stack}.ts and name it in stacks/settings-of.ts, or select another stack.`,
    );
}
