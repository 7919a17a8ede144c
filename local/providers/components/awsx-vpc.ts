import { isObject, type Properties, type Value } from "../../store/value.ts";
import type { Component } from "./component.ts";
import { type Registered, type Registrar, reference } from "./registrar.ts";
import { type Subnet, type SubnetSpec, subnetLayout } from "./subnet-layout.ts";

/** Arguments that awsx hands on to the network as they are. */
const HANDED_ON = ["enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics", "instanceTenancy"];

interface MadeSubnet {
    readonly type: string;
    readonly subnet: Registered;
    readonly table: Registered;
    readonly association: Registered;
}

/** `awsx:ec2:Vpc` with subnets that need neither NAT nor public addresses. It makes an internet gateway, used or not. */
export const awsxVpc: Component = async (name, args, registrar) => {
    const { cidrBlock = "10.0.0.0/16", availabilityZoneCidrMask: zoneMask } = args;
    const specs = specsOf(args);
    const component = await registrar.component({});
    const zones = await zonesOf(args, registrar);
    const layout = subnetLayout(name, String(cidrBlock), zones, specs, zoneMask as number | undefined);
    const tags = { Name: name, ...(isObject(args.tags) && args.tags) };
    const vpc = await registrar.child({
        type: "aws:ec2/vpc:Vpc",
        name,
        inputs: { cidrBlock, tags, ...Object.fromEntries(HANDED_ON.flatMap((key) => given(args, key))) },
        parent: component,
    });
    const inVpc = { parent: vpc, dependsOn: [vpc], madeFrom: { vpcId: [vpc] } };
    const gateway = registrar.child({
        type: "aws:ec2/internetGateway:InternetGateway",
        name,
        inputs: { vpcId: vpc.id, tags },
        ...inVpc,
    });
    const wanted = layout.filter(({ type }) => type !== "Unused");
    const made = await Promise.all(wanted.map((subnet) => makeSubnet(subnet, vpc, tags, registrar)));

    const ofType = (type: string) => made.flatMap((one) => (one.type === type ? [one.subnet] : []));
    const sources: Record<string, readonly Registered[]> = {
        internetGateway: [await gateway],
        isolatedSubnets: ofType("Isolated"),
        privateSubnets: ofType("Private"),
        routeTableAssociations: made.map(({ association }) => association),
        routeTables: made.map(({ table }) => table),
        subnets: made.map(({ subnet }) => subnet),
        vpc: [vpc],
    };
    const single = ["internetGateway", "vpc"];
    const outputs: Properties = Object.fromEntries(
        ["eips", "natGateways", "publicSubnets", "publicSubnetIds", "routes", "vpcEndpoints"].map((key) => [key, []]),
    );
    for (const [key, resources] of Object.entries(sources)) {
        const references = resources.map(reference);
        outputs[key] = single.includes(key) ? (references[0] ?? null) : references;
    }
    for (const kind of ["isolated", "private"]) {
        const subnets = sources[`${kind}Subnets`] ?? [];
        outputs[`${kind}SubnetIds`] = subnets.map(({ id }) => id);
        sources[`${kind}SubnetIds`] = subnets;
    }
    outputs.subnetLayout = specs.map(({ type, name: specName }, index) => ({
        type,
        ...(specName !== undefined && { name: specName }),
        cidrMask: Number(layout[index]?.cidrBlock.split("/")[1]),
    }));
    outputs.vpcId = vpc.id;
    return { component, outputs, madeFrom: { ...sources, vpcId: [vpc] } };
};

async function makeSubnet(
    { name, type, zone, cidrBlock }: Subnet,
    vpc: Registered,
    shared: Properties,
    registrar: Registrar,
): Promise<MadeSubnet> {
    const tags = { ...shared, Name: name, SubnetType: type };
    const madeFrom = { vpcId: [vpc] };
    const subnet = await registrar.child({
        type: "aws:ec2/subnet:Subnet",
        name,
        inputs: { vpcId: vpc.id, availabilityZone: zone, mapPublicIpOnLaunch: false, cidrBlock, tags },
        parent: vpc,
        madeFrom,
        dependsOn: [vpc],
    });
    const table = await registrar.child({
        type: "aws:ec2/routeTable:RouteTable",
        name,
        inputs: { vpcId: vpc.id, tags },
        parent: subnet,
        madeFrom,
        dependsOn: [subnet],
    });
    const association = await registrar.child({
        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        name,
        inputs: { routeTableId: table.id, subnetId: subnet.id },
        parent: table,
        madeFrom: { routeTableId: [table], subnetId: [subnet] },
        dependsOn: [table],
    });
    return { type, subnet, table, association };
}

async function zonesOf(args: Properties, registrar: Registrar): Promise<string[]> {
    const { availabilityZoneNames: names, numberOfAvailabilityZones: count = 3 } = args;
    if (Array.isArray(names)) return names.map(String);
    const { names: all } = await registrar.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {});
    if (!Array.isArray(all) || all.length < Number(count)) {
        throw new Error(`the region has fewer than ${count} availability zones; set availabilityZoneNames`);
    }
    return all.slice(0, Number(count)).map(String);
}

/** What the stand-in knows of awsx; the rest is refused, so that no preview shows a network that would not be built. */
function specsOf({ subnetSpecs, subnetStrategy, vpcEndpointSpecs, natGateways }: Properties): SubnetSpec[] {
    if (subnetStrategy !== "Auto") throw new Error(unknown(`subnetStrategy ${subnetStrategy ?? "Legacy"}`, "Auto"));
    if (vpcEndpointSpecs !== undefined) throw new Error(unknown("vpcEndpointSpecs", "aws.ec2.VpcEndpoint"));
    const specs = (Array.isArray(subnetSpecs) ? subnetSpecs : []).filter(isObject);
    if (specs.length === 0) throw new Error(unknown("a network without subnetSpecs", "a list of them"));
    const strategy = isObject(natGateways) ? natGateways.strategy : "OnePerAz";
    for (const { type, cidrBlocks, size } of specs) {
        if (type === "Public") throw new Error(unknown("public subnets", "Isolated ones"));
        if (type === "Private" && strategy !== "None") {
            throw new Error(unknown("private subnets with NAT", "natGateways: { strategy: None }"));
        }
        if (cidrBlocks !== undefined || size !== undefined) {
            throw new Error(unknown("cidrBlocks and size of a subnet", "cidrMask"));
        }
    }
    return specs as unknown as SubnetSpec[];
}

function unknown(what: string, instead: string): string {
    return `the local cloud's stand-in for awsx:ec2:Vpc does not know ${what}; use ${instead}`;
}

function given(args: Properties, key: string): [string, Value][] {
    const value = args[key];
    return value === undefined || value === null ? [] : [[key, value]];
}
