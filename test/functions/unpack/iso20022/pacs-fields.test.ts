import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mayHoldCardNumber } from "../../../../contract/values/card-number.ts";
import { digest } from "../../../../functions/unpack/iso20022/payment.ts";
import { CREDITOR, DEBTOR, document } from "../support/pacs.ts";
import { read, tokenOf, verdicts } from "../support/readers.ts";

/** Texts by the paths of their elements; `@Ccy` behind one is its currency. */
type Texts = Readonly<Record<string, string>>;
type Elements = Map<string, { text: string; currency: string; inner: Elements }>;

/** The elements that hold these texts. */
function xmlOf(texts: Texts): string {
    const root: Elements = new Map();
    for (const [path, text] of Object.entries(texts)) {
        const [names = "", attribute] = path.split("@");
        let at = { text: "", currency: "", inner: root };
        for (const name of names.split("/")) {
            const next = at.inner.get(name) ?? { text: "", currency: "", inner: new Map() };
            at.inner.set(name, next);
            at = next;
        }
        if (attribute === undefined) at.text = text;
        else at.currency = ` Ccy="${text}"`;
    }
    return written(root);
}
function written(elements: Elements): string {
    return [...elements]
        .map(([name, { text, currency, inner }]) => `<${name}${currency}>${text}${written(inner)}</${name}>`)
        .join("");
}

const PAYMENT: Texts = {
    "PmtId/TxId": "T1",
    IntrBkSttlmAmt: "10.50",
    "IntrBkSttlmAmt@Ccy": "USD",
    "DbtrAcct/Id/IBAN": DEBTOR,
    "CdtrAcct/Id/IBAN": CREDITOR,
};
const GROUP: Texts = { MsgId: "M1", CreDtTm: "2025-03-01T09:00:00Z" };
const without = (texts: Texts, ...paths: string[]): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)));

const readOf = (payment: Texts, group = GROUP) =>
    read(
        "iso20022",
        document(
            `<FIToFICstmrCdtTrf><GrpHdr>${xmlOf(group)}</GrpHdr><CdtTrfTxInf>${xmlOf(payment)}</CdtTrfTxInf></FIToFICstmrCdtTrf>`,
        ),
        { chunk: 100_000 },
    );
async function transactionOf(payment: Texts, group = GROUP) {
    const [outcome] = (await readOf(payment, group)).outcomes;
    assert.ok(outcome?.ok, JSON.stringify(outcome));
    return outcome.transaction;
}

const under = (parent: string, names: readonly string[]): string[] => names.map((name) => `${parent}/${name}`);
const INSTITUTION = ["BICFI", "BIC", "LEI", "ClrSysMmbId/MmbId", "ClrSysMmbId/Id", "Othr/Id", "PrtryId/Id", "Nm"];
/** Where the standard's versions identify an agent, the most precise first. */
const AGENT = [...under("FinInstnId", INSTITUTION), ...under("FinInstnId/CmbndId", INSTITUTION)];
/** Numbers that a bank gives as it likes. */
const PROPRIETARY = ["Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id"];
const ACCOUNT = ["Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id", "Prxy/Id"];
const ORGANISATION = ["AnyBIC", "BICOrBEI", "BIC", "BEI", "LEI", "Othr/Id", "PrtryId/Id", "BkPtyId", "TaxIdNb", "DUNS"];
const PERSON = ["Othr/Id", "OthrId/Id", "PsptNb", "NtlIdntyNb", "SclSctyNb", "TaxIdNb", "CstmrNb", "DrvrsLicNb"];

/** Each place with a text of its own, and what stands behind it in the order that counts. */
function eachFirst(paths: readonly string[]): { path: string; text: string; texts: Texts }[] {
    const texts = paths.map((path, index): [string, string] => [path, `A${index + 1}`]);
    return texts.map(([path, text], index) => {
        // An account's `Id` is a choice: a message that fills two of its forms is refused.
        const isOther = (other: string): boolean =>
            /Acct\/Id\//.test(other) && /Acct\/Id\//.test(path) && other !== path;
        const behind = texts.slice(index).filter(([other]) => !isOther(other));
        return { path, text, texts: Object.fromEntries(behind) };
    });
}

