import assert from "node:assert/strict";
import { asText, check } from "../../../operations/exceptions/check.ts";
import { asList } from "../../../operations/exceptions/list-text.ts";
import { type Judged, look } from "../../../operations/exceptions/looked.ts";
import { exception, yaml } from "../../support/exceptions.ts";
import { DAY, finding, judged } from "./support.ts";

const urn = "urn:pulumi:prod::p::compliance:platform:Platform$compliance:storage:Store$aws:s3/bucket:Bucket::landing";
const long = exception({
    id: "EX-2026-with-a-name-that-has-no-room",
    resource: urn,
    reason: "A reason that goes on for more than one line of a terminal, because people explain themselves in full",
});
const stack = judged([finding({ urn, status: "excepted" })]);
const list = (text: string, ...stacks: Judged[]) => asList(look(text, stacks, DAY));

function assertFits(text: string): void {
    assert.deepEqual(
        text.split("\n").filter((line) => line.length > 80),
        [],
    );
}

describe("the list of exceptions", () => {
    it("says of each what it is, whose, why, until when and whether it is needed, within 80 columns", () => {
        const text = list(yaml(long, exception({ expires: "2026-02-28" })), stack);
        assertFits(text);
        assert.match(text, /^2 exceptions as of 2026-03-01\n\nexception +rule +ends +days +needed +state\n/);
        assert.match(text, /\nEX-2026-with-a-na… +s3-access-logged +2026-06-30 +121 +yes +holds\n/);
        assert.match(text, /\n {2}resource {2}aws:s3\/bucket:Bucket::landing in prod\n/);
        assert.match(text, /\n {2}owner {5}ada@example\.com, approved by grace@example\.com on 2026-02-01\n/);
        assert.match(text, /\n {2}reason {4}A reason that goes on .*\n {12}\S.* \(RISK-1\)\n/);
        assert.match(text, /\nEX-1 +s3-access-logged +2026-02-28 +-1 +yes +ended\n/);
    });

    it("says what nothing reports any more, what waits for whom, and what is wrong", () => {
        assert.match(
            list(yaml(exception()), judged([])),
            / no +holds\n[\s\S]*accepts {3}logging, which nothing reports any more\n/,
        );
        assert.match(list(yaml(exception({ approved: "pending" })), stack), /to be approved by grace@example\.com\n/);
        assert.match(
            list(yaml({ id: "EX-9" }), stack),
            /\nEX-9 +\? +\? +\? +no +faulty\n[\s\S]*wrong {5}lacks rule, resource/,
        );
    });

    it("says when there is none, and never so of a file that cannot be read", () => {
        assert.equal(list("[]"), "No exceptions: nothing is accepted.\n");
        assert.match(list("a: 1"), /^policies\/exceptions\.yaml is not a list of exceptions\.\n$/);
    });

    it("says of which stack nobody knows what is needed", () => {
        const text = list(yaml(exception()), judged([], { error: "Error: a bracket\nmore" }));
        assert.match(text, / \? +holds\n[\s\S]*\nprod could not be judged: Error: a bracket\n$/);
    });
});

describe("what the check says", () => {
    const said = (text: string, ...stacks: Judged[]) => asText(check(look(text, stacks, DAY), 14));

    it("is one line when all is in order", () => {
        assert.equal(said(yaml(exception()), judged([finding()])), "1 exception as of 2026-03-01: in order.\n");
    });

    it("is what to do about each kind of trouble, within 80 columns", () => {
        const text = said(
            yaml(
                exception({ id: "A", reason: "" }),
                exception({ id: "B", expires: "2026-02-28" }),
                exception({ id: "C", approved: "pending" }),
                exception({ id: "D", finding: "policy" }),
                exception({ id: "E", expires: "2026-03-05" }),
            ),
            judged([finding()]),
        );
        assertFits(text);
        assert.match(
            text,
            /^Wrong in the file: correct it, until then these accept nothing\n {2}A lacks reason\n\nEnded: /,
        );
        assert.match(text, /\n {2}B: s3-access-logged, of ada@example\.com, ended on 2026-02-28\n\nNot approved: /);
        assert.match(text, /\n {2}C: s3-access-logged, asked of grace@example\.com\n\nOf no use: /);
        assert.match(text, /\n {2}D: s3-access-logged, of .*\n\nEnd within 14 days: /);
        assert.match(
            text,
            /\n {2}E: .*, ends on 2026-03-05, 4 days left\n\n5 exceptions as of 2026-03-01: see above\.\n$/,
        );
    });
});
