import assert from "node:assert/strict";
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SecretsManagerVersions } from "../../../functions/migrate/secret-versions.ts";

/** Secrets Manager with one answer; what it was asked. */
function versionsOn(answer: object | Error) {
    const asked: object[] = [];
    const client = {
        async send({ input }: { input: object }) {
            asked.push(input);
            if (answer instanceof Error) throw answer;
            return answer;
        },
    } as unknown as Pick<SecretsManagerClient, "send">;
    return { versions: new SecretsManagerVersions(client, "arn:secret"), asked };
}

describe("the versions of a secret", () => {
    it("tell which one readers get, in a new secret none", async () => {
        const VersionIdsToStages = { one: ["AWSPREVIOUS"], two: ["AWSCURRENT"], three: ["AWSPENDING"] };
        assert.equal(await versionsOn({ VersionIdsToStages }).versions.current(), "two");
        assert.equal(await versionsOn({}).versions.current(), undefined);
    });

    it("take a value that readers do not get yet", async () => {
        const { versions, asked } = versionsOn({ VersionId: "three" });
        assert.equal(await versions.propose({ username: "u" }), "three");
        assert.deepEqual(asked, [
            { SecretId: "arn:secret", SecretString: '{"username":"u"}', VersionStages: ["AWSPENDING"] },
        ]);
    });

    it("give it to readers only if the current one is still that of before", async () => {
        const { versions, asked } = versionsOn({});
        await versions.promote("three", "two");
        assert.deepEqual(asked, [
            {
                SecretId: "arn:secret",
                VersionStage: "AWSCURRENT",
                MoveToVersionId: "three",
                RemoveFromVersionId: "two",
            },
        ]);
        const moved = Object.assign(new Error("moved"), { name: "InvalidParameterException" });
        await assert.rejects(versionsOn(moved).versions.promote("three", "two"), { name: "OvertakenError" });
        const denied = Object.assign(new Error("no"), { name: "AccessDeniedException" });
        await assert.rejects(versionsOn(denied).versions.promote("three", "two"), denied);
    });
});
