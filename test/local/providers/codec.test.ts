import assert from "node:assert/strict";
import { decode, encode } from "../../../local/providers/values/codec.ts";
import { plainProperties } from "../../../local/providers/values/plain.ts";
import {
    ARCHIVE,
    ASSET,
    OUTPUT,
    RESOURCE_REFERENCE,
    SIGNATURE,
    secret,
    UNKNOWN,
} from "../../../local/store/signatures.ts";
import type { Properties } from "../../../local/store/value.ts";

const UNKNOWN_NUMBER = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";
const through = (properties: Properties): Properties => decode(encode(properties));

describe("property values on the wire", () => {
    it("come through as they are: plain ones, secrets, assets, archives and references to resources", () => {
        const properties = {
            plain: [null, true, 1.5, "text", { nested: [] }],
            password: secret({ user: "x" }),
            asset: { [SIGNATURE]: ASSET, hash: "1", text: "t" },
            archive: { [SIGNATURE]: ARCHIVE, hash: "2", path: "/a.zip" },
            role: { [SIGNATURE]: RESOURCE_REFERENCE, urn: "urn:pulumi:a::b::c:d:E::f", id: "f" },
        };
        assert.deepEqual(through(properties), properties);
    });

    it("have one mark for all unknowns", () => {
        assert.deepEqual(through({ list: [UNKNOWN_NUMBER] }), { list: [UNKNOWN] });
    });

    it("lose what output values say besides value and secrecy", () => {
        const output = (rest: Properties): Properties => ({ [SIGNATURE]: OUTPUT, dependencies: ["urn"], ...rest });
        assert.deepEqual(
            through({
                known: output({ value: { a: output({ value: 1 }) } }),
                hidden: output({ value: "x", secret: true }),
            }),
            { known: { a: 1 }, hidden: secret("x") },
        );
        assert.deepEqual(through({ unknown: output({}), both: output({ secret: true }) }), {
            unknown: UNKNOWN,
            both: secret(UNKNOWN),
        });
    });

    it("are plain for the tables, however deep the secret", () => {
        assert.deepEqual(plainProperties({ list: [secret({ a: secret("x") })] }), { list: [{ a: "x" }] });
    });
});