describe("the places that an ISO 20022 payment is read from", () => {
    for (const [party, field] of [
        ["Dbtr", "accountId"],
        ["Cdtr", "counterpartyId"],
    ] as const) {
        const places = [
            ...under(`${party}Acct`, ACCOUNT),
            ...under(`${party}/Id/OrgId`, ORGANISATION),
            ...under(`${party}/Id/PrvtId`, PERSON),
        ];
        const silent = { ...without(PAYMENT, `${party}Acct/Id/IBAN`), "Cdtr/PstlAdr/Ctry": "FR" };

        it(`say who the party is by the first that is filled: ${party}`, async () => {
            for (const { path, text, texts } of eachFirst(places)) {
                assert.equal((await transactionOf({ ...silent, ...texts }))[field], text, path);
            }
        });

        it(`say where the party's bank is named by the first that is filled: ${party}`, async () => {
            const account = { [`${party}Acct/Id/Othr/Id`]: "77" };
            for (const { path, text, texts } of eachFirst(under(`${party}Agt`, AGENT))) {
                const transaction = await transactionOf({ ...silent, ...account, ...texts });
                assert.equal(transaction[field], `${text}:77`, path);
            }
        });

        it(`say which account only counts together with its bank: ${party}`, async () => {
            for (const path of ACCOUNT) {
                const texts = { [`${party}Acct/${path}`]: "77", [`${party}Agt/FinInstnId/Nm`]: "Bank" };
                const expected = PROPRIETARY.includes(path) ? "BANK:77" : "77";
                assert.equal((await transactionOf({ ...silent, ...texts }))[field], expected, path);
            }
        });

        it(`tell a name by its bank where there is nothing else: ${party}`, async () => {
            const named = { ...silent, [`${party}/Nm`]: "Jane" };
            const ids = new Set<string>();
            for (const path of AGENT) {
                for (const bank of ["B1", "B2"]) {
                    const transaction = await transactionOf({ ...named, [`${party}Agt/${path}`]: bank });
                    assert.match(transaction[field], /^party-[0-9a-f]{32}$/);
                    ids.add(transaction[field]);
                }
            }
            assert.equal(ids.size, 2);
        });
    }

    it("tell who sent it by the instructing agent, else by the debtor's, wherever each is named", async () => {
        const idOf = async (texts: Texts) => (await transactionOf({ ...PAYMENT, ...texts })).id;
        const places = [...under("InstgAgt", AGENT), ...under("DbtrAgt", AGENT)];
        const none = await idOf({});
        for (const { path, text, texts } of eachFirst(places)) {
            const id = await idOf(texts);
            assert.equal(id, await idOf({ "InstgAgt/FinInstnId/BICFI": text }), path);
            assert.notEqual(id, none, path);
        }
    });

    it("tell one payment from another by each of its references", async () => {
        const ids = new Set<string>();
        for (const name of ["InstrId", "EndToEndId", "TxId", "UETR"]) {
            const texts = { ...without(PAYMENT, "PmtId/TxId"), [`PmtId/${name}`]: "R" };
            ids.add((await transactionOf(texts)).id);
        }
        ids.add((await transactionOf(without(PAYMENT, "PmtId/TxId"))).id);
        assert.equal(ids.size, 5);
    });

    it("say the country by the first that is filled, of the creditor before the debtor, and last by the currency", async () => {
        const countries: [path: string, text: string, country: string][] = [
            ["CdtrAcct/Id/IBAN", CREDITOR, "FR"],
            ["CdtrAgt/FinInstnId/BICFI", "AAAAESMM", "ES"],
            ["CdtrAgt/FinInstnId/BIC", "AAAAITMM", "IT"],
            ["CdtrAgt/FinInstnId/CmbndId/BIC", "AAAAPTPL", "PT"],
            ["Cdtr/PstlAdr/Ctry", "NL", "NL"],
            ["Cdtr/CtryOfRes", "be", "BE"],
            ["CdtrAgt/FinInstnId/PstlAdr/Ctry", "AT", "AT"],
            ["CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd", "CHBCC", "CH"],
            ["DbtrAgt/FinInstnId/BICFI", "AAAADKKK", "DK"],
            ["DbtrAgt/FinInstnId/BIC", "AAAASESS", "SE"],
            ["DbtrAgt/FinInstnId/CmbndId/BIC", "AAAAFIHH", "FI"],
            ["Dbtr/PstlAdr/Ctry", "PL", "PL"],
            ["Dbtr/CtryOfRes", "CZ", "CZ"],
            ["DbtrAgt/FinInstnId/PstlAdr/Ctry", "HU", "HU"],
            ["IntrBkSttlmAmt@Ccy", "USD", "US"],
        ];
        const silent = without(PAYMENT, "CdtrAcct/Id/IBAN", "IntrBkSttlmAmt@Ccy");
        for (const [index, [path, , country]] of countries.entries()) {
            const texts = Object.fromEntries(countries.slice(index).map(([at, text]) => [at, text]));
            const account = index === 0 ? {} : { "CdtrAcct/Id/Othr/Id": "1" };
            const payment = { ...silent, ...account, ...texts };
            assert.equal((await transactionOf(payment)).country, country, path);
        }
    });

    it("say the country by the next one where the first is none, which is told where no other is", async () => {
        const payment = { ...without(PAYMENT, "CdtrAcct/Id/IBAN"), "CdtrAcct/Id/Othr/Id": "1" };
        const clearing = { "CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd": "QQBCC" };
        assert.equal((await transactionOf({ ...payment, "Cdtr/PstlAdr/Ctry": "QQ" })).country, "US");
        const inEuros = { ...payment, "IntrBkSttlmAmt@Ccy": "EUR" };
        assert.deepEqual(verdicts(await readOf({ ...inEuros, "CdtrAgt/FinInstnId/BICFI": "AAAAQQMM" })), [
            "unknown-country",
        ]);
        // A clearing system's code is no statement of a country.
        assert.deepEqual(verdicts(await readOf({ ...inEuros, ...clearing })), ["missing-field"]);
    });

    it("say that it is instant, at the group's header and at the transaction alike", async () => {
        const places = [
            "PmtTpInf/LclInstrm/Cd",
            "PmtTpInf/LclInstrm/Prtry",
            "PmtTpInf/SvcLvl/Cd",
            "PmtTpInf/SvcLvl/Prtry",
            "PmtTpInf/ClrChanl",
            "SttlmInf/ClrSys/Cd",
            "SttlmInf/ClrSys/Prtry",
            "SttlmInf/ClrSys/ClrSysId",
        ];
        for (const path of places) {
            for (const [text, channel] of [
                ["inst", "instant"],
                ["SEPA  INST", "instant"],
                ["INSTX", "wire"],
                ["XINST", "wire"],
            ] as const) {
                assert.equal((await transactionOf({ ...PAYMENT, [path]: text })).channel, channel, path);
                assert.equal((await transactionOf(PAYMENT, { ...GROUP, [path]: text })).channel, channel, path);
            }
        }
    });

    it("say when it happened by its acceptance, else by its creation, at either level", async () => {
        const times = { AccptncDtTm: "2025-03-02T09:00:00Z", CreDtTm: "2025-03-03T09:00:00Z" };
        const group = without(GROUP, "CreDtTm");
        for (const { AccptncDtTm, CreDtTm } of [times, { ...times, CreDtTm: times.AccptncDtTm }]) {
            for (const [payment, header] of [
                [{ ...PAYMENT, AccptncDtTm, CreDtTm }, group],
                [PAYMENT, { ...group, AccptncDtTm, CreDtTm }],
            ] as const) {
                assert.equal((await transactionOf(payment, header)).occurredAt, "2025-03-02T09:00:00.000Z");
            }
        }
    });

    it("are what people are shown of one that is refused, each by its path", async () => {
        const shown: Texts = {
            "PmtId/TxId": "T1",
            IntrBkSttlmAmt: "no amount",
            "IntrBkSttlmAmt@Ccy": "USD",
            InstdAmt: "7.00",
            "InstdAmt@Ccy": "EUR",
            "DbtrAcct/Id/IBAN": DEBTOR,
            "DbtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd": "USABA",
            "Dbtr/Nm": "Jane",
            "Cdtr/Nm": "Joe",
        };
        const { contents } = await readOf({ ...shown, "Dbtr/Nm@Ccy": "EUR", "RmtInf/Ustrd": "rent" });
        assert.deepEqual(JSON.parse(contents[0] ?? ""), shown);
    });
});

