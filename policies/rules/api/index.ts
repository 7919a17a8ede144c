import type { Rule } from "../../core/rule.ts";
import { apiCallsOwnFunction } from "./api-calls-own-function.ts";
import { apiIssuerExact } from "./api-issuer-exact.ts";
import { apiLogged } from "./api-logged.ts";
import { apiRoutesAuthorised } from "./api-routes-authorised.ts";
import { apiThrottled } from "./api-throttled.ts";
import { apiWatched } from "./api-watched.ts";

/** The door for Data Factory's requests. */
export const apiRules: readonly Rule[] = [
    apiCallsOwnFunction,
    apiIssuerExact,
    apiLogged,
    apiRoutesAuthorised,
    apiThrottled,
    apiWatched,
];
