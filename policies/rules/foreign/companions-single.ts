import {
    encryptionOfBucket,
    lifecycleOfBucket,
    lockOfBucket,
    loggingOfBucket,
    ownershipOfBucket,
    policyOfBucket,
    policyOfKey,
    policyOfQueue,
    policyOfSecret,
    policyOfTable,
    policyOfTopic,
    publicAccessOfBucket,
    versioningOfBucket,
} from "../../checks/links/links.ts";
import { BUCKET, KEY, QUEUE, SECRET, TABLE, TOPIC } from "../../checks/types.ts";
import type { Link } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";

/** What a cloud keeps once for a thing, while the program may say it twice. */
const COMPANIONS: Readonly<Record<string, readonly Link[]>> = {
    [BUCKET]: [
        encryptionOfBucket,
        lifecycleOfBucket,
        lockOfBucket,
        loggingOfBucket,
        ownershipOfBucket,
        policyOfBucket,
        publicAccessOfBucket,
        versioningOfBucket,
    ],
    [KEY]: [policyOfKey],
    [QUEUE]: [policyOfQueue],
    [SECRET]: [policyOfSecret],
    [TABLE]: [policyOfTable],
    [TOPIC]: [policyOfTopic],
};

export const companionsSingle: StackRule = {
    name: "companions-single",
    scope: "stack",
    why: "The cloud keeps one of them: the last to be written wins, and which one that is changes with each update.",
    severity: "high",
    controls: ["pci:2.2.1", "nist:CM-6", "sox:404-change-1", "iso:A.8.9"],
    fix: "Keep one of them, with all that is needed",
    types: Object.keys(COMPANIONS),
    check(resource, judge, graph) {
        for (const link of COMPANIONS[resource.type] ?? []) {
            const kind = link.type.split(":").at(-1) ?? "";
            judge(resource.at(kind), () => {
                // Which of them is registered first changes from run to run.
                const names = graph
                    .referrers(resource, link)
                    .map(({ name }) => name)
                    .sort();
                return names.length > 1 ? `is there ${names.length} times: ${names.join(", ")}` : undefined;
            });
        }
    },
};
