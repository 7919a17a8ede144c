/** Addresses in a text: the host of each, and whether the text itself says where the host ends. */
export interface Address {
    host: string;
    /** False when something that runs later could go on with the name of the host. */
    closed: boolean;
    plain: boolean;
    /** Whether a name or a password stands before the host. */
    withUser: boolean;
}

const ADDRESS = /\b(https?|ftp|sftp|wss?):\/\/([^\s"'<>/?#\\]*)(.?)/gi;

/** An expression of Data Factory begins with @ or has @{…} in it; there a host may be put together of parts. */
export function addressesIn(text: string): Address[] {
    const computed = text.startsWith("@") || text.includes("@{");
    return [...text.matchAll(ADDRESS)].map(([, scheme = "", authority = "", next = ""]) => {
        const at = authority.lastIndexOf("@");
        const host = authority
            .slice(at + 1)
            .replace(/:\d*$/, "")
            .toLowerCase();
        return {
            host,
            closed: !host.includes("{") && (/^[/?#]$/.test(next) || (!computed && next !== "'")),
            plain: !/^(https|sftp|wss)$/i.test(scheme),
            withUser: at >= 0,
        };
    });
}
