import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import {
    offlineProject,
    PLACEHOLDER,
    refuseSecrets,
    withoutSecrets,
} from "../../../operations/preview/offline-project.ts";

const STACK_FILE = `secretsprovider: awskms://alias/state
encryptedkey: AQICAHh
config:
  aws:region: eu-west-1
  compliance-platform:token:
    secure: AAABAKw
  compliance-platform:subscriptions:
    - protocol: email
      endpoint:
        secure: AAABAAf
`;

const OF_A_PROVIDER = "config:\n  aws:region: eu-west-1\n  azure-native:clientSecret:\n    secure: AAABAKw\n";

describe("offline project", () => {
    it("replaces every secret and takes the key to them out", () => {
        assert.deepEqual(parse(withoutSecrets(STACK_FILE)), {
            config: {
                "aws:region": "eu-west-1",
                "compliance-platform:token": PLACEHOLDER,
                "compliance-platform:subscriptions": [{ protocol: "email", endpoint: PLACEHOLDER }],
            },
        });
    });

    it("tells of each secret among the platform's own settings, also inside a list", () => {
        assert.throws(() => refuseSecrets(STACK_FILE, "Pulumi.prod.yaml"), {
            message:
                /^Pulumi.prod.yaml: compliance-platform:token, compliance-platform:subscriptions .* would end as plain text/,
        });
        refuseSecrets(OF_A_PROVIDER, "Pulumi.prod.yaml");
    });

    describe("of a folder", () => {
        let folder: string;
        beforeEach(() => {
            folder = mkdtempSync(path.join(tmpdir(), "project-"));
            writeFileSync(path.join(folder, "Pulumi.yaml"), "name: test\n");
            writeFileSync(path.join(folder, "Pulumi.prod.yaml"), OF_A_PROVIDER);
        });
        afterEach(() => rmSync(folder, { recursive: true }));

        it("sees the same program beside the changed stack file", async () => {
            const project = await offlineProject(folder, "prod");
            assert.equal(readFileSync(path.join(project.workDir, "Pulumi.yaml"), "utf8"), "name: test\n");
            assert.match(readFileSync(path.join(project.workDir, "Pulumi.prod.yaml"), "utf8"), /offline-placeholder/);
            await project.remove();
        });

        it("sees another program of the folder as if it lay in the root, where the libraries are", async () => {
            mkdirSync(path.join(folder, "first"));
            writeFileSync(path.join(folder, "first", "Pulumi.yaml"), "name: first\nmain: index.ts\n");
            writeFileSync(path.join(folder, "first", "Pulumi.prod.yaml"), "config: { aws:region: eu-west-1 }\n");
            const project = await offlineProject(folder, "prod", "first");
            const file = (name: string) => parse(readFileSync(path.join(project.workDir, name), "utf8"));
            assert.deepEqual(file("Pulumi.yaml"), { name: "first", main: "first/index.ts" });
            assert.deepEqual(file("Pulumi.prod.yaml"), { config: { "aws:region": "eu-west-1" } });
            await project.remove();
        });

        it("leaves the project as it was and nothing of the copy", async () => {
            const project = await offlineProject(folder, "prod");
            await project.remove();
            assert.equal(readFileSync(path.join(folder, "Pulumi.prod.yaml"), "utf8"), OF_A_PROVIDER);
            assert.equal(existsSync(project.workDir), false);
            assert.equal(existsSync(fileURLToPath(project.backendUrl)), false);
        });
    });
});
