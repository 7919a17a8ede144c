import { BYTES } from "../limits.ts";

/**
 * Letters, digits and `: . _ / -`, beginning with a letter or digit: no spreadsheet formula begins so, and no look-alike
 * letter or invisible mark fits.
 */
export const IDENTIFIER = new RegExp(`^[A-Za-z0-9][A-Za-z0-9:._/-]{0,${BYTES.identifier - 1}}$`);

/** The producer's name: lower-case words joined by dashes. */
export const SOURCE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The version of the key, then 256 bits of HMAC in base64url. */
export const CARD_TOKEN = /^tok_v\d{1,4}_[A-Za-z0-9_-]{32,64}$/;
