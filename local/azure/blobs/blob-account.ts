import { createLocalJWKSet, type JWTPayload, jwtVerify } from "jose";
import { issuerOf } from "../entra/issuers.ts";
import type { SigningKeys } from "../entra/signing-keys.ts";

/** A storage account as the program provisions it, with who may read what in it. */
export interface BlobAccountSettings {
    /** Such as `https://account.blob.core.windows.net/`. */
    readonly endpoint: string;
    readonly tenantId: string;
    /** Ids of the resources whose identities its firewall lets in; everybody else is outside. */
    readonly admitted: readonly string[];
    /** Principal ids that may read, by container. */
    readonly readers: ReadonlyMap<string, readonly string[]>;
}

export interface BlobAnswer {
    readonly status: number;
    readonly text: string;
}

const AUDIENCE = "https://storage.azure.com/";
/** From this version on, Azure takes tokens. */
const SINCE = "2017-11-09";

/** Blobs that are read by a token of Entra alone: there are no keys, and no public access. */
export class BlobAccount {
    readonly #settings: BlobAccountSettings;
    readonly #keys: SigningKeys;
    readonly #blobs = new Map<string, string>();

    constructor(settings: BlobAccountSettings, keys: SigningKeys) {
        this.#settings = settings;
        this.#keys = keys;
    }

    /** What the bank puts there; `name` begins with its container. */
    put(name: string, text: string): void {
        this.#blobs.set(name, text);
    }

    /** Whether an address is one of this account. */
    has(url: string): boolean {
        return url.startsWith(this.#settings.endpoint);
    }

    async read(url: string, headers: Readonly<Record<string, string>>): Promise<BlobAnswer> {
        const name = new URL(url).pathname.slice(1);
        const container = name.split("/", 1)[0] ?? "";
        if ((headers["x-ms-version"] ?? "") < SINCE) return refusal(403, "AuthenticationFailed");
        const claims = await this.#claimsOf(headers.authorization ?? "");
        if (claims === undefined) return refusal(401, "InvalidAuthenticationInfo");
        const { admitted, readers } = this.#settings;
        const from = String(claims.xms_mirid).toLowerCase();
        if (!admitted.some((id) => id.toLowerCase() === from)) return refusal(403, "AuthorizationFailure");
        const mayRead = readers.get(container)?.includes(String(claims.oid)) ?? false;
        if (!mayRead) return refusal(403, "AuthorizationPermissionMismatch");
        const text = this.#blobs.get(name);
        return text === undefined ? refusal(404, "BlobNotFound") : { status: 200, text };
    }

    async #claimsOf(authorization: string): Promise<JWTPayload | undefined> {
        const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
        if (token === undefined) return undefined;
        const issuer = issuerOf(this.#settings.tenantId, 1);
        const keys = createLocalJWKSet(this.#keys.published);
        const checked = jwtVerify(token, keys, { issuer, audience: AUDIENCE, algorithms: ["RS256"] });
        return checked.then(
            ({ payload }) => payload,
            () => undefined,
        );
    }
}

function refusal(status: number, code: string): BlobAnswer {
    return { status, text: `<Error><Code>${code}</Code></Error>` };
}
