import type { Rule } from "../../core/rule.ts";
import { snsDeliversByTls } from "./sns-delivers-by-tls.ts";
import { snsDeliveryWatched } from "./sns-delivery-watched.ts";
import { snsEncrypted } from "./sns-encrypted.ts";
import { snsHasSubscriber } from "./sns-has-subscriber.ts";
import { snsTlsOnly } from "./sns-tls-only.ts";

/** Topics and subscriptions. */
export const snsRules: readonly Rule[] = [
    snsDeliversByTls,
    snsDeliveryWatched,
    snsEncrypted,
    snsHasSubscriber,
    snsTlsOnly,
];
