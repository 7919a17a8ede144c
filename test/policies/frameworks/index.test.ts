import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { controls, frameworks } from "../../../policies/frameworks/index.ts";
import { rules } from "../../../policies/rules/index.ts";
import { fileOf } from "../../../policies/rules/rooms.ts";
import { paths } from "../../../tools/paths.mjs";

type FrameworkId = keyof typeof frameworks;
const asFramework = (id: string): FrameworkId => id.slice(0, id.indexOf(":")) as FrameworkId;

describe("frameworks", () => {
    const used = new Set<string>(rules.flatMap((rule) => rule.controls));

    it("hold every control that a rule names", () => {
        assert.deepEqual(
            [...used].filter((id) => !(id in controls)),
            [],
        );
    });

    for (const [id, { beside, gap }] of Object.entries(controls)) {
        it(`cover ${id} by a rule, or say what else does, or what is missing`, () => {
            const said = used.has(id) || beside !== undefined || gap !== undefined;
            assert.ok(
                said,
                `no rule names ${id}: say in policies/frameworks what covers it (beside), or what is missing (gap)`,
            );
        });
    }

    for (const rule of rules) {
        it(`are served by ${rule.name} in two of them or more`, () => {
            const served = [...new Set(rule.controls.map((id) => frameworks[asFramework(id)].name))];
            const others = Object.values(frameworks).flatMap(({ name }) => (served.includes(name) ? [] : [name]));
            assert.ok(
                served.length >= 2,
                `${fileOf(rule.name)} serves ${served.join() || "no framework"} alone: name in its controls ` +
                    `also what it serves of ${others.join(", ")} (the numbers are in docs/controls.md)`,
            );
            assert.deepEqual(rule.controls, [...new Set(rule.controls)], `${rule.name} names a control twice`);
        });
    }

    it("name only files and folders that exist as what covers a control instead", () => {
        const missing = Object.entries(controls).flatMap(([id, { where = [] }]) =>
            where.filter((path) => !existsSync(join(paths.root, path))).map((path) => `${id} → ${path}`),
        );
        assert.deepEqual(missing, []);
    });

    it("name places only of something that covers a control", () => {
        const without = Object.entries(controls).filter(([, { beside, where }]) => where && beside === undefined);
        assert.deepEqual(without, []);
    });

    it("say what covers a control, and what does not, in words that need no full stop", () => {
        for (const [id, { title, beside, gap }] of Object.entries(controls)) {
            for (const text of [title, beside, gap]) {
                if (text !== undefined) assert.match(text, /^[^|\n]{10,}[^.\s|]$/, id);
            }
        }
    });

    it("are the four that the bank is examined by", () => {
        const titles = Object.values(frameworks).map(({ name, version }) => `${name}, ${version}`);
        assert.deepEqual(titles, [
            "ISO/IEC 27001, 2022, Annex A",
            "NIST SP 800-53, Revision 5",
            "PCI DSS, 4.0.1",
            "SOX IT general controls, Sarbanes-Oxley Act of 2002, sections 404 and 802",
        ]);
    });

    it("each count towards at least five rules", () => {
        for (const framework of Object.keys(frameworks)) {
            const serving = rules.filter((rule) => rule.controls.some((id) => id.startsWith(`${framework}:`)));
            assert.ok(serving.length >= 5, `${framework}: ${serving.length}`);
        }
    });
});
