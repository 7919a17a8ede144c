import { settingsOf } from "../../../stacks/settings-of.ts";
import { compare } from "../../quotas/ask.ts";
import { isShort, needsOf } from "../../quotas/needs.ts";
import { lacking } from "../../quotas/text.ts";
import { done, fails, faultsOr, left } from "../outcome.ts";
import type { Check } from "../situation.ts";

export const quotas: Check = {
    name: "quotas",
    async look({ stack, isLocal, platform, account }) {
        if (isLocal) return [done("the local cloud has no limits")];
        const { resources } = await platform();
        const needs = needsOf({ stack, settings: settingsOf(stack), resources });
        const cloud = await account();
        if (typeof cloud === "string") {
            const short = needs.filter(isShort).map(({ of, name, needed }) => `${of}, ${name}: ${needed}`);
            return [left(`what the account has, which for a new one is too little of ${short.join("; ")}`, cloud)];
        }
        const compared = await compare(needs, cloud);
        const faults = lacking(compared).map(({ of, name, needed, asked, had }) =>
            fails(
                `${of}, ${name}`,
                `is ${"value" in had ? had.value : "unknown"}; ${stack} needs ${needed}`,
                `Ask for ${needed} under Service Quotas (${[asked?.service, asked?.code].filter(Boolean).join(", ")}), some days before the update.`,
            ),
        );
        const unknown = compared.flatMap(({ of, name, had }) =>
            "why" in had ? [left(`${of}, ${name}: ${had.why}`)] : [],
        );
        const known = compared.length - unknown.length;
        return faultsOr([...faults, ...unknown], `${known} of ${compared.length} limits are known, and high enough`);
    },
};
