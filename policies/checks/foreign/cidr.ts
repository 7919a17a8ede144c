const PRIVATE = [
    ["10.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["100.64.0.0", 10],
] as const;
/** Bits that leave the 256 addresses which one office or gateway has at most. */
const OFFICE = 24;
/** What one site gets of the newer addresses. */
const SITE = 48;

/** What is wrong with a range of addresses as the other end of a rule of a firewall, or nothing. */
export function wideRange(range: string): string | undefined {
    const [address = "", bits] = range.split("/");
    if (bits === "0") return `is ${range}, every address`;
    const newer = address.includes(":");
    const length = Number(bits ?? (newer ? 128 : 32));
    if (newer ? /^f[cd]/i.test(address) : isPrivate(address, length)) return undefined;
    return length >= (newer ? SITE : OFFICE) ? undefined : `is ${range}, which reaches far into the internet`;
}

function isPrivate(address: string, length: number): boolean {
    const given = number(address);
    return PRIVATE.some(([network, bits]) => {
        const size = 2 ** (32 - bits);
        return length >= bits && Math.floor(given / size) === Math.floor(number(network) / size);
    });
}

function number(address: string): number {
    return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
