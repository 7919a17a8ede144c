import type { ResourceRecord } from "../../../../policies/core/resource.ts";

/** ARNs of one stack in words that are the same in every stack, such as `{Bucket records}/*`, and back. */
export interface PlainNames {
    plain(arn: string): string;
    real(plain: string): string;
}

/** Names each ARN by the resource of the program; what is in no program keeps its own, without account, region and environment. */
export function plainNames(stack: string, records: readonly ResourceRecord[]): PlainNames {
    const arns = new Map<string, string>();
    for (const { type, name, outputs = {} } of records) {
        // Components repeat the ARN of what they are made of.
        if (!/^aws:/.test(type)) continue;
        const label = `${type.split(":").at(-1)} ${name}`;
        note(arns, outputs.arn, label);
        note(arns, outputs.adminPasswordSecretArn, `${label} admin`);
        if (type === "aws:secretsmanager/secret:Secret") note(arns, outputs.id, label);
    }
    const byLength = [...arns].sort(([a], [b]) => b.length - a.length);
    const [, , , region = "", account = ""] = (
        byLength.find(([arn]) => arn.startsWith("arn:aws:lambda:"))?.[0] ?? ""
    ).split(":");
    const own = new RegExp(`(compliance[-_](?:platform-)?)${stack}\\b`, "g");
    return {
        plain(arn) {
            const [found, label] = byLength.find(([one]) => arn === one || /^[/:]/.test(after(arn, one))) ?? [];
            if (found !== undefined) return `{${label}}${arn.slice(found.length)}`;
            return arn
                .replaceAll(account, "{account}")
                .replaceAll(`:${region}:`, ":{region}:")
                .replace(own, "$1{environment}");
        },
        real(plain) {
            return plain
                .replace(
                    /^\{(\w+ [^}]+)\}/,
                    (written, label) => byLength.find(([, one]) => one === label)?.[0] ?? written,
                )
                .replaceAll("{account}", account)
                .replaceAll("{region}", region)
                .replaceAll("{environment}", stack);
        },
    };
}

function note(arns: Map<string, string>, arn: unknown, label: string): void {
    if (typeof arn === "string" && arn.startsWith("arn:") && !arns.has(arn)) arns.set(arn, label);
}

/** What follows an ARN in another, or nothing when it does not begin so. */
function after(arn: string, beginning: string): string {
    return arn.startsWith(beginning) ? arn.slice(beginning.length) : "";
}
