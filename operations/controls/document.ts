import type { Framework, Requirement } from "../../policies/frameworks/framework.ts";
import { fileOf } from "../../policies/rules/rooms.ts";

/** What the document says of a rule. */
export interface Serving {
    readonly name: string;
    readonly controls: readonly string[];
}

type Frameworks = Readonly<Record<string, Framework>>;

/** `docs/controls.md`: each control with the rules that serve it, what else covers it, and what nothing does. */
export function controlsDocument(frameworks: Frameworks, rules: readonly Serving[]): string {
    const sections = Object.entries(frameworks).map(([id, framework]) => section(id, framework, rules));
    return `${[INTRODUCTION, summary(frameworks, rules), ...sections].join("\n\n")}\n`;
}

const INTRODUCTION = `# Controls

Which guardrail serves which control of the frameworks that the bank is examined by, what else covers it, and what nothing
here covers. The numbers are official, the words are ours. Listed are the controls for which this platform has to answer;
those of the bank as a whole (people, premises, suppliers, management) are not.

Written by \`npm run controls\` from \`policies/frameworks\` and \`policies/rules\`; a test compares. Whether a guardrail holds in
an environment, and over what, is the evidence: \`npm run evidence -- --stack prod\`.`;

function summary(frameworks: Frameworks, rules: readonly Serving[]): string {
    const rows = Object.entries(frameworks).map(([id, { name, version, requirements }]) => {
        const all = Object.entries(requirements).map(([number, requirement]) => ({
            requirement,
            served: servers(`${id}:${number}`, rules).length > 0,
        }));
        const count = (is: (one: (typeof all)[number]) => boolean) => String(all.filter(is).length);
        return row([
            `[${name}](#${anchor(name)}), ${version}`,
            String(all.length),
            count(({ served }) => served),
            count(({ served, requirement }) => !served && requirement.beside !== undefined),
            count(({ served, requirement }) => !served && requirement.beside === undefined),
            count(({ requirement }) => requirement.gap !== undefined),
            String(rules.filter(({ controls }) => controls.some((control) => control.startsWith(`${id}:`))).length),
        ]);
    });
    const heads = [
        "Framework",
        "Controls",
        "by guardrails",
        "by something else",
        "by nothing",
        "with a gap",
        "Guardrails",
    ];
    return [row(heads), `|---|${"--:|".repeat(heads.length - 1)}`, ...rows].join("\n");
}

function section(id: string, { name, version, requirements }: Framework, rules: readonly Serving[]): string {
    const rows = Object.entries(requirements)
        .sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
        .map(([number, requirement]) =>
            row([
                `**${number}** ${requirement.title}`,
                servers(`${id}:${number}`, rules).map(link).join(" ") || "–",
                besideOf(requirement),
                requirement.gap ?? "–",
            ]),
        );
    const heads = ["Control", "Guardrails", "What else covers it", "Gap"];
    return [`## ${name}`, "", `${version}.`, "", row(heads), "|---|---|---|---|", ...rows].join("\n");
}

function servers(control: string, rules: readonly Serving[]): string[] {
    return rules
        .filter(({ controls }) => controls.includes(control))
        .map(({ name }) => name)
        .sort();
}

function besideOf({ beside, where = [] }: Requirement): string {
    if (beside === undefined) return "–";
    const places = where.map((path) => `[${path}](../${path})`).join(", ");
    return places === "" ? beside : `${beside} (${places})`;
}

const link = (rule: string): string => `[${rule}](../${fileOf(rule)})`;

/** A bar would end a cell. */
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

/** How GitHub names a heading. */
const anchor = (heading: string): string =>
    heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replaceAll(" ", "-");
