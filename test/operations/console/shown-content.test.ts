import assert from "node:assert/strict";
import { shownContent } from "../../../operations/console/shown-content.ts";

describe("what is shown of a refused row", () => {
    for (const { title, content, shown } of [
        {
            title: "keeps what was wrong",
            content: '{"amountMinor":-5,"currency":"EURO"}',
            shown: '{"amountMinor":-5,"currency":"EURO"}',
        },
        {
            title: "leaves out names and addresses of ISO 20022",
            content: '{"Dbtr/Nm":"Rosa Lornova","Cdtr/PstlAdr/StrtNm":"Long Road","IntrBkSttlmAmt":"5.00"}',
            shown: '{"Dbtr/Nm":"…","Cdtr/PstlAdr/StrtNm":"…","IntrBkSttlmAmt":"5.00"}',
        },
        {
            title: "leaves out names in members of other messages",
            content: '{"customerName": "Rosa \\"R\\" Lornova","email":"rosa@example.com"}',
            shown: '{"customerName":"…","email":"…"}',
        },
        { title: "leaves out a name that is cut open", content: '{"Dbtr/Nm":"Rosa Lor', shown: '{"Dbtr/Nm":"…"' },
        {
            title: "keeps the ends of an IBAN only",
            content: "T1;DE63135354791188268137;5,00",
            shown: "T1;DE63…8137;5,00",
        },
    ]) {
        it(title, () => assert.equal(shownContent(content), shown));
    }
});
