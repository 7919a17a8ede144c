import assert from "node:assert/strict";
import path from "node:path";
import { asJson, asText } from "../../../tools/doctor/answer.mjs";
import { engineOf } from "../../../tools/doctor/engine.mjs";
import { examine } from "../../../tools/doctor/examine.mjs";
import { fails, note, well } from "../../../tools/doctor/finding.mjs";
import { librariesOf } from "../../../tools/doctor/libraries.mjs";
import { machineOf } from "../../../tools/doctor/machine.mjs";
import { engineStep } from "../../../tools/setup/engine/choose.mjs";
import { contextFor } from "../support/context.ts";
import { goodGo } from "../support/fakes.ts";
import { installLibraries, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";
import { failing, patient } from "./patient.ts";

describe("what the doctor says of what is installed", () => {
    afterEach(removeTemporaryFolders);

    it("names libraries of another operating system, and how to get one's own", async () => {
        const one = patient();
        const packages = {
            "node_modules/yaml": { version: "2.9.1" },
            "node_modules/@esbuild/darwin-arm64": { version: "0.28.2", os: ["darwin"], cpu: ["arm64"] },
        };
        write(path.join(one.at.nodeModules, ".package-lock.json"), JSON.stringify({ packages }));
        assert.match(
            failing(await librariesOf(one)),
            /node_modules is of another system: @esbuild\/darwin-arm64 do not run on linux x64.*\$ npm run setup/,
        );
        const there = { ...one, machine: { ...one.machine, platform: "darwin", arch: "arm64" } };
        assert.doesNotMatch(failing(await librariesOf(there)), /another system/);
    });

    it("tells libraries that are not there yet from those that are not what the lock file says", async () => {
        const one = patient();
        assert.deepEqual(await librariesOf(one), [well("libraries", "1 packages")]);
        installLibraries(one.at, { yaml: "1.0.0" });
        assert.match(failing(await librariesOf(one)), /node_modules is not what package-lock\.json says/);
    });

    it("notes that NODE_ENV is production", async () => {
        const one = patient();
        one.env.NODE_ENV = "production";
        const found = (await machineOf(one)).find(({ about }) => about === "NODE_ENV");
        assert.equal(found?.status, "note");
        assert.deepEqual(found?.mend, ["$ unset NODE_ENV"]);
    });

    it("names a Node that is too old, and how to get another", async () => {
        const one = patient();
        const old = { ...one, machine: { ...one.machine, node: "18.20.0" } };
        assert.match(failing(await machineOf(old)), /node: Node 18\.20\.0 cannot run this platform.*nvm install 24/);
    });

    it("says that there is no Python, and where one comes from", async () => {
        assert.match(
            failing(await machineOf(patient())),
            /python: The local AWS services need Python 3\.11.*Install it/,
        );
    });

    it("says which engine there is, and for which stacks it does not do", async () => {
        const one = patient();
        const [missing] = await engineOf(one);
        assert.deepEqual([missing?.status, missing?.mend], ["note", ["$ npm run setup"]]);
        one.repository.fake("go", goodGo);
        await engineStep.make(contextFor(one.repository));
        assert.equal(failing(await engineOf(one)), "");
        assert.equal(failing(await engineOf({ ...one, stack: "local" })), "");
        assert.match(
            failing(await engineOf({ ...one, stack: "prod" })),
            /prod needs the official CLI, 3\.227\.0 or newer/,
        );
    });

    it("goes on with the rest when one thing cannot be looked at", async () => {
        const one = patient({ stack: "gone" });
        const found = await examine(one);
        assert.match(failing(found), /accounts: could not be looked at: ENOENT/);
        assert.ok(found.some(({ about, status }) => about === "project" && status === "well"));
    });
});

describe("the doctor's answer", () => {
    const findings = [
        fails(
            "state",
            `of prod cannot be read ${"for a long reason ".repeat(9)}`,
            "$ aws sso login --profile a-long-name",
        ),
        note("engine", "is not set up yet"),
        well("node", "20.19.0"),
    ];

    it("keeps to 80 columns, leaves commands whole, and ends with what would fail", () => {
        const text = asText(findings);
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
        assert.match(text, /^✓ node: 20\.19\.0\n! engine: is not set up yet\n✗ state: /);
        assert.match(text, /\n {2}\$ aws sso login --profile a-long-name\n\n1 would fail\.\n$/);
    });

    it("as JSON is what was found", () => {
        assert.deepEqual(JSON.parse(asJson(findings, "prod")), { stack: "prod", findings });
    });
});
