import type { Rule } from "../../core/rule.ts";
import { networkDefaultGroupEmpty } from "./network-default-group-empty.ts";
import { networkEndpointOfAws } from "./network-endpoint-of-aws.ts";
import { networkEndpointPolicy } from "./network-endpoint-policy.ts";
import { networkFlowsLogged } from "./network-flows-logged.ts";
import { networkGroupClosed } from "./network-group-closed.ts";
import { networkNoPublicAddress } from "./network-no-public-address.ts";
import { networkNoWayOut } from "./network-no-way-out.ts";

/** Networks, groups and endpoints. */
export const networkRules: readonly Rule[] = [
    networkDefaultGroupEmpty,
    networkEndpointOfAws,
    networkEndpointPolicy,
    networkFlowsLogged,
    networkGroupClosed,
    networkNoPublicAddress,
    networkNoWayOut,
];
