import assert from "node:assert/strict";
import { subnetLayout } from "../../../../local/providers/components/subnet-layout.ts";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

const blocks = (...args: Parameters<typeof subnetLayout>) => subnetLayout(...args).map(({ cidrBlock }) => cidrBlock);

describe("the layout of subnets", () => {
    it("names each subnet by network, spec and number of its zone", () => {
        assert.deepEqual(subnetLayout("net", "10.0.0.0/16", ZONES.slice(0, 2), [{ type: "Isolated" }]), [
            { name: "net-isolated-1", type: "Isolated", zone: "eu-west-1a", cidrBlock: "10.0.0.0/17" },
            { name: "net-isolated-2", type: "Isolated", zone: "eu-west-1b", cidrBlock: "10.0.128.0/17" },
        ]);
        const [named] = subnetLayout("net", "10.0.0.0/16", ZONES, [{ type: "Isolated", name: "data" }]);
        assert.equal(named?.name, "net-data-1");
    });

    it("gives three zones a quarter each, since blocks are powers of two", () => {
        assert.deepEqual(blocks("net", "10.0.0.0/16", ZONES, [{ type: "Isolated" }]), [
            "10.0.0.0/18",
            "10.0.64.0/18",
            "10.0.128.0/18",
        ]);
    });

    it("starts each zone with a block of the given size", () => {
        assert.deepEqual(blocks("net", "10.0.0.0/16", ZONES, [{ type: "Isolated", cidrMask: 22 }]), [
            "10.0.0.0/22",
            "10.0.64.0/22",
            "10.0.128.0/22",
        ]);
        assert.deepEqual(blocks("net", "10.0.0.0/16", ZONES, [{ type: "Isolated" }], 24), [
            "10.0.0.0/24",
            "10.0.1.0/24",
            "10.0.2.0/24",
        ]);
    });

    it("aligns a larger subnet that follows a smaller one", () => {
        const specs = [
            { type: "Private", cidrMask: 24 },
            { type: "Isolated", cidrMask: 20 },
        ];
        assert.deepEqual(blocks("net", "10.0.0.0/16", ["eu-west-1a"], specs), ["10.0.0.0/24", "10.0.16.0/20"]);
    });

    it("refuses what does not fit, and what is no block", () => {
        const specs = [{ type: "Isolated", cidrMask: 17 }];
        assert.throws(() => blocks("net", "10.0.0.0/16", ZONES, specs), /32768 addresses do not fit into the 16384/);
        assert.throws(() => blocks("net", "10.0.0/16", ZONES, specs), /cidrBlock must be a block.*got "10.0.0\/16"/);
    });
});
