import { FACTORY, FACTORY_DATASET, FACTORY_PIPELINE, LINKED_SERVICE } from "../../checks/types.ts";
import type { Judge } from "../../core/judge.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Activities whose whole doing stands in their definition. Others run code, queries or pipelines that no rule reads. */
const READABLE = ["Copy", "Fail", "ForEach", "IfCondition", "SetVariable", "Switch", "Until", "Wait", "WebActivity"];
const SOURCES = ["DelimitedTextSource", "JsonSource", "ParquetSource"];
const SINKS = ["RestSink"];
/** What in a text would let its reader in somewhere. */
const CREDENTIAL =
    /[?&](sig|sv|se|code|key|api_?key|token|access_token|password)=[^&@{]|AccountKey=|SharedAccess(Key|Signature)|\b(Basic|Bearer) [\w+/=.-]{6,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN |(password|pwd)\s*=\s*[^;\s]/i;
/** Names of fields whose value is a credential whatever it looks like. */
const CREDENTIAL_FIELD =
    /^(authorization|x-api-key|api-?key|ocp-apim-subscription-key|cookie|x-functions-key|password|pwd|secret|client_?secret|sas(token|uri)?|account_?key|access_?key)$/i;
const UNCHECKED = ["disableCertValidation", "turnOffCertificateValidation"];
/** By these a factory would take its program, or what it may use, from elsewhere. */
const ELSEWHERE = ["repoConfiguration", "purviewConfiguration", "globalParameters"];

export const azureFactoryPlain: ResourceRule = {
    name: "azure-factory-plain",
    scope: "resource",
    why: "A pipeline that runs what no rule reads, or carries a key in a default or a header, leaks data past every role.",
    severity: "critical",
    controls: ["pci:8.6.2", "nist:AC-4", "nist:CM-6", "nist:IA-5", "nist:IA-5(7)", "iso:A.5.14", "iso:A.8.9"],
    fix: `Use ${READABLE.join(", ")} only, WebActivity by managed identity, and no credential in any text, header or default`,
    types: [FACTORY, FACTORY_DATASET, FACTORY_PIPELINE, LINKED_SERVICE],
    check(resource, judge) {
        if (resource.type === FACTORY) {
            for (const name of ELSEWHERE) {
                judge(resource.at(name), (value) =>
                    value.isAbsent() ? undefined : "is taken from where no rule reads it",
                );
            }
            return;
        }
        for (const leaf of resource.leaves()) {
            const field = leaf.path.slice(leaf.path.lastIndexOf(".") + 1);
            judge(leaf, (value) => {
                if (CREDENTIAL_FIELD.test(field)) return "has the name of a credential";
                return CREDENTIAL.test(value.text() ?? "") ? "holds something that can be stolen" : undefined;
            });
        }
        judgeFlags(resource.at("properties"), judge);
        if (resource.type !== FACTORY_PIPELINE) return;
        for (const activity of allActivities(resource.at("activities"))) judgeActivity(activity, judge);
    },
};

function judgeActivity(activity: Value, judge: Judge): void {
    const type = activity.at("type");
    judge(type, (value) =>
        READABLE.includes(value.text() ?? "")
            ? undefined
            : `is ${value.text() ?? "not set"}, of which no rule reads what it does`,
    );
    judgeFlags(activity, judge);
    judgeFlags(activity.at("typeProperties"), judge);
    if (!type.isKnown()) return;
    const hidden = type.text() === "WebActivity" ? ["secureInput", "secureOutput"] : ["secureInput"];
    for (const name of hidden) {
        judge(activity.at("policy").at(name), (secure) =>
            secure.flag() === false ? "shows what passes to everybody who may see the run" : undefined,
        );
    }
    if (type.text() === "WebActivity") {
        judge(activity.at("authentication.type"), (authentication) =>
            authentication.text() === "MSI" ? undefined : "is not a managed identity",
        );
        for (const part of ["datasets", "linkedServices"]) {
            judge(activity.at(part), (given) =>
                given.items().length === 0 ? undefined : "hands the settings of the factory to the other side",
            );
        }
    }
    if (type.text() !== "Copy") return;
    judge(activity.at("source.type"), (source) =>
        SOURCES.includes(source.text() ?? "") ? undefined : `is ${source.text() ?? "not set"}, not files of ours`,
    );
    judge(activity.at("sink.type"), (sink) =>
        SINKS.includes(sink.text() ?? "") ? undefined : `is ${sink.text() ?? "not set"}, not the door of the platform`,
    );
    for (const aside of ["redirectIncompatibleRowSettings", "logSettings", "logStorageSettings", "stagingSettings"]) {
        judge(activity.at(aside), (given) => (given.isAbsent() ? undefined : "writes rows to another store"));
    }
}

function judgeFlags(holder: Value, judge: Judge): void {
    for (const name of UNCHECKED) {
        judge(holder.at(name), (off) => (off.flag() === true ? "lets anybody answer in the other's place" : undefined));
    }
}

/** Activities, and those within them. */
function allActivities(list: Value): Value[] {
    return list.items().flatMap((activity) => [
        activity,
        ...["activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities"].flatMap((inner) =>
            allActivities(activity.at(inner)),
        ),
        ...activity
            .at("cases")
            .items()
            .flatMap((one) => allActivities(one.at("activities"))),
    ]);
}
