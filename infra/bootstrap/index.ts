import { getStack } from "@pulumi/pulumi";
import { bootstrapConfiguration } from "./configuration.ts";
import { DeliveryIdentities } from "./delivery-identities.ts";
import { DeliveryRoles } from "./delivery-roles.ts";
import { StateBackend } from "./state-backend.ts";

const { state, roles, identities } = bootstrapConfiguration(getStack());
const backend = new StateBackend("state-backend", state);

/** `stateBackend` goes into `Pulumi.<stack>.yaml`; `secretsProvider` is for `pulumi stack init`. */
export const { address: stateBackend, secretsProvider } = backend;

/** What the pipelines name; none of it is a secret. */
export const { arns: awsRoles } = new DeliveryRoles("delivery-roles", { ...roles, state: backend });
export const { clientIds: azureClientIds } = new DeliveryIdentities("delivery-identities", identities);
