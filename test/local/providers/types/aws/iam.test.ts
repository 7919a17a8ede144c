import { adds, refuses } from "../../support/type-tests.ts";

const statement = '{"Version":"2012-10-17","Statement":[]}';

describe("the table of iam", () => {
    adds([
        {
            type: "aws:iam/role:Role",
            inputs: { name: "screen", path: "/platform/", assumeRolePolicy: statement },
            id: "screen",
            outputs: { arn: "arn:aws:iam::111122223333:role/platform/screen", maxSessionDuration: 3600 },
        },
        {
            type: "aws:iam/rolePolicy:RolePolicy",
            inputs: { name: "grants", role: "screen", policy: statement },
            id: "screen:grants",
            outputs: { name: "grants" },
        },
    ]);

    refuses([
        {
            type: "aws:iam/role:Role",
            good: { assumeRolePolicy: statement },
            bad: [
                [{ assumeRolePolicy: "{" }, "assumeRolePolicy is not a JSON object"],
                [{ maxSessionDuration: 60 }, "maxSessionDuration must"],
                [{ path: "platform" }, "path must be a path that begins and ends with /"],
            ],
        },
        {
            type: "aws:iam/rolePolicy:RolePolicy",
            good: { role: "r", policy: statement },
            bad: [
                [{ policy: JSON.stringify({ Id: "x".repeat(10_240) }) }, "policy must have at most 10240 characters"],
            ],
        },
    ]);
});
