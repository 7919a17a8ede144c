import { groupBy } from "../cli/group-by.ts";
import type { Evidence, ExceptionEvidence, HashedFile } from "./evidence.ts";
import { type Html, html } from "./html.ts";

/** What the bank accepts for a time, and who approved it. */
export function exceptionsSection({ exceptions, faults }: Evidence): Html {
    const entries =
        exceptions.length === 0 ? html`<p>None: no finding is excepted.</p>\n` : html`${exceptions.map(entry)}`;
    const wrong = faults.map((fault) => html`<p class="fault">exceptions.yaml: ${fault}</p>\n`);
    return html`<section id="exceptions"><h2>Exceptions</h2>
${wrong}${entries}</section>
`;
}

function entry(exception: ExceptionEvidence): Html {
    const { id, rule, resource, finding, category, reason, owner, approver, ticket, approved, expires, uses } =
        exception;
    const rows: readonly (readonly [string, string | Html])[] = [
        ["Guardrail", html`<a href="#rule-${rule}">${rule}</a>`],
        ["Resource", resource],
        ["Property", finding],
        ["Covers", `${uses} findings`],
        ["Because", `${reason} (${category})`],
        ["Owner", owner],
        ["Approved by", `${approver} on ${approved}, ${ticket}`],
        ["Ends", expires],
    ];
    return html`<article id="exception-${id}"><h3>${id}</h3>
<dl class="facts">
${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl></article>
`;
}

/** The hash of every file that the evidence was made from. */
export function sourcesSection({ madeFrom: { files, sha256 } }: Evidence): Html {
    const folders = [
        ...groupBy(files, ({ path }) => (path.includes("/") ? (path.split("/")[0] ?? "") : "single files")),
    ];
    return html`<section id="sources"><h2>Sources</h2>
<p>The same files give this same page, to the byte. The SHA-256 of all of them, as lines of hash, two spaces and path in the
order of the paths, is <code>${sha256}</code>.</p>
${folders.map(([folder, of]) => folderDetails(folder, of))}</section>
`;
}

function folderDetails(folder: string, files: readonly HashedFile[]): Html {
    const lines = files.map(({ path, sha256 }) => html`<li><code>${sha256}</code> ${path}</li>\n`);
    return html`<details><summary>${folder}: ${files.length} files</summary>
<ul class="files">
${lines}</ul></details>
`;
}
