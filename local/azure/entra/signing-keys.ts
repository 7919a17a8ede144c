import { type CryptoKey, exportJWK, exportPKCS8, generateKeyPair, type JWK } from "jose";

interface Key {
    readonly kid: string;
    readonly privateKey: CryptoKey;
    readonly published: JWK;
}

/** Keys by which an issuer signs: the newest one, beside those that it still publishes or has withdrawn. */
export class SigningKeys {
    #keys: Key[];
    #made = 1;

    private constructor(first: Key) {
        this.#keys = [first];
    }

    static async generate(): Promise<SigningKeys> {
        return new SigningKeys(await makeKey(1));
    }

    /** The key that signs now. */
    get current(): Key {
        return this.#keys[0] as Key;
    }

    /** The private half of the current key, for a signer in another process. */
    pem(): Promise<string> {
        return exportPKCS8(this.current.privateKey);
    }

    /** What everybody may know: the public half of each key that still counts. */
    get published(): { keys: JWK[] } {
        return { keys: this.#keys.map((key) => key.published) };
    }

    /** Signs by another key from now on. Tokens of the one before stay good until that is withdrawn. */
    async rotate(): Promise<void> {
        this.#keys = [await makeKey(++this.#made), ...this.#keys];
    }

    /** Publishes the current key alone. */
    withdrawOlder(): void {
        this.#keys = [this.current];
    }
}

async function makeKey(number: number): Promise<Key> {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const kid = `key-${number}`;
    return { kid, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: "sig" } };
}