describe("the account of an ISO 20022 payment", () => {
    const CARD = "4111111111111111";
    const silent = without(PAYMENT, "DbtrAcct/Id/IBAN");
    const accountOf = async (account: string, texts: Texts = {}): Promise<string> =>
        (await transactionOf({ ...silent, "DbtrAcct/Id/Othr/Id": account, ...texts })).accountId;
    const bank = (name: string): Texts => ({ "DbtrAgt/FinInstnId/BICFI": name });

    it("loses its blanks", async () => assert.equal(await accountOf("0012 34 5"), "0012345"));

    it("is a digest of its own where it holds what no identifier may", async () => {
        const [one, other] = [await accountOf("A(1)+2"), await accountOf("A(1)+3")];
        assert.match(one, /^account-[0-9a-f]{32}$/);
        assert.notEqual(one, other);
    });

    it("is refused where it is written in letters that look alike, wherever they stand", async () => {
        for (const account of ["A\u0410", "A(\u0410", "\u0410A"]) {
            const payment = { ...silent, "DbtrAcct/Id/Othr/Id": account };
            assert.deepEqual(verdicts(await readOf(payment)), ["invalid-identifier"], account);
        }
    });

    it("is its token where it is a card number, at whatever bank and whatever is written around it", async () => {
        const token = tokenOf(CARD);
        assert.equal(await accountOf(CARD, bank("AAAADEFF")), token);
        assert.equal(await accountOf("4111 1111 1111 1111"), token);
        assert.equal(await accountOf(`card (${CARD}), main`), `card${token}main`);
    });

    it("goes with its bank, whose head office is the bank", async () => {
        for (const [name, expected] of [
            ["AAAADEFFXXX", "AAAADEFF"],
            ["aaaadeffxxx", "AAAADEFF"],
            ["AAAADEFFXXX1", "AAAADEFFXXX1"],
            ["1AAAADEFFXXX", "1AAAADEFFXXX"],
            ["AAAADEFF123", "AAAADEFF123"],
        ] as const) {
            assert.equal(await accountOf("77", bank(name)), `${expected}:77`);
        }
    });
});

