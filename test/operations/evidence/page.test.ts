import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { asPage } from "../../../operations/evidence/page.ts";
import { paths } from "../../../tools/paths.mjs";
import { evidence, exceptionText, queue } from "./support.ts";

const css = readFileSync(join(paths.root, "operations", "evidence", "page.css"), "utf8");
const page = asPage(evidence({ records: [queue("bulk")], exceptions: exceptionText() }), css);

/** Every element with its attributes; the page closes all but void elements, so that a reader of XML can read it. */
function elements(text: string): { name: string; attributes: Record<string, string> }[] {
    const found: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }) =>
        found.push({ name, attributes: attributes as Record<string, string> }),
    );
    parser.on("error", (error) => {
        throw error;
    });
    const body = text.replace(/<!DOCTYPE html>\n/, "").replace(/<meta ([^>]*)>/g, "<meta $1/>");
    parser.write(body.replace(/<style>.*?<\/style>/s, "<style></style>")).close();
    return found;
}

describe("the page of the evidence", () => {
    it("closes every element that it opens, and gives no id twice", () => {
        const ids = elements(page).flatMap(({ attributes }) => attributes.id ?? []);
        assert.ok(ids.length > 8);
        assert.deepEqual([...new Set(ids)], ids);
    });

    it("leads every link of its own to something on the page", () => {
        const all = elements(page);
        const ids = new Set(all.flatMap(({ attributes }) => attributes.id ?? []));
        const links = all.filter(({ name }) => name === "a").map(({ attributes }) => attributes.href ?? "");
        assert.ok(links.length > 8);
        assert.deepEqual(
            links.filter((href) => !href.startsWith("#") || !ids.has(href.slice(1))),
            [],
        );
    });

    it("needs nothing from elsewhere and runs nothing", () => {
        assert.deepEqual(
            elements(page).filter(
                ({ name, attributes }) => name === "script" || name === "link" || "src" in attributes,
            ),
            [],
        );
        assert.doesNotMatch(css, /url\(|@import/);
        assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    });

    it("shows what the platform's own texts say as text, never as HTML", () => {
        assert.ok(page.includes("Queues carry &#60;personal&#62; data."));
    });

    it("names its language, has one heading of the first level, and heads every row and column of a table", () => {
        const all = elements(page);
        assert.equal(all.find(({ name }) => name === "html")?.attributes.lang, "en");
        assert.equal(all.filter(({ name }) => name === "h1").length, 1);
        const headings = all.filter(({ name }) => name === "th");
        assert.ok(headings.length > 4);
        assert.ok(headings.every(({ attributes }) => ["row", "col"].includes(attributes.scope ?? "")));
    });

    it("says each result in a word besides its colour and its sign", () => {
        for (const state of ["excepted", "nothing to judge", "covered elsewhere", "not covered"]) {
            assert.ok(page.includes(`</span> ${state}</span>`), state);
        }
    });

    it("says who approved an exception", () => {
        assert.match(page, /Approved by<\/dt><dd>grace@bank\.example on 2026-01-15, RISK-7/);
    });

    it("is laid out for dark rooms, phones and paper too", () => {
        assert.match(css, /color-scheme: light dark/);
        assert.match(css, /@media \(max-width: 40rem\)/);
        assert.match(css, /@media print/);
    });
});
