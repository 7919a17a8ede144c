import type { Rule } from "../../core/rule.ts";
import { bucketsOurs } from "./buckets-ours.ts";
import { companionsApart } from "./companions-apart.ts";
import { companionsSingle } from "./companions-single.ts";
import { environmentsApart } from "./environments-apart.ts";
import { hostsOurs } from "./hosts-ours.ts";
import { receiversOurs } from "./receivers-ours.ts";
import { referencesOurs } from "./references-ours.ts";
import { regionsOurs } from "./regions-ours.ts";
import { sideDoorsShut } from "./side-doors-shut.ts";

/** Whom and what the stack names: only what is ours. */
export const foreignRules: readonly Rule[] = [
    bucketsOurs,
    companionsApart,
    companionsSingle,
    environmentsApart,
    hostsOurs,
    receiversOurs,
    referencesOurs,
    regionsOurs,
    sideDoorsShut,
];
