import { addressesIn } from "../../checks/foreign/addresses.ts";
import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import {
    API,
    FACTORY,
    FACTORY_DATASET,
    FACTORY_PIPELINE,
    FUNCTION,
    LINKED_SERVICE,
    MODEL,
    PIPELINE_DEFINITION,
    STATE_MACHINE,
    STORAGE_ACCOUNT,
    SUBSCRIPTION,
} from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Where each type names hosts with which it exchanges data. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
    [FACTORY_DATASET]: ["properties"],
    [FACTORY_PIPELINE]: ["activities", "parameters", "variables"],
    [FUNCTION]: ["environment.variables"],
    [FACTORY]: ["encryption"],
    [LINKED_SERVICE]: ["properties"],
    [MODEL]: ["primaryContainer", "containers"],
    [PIPELINE_DEFINITION]: ["pipelineObjects", "parameterValues"],
    [STATE_MACHINE]: ["definition"],
    [STORAGE_ACCOUNT]: ["encryption"],
    [SUBSCRIPTION]: ["endpoint"],
};
/** Queues and tokens: their accounts and tenants are judged by `references-ours`. */
const BY_ACCOUNT = /^(sqs\.[\w-]+\.amazonaws\.com|sts\.windows\.net|login\.microsoftonline\.com)$/;

export const hostsOurs: StackRule = {
    name: "hosts-ours",
    scope: "stack",
    why: "Data goes where an address says; one host that nobody agreed on is enough for all of it.",
    severity: "critical",
    controls: [
        "pci:1.4.4",
        "pci:1.3.2",
        "nist:AC-4",
        "nist:SC-7",
        "nist:SC-7(10)",
        "iso:A.5.14",
        "iso:A.8.20",
        "iso:A.8.12",
    ],
    fix: `Write a host of this program, or one that stands with a reason in hosts of ${TRUSTED}, as a whole: https://host/`,
    types: Object.keys(PLACES),
    check(resource, judge, graph) {
        const ours = oursOf(resource);
        if (!ours) return;
        for (const place of PLACES[resource.type] ?? []) {
            for (const leaf of resource.at(place).leaves()) {
                // A proxy is asked in clear for a way through, in which TLS begins; `lambda-plain-environment` judges whose.
                if (/_proxy$/i.test(leaf.path)) continue;
                judge(leaf, (value) => foreignHost(value, (host) => ours.hosts.has(host) || isMadeHere(host, graph)));
            }
        }
    },
};

function foreignHost(value: Value, isOurs: (host: string) => boolean): string | undefined {
    for (const { host, closed, plain, withUser } of addressesIn(value.text() ?? "")) {
        if (withUser) return "has a name or password before its host";
        if (plain) return "is an address without TLS";
        if (!closed || host === "") return "puts the name of its host together, so that nobody sees where it leads";
        if (!BY_ACCOUNT.test(host) && !isOurs(host)) return `leads to ${host}, none of our hosts`;
    }
    return undefined;
}

/** The addresses of what the program itself makes. */
function isMadeHere(host: string, graph: Graph): boolean {
    const [name = ""] = host.split(".");
    if (/^[\w-]+\.execute-api\.[\w-]+\.amazonaws\.com$/.test(host)) {
        return graph
            .ofType(API)
            .some((api) => names(api.at("id"), name) || names(api.at("apiEndpoint"), `https://${host}`));
    }
    if (/^[a-z0-9]+\.(blob|dfs)\.core\.windows\.net$/.test(host)) {
        return graph
            .ofType(STORAGE_ACCOUNT)
            .some((account) =>
                ["accountName", "name", "primaryEndpoints.blob", "primaryEndpoints.dfs"].some(
                    (property) => names(account.at(property), name) || names(account.at(property), `https://${host}/`),
                ),
            );
    }
    return false;
}

function names(value: Value, text: string): boolean {
    return value.isKnown() && value.text() === text;
}
