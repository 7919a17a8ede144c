import { controls, frameworks } from "./index.ts";

interface Serving {
    readonly name: string;
    readonly controls: readonly string[];
}

/**
 * Fails on a rule that names a control which no framework has. The types say so too, but nobody asks them when the pack is
 * loaded, and an auditor would be told of a control that does not exist.
 */
export function requireKnownControls(rules: readonly Serving[]): void {
    const faults = rules.flatMap((rule) =>
        rule.controls.filter((id) => !Object.hasOwn(controls, id)).map((id) => `  ${rule.name}: ${faultOf(id)}`),
    );
    if (faults.length === 0) return;
    const many = faults.length === 1 ? "1 control is" : `${faults.length} controls are`;
    throw new RangeError([`${many} in no framework of policies/frameworks:`, ...faults].join("\n"));
}

function faultOf(id: string): string {
    const colon = id.indexOf(":");
    const [prefix, number] = [id.slice(0, Math.max(colon, 0)), id.slice(colon + 1)];
    const framework = Object.entries(frameworks).find(([known]) => known === prefix)?.[1];
    if (framework === undefined) {
        const known = Object.keys(frameworks).join(", ");
        return `"${id}" names no framework; write ${known}, a colon and the number, such as pci:3.5.1.`;
    }
    const near = Object.keys(framework.requirements).filter((other) => chapter(other) === chapter(number));
    const there = near.length === 0 ? "" : `, which has ${near.join(", ")} there`;
    const fix = "Name one that it has, or add the number with its title.";
    return `"${number}" is no number of ${framework.name} ${framework.version}${there}. ${fix}`;
}

/** What the numbers of one topic begin with: `3` of 3.5.1, `AC` of AC-6, `A.8` of A.8.24. */
function chapter(number: string): string {
    return /^(A\.\d+|\d+|[A-Z]+)/.exec(number)?.[0] ?? number;
}
