import type { Beside, ControlEvidence, FrameworkEvidence } from "./evidence.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { mark } from "./states.ts";

/** The controls of a framework, one row each. */
export function frameworkSection({ id, name, version, controls }: FrameworkEvidence): Html {
    return html`<section id="${id}"><h2>${name} <small>${version}</small></h2>
<table>
<caption>${controls.length} controls that the platform answers for</caption>
<thead><tr><th scope="col">Control</th><th scope="col">Result</th><th scope="col">By</th><th scope="col">Resources</th></tr></thead>
<tbody>
${controls.map(row)}</tbody>
</table>
</section>
`;
}

function row(control: ControlEvidence): Html {
    const { id, number, title, state, rules, judged, findings, beside, gap } = control;
    const by = html`${rules.map(linked)}${beside === undefined ? NOTHING : besideOf(beside)}${gap === undefined ? NOTHING : gapOf(gap)}`;
    const told = findings === 0 ? NOTHING : html`, <span class="findings">${findings} findings</span>`;
    const counted = rules.length === 0 ? html`<span aria-hidden="true">–</span>` : html`${judged}${told}`;
    return html`<tr id="${id}" class="${state.replaceAll(" ", "-")}"><th scope="row"><b>${number}</b> ${title}</th><td data-label="Result">${mark(state)}</td><td data-label="By">${by}</td><td data-label="Resources">${counted}</td></tr>
`;
}

function linked(rule: string): Html {
    return html`<a class="rule" href="#rule-${rule}">${rule}</a> `;
}

function besideOf({ text, where }: Beside): Html {
    const places = where.map((path) => html` <code>${path}</code>`);
    return html`<p class="beside">Besides: ${text}${places.length === 0 ? NOTHING : html`:${places}`}</p>`;
}

function gapOf(gap: string): Html {
    return html`<p class="gap"><b>Gap:</b> ${gap}</p>`;
}
