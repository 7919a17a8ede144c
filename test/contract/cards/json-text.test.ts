import assert from "node:assert/strict";
import { jsonHoldsCardNumber, maskJson } from "../../../contract/cards/json-text.ts";

const VISA = "4539578763621486";
const MASKED = "453957******1486";

describe("a card number in JSON", () => {
    const cases: { title: string; json: string; masked: string }[] = [
        { title: "is a text", json: `{"a":"${VISA}"}`, masked: `{"a":"${MASKED}"}` },
        { title: "is a part of a text", json: `["no ${VISA}."]`, masked: `["no ${MASKED}."]` },
        { title: "is a name", json: `{"${VISA}":1}`, masked: `{"${MASKED}":1}` },
        { title: "is a number, which then is a text", json: `[${VISA},1]`, masked: `["${MASKED}",1]` },
        { title: "is a negative number", json: `[-${VISA}]`, masked: `["${MASKED}"]` },
        { title: "is a number with an exponent", json: "[4.539578763621486e15]", masked: `["${MASKED}"]` },
        { title: "is behind escapes", json: '{"a":"\\u0034539578763621486\\n"}', masked: `{"a":"${MASKED}\\n"}` },
        {
            title: "has escapes among its digits",
            json: '["453\\u0039578\\u0037636\\u0032148\\u0036"]',
            masked: `["${MASKED}"]`,
        },
        { title: "is behind a quote", json: `{"a":"\\"${VISA}"}`, masked: `{"a":"\\"${MASKED}"}` },
        { title: "is of full-width digits", json: '["４５３９５７８７６３６２１４８６"]', masked: `["${MASKED}"]` },
        { title: "is the whole of it", json: VISA, masked: `"${MASKED}"` },
        { title: "is in a text that does not end", json: `{"a":"${VISA}`, masked: `{"a":"${MASKED}"` },
        { title: "is in a text that ends with an escape", json: `{"a":"${VISA}\\`, masked: `{"a":"\\"${MASKED}\\\\"` },
    ];
    for (const { title, json, masked } of cases) {
        it(title, () => {
            assert.equal(jsonHoldsCardNumber(json), true);
            assert.equal(maskJson(json), masked);
        });
    }

    const free = [
        ...[
            '["45395787","63621486"]',
            "[45395787,63621486]",
            '{"45395787":63621486}',
            "[0.4539578763621486]",
            "{}",
            "",
        ],
        ...["[1e15]", "[1,-2,3.5]", '["x","\\\\",true,null]', '["é"]', '["4539\\",\\"5787x6362"]', "45395787-63621487"],
    ];
    for (const json of free) {
        it(`is none in ${json}, which stays as it is`, () => {
            assert.equal(jsonHoldsCardNumber(json), false);
            assert.equal(maskJson(json), json);
        });
    }
});
