import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument } from "yaml";
import { paths } from "../../../tools/paths.mjs";

/** A bank of its own, which no example names. */
const BANK: Readonly<Record<string, string>> = {
    account: "314159265358",
    compliance: "compliance@north-bank.test",
    "fraud desk": "fraud-desk@north-bank.test",
    "mail domain": "north-bank.test",
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
    for (const [, named = "", sheet = ""] of blocks("ts", "//")) {
        const [file = "", within = ""] = named.replace("<stack>", stack).split(", ");
        writeFileSync(join(root, file), replaced(readFileSync(join(root, file), "utf8"), within, filledIn(sheet)));
        written.add(file);
    }
    return [...written];
}

/** A file of settings with other lists in one of its objects, each of which the sheet has in a line of its own. */
function replaced(text: string, within: string, sheet: string): string {
    const lines = [...sheet.matchAll(/^ *((\w+): \[.*\],)$/gm)];
    return lines.reduce((before, [, line = "", name = ""]) => {
        const list = new RegExp(`(${within}: \\{[\\s\\S]*?)\\b${name}: \\[[\\s\\S]*?\\],(?=\\n)`);
        if (!list.test(before)) throw new Error(`there is no ${name} in ${within}`);
        return before.replace(list, (_, start: string) => `${start}${line}`);
    }, text);
}

/** The blocks of settings of the page, each with the files that its first line names. */
function sheetsOfPage(): { files: string[]; settings: Record<string, unknown> }[] {
    return blocks("yaml", "#").map(([, named = "", sheet = ""]) => ({
        files: named.split(", "),
        settings: parse(filledIn(sheet)),
    }));
}

/** Blocks of the page in a language, with what a comment in their first line says. */
function blocks(language: string, comment: string): RegExpMatchArray[] {
    const page = readFileSync(join(paths.root, "docs", "first-deployment.md"), "utf8");
    return [...page.matchAll(new RegExp(`^ *\`\`\`${language}\n *${comment} (.*)\n([\\s\\S]*?)^ *\`\`\`$`, "gm"))];
}

function filledIn(sheet: string): string {
    return sheet.replaceAll(/<([^>]+)>/g, (_, who: string) => {
        const value = BANK[who];
        if (value === undefined)
            throw new Error(`docs/first-deployment.md asks for <${who}>, which the bank of the test has not`);
        return value;
    });
}
