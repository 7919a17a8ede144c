import type { Rule } from "../../core/rule.ts";
import { kmsDeletionWindow } from "./kms-deletion-window.ts";
import { kmsGrantsForServices } from "./kms-grants-for-services.ts";
import { kmsOwnPolicy } from "./kms-own-policy.ts";
import { kmsRotated } from "./kms-rotated.ts";
import { secretEncrypted } from "./secret-encrypted.ts";
import { secretRenewed } from "./secret-renewed.ts";

/** Keys and secrets. */
export const keysRules: readonly Rule[] = [
    kmsDeletionWindow,
    kmsGrantsForServices,
    kmsOwnPolicy,
    kmsRotated,
    secretEncrypted,
    secretRenewed,
];
