import { CARD_TESTING, FAN_OUT, HOUR, MINUTE, STRUCTURING, TAKEOVER } from "../limits.ts";
import type { Rule } from "./rule.ts";

export const euros = (cents: number): string => `${Math.floor(cents / 100).toLocaleString("en-GB")} EUR`;
const hours = (ms: number): string => (ms === HOUR ? "an hour" : `${ms / HOUR} hours`);
export const testing = `card payments of at most ${euros(CARD_TESTING.smallAtMost)} within ${CARD_TESTING.windowMs / MINUTE} minutes`;
const range = `from ${euros(STRUCTURING.from)} and below ${euros(STRUCTURING.below)}`;
export const nearLimit = `cash or wire amounts ${range} within ${hours(STRUCTURING.windowMs)}`;
export const takeoverWindow = hours(TAKEOVER.windowMs);
export const receivers = `receivers of money within ${hours(FAN_OUT.windowMs)}`;

export const saysTesting: Rule["says"] = (_, { smallCardPayments }) => `${smallCardPayments} ${testing}`;
export const saysTakeover: Rule["says"] = ({ channel }, { euroCents }) =>
    `${channel} transfer worth ${euros(euroCents)} from a device other than one used within ${takeoverWindow} before`;
export const saysNearLimit: Rule["says"] = (_, { nearLimitCount, nearLimitSum }) =>
    `${nearLimitCount} ${nearLimit}, together ${euros(nearLimitSum)}`;
export const saysFanOut: Rule["says"] = (_, { payees }) => `${payees} ${receivers}`;
export const saysTravel: Rule["says"] = ({ country }, { travelKmh }) =>
    `card payment in ${country} so soon after one in another country that the way needs ${travelKmh.toLocaleString("en-GB")} km/h`;
export const saysAmount: Rule["says"] = (_, { euroCents }) => `amount worth ${euros(euroCents)}`;
