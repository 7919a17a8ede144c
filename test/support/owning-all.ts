import type { Settings } from "../../stacks/settings.ts";
import { settingsOf } from "../../stacks/settings-of.ts";

/** The settings of a stack, as if it owned all that exists once: what others make for it is under the guardrails too. */
export function owningAll(stack: string): Settings {
    const settings = settingsOf(stack);
    const owned = Object.keys(settings.account).map((thing) => [thing, true]);
    return { ...settings, account: Object.fromEntries(owned) };
}
