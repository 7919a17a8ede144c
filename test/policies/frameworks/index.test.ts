import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { controls, frameworks } from "../../../policies/frameworks/index.ts";
import { rules } from "../../../policies/rules/index.ts";
import { paths } from "../../../tools/paths.mjs";

describe("frameworks", () => {
    const used = new Set<string>(rules.flatMap((rule) => rule.controls));

    it("hold every control that a rule names", () => {
        assert.deepEqual(
            [...used].filter((id) => !(id in controls)),
            [],
        );
    });

    for (const [id, { gap }] of Object.entries(controls)) {
        it(`cover ${id} by a rule, or say why not`, () => {
            if (gap === undefined) assert.ok(used.has(id), `no rule covers ${id}, and it is not listed as a gap`);
            else assert.ok(!used.has(id), `${id} is listed as a gap, yet a rule covers it`);
        });
    }

    it("name only files and folders that exist as what covers a control instead", () => {
        const missing = Object.entries(controls).flatMap(([id, { where = [] }]) =>
            where.filter((path) => !existsSync(join(paths.root, path))).map((path) => `${id} → ${path}`),
        );
        assert.deepEqual(missing, []);
    });

    it("call a control open only with what is missing, and then nothing else covers it", () => {
        const open = Object.values(controls).filter((control) => control.open);
        assert.ok(open.every(({ gap, where }) => gap !== undefined && where === undefined));
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
