import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument } from "yaml";
import { paths } from "../../../tools/paths.mjs";

/** A bank of its own, which no example names. */
const BANK: Readonly<Record<string, string>> = {
    account: "314159265358",
    compliance: "compliance@north-bank.test",
    "fraud desk": "fraud-desk@north-bank.test",
    "name in QuickSight": "north-bank-compliance",
    "platform team": "platform-team@north-bank.test",
    repository: "north-bank@271828/compliance-platform@161803",
    subscription: "6d1f0b52-3c84-4e9a-9b57-0f2e8a4c7d13",
    tenant: "b8a3e6f4-91d2-4c07-8e5b-2a7c94d0f168",
};

/** Writes what docs/first-deployment.md says into the settings of a stack, as a person does; returns the files. */
export function fillIn(root: string, stack: string): string[] {
    const written = new Set<string>();
    for (const { files, settings } of sheetsOfPage()) {
        for (const name of files) {
            const file = name.replace("<stack>", stack);
            const document = parseDocument(readFileSync(join(root, file), "utf8"));
            for (const [key, value] of Object.entries(settings)) document.setIn(["config", key], value);
            writeFileSync(join(root, file), document.toString());
            written.add(file);
        }
    }
    return [...written];
}

/** The blocks of settings of the page, each with the files that its first line names. */
function sheetsOfPage(): { files: string[]; settings: Record<string, unknown> }[] {
    const page = readFileSync(join(paths.root, "docs", "first-deployment.md"), "utf8");
    return [...page.matchAll(/^ *```yaml\n *# (.*)\n([\s\S]*?)^ *```$/gm)].map(([, named = "", sheet = ""]) => ({
        files: named.split(", "),
        settings: parse(sheet.replaceAll(/<([^>]+)>/g, (_, who: string) => bankSays(who))),
    }));
}

function bankSays(who: string): string {
    const value = BANK[who];
    if (value === undefined)
        throw new Error(`docs/first-deployment.md asks for <${who}>, which the bank of the test does not have`);
    return value;
}
