import { API, APPLICATION, BLOB_SERVICE, DATA_SET, DATA_SOURCE, OBJECT, STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { Judge, Test } from "../../core/judge.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const sideDoorsShut: ResourceRule = {
    name: "side-doors-shut",
    scope: "resource",
    why: "Beside its front door a resource has others, shut unless somebody opens them, which no other rule watches.",
    severity: "high",
    controls: ["pci:2.2.1", "pci:7.3.3", "nist:CM-6", "nist:AC-3", "iso:A.8.9"],
    fix: "Leave the property out, or name one site, person or group",
    types: [API, APPLICATION, BLOB_SERVICE, DATA_SET, DATA_SOURCE, OBJECT, STORAGE_ACCOUNT],
    check: (resource, judge) => DOORS[resource.type]?.(resource, judge),
};

const everySite: Test = (origins) =>
    origins.texts().some((origin) => origin === "*" || /:\/\/\*/.test(origin))
        ? "lets pages of every site call it"
        : undefined;
const on =
    (what: string): Test =>
    (value) =>
        value.flag() === true ? what : undefined;
const absent =
    (what: string): Test =>
    (value) =>
        value.isAbsent() ? undefined : what;

const DOORS: Readonly<Record<string, (resource: Resource, judge: Judge) => void>> = {
    [API]: (api, judge) => judge(api.at("corsConfiguration.allowOrigins"), everySite),
    [APPLICATION](application, judge) {
        for (const door of ["livyEndpointEnabled", "studioEnabled"]) {
            judge(application.at(`interactiveConfiguration.${door}`), on("lets people run what no job of ours says"));
        }
    },
    [BLOB_SERVICE](service, judge) {
        for (const rule of service.at("cors.corsRules").items()) judge(rule.at("allowedOrigins"), everySite);
    },
    [DATA_SET]: judgeShares,
    [DATA_SOURCE]: judgeShares,
    [OBJECT](object, judge) {
        judge(object.at("acl"), (acl) =>
            /^(private|bucket-owner-full-control)?$/.test(acl.text() ?? "") ? undefined : "lets others read the object",
        );
    },
    [STORAGE_ACCOUNT](account, judge) {
        judge(account.at("enableNfsV3"), on("lets files be read without anybody saying who he is"));
        judge(account.at("customDomain"), absent("is reached under a name without a certificate of ours"));
    },
};

/** Everybody of an account is a namespace; people and groups have names. */
function judgeShares(resource: Resource, judge: Judge): void {
    for (const permission of resource.at("permissions").items()) {
        judge(permission.at("principal"), (principal: Value) =>
            /:(namespace\/|\*)|[*?]/.test(principal.text() ?? "") ? "is everybody in the account" : undefined,
        );
    }
}
