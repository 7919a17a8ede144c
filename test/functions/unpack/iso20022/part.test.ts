import assert from "node:assert/strict";
import { Part } from "../../../../functions/unpack/iso20022/part.ts";

type Content = string | { [name: string]: Content | Content[] };

/** Reads elements as they stand within a transaction; what begins with `?` is of another namespace. */
function partOf(content: Content, most = 100): Part {
    const part = new Part("CdtTrfTxInf", 3, 0, most);
    const read = (inner: Content): void => {
        if (typeof inner === "string") {
            part.add(inner);
            return;
        }
        for (const [name, one] of Object.entries(inner)) {
            for (const each of Array.isArray(one) ? one : [one]) {
                const [, element = "", currency] = /^([^@]*)(?:@(.*))?$/.exec(name) ?? [];
                if (element === "text") {
                    read(each);
                    continue;
                }
                part.open(element.startsWith("?") ? null : element, currency);
                read(each);
                part.close();
            }
        }
    };
    read(content);
    part.end();
    return part;
}
const textsOf = (content: Content, most?: number) => Object.fromEntries(partOf(content, most).texts);

describe("a transaction while it is read", () => {
    it("keeps the texts that are read, by their paths, without the blanks around them", () => {
        const content = { PmtId: { TxId: " 1\n", EndToEndId: "2" }, "IntrBkSttlmAmt@EUR": "3.50", MsgId: "4" };
        const texts = {
            "PmtId/TxId": "1",
            "PmtId/EndToEndId": "2",
            "IntrBkSttlmAmt@Ccy": "EUR",
            IntrBkSttlmAmt: "3.50",
            MsgId: "4",
        };
        assert.deepEqual(textsOf(content), texts);
        assert.equal(partOf(content).fault, null);
    });

    it("reads past everything else, wherever it stands and whatever it holds", () => {
        const content = {
            RmtInf: { Ustrd: "x", "IntrBkSttlmAmt@USD": "9" },
            "?IntrBkSttlmAmt@USD": { text: "9", MsgId: "9" },
            PmtId: { "?TxId": "9", Nm: { TxId: "9" } },
            TxId: "9",
        };
        assert.deepEqual(textsOf(content), {});
        assert.equal(partOf(content).fault, null);
    });

    it("keeps no empty text and no empty currency", () => {
        assert.deepEqual(textsOf({ "IntrBkSttlmAmt@": " \n", MsgId: "" }), {});
    });

    it("joins what the standard allows more than once", () => {
        const content = { PmtTpInf: { SvcLvl: [{ Cd: "SDVA" }, { Cd: "" }, { Cd: "INST" }] } };
        assert.deepEqual(textsOf(content), { "PmtTpInf/SvcLvl/Cd": "SDVA INST" });
        assert.equal(partOf(content).fault, null);
    });

    const faults: [string, Content, string, Record<string, string>][] = [
        ["an element twice", { MsgId: ["1", "2"] }, "MsgId stands twice", { MsgId: "1" }],
        [
            "an element twice that leads to others",
            { PmtId: [{ TxId: "1" }, { InstrId: "2" }] },
            "PmtId stands twice",
            { "PmtId/TxId": "1", "PmtId/InstrId": "2" },
        ],
        ["an element within a text", { MsgId: { text: "1", Cd: "2" } }, "MsgId holds an element", {}],
        ["a foreign one within a text", { MsgId: { "?Cd": "2" } }, "MsgId holds an element", {}],
        [
            "a text beside elements",
            { PmtId: { TxId: "1", text: "x" } },
            "text stands between the elements of PmtId",
            { "PmtId/TxId": "1" },
        ],
        [
            "a text before an element",
            { PmtId: { text: "x", TxId: "1" } },
            "text stands between the elements of PmtId",
            { "PmtId/TxId": "1" },
        ],
        [
            "a text of its own",
            { MsgId: "1", text: "x" },
            "text stands between the elements of CdtTrfTxInf",
            { MsgId: "1" },
        ],
        [
            "a text of its own before an element",
            { text: "x", MsgId: "1" },
            "text stands between the elements of CdtTrfTxInf",
            { MsgId: "1" },
        ],
    ];
    for (const [title, content, fault, texts] of faults) {
        it(`is wrong with ${title}, and keeps what came first`, () => {
            const part = partOf(content);
            assert.equal(part.fault, fault);
            assert.deepEqual(Object.fromEntries(part.texts), texts);
        });
    }

    it("tells of its first fault", () => {
        assert.equal(
            partOf({ PmtId: { text: "x" }, MsgId: ["1", "2"] }).fault,
            "text stands between the elements of PmtId",
        );
    });

    it("keeps no more characters than there is room for", () => {
        assert.deepEqual(textsOf({ MsgId: "12345", PmtId: { TxId: "67890", InstrId: "1" } }, 10), {
            MsgId: "12345",
            "PmtId/TxId": "67890",
        });
        assert.deepEqual(textsOf({ MsgId: "12345", PmtId: { TxId: "678901" } }, 10), { MsgId: "12345" });
    });
});
