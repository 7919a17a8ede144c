import type { Delivery } from "../delivery.ts";
import { oddBookingFiles } from "./booking-files.ts";
import { hiddenCardNumber, namedCardNumber, oddCardFiles } from "./card-files.ts";
import { oddMessageFiles } from "./message-files.ts";
import type { OddWorld } from "./odd-rows.ts";

/** Card numbers of these files that no payment has. */
export const oddCardNumbers = [hiddenCardNumber, namedCardNumber];

/**
 * Small files of which each as a whole is odd: in how its rows end, what it is packed in, what stands beside its payments.
 * Some are sound for all that, and every row of theirs must be accepted.
 */
export function oddFiles(world: OddWorld): Delivery[] {
    return [...oddCardFiles(world), ...oddBookingFiles(world), ...oddMessageFiles(world)];
}
