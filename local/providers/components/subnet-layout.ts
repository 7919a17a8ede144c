/** One entry of awsx's `subnetSpecs`. */
export interface SubnetSpec {
    readonly type: string;
    readonly name?: string;
    readonly cidrMask?: number;
}

export interface Subnet {
    readonly name: string;
    readonly type: string;
    readonly zone: string;
    readonly cidrBlock: string;
}

/**
 * The subnets of awsx's strategy `Auto`: each zone gets an equal power of two of the network, in which the specs follow
 * one another in order, each aligned to its own size. `zoneMask` sets the size of a zone by hand.
 */
export function subnetLayout(
    vpcName: string,
    cidrBlock: string,
    zones: readonly string[],
    specs: readonly SubnetSpec[],
    zoneMask?: number,
): Subnet[] {
    const { base, mask } = parse(cidrBlock);
    const zoneBits = zoneMask ?? mask + bitsFor(zones.length);
    const evenMask = zoneBits + bitsFor(specs.length);
    const needed = specs.reduce((sum, { cidrMask = evenMask }) => sum + size(cidrMask), 0);
    if (needed > size(zoneBits)) {
        throw new Error(
            `subnets of ${needed} addresses do not fit into the ${size(zoneBits)} of each availability zone: ` +
                `choose larger cidrMask values, or a wider cidrBlock than ${cidrBlock}`,
        );
    }
    return zones.flatMap((zone, index) => {
        let next = base + index * size(zoneBits);
        return specs.map(({ type, name = type.toLowerCase(), cidrMask = evenMask }) => {
            const start = Math.ceil(next / size(cidrMask)) * size(cidrMask);
            next = start + size(cidrMask);
            const block = `${dotted(start)}/${cidrMask}`;
            return { name: `${vpcName}-${name}-${index + 1}`, type, zone, cidrBlock: block };
        });
    });
}

/** How many bits tell so many things apart. */
function bitsFor(count: number): number {
    return Math.ceil(Math.log2(Math.max(count, 1)));
}

function size(mask: number): number {
    return 2 ** (32 - mask);
}

function parse(cidrBlock: string): { base: number; mask: number } {
    const [address = "", mask = ""] = cidrBlock.split("/");
    const bytes = address.split(".").map(Number);
    if (bytes.length !== 4 || !bytes.every((byte) => byte >= 0 && byte <= 255) || !/^\d+$/.test(mask)) {
        throw new Error(`cidrBlock must be a block such as 10.0.0.0/16, got "${cidrBlock}"`);
    }
    const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    return { base: Math.floor(number / size(Number(mask))) * size(Number(mask)), mask: Number(mask) };
}

function dotted(address: number): string {
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
