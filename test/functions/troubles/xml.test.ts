import { pacs, transfer } from "./support/files.ts";
import { NOTHING, type Trouble, tells, utf16 } from "./support/tells.ts";

const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const refusedBomb = {
    ...NOTHING,
    fault: "forbidden-xml: the file declares a document type or entities (before its first row)",
};

const troubles: Trouble[] = [
    {
        title: "an entity bomb is refused before an entity is read",
        file: pacs(transfer("T1", { amount: "&b;" }), bomb),
        expected: refusedBomb,
    },
    {
        title: "an entity bomb in UTF-16 is refused likewise",
        file: utf16(pacs(transfer("T1"), bomb).replace("UTF-8", "UTF-16")),
        expected: refusedBomb,
    },
    {
        title: "an entity bomb in UTF-16BE is refused likewise",
        file: utf16(pacs(transfer("T1"), bomb)).swap16(),
        expected: refusedBomb,
    },
    {
        title: "an external entity is refused, and nothing is fetched",
        file: pacs(transfer("T1", { amount: "&x;" }), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        expected: refusedBomb,
    },
    {
        title: "an external document type is refused, and nothing is fetched",
        file: pacs(transfer("T1"), '<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd">'),
        expected: refusedBomb,
    },
    {
        title: "a parameter entity is refused",
        file: pacs(transfer("T1"), '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>'),
        expected: refusedBomb,
    },
    {
        title: "a character that XML forbids is refused where it stands, and the rows before it stand",
        file: pacs(`${transfer("T1")}<X>&#0;</X>`),
        expected: {
            refused: [],
            fault: "unreadable-file: the file is not well-formed: malformed character entity. (after row 1)",
        },
    },
];

tells("an XML file", "iso20022", troubles);
