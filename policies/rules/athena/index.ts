import type { Rule } from "../../core/rule.ts";
import { athenaQueriesReadOnly } from "./athena-queries-read-only.ts";
import { athenaResultsEncrypted } from "./athena-results-encrypted.ts";
import { athenaScanLimited } from "./athena-scan-limited.ts";
import { athenaWorkgroupEnforced } from "./athena-workgroup-enforced.ts";
import { glueCatalogEncrypted } from "./glue-catalog-encrypted.ts";
import { glueOwnData } from "./glue-own-data.ts";
import { gluePartitionsProjected } from "./glue-partitions-projected.ts";

/** Questions to the records: Athena and its catalogue. */
export const athenaRules: readonly Rule[] = [
    athenaQueriesReadOnly,
    athenaResultsEncrypted,
    athenaScanLimited,
    athenaWorkgroupEnforced,
    glueCatalogEncrypted,
    glueOwnData,
    gluePartitionsProjected,
];
