import assert from "node:assert/strict";
import * as contract from "../../../contract/files/supplementary.ts";
import { SUPPLEMENTARY_SETS } from "../../../infra/exchange/supplementary-sets.ts";

describe("the supplementary sets", () => {
    it("are the same for the infrastructure and for the functions", () => {
        assert.deepEqual([...SUPPLEMENTARY_SETS], Object.keys(contract.SUPPLEMENTARY_SETS));
    });
});
