import assert from "node:assert/strict";
import type { ResourceTransform } from "@pulumi/pulumi";
import { Callbacks } from "../../../local/in-process/callbacks.ts";
import { construct } from "../../../local/in-process/construct.ts";
import { Deployment } from "../../../local/in-process/deployment.ts";
import { PLAIN, type Wanted } from "../../../local/in-process/resources.ts";

const GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const NETWORK: Wanted = {
    ...PLAIN,
    type: "awsx:ec2:Vpc",
    name: "net",
    parent: "",
    custom: false,
    version: "3.9.0",
    inputs: { subnetStrategy: "Auto", subnetSpecs: [{ type: "Isolated", cidrMask: 20 }], numberOfAvailabilityZones: 1 },
};

async function gatewayOf(...transforms: ResourceTransform[]) {
    const run = new Deployment({ stack: "dev", project: "p", config: { "aws:region": "eu-west-1" } });
    await construct(run, NETWORK, () => "7.48.0", transforms);
    const { inputs, propertyDependencies } = run.resources.find(({ type }) => type === GATEWAY) ?? {};
    const { attached } = (inputs?.tags ?? {}) as Record<string, unknown>;
    return { vpcId: typeof inputs?.vpcId, attached, depends: Object.keys(propertyDependencies ?? {}) };
}

const without: ResourceTransform = ({ type, props: { vpcId, ...props }, opts }) =>
    type === GATEWAY ? { props, opts } : undefined;

describe("a component that is constructed in process", () => {
    it("has children as its provider makes them", async () => {
        assert.deepEqual(await gatewayOf(), { vpcId: "string", attached: undefined, depends: ["vpcId"] });
    });

    it("has them as its transforms leave them, one after the other", async () => {
        const marked: ResourceTransform = ({ type, props, opts }) =>
            type === GATEWAY ? { props: { ...props, tags: { attached: String("vpcId" in props) } }, opts } : undefined;
        assert.deepEqual(await gatewayOf(without), { vpcId: "undefined", attached: undefined, depends: [] });
        assert.equal((await gatewayOf(without, marked)).attached, "false");
        assert.equal((await gatewayOf(marked, without)).attached, "true");
    });

    it("finds a transform by the token under which the program left it, and no other", async () => {
        const callbacks = new Callbacks();
        const left = [await callbacks.registerTransform(without), await callbacks.registerTransform(() => undefined)];
        assert.equal(callbacks.transformsOf(left)[0], without);
        callbacks.shutdown();
        assert.throws(() => callbacks.transformsOf(left), /nobody registered the callback 0/);
    });
});
