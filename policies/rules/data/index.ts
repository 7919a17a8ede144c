import type { Rule } from "../../core/rule.ts";
import { accountWideProtected } from "./account-wide-protected.ts";
import { dataProtected } from "./data-protected.ts";
import { dataStaysInJurisdiction } from "./data-stays-in-jurisdiction.ts";
import { profilesFresh } from "./profiles-fresh.ts";
import { recordsFresh } from "./records-fresh.ts";
import { recordsKeptLocked } from "./records-kept-locked.ts";
import { supplementaryFresh } from "./supplementary-fresh.ts";

/** Data of any service: kept, locked, in its jurisdiction, fresh. */
export const dataRules: readonly Rule[] = [
    accountWideProtected,
    dataProtected,
    dataStaysInJurisdiction,
    profilesFresh,
    recordsFresh,
    recordsKeptLocked,
    supplementaryFresh,
];
