import assert from "node:assert/strict";
import { sendAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, makeQueue, queueArn, queueUrl, resource } from "../../support/resources.ts";

describe("correction tls-conditions", () => {
    itNeeds("tls-conditions", {
        behaviour: "applies a TLS-only policy as if the loopback were TLS",
        async observe({ clients }) {
            await makeQueue(clients, "tls-only");
            const policy = JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Deny",
                        Principal: "*",
                        Action: "sqs:*",
                        Resource: queueArn("tls-only"),
                        Condition: { Bool: { "aws:SecureTransport": "false" } },
                    },
                ],
            });
            await create(
                resource("aws:sqs/queuePolicy:QueuePolicy", "tls-only", { queueUrl: queueUrl("tls-only"), policy }),
                clients,
            );
            return sendAll(clients, "tls-only", ["hello"]).then(
                () => "sent",
                (error: Error) => error.name,
            );
        },
        expect: (seen) => assert.equal(seen, "sent"),
    });
});
