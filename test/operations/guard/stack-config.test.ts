import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackConfig } from "../../../operations/guard/stack-config.ts";
import { PLACEHOLDER } from "../../../operations/preview/offline-project.ts";

describe("the configuration of a stack, read without the engine", () => {
    const folder = mkdtempSync(join(tmpdir(), "stack-config-"));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    after(() => rmSync(folder, { recursive: true }));

    it("is texts as the engine hands them over: groups as JSON in order, secrets as the placeholder", async () => {
        write("Pulumi.yaml", "name: bank\n");
        write(
            "Pulumi.dev.yaml",
            [
                "secretsprovider: awskms://alias/state",
                "config:",
                "  aws:region: eu-west-1",
                '  aws:allowedAccountIds: ["111111111111"]',
                "  days: 7",
                "  open: true",
                "  token: { secure: AAAB }",
                "  bank:people: { b: [{ z: 1, a: { secure: AAAB } }], a: x }",
            ].join("\n"),
        );
        assert.deepEqual(await stackConfig(folder, "dev"), {
            project: "bank",
            config: {
                "aws:region": "eu-west-1",
                "aws:allowedAccountIds": '["111111111111"]',
                "bank:days": "7",
                "bank:open": "true",
                "bank:token": PLACEHOLDER,
                "bank:people": `{"a":"x","b":[{"a":"${PLACEHOLDER}","z":1}]}`,
            },
        });
    });

    it("is refused where the project has settings of its own, which only the engine would read", async () => {
        write("Pulumi.yaml", "name: bank\nconfig: { aws:region: eu-west-1 }\n");
        await assert.rejects(
            stackConfig(folder, "dev"),
            /settings of its own under config.*Move them into Pulumi\.dev\.yaml/,
        );
    });
});
