import type { Rule } from "../../core/rule.ts";
import { knownProvidersOnly } from "./known-providers-only.ts";
import { providerNoStaticKeys } from "./provider-no-static-keys.ts";
import { providerOurs } from "./provider-ours.ts";
import { providerPlain } from "./provider-plain.ts";
import { stackKnown } from "./stack-known.ts";
import { tagsComplete } from "./tags-complete.ts";
import { templatesReadable } from "./templates-readable.ts";
import { textsWithoutSecrets } from "./texts-without-secrets.ts";
import { typesDecided } from "./types-decided.ts";

/** The program as a whole: its types, providers, tags and texts. */
export const programRules: readonly Rule[] = [
    knownProvidersOnly,
    providerNoStaticKeys,
    providerOurs,
    providerPlain,
    stackKnown,
    tagsComplete,
    templatesReadable,
    textsWithoutSecrets,
    typesDecided,
];
