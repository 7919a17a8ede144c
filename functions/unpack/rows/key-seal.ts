import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Hides a text from everybody but `unpack`, which can read it again. */
export interface KeySeal {
    seal(text: string): string;
    open(sealed: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals under a key derived from the token key, so that nothing more is stored or asked of KMS (AES-256-GCM). */
export function keySeal(tokenKey: Uint8Array): KeySeal {
    const key = createHmac("sha256", tokenKey).update("landing-key-seal").digest();
    return {
        seal(text) {
            const nonce = randomBytes(NONCE_BYTES);
            const cipher = createCipheriv("aes-256-gcm", key, nonce);
            const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
            return sealed.toString("base64url");
        },
        open(sealed) {
            const bytes = Buffer.from(sealed, "base64url");
            const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
            decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
            const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
            return Buffer.concat([text, decipher.final()]).toString("utf8");
        },
    };
}
