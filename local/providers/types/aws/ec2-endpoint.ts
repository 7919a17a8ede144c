import { when } from "../../checks/check.ts";
import { jsonObject, oneOf, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { TypeDefinition } from "../definition.ts";
import { ec2Id, owned } from "./ec2-ids.ts";

/** What AWS gives an endpoint without a policy of its own. */
const OPEN = JSON.stringify({
    Version: "2008-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

const OF_INTERFACES = ["privateDnsEnabled", "securityGroupIds", "subnetIds"];

export const endpoint: TypeDefinition = owned("vpce", "vpc-endpoint", {
    outputs: (one) => {
        const id = ec2Id("vpce")(one);
        const byInterface = one.inputs.vpcEndpointType === "Interface";
        const [service = ""] = one.text("serviceName").split(".").slice(-1);
        return {
            policy: OPEN,
            requesterManaged: false,
            state: "available",
            ...(byInterface
                ? {
                      dnsEntries: [{ dnsName: `${id}.${service}.${one.region}.vpce.${one.cloud.dnsSuffix}` }],
                      ipAddressType: "ipv4",
                      privateDnsEnabled: false,
                  }
                : { prefixListId: `pl-${one.hex("pl", 8)}` }),
        };
    },
    defaults: { vpcEndpointType: "Gateway" },
    replaceOn: ["serviceName", "serviceRegion", "vpcEndpointType", "vpcId"],
    checks: [
        required("serviceName", "vpcId"),
        oneOf("vpcEndpointType", ["Gateway", "GatewayLoadBalancer", "Interface"]),
        jsonObject("policy"),
        policy("policy", "resource"),
        when(["vpcEndpointType"], "vpcEndpointType", (inputs) => {
            if (inputs.vpcEndpointType !== "Gateway") return undefined;
            const wrong = OF_INTERFACES.find((property) => inputs[property] !== undefined);
            return wrong === undefined ? undefined : `must be Interface to have ${wrong}, got Gateway`;
        }),
        when(["vpcEndpointType"], "routeTableIds", ({ vpcEndpointType, routeTableIds }) =>
            vpcEndpointType === "Interface" && routeTableIds !== undefined
                ? "are for gateway endpoints, not for one of type Interface"
                : undefined,
        ),
        when(["vpcEndpointType", "serviceName"], "serviceName", ({ vpcEndpointType, serviceName }) =>
            vpcEndpointType === "Gateway" && !/\.(s3|dynamodb)$/.test(String(serviceName))
                ? `has no gateway endpoint; only s3 and dynamodb have, got ${serviceName}`
                : undefined,
        ),
    ],
});
