import type { Rule } from "../../core/rule.ts";
import { emrBounded } from "./emr-bounded.ts";
import { emrInNetwork } from "./emr-in-network.ts";
import { emrLogged } from "./emr-logged.ts";
import { emrSupportedRelease } from "./emr-supported-release.ts";
import { emrWatched } from "./emr-watched.ts";

/** The Spark application. */
export const emrRules: readonly Rule[] = [emrBounded, emrInNetwork, emrLogged, emrSupportedRelease, emrWatched];
