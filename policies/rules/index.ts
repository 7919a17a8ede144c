import type { Rule } from "../core/rule.ts";
import { requireKnownControls } from "../frameworks/require-known-controls.ts";
import { rooms } from "./rooms.ts";

/** All guardrails, by name. */
export const rules: readonly Rule[] = Object.values(rooms)
    .flat()
    .sort((one, other) => (one.name < other.name ? -1 : 1));

requireKnownControls(rules);
