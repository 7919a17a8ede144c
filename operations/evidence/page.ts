import type { ControlState, Evidence } from "./evidence.ts";
import { CONTROL_STATES } from "./evidence.ts";
import { Html, html, NOTHING } from "./html.ts";
import { frameworkSection } from "./page-controls.ts";
import { exceptionsSection, sourcesSection } from "./page-origins.ts";
import { ruleArticle } from "./page-rules.ts";
import { MEANINGS, mark } from "./states.ts";

/** The evidence as one page that needs nothing beside itself, and runs nothing. */
export function asPage(evidence: Evidence, css: string): string {
    const { stack, project, day, frameworks, rules, resources, madeFrom } = evidence;
    const { text } = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evidence of ${stack} · ${project}</title>
<style>
${new Html(css)}</style>
</head>
<body>
<a class="skip" href="#controls">To the controls</a>
<header>
<p class="kind">Evidence of compliance</p>
<h1>${project}, environment ${stack}</h1>
<p>${rules.length} guardrails judged ${resources.length} resources of both clouds. Made from the sources of the program, not
from the accounts: what is there is compared with them by drift detection.</p>
<dl class="origin">
${day === undefined ? NOTHING : html`<div><dt>Exceptions as of</dt><dd>${day}</dd></div>\n`}<div><dt>Sources</dt><dd>${madeFrom.files.length} files, SHA-256 <code>${madeFrom.sha256}</code></dd></div>
</dl>
<ul class="states">
${CONTROL_STATES.map((state) => tile(state, evidence.controlsByState[state]))}</ul>
<nav aria-label="On this page"><ul>
${frameworks.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}<li><a href="#guardrails">Guardrails</a></li>
<li><a href="#exceptions">Exceptions</a></li>
<li><a href="#sources">Sources</a></li>
</ul></nav>
</header>
<main id="controls">
${frameworks.map(frameworkSection)}<section id="guardrails"><h2>Guardrails</h2>
<p>What each rule demands, what it judged, and what it found.</p>
${rules.map((rule) => ruleArticle(rule, resources))}</section>
${exceptionsSection(evidence)}${sourcesSection(evidence)}</main>
</body>
</html>
`;
    return text;
}

function tile(state: ControlState, count: number): Html {
    return html`<li class="${state.replaceAll(" ", "-")}${count === 0 ? " none" : ""}"><strong>${count}</strong> ${mark(state)} <span>${MEANINGS[state]}</span></li>\n`;
}
