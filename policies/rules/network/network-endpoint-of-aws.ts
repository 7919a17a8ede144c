import { oursOf } from "../../checks/foreign/ours.ts";
import { ENDPOINT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Services of AWS itself; one that somebody offers by PrivateLink has vpce-svc in its name. */
const OF_AWS = /^(?:com\.amazonaws|aws(?:\.[\w-]+)?)\.(?:(?:[a-z]{2}(?:-[a-z]+)+-\d)\.)?(?!vpce\.)[\w.-]+$/;
const REGION = /\.([a-z]{2}(?:-[a-z]+)+-\d)\./;
/** By these an endpoint would lead to what another account offers. */
const SHARED = ["serviceNetworkArn", "resourceConfigurationArn", "serviceRegion"];

export const networkEndpointOfAws: ResourceRule = {
    name: "network-endpoint-of-aws",
    scope: "resource",
    why: "An endpoint is the only way out of the network; one for somebody's service leads to him, past every firewall.",
    severity: "critical",
    controls: ["pci:1.4.4", "nist:SC-7", "nist:AC-4", "iso:A.8.20"],
    fix: "Name a service of AWS in a region of ours, such as com.amazonaws.eu-west-1.s3",
    types: [ENDPOINT],
    check(endpoint, judge) {
        judge(endpoint.at("serviceName"), (service) => {
            const name = service.text() ?? "";
            if (!OF_AWS.test(name) || name.includes("vpce-svc"))
                return `is ${name || "not set"}, no service of AWS itself`;
            const region = REGION.exec(name)?.[1];
            const ours = oursOf(endpoint);
            return region === undefined || !ours || ours.regions.has(region)
                ? undefined
                : `is in ${region}, in which nothing of ours may be`;
        });
        for (const property of SHARED) {
            judge(endpoint.at(property), (value) =>
                value.isAbsent() ? undefined : "leads to what another account offers or to another region",
            );
        }
    },
};
