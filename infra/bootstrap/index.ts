import "../quick-start.ts";

import { getStack } from "@pulumi/pulumi";
import { bootstrapConfiguration } from "./configuration.ts";
import { StateBackend } from "./state-backend.ts";

/** `stateBackend` goes into `Pulumi.<stack>.yaml`; `secretsProvider` is for `pulumi stack init`. */
export const { address: stateBackend, secretsProvider } = new StateBackend(
    "state-backend",
    bootstrapConfiguration(getStack()),
);
