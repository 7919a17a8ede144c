import assert from "node:assert/strict";
import { request } from "node:http";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";

describe("correction api-addresses", () => {
    itNeeds("api-addresses", {
        behaviour: "knows an API by an address of ten letters, as AWS gives them",
        async observe({ clients }) {
            const api = { name: "ten", protocolType: "HTTP" };
            await create(resource("aws:apigatewayv2/api:Api", "ten", api, "0123456789"), clients);
            const { hostname, port } = new URL(clients.endpoint);
            const host = `0123456789.execute-api.localhost:${port}`;
            return new Promise<string>((resolve, reject) => {
                const asked = request({ hostname, port, path: "/nowhere", headers: { host } }, async (response) => {
                    let text = "";
                    for await (const part of response) text += part;
                    resolve(text);
                });
                asked.on("error", reject);
                asked.end();
            });
        },
        expect: (seen) => assert.deepEqual(JSON.parse(seen), { message: "Not Found" }),
    });
});
