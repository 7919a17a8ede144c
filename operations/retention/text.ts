import { wrapped } from "../cli/wrapped.ts";
import type { Ended } from "./end.ts";
import type { Held } from "./hold.ts";

export function endedText({ over, bytes, removed, forgotten, held, refused, isMore }: Ended, deletes: boolean): string {
    const what = `${over} versions of records are past their lock, ${bytes} bytes${isMore ? ", and there are more" : ""}.`;
    const done = deletes
        ? `${removed} were deleted, with ${forgotten} rows of the ledger.`
        : "Nothing was deleted: --delete does that.";
    return wrapped(
        `${[
            what,
            done,
            ...(held.length > 0 ? [`A legal hold keeps ${held.length}:`, ...held.map((key) => `  ${key}`)] : []),
            ...(refused.length > 0 ? ["Not deleted:", ...refused.map((one) => `  ${one}`)] : []),
        ].join("\n")}\n`,
    );
}

export function heldText(held: readonly Held[], isHeld: boolean): string {
    const lines = held.map(({ id, recordKey, versions }) => `  ${id}: ${versions} versions of ${recordKey}`);
    return wrapped(`${[isHeld ? "Held, until somebody lifts it:" : "No longer held:", ...lines].join("\n")}\n`);
}
