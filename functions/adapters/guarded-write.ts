import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { refuseCardNumbers } from "./card-guard.ts";

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
    return [
        ...(S === undefined ? [] : [S]),
        ...(SS ?? []),
        ...(L ?? []).flatMap(textsOf),
        ...Object.values(M ?? {}).flatMap(textsOf),
    ];
}
