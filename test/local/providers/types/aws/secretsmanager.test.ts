import { secret } from "../../../../../local/store/signatures.ts";
import { adds, refuses, UUID } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";

describe("the table of secretsmanager", () => {
    adds([
        {
            type: "aws:secretsmanager/secret:Secret",
            inputs: { name: "warehouse" },
            id: new RegExp(`^arn:aws:secretsmanager:${HERE}:secret:warehouse-[0-9a-f]{6}$`),
            outputs: { recoveryWindowInDays: 30 },
        },
        {
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            inputs: { secretId: "arn:s", secretString: "not marked by the program" },
            id: new RegExp(`^arn:s\\|${UUID.source}$`),
            outputs: { secretString: secret("not marked by the program") },
        },
    ]);

    refuses([
        {
            type: "aws:secretsmanager/secret:Secret",
            good: { recoveryWindowInDays: 0 },
            bad: [[{ recoveryWindowInDays: 3 }, "recoveryWindowInDays must be 0 or from 7 to 30 days, got 3"]],
        },
    ]);
});
