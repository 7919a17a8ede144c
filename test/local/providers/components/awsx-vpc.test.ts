import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Store } from "../../../../local/store/store.ts";
import { engineEnvironment } from "../../../../tools/engine-environment.mjs";
import { paths } from "../../../../tools/paths.mjs";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PROJECT = { name: "platform", main: "index.mjs", runtime: { name: "nodejs", options: { typescript: false } } };

const program = (args: string) => `
    import vpc from "@pulumi/awsx/ec2/vpc.js";
    import group from "@pulumi/aws/ec2/securityGroup.js";
    // As infra/network/detached-gateway.ts has it.
    const detached = ({ type, props: { vpcId, ...props }, opts }) =>
        type === "aws:ec2/internetGateway:InternetGateway" ? { props, opts } : undefined;
    const net = new vpc.Vpc("net", ${args}, { transforms: [detached] });
    new group.SecurityGroup("door", { vpcId: net.vpcId, tags: { subnets: net.isolatedSubnetIds.apply(String) } });
    const { vpcId, isolatedSubnetIds, privateSubnetIds, publicSubnetIds, routeTables, subnetLayout } = net;
    export { vpcId, isolatedSubnetIds, privateSubnetIds, publicSubnetIds, routeTables, subnetLayout };`;

const ISOLATED = `{ subnetStrategy: "Auto", subnetSpecs: [{ type: "Isolated", cidrMask: 22 }], tags: { owner: "us" } }`;

describe("awsx:ec2:Vpc under the real engine", () => {
    const folder = temporaryFolder();

    async function project(args: string) {
        const work = join(folder.path, "work");
        const state = join(folder.path, "state");
        await Promise.all([mkdir(work), mkdir(state)]);
        await symlink(paths.nodeModules, join(work, "node_modules"));
        await writeFile(join(work, "index.mjs"), program(args));
        await writeFile(join(work, "Pulumi.yaml"), JSON.stringify(PROJECT));
        await writeFile(join(work, "Pulumi.dev.yaml"), JSON.stringify({ config: { "aws:region": "eu-west-1" } }));
        const storeDir = join(folder.path, "store");
        const options = { standIn: true, backendUrl: pathToFileURL(state).href, storeDir };
        const env = engineEnvironment(options, process.env, { ...paths, pulumiHome: join(folder.path, "home") });
        const run = promisify(execFile);
        const pulumi = async (...options: string[]): Promise<string> => {
            const { stdout } = await run("pulumi", [...options, "--non-interactive"], { cwd: work, env });
            return stdout;
        };
        await pulumi("stack", "init", "dev");
        return { pulumi, stored: () => new Store(storeDir, "dev").list() };
    }

    it("creates the children of a network without a way out, hands out their ids, and takes all away again", async () => {
        const { pulumi, stored } = await project(ISOLATED);
        assert.match(await pulumi("preview"), /\+ 14 to create/);
        await pulumi("up", "--yes", "--skip-preview");

        const resources = await stored();
        const named = resources.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort();
        const perZone = ["RouteTable", "RouteTableAssociation", "Subnet"];
        assert.deepEqual(
            named,
            [
                "InternetGateway net",
                "SecurityGroup door",
                "Vpc net",
                ...perZone.flatMap((type) => [1, 2, 3].map((zone) => `${type} net-isolated-${zone}`)),
            ].sort(),
        );
        const one = (type: string, name: string) =>
            resources.find((resource) => resource.type.endsWith(`:${type}`) && resource.name === name);
        const vpc = one("Vpc", "net");
        const subnet = one("Subnet", "net-isolated-2");
        const { availabilityZone, cidrBlock, mapPublicIpOnLaunch, tags, vpcId } = subnet?.inputs ?? {};
        assert.deepEqual(
            { availabilityZone, cidrBlock, mapPublicIpOnLaunch, tags, vpcId },
            {
                availabilityZone: "eu-west-1b",
                cidrBlock: "10.0.64.0/22",
                mapPublicIpOnLaunch: false,
                tags: { Name: "net-isolated-2", SubnetType: "Isolated", owner: "us" },
                vpcId: vpc?.id,
            },
        );
        assert.deepEqual(one("InternetGateway", "net")?.inputs.tags, { Name: "net", owner: "us" });
        assert.equal(one("InternetGateway", "net")?.inputs.vpcId, undefined);
        const table = one("RouteTable", "net-isolated-2");
        const association = one("RouteTableAssociation", "net-isolated-2");
        assert.equal(association?.inputs.subnetId, subnet?.id);
        assert.equal(association?.inputs.routeTableId, table?.id);

        const outputs = JSON.parse(await pulumi("stack", "output", "--json"));
        const ids = [1, 2, 3].map((zone) => one("Subnet", `net-isolated-${zone}`)?.id);
        assert.equal(outputs.vpcId, vpc?.id);
        assert.deepEqual(outputs.isolatedSubnetIds, ids);
        assert.deepEqual([outputs.privateSubnetIds, outputs.publicSubnetIds], [[], []]);
        assert.equal(outputs.routeTables[1], table?.id);
        assert.deepEqual(outputs.subnetLayout, [{ type: "Isolated", cidrMask: 22 }]);
        assert.deepEqual(one("SecurityGroup", "door")?.inputs.tags, { subnets: ids.join() });

        await pulumi("up", "--yes", "--skip-preview", "--expect-no-changes");
        await pulumi("destroy", "--yes", "--skip-preview");
        assert.deepEqual(await stored(), []);
    });

    for (const [what, args, message] of [
        [
            "another strategy",
            `{ subnetSpecs: [{ type: "Isolated" }] }`,
            /does not know subnetStrategy Legacy; use Auto/,
        ],
        [
            "public subnets",
            `{ subnetStrategy: "Auto", subnetSpecs: [{ type: "Public" }] }`,
            /does not know public subnets/,
        ],
        [
            "NAT",
            `{ subnetStrategy: "Auto", subnetSpecs: [{ type: "Private" }] }`,
            /does not know private subnets with NAT/,
        ],
    ] as const) {
        it(`refuses ${what}, which it would not build as awsx does`, async () => {
            const { pulumi } = await project(args);
            await assert.rejects(pulumi("preview"), (error: { stdout: string; stderr: string }) => {
                assert.match(error.stdout + error.stderr, message);
                return true;
            });
        });
    }
});
