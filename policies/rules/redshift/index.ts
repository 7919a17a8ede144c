import type { Rule } from "../../core/rule.ts";
import { loadsWatched } from "./loads-watched.ts";
import { redshiftAudited } from "./redshift-audited.ts";
import { redshiftEncrypted } from "./redshift-encrypted.ts";
import { redshiftLimited } from "./redshift-limited.ts";
import { redshiftPasswordManaged } from "./redshift-password-managed.ts";
import { redshiftPrivate } from "./redshift-private.ts";
import { redshiftStatementsLogged } from "./redshift-statements-logged.ts";
import { redshiftTlsOnly } from "./redshift-tls-only.ts";
import { redshiftWatched } from "./redshift-watched.ts";

/** The warehouse and what loads it. */
export const redshiftRules: readonly Rule[] = [
    loadsWatched,
    redshiftAudited,
    redshiftEncrypted,
    redshiftLimited,
    redshiftPasswordManaged,
    redshiftPrivate,
    redshiftStatementsLogged,
    redshiftTlsOnly,
    redshiftWatched,
];
