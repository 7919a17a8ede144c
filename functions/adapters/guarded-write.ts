import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { refuseCardNumbers } from "./card-guard.ts";

/** Hashes that we made; one in thousands holds sixteen digits that look like a card. */
const OWN_HASH = /^[0-9a-f]{64}$/;

/** Why a row must not be written: one of its texts holds a card number in clear. Numbers of a row are figures of ours. */
export function guardedWrite(row: Readonly<Record<string, AttributeValue>>): unknown {
    try {
        refuseCardNumbers("a table", Object.values(row).flatMap(textsOf));
        return undefined;
    } catch (refused) {
        return refused;
    }
}

function textsOf({ S, SS, L, M }: AttributeValue): string[] {
    const own = S === undefined || OWN_HASH.test(S) ? [] : [S];
    return [...own, ...(SS ?? []), ...(L ?? []).flatMap(textsOf), ...Object.values(M ?? {}).flatMap(textsOf)];
}
