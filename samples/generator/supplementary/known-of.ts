import type { SupplementaryRow, SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { Labelled } from "../labelled.ts";
import { hash } from "../random.ts";
import type { FraudPattern } from "../transaction.ts";

export type Sets = { [Set in SupplementarySet]: SupplementaryRow<Set>[] };

/** How many of a hundred of its kind a thing is one of. */
type Shares<Name extends string> = readonly (readonly [name: Name | undefined, ofHundred: number])[];

/** Of a hundred customers, by whether their own account is used for crime; some are too new to be rated. */
const RATED: Record<"own crime" | "other", Shares<"low" | "medium" | "high">> = {
    "own crime": [
        ["high", 35],
        ["medium", 30],
        ["low", 25],
        [undefined, 10],
    ],
    other: [
        ["high", 3],
        ["medium", 15],
        ["low", 72],
        [undefined, 10],
    ],
};
/** Of a hundred devices, by whether a thief used it; of most thieves' devices nobody has heard before. */
const REPUTED: Record<"thief's" | "other", Shares<"trusted" | "suspicious" | "compromised">> = {
    "thief's": [
        ["compromised", 20],
        ["suspicious", 30],
        ["trusted", 5],
        [undefined, 45],
    ],
    other: [
        ["compromised", 0.2],
        ["suspicious", 2],
        ["trusted", 60],
        [undefined, 37.8],
    ],
};
/** Of a hundred customers; it says nothing of crime. */
const EXPOSED: Shares<"holder" | "family" | "associate"> = [
    ["holder", 0.3],
    ["family", 0.7],
    ["associate", 1],
    [undefined, 98],
];

/** Patterns in which the holder of the account is in it himself. */
const OWN_CRIME: ReadonlySet<string> = new Set<FraudPattern>(["structuring", "mule-fan-out"]);
const SANCTIONED = 2;
const DAY_MS = 86_400_000;

/**
 * What a bank would know beforehand of the people and devices of these payments. It knows some, is wrong about others, and
 * nothing of many; all of it depends on the seed alone.
 */
export function setsOf(labelled: readonly Labelled[], seed: number): Sets {
    const accounts = new Map<string, "own crime" | "other">();
    const devices = new Map<string, "thief's" | "other">();
    const payees = new Map<string, boolean>();
    let first = Number.POSITIVE_INFINITY;
    for (const { transaction, label } of labelled) {
        const { accountId, counterpartyId, deviceId, occurredAt } = transaction;
        first = Math.min(first, Date.parse(occurredAt));
        const isFraud = label.pattern !== "legitimate";
        if (OWN_CRIME.has(label.pattern)) accounts.set(accountId, "own crime");
        else if (!accounts.has(accountId)) accounts.set(accountId, "other");
        // Whoever shares a device with his thief has it in the hands of others.
        if (deviceId !== undefined && (isFraud || !devices.has(deviceId))) {
            devices.set(deviceId, isFraud && !OWN_CRIME.has(label.pattern) ? "thief's" : "other");
        }
        payees.set(counterpartyId, isFraud && (payees.get(counterpartyId) ?? true));
    }
    const day = new Date(first - DAY_MS).toISOString().slice(0, 10);
    const drawn = <Name extends string>(what: string, shares: Shares<Name>): Name | undefined => {
        let left = ((hash(`${seed}/${what}`) >>> 0) / 2 ** 32) * 100;
        for (const [name, ofHundred] of shares) {
            left -= ofHundred;
            if (left < 0) return name;
        }
        return undefined;
    };
    return {
        "customer-risk-ratings": sorted(accounts).flatMap(([accountId, kind]) => {
            const rating = drawn(`rating/${accountId}`, RATED[kind]);
            return rating === undefined ? [] : [{ accountId, rating, ratedOn: day }];
        }),
        // Whom only criminals pay; a list that met honest people would say nothing about the model.
        "sanctions-list": sorted(payees)
            .filter(([, onlyCrime]) => onlyCrime)
            .sort(([one], [other]) => (hash(`${seed}/${one}`) >>> 0) - (hash(`${seed}/${other}`) >>> 0))
            .slice(0, SANCTIONED)
            .map(([counterpartyId]) => ({ counterpartyId, list: "EU", listedOn: day })),
        "politically-exposed-persons": sorted(accounts).flatMap(([partyId]) => {
            const standing = drawn(`exposed/${partyId}`, EXPOSED);
            return standing === undefined ? [] : [{ partyId, standing, since: day }];
        }),
        "device-reputation": sorted(devices).flatMap(([deviceId, kind]) => {
            const reputation = drawn(`device/${deviceId}`, REPUTED[kind]);
            return reputation === undefined ? [] : [{ deviceId, reputation, seenOn: day }];
        }),
    };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
    return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
