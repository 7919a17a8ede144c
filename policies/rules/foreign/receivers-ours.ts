import { type Ours, oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import { ACTION_GROUP, AZURE_BUDGET, BUDGET, QUICKSIGHT_SUBSCRIPTION, SUBSCRIPTION } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What Azure would tell besides people: addresses and programs that no rule reads, and telephones. */
const BESIDE_MAIL = [
    "armRoleReceivers",
    "automationRunbookReceivers",
    "azureAppPushReceivers",
    "azureFunctionReceivers",
    "eventHubReceivers",
    "incidentReceivers",
    "itsmReceivers",
    "logicAppReceivers",
    "smsReceivers",
    "voiceReceivers",
    "webhookReceivers",
];
/** What SNS would deliver to besides mailboxes, queues, functions and addresses, which `hosts-ours` and others judge. */
const TELEPHONES = ["sms", "application"];

export const receiversOurs: ResourceRule = {
    name: "receivers-ours",
    scope: "resource",
    why: "An alert says whose account and which payment; in a stranger's mailbox it warns the fraudster first.",
    severity: "high",
    controls: ["pci:7.2.1", "nist:AC-4", "nist:SI-11", "iso:A.5.14"],
    fix: `Name a mailbox of the bank; its domain stands with a reason in hosts of ${TRUSTED}`,
    types: [ACTION_GROUP, AZURE_BUDGET, BUDGET, QUICKSIGHT_SUBSCRIPTION, SUBSCRIPTION],
    check(resource, judge) {
        const ours = oursOf(resource);
        if (!ours) return;
        for (const mailbox of mailboxesOf(resource)) judge(mailbox, (one) => strange(one.text() ?? "", ours));
        if (resource.type === SUBSCRIPTION) {
            judge(resource.at("protocol"), (protocol) =>
                TELEPHONES.includes(protocol.text() ?? "")
                    ? "delivers to a telephone, which may be anybody's"
                    : undefined,
            );
        }
        if (resource.type !== ACTION_GROUP) return;
        for (const kind of BESIDE_MAIL) {
            judge(resource.at(kind), (receivers) =>
                receivers.items().length > 0 ? "tells others than people of the bank" : undefined,
            );
        }
    },
};

function mailboxesOf(resource: Resource): Value[] {
    switch (resource.type) {
        case SUBSCRIPTION:
            return /^email/.test(resource.at("protocol").text() ?? "") ? [resource.at("endpoint")] : [];
        case ACTION_GROUP:
            return resource
                .at("emailReceivers")
                .items()
                .map((receiver) => receiver.at("emailAddress"));
        case BUDGET:
            return resource
                .at("notifications")
                .items()
                .flatMap((notice) => notice.at("subscriberEmailAddresses").items());
        case AZURE_BUDGET: {
            const notices = resource.at("notifications");
            return notices.keys().flatMap((name) => notices.named(name).at("contactEmails").items());
        }
        default:
            return [resource.at("notificationEmail")];
    }
}

function strange(mailbox: string, ours: Ours): string | undefined {
    const domain = mailbox.split("@").at(-1)?.toLowerCase() ?? "";
    return mailbox === "" || ours.hosts.has(domain) ? undefined : `is a mailbox at ${domain}, none of our hosts`;
}
