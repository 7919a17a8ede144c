import type { Rule } from "../../core/rule.ts";
import { s3AccessLogged } from "./s3-access-logged.ts";
import { s3Encrypted } from "./s3-encrypted.ts";
import { s3LandingExpires } from "./s3-landing-expires.ts";
import { s3Lifecycle } from "./s3-lifecycle.ts";
import { s3NotEmptied } from "./s3-not-emptied.ts";
import { s3ObjectSafe } from "./s3-object-safe.ts";
import { s3OutsidersWriteOnce } from "./s3-outsiders-write-once.ts";
import { s3OwnerEnforced } from "./s3-owner-enforced.ts";
import { s3PublicAccessBlocked } from "./s3-public-access-blocked.ts";
import { s3RecordsLocked } from "./s3-records-locked.ts";
import { s3RecordsOutlive } from "./s3-records-outlive.ts";
import { s3RefusesOtherKeys } from "./s3-refuses-other-keys.ts";
import { s3TlsOnly } from "./s3-tls-only.ts";
import { s3Versioned } from "./s3-versioned.ts";

/** Buckets and objects. */
export const s3Rules: readonly Rule[] = [
    s3AccessLogged,
    s3Encrypted,
    s3LandingExpires,
    s3Lifecycle,
    s3NotEmptied,
    s3ObjectSafe,
    s3OutsidersWriteOnce,
    s3OwnerEnforced,
    s3PublicAccessBlocked,
    s3RecordsLocked,
    s3RecordsOutlive,
    s3RefusesOtherKeys,
    s3TlsOnly,
    s3Versioned,
];
