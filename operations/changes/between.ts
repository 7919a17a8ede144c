import type { Known } from "../../local/in-process/resources.ts";
import { differences } from "../../local/providers/difference.ts";
import { packages } from "../../local/providers/packages/index.ts";
import type { Properties } from "../../local/store/value.ts";
import type { Change, Changes, Operation } from "./change.ts";
import { formerUrns } from "./former-urns.ts";
import { shownChange } from "./shown-change.ts";
import { isStack, stoodFrom } from "./stood.ts";

/** What becomes of each resource when the program of before becomes the one of after. */
export function changesBetween(before: readonly Known[], after: readonly Known[]): Changes {
    const olds = new Map(before.filter((known) => !isStack(known)).map((known) => [known.urn, known]));
    const news = after.filter((known) => !isStack(known));
    const own = new Set(news.map(({ urn }) => urn));
    const former = formerUrns(news);
    const left = new Map(olds);
    const changes = news.map((now): Change => {
        const urn = [now.urn, ...(former.get(now.urn) ?? []).filter((one) => !own.has(one))].find((one) =>
            left.has(one),
        );
        const old = urn === undefined ? undefined : left.get(urn);
        if (urn !== undefined) left.delete(urn);
        return old === undefined ? created(now) : kept(old, now);
    });
    return {
        changes: [...changes, ...[...left.values()].map(deleted)],
        before: [...olds.values()].map(stoodFrom),
        after: news.map(stoodFrom),
    };
}

function created(now: Known): Change {
    return { ...identityOf(now), operation: "create", properties: [], after: stoodFrom(now) };
}

function deleted(old: Known): Change {
    return { ...identityOf(old), operation: "delete", properties: [], before: stoodFrom(old) };
}

function kept(old: Known, now: Known): Change {
    const { inputs: olds } = old;
    const news = withIgnored(olds, now);
    const found = now.custom ? differences(olds, news, replaceOn(now.type)) : [];
    const properties = found.map((change) => shownChange(change, olds, news));
    if ((old.protect ?? false) !== (now.protect ?? false)) {
        const [from, to] = [old.protect ?? false, now.protect ?? false];
        properties.push({ path: "protect", kind: "update", replaces: false, before: from, after: to });
    }
    const replaced = found.some(({ replaces }) => replaces);
    const operation: Operation = replaced ? "replace" : properties.length > 0 ? "update" : "same";
    return { ...identityOf(now), operation, properties, before: stoodFrom(old), after: stoodFrom(now) };
}

/** The inputs as the engine compares them: what the program wants ignored is as it was. */
function withIgnored(olds: Properties, { inputs, ignoreChanges }: Known): Properties {
    const names = ignoreChanges.map((path) => path.split(/[.[]/)[0] ?? path);
    const entries = Object.entries(inputs).filter(([name]) => !names.includes(name));
    return Object.fromEntries([...entries, ...Object.entries(olds).filter(([name]) => names.includes(name))]);
}

function replaceOn(type: string): readonly string[] {
    return packages[type.split(":")[0] ?? ""]?.types[type]?.replaceOn ?? [];
}

function identityOf({ urn, type, name }: Known): Pick<Change, "urn" | "type" | "name"> {
    return { urn, type, name };
}
