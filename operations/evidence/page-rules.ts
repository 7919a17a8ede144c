import { groupBy } from "../cli/group-by.ts";
import type { EvidencedResource, FindingEvidence, RuleEvidence } from "./evidence.ts";
import { type Html, html, NOTHING } from "./html.ts";

/** One rule: why it is there, what it judged by type, and each finding. */
export function ruleArticle(rule: RuleEvidence, resources: readonly EvidencedResource[]): Html {
    const { name, why, severity, controls, judged, findings } = rule;
    const byType = [
        ...groupBy(
            judged.flatMap((place) => resources[place] ?? []),
            ({ type }) => type,
        ),
    ];
    return html`<article id="rule-${name}"><h3>${name} <small>${severity}</small></h3>
<p>${why}</p>
<p class="serves">Serves ${controls.map((id) => html`<a href="#${id}">${id.replace(":", " ")}</a> `)}</p>
${findings.length === 0 ? NOTHING : html`<ul class="found">\n${findings.map(found)}</ul>\n`}${judgedList(judged.length, findings.length, byType)}</article>
`;
}

function judgedList(
    judged: number,
    findings: number,
    byType: readonly (readonly [string, EvidencedResource[]])[],
): Html {
    if (judged === 0) return html`<p class="judged">No resource of this environment is of its kind.</p>\n`;
    const result = findings === 0 ? "nothing to object to" : `${findings} findings`;
    const types = byType.map(
        ([type, all]) => html`<dt>${type} <small>${all.length}</small></dt><dd>${namesOf(all)}</dd>\n`,
    );
    return html`<details><summary>Judged ${judged} ${judged === 1 ? "resource" : "resources"}: ${result}</summary>
<dl>
${types}</dl></details>
`;
}

function namesOf(resources: readonly EvidencedResource[]): string {
    return resources.map(({ name }) => name).join(", ");
}

function found({ status, urn, property, message, exception }: FindingEvidence): Html {
    const by = exception === undefined ? NOTHING : html` by <a href="#exception-${exception}">${exception}</a>`;
    return html`<li><strong>${status}</strong>${by} <code>${urn}</code> ${property}: ${message}</li>\n`;
}
