import { API, API_ROUTE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const apiRoutesAuthorised: ResourceRule = {
    name: "api-routes-authorised",
    scope: "resource",
    why: "A route without an authorizer is open to everybody on the internet.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.8.3", "iso:A.8.5"],
    fix: "Give each route authorizationType JWT with its authorizerId, and the API neither target nor routeKey of its own",
    types: [API_ROUTE, API],
    check(resource, judge) {
        if (resource.type === API) {
            for (const property of ["target", "routeKey", "body"]) {
                judge(resource.at(property), (value) =>
                    value.isAbsent() ? undefined : "makes routes that no authorizer guards",
                );
            }
            return;
        }
        judge(resource.at("authorizationType"), (type) => (type.text() === "JWT" ? undefined : "is not JWT"));
        judge(resource.at("authorizerId"), (id) => (id.isAbsent() ? "is not set" : undefined));
        judge(resource.at("routeKey"), (key) =>
            /^(\$default|ANY )/.test(key.text() ?? "$default") ? "opens more than one method of one path" : undefined,
        );
    },
};