/** Whose digest holds digits that read as a card number. */
const CHANCE = "41";

describe("what tells an ISO 20022 payment from another", () => {
    const outcomesOf = async (...payments: Texts[]) => {
        const transfers = payments.map((payment) => `<CdtTrfTxInf>${xmlOf(payment)}</CdtTrfTxInf>`).join("");
        const file = document(`<FIToFICstmrCdtTrf><GrpHdr>${xmlOf(GROUP)}</GrpHdr>${transfers}</FIToFICstmrCdtTrf>`);
        return (await read("iso20022", file)).outcomes.map((outcome) => {
            assert.ok(outcome.ok);
            return { id: outcome.transaction.id, tokenised: outcome.tokenised };
        });
    };
    const held = { ...without(PAYMENT, "DbtrAcct/Id/IBAN"), "Dbtr/Nm": "4111 1111 1111 1111" };

    it("is a digest of what identifies it, the same from one release to the next", async () => {
        const [first] = await outcomesOf(PAYMENT);
        // Sender and message, its own references, what is paid, by whom and to whom.
        const parts = ["", "M1", "", "", "T1", "", "USD", "10.50", DEBTOR, CREDITOR];
        const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
        assert.equal(first?.id, `iso20022:${hash}`);
    });

    it("is its place among those that say the same", async () => {
        const other = { ...PAYMENT, "PmtId/TxId": "T2" };
        const all = await outcomesOf(PAYMENT, PAYMENT, other, PAYMENT, other, held, held);
        assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
        // The first of them is what it would be alone.
        const [[alone], [heldAlone]] = [await outcomesOf(PAYMENT), await outcomesOf(held)];
        assert.deepEqual([all[0], all[5]], [alone, heldAlone]);
    });

    it("tells of a card number where it holds one, and only then", async () => {
        const all = await outcomesOf(PAYMENT, held, { ...PAYMENT, "PmtId/EndToEndId": "4111111111111111" });
        assert.deepEqual(
            all.map(({ tokenised }) => tokenised),
            [false, true, true],
        );
    });

    it("is a digest that never reads as a card number itself", () => {
        const plain = createHash("sha256")
            .update(JSON.stringify([CHANCE]))
            .digest("hex")
            .slice(0, 32);
        assert.ok(mayHoldCardNumber(plain));
        assert.equal(digest([CHANCE]), digest([plain]));
        assert.ok(!mayHoldCardNumber(digest([CHANCE])));
    });
});

describe("an element that stands twice in an ISO 20022 payment", () => {
    const payment = xmlOf(PAYMENT);
    const twice = async (path: string): Promise<string[]> => {
        const [element = "", ...outer] = path.split("/").reverse();
        const inner = `<${element}><Cd>SEPA</Cd></${element}>`.repeat(2);
        const xml = outer.reduce((all, name) => `<${name}>${all}</${name}>`, inner);
        const file = document(
            `<FIToFICstmrCdtTrf><GrpHdr>${xmlOf(GROUP)}</GrpHdr><CdtTrfTxInf>${payment}${xml}</CdtTrfTxInf></FIToFICstmrCdtTrf>`,
        );
        return verdicts(await read("iso20022", file));
    };

    for (const path of [
        "PmtTpInf/SvcLvl",
        "Dbtr/Id/PrvtId",
        "Cdtr/Id/PrvtId",
        "Dbtr/Id/OrgId/Othr",
        "Cdtr/Id/OrgId/Othr",
    ]) {
        it(`may, where the standard allows it: ${path}`, async () => assert.deepEqual(await twice(path), ["ok"]));
    }
    for (const path of ["PmtTpInf", "PmtTpInf/LclInstrm", "Dbtr/Id/OrgId", "SttlmInf/ClrSys", "DbtrAgt/FinInstnId"]) {
        it(`makes the payment one to refuse everywhere else: ${path}`, async () =>
            assert.deepEqual(await twice(path), ["malformed-row"]));
    }
});
