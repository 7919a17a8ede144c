import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Known } from "../../local/in-process/resources.ts";
import { plainProperties } from "../../local/providers/values/plain.ts";
import { judgeOnce } from "../../operations/guard/judge-once.ts";
import { root } from "../../tools/paths.mjs";
import { refusalsOf } from "./support/refusals.ts";
import { withMistake } from "./support/with-mistake.ts";

interface Mistake {
    /** Of the property, and what stands there now. A path may lead into a text of JSON. */
    readonly path: string;
    readonly value: unknown;
    /** What the stand-in tells: the path, and the beginning of the reason. */
    readonly told: string;
}

const FOLDER = join(import.meta.dirname, "planted-mistakes");

/** Mistakes by the type and name of the resource in which they are planted, in prod unless another stack stands before it. */
const MISTAKES = readdirSync(FOLDER).flatMap((file) => {
    const read: Record<string, Mistake[]> = parse(readFileSync(join(FOLDER, file), "utf8"));
    return Object.entries(read).flatMap(([place, mistakes]) => mistakes.map((mistake) => ({ place, ...mistake })));
});

/** What looks like one of them, and each cloud takes. */
const TAKEN: readonly (readonly [place: string, path: string, value: unknown])[] = [
    // The API lists no kinds, and the provider keeps this one in small letters: internal/service/emrserverless/application.go
    ["aws:emrserverless/application:Application trends", "type", "SPARK"],
    ["aws:kms/alias:Alias data", "targetKeyId", "arn:aws:kms:eu-west-1:222222222222:key/k"],
    ["aws:redshiftserverless/namespace:Namespace warehouse", "adminUsername", "platform_admin+1@bank"],
    ["aws:scheduler/schedule:Schedule work", "scheduleExpression", "cron(0/5 8-17 ? * MON-FRI 2026-2030)"],
    ["aws:scheduler/schedule:Schedule work", "scheduleExpression", "cron(15 10 L * ? *)"],
    ["aws:scheduler/schedule:Schedule work", "scheduleExpression", "at(2028-02-29T23:59:00)"],
    ["aws:lambda/function:Function score", "deadLetterConfig", { targetArn: "arn:aws:sns:eu-west-1:222222222222:t" }],
    ["aws:sns/topic:Topic fraud", "kmsMasterKeyId", "alias/compliance-platform/data"],
    ["azure-native:resources:ResourceGroup exchange", "location", "West Europe"],
];

describe("a mistake in the program of prod", () => {
    it("is tried of many kinds, in resources of each provider", () => {
        const reasons = new Set(MISTAKES.map(({ told }) => told.split(" ").slice(1, 4).join(" ")));
        const types = new Set(MISTAKES.map(({ place }) => place.replace(/ [^ ]+$/, "")));
        assert.ok(MISTAKES.length >= 200 && reasons.size >= 100, `${reasons.size} reasons of ${MISTAKES.length}`);
        assert.ok(types.size >= 60, `${types.size} types`);
        for (const provider of ["aws", "azure-native", "azuread"]) {
            assert.ok([...types].some((type) => type.includes(`${provider}:`)));
        }
    });

    const cache = mkdtempSync(join(tmpdir(), "planted-"));
    const resources = new Map<string, Known>();
    before(async () => {
        for (const stack of ["dev", "prod"]) {
            const judged = await judgeOnce({ root, cache, stack, program: "platform", withDetails: true });
            assert.deepEqual(judged.report.errors, []);
            for (const known of judged.judgement?.details?.known ?? []) {
                resources.set(`${stack === "prod" ? "" : `${stack}: `}${known.type} ${known.name}`, known);
            }
        }
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    const resourceAt = (place: string): Known => {
        const known = resources.get(place);
        if (known === undefined) throw new Error(`there is no ${place}`);
        return known;
    };

    for (const { place, path, value, told } of MISTAKES) {
        it(`is refused offline with its path: ${told}`, () => {
            const known = resourceAt(place);
            const sound = plainProperties(known.inputs);
            assert.deepEqual(refusalsOf(known, sound), []);
            const found = refusalsOf(known, withMistake(sound, path, value));
            assert.ok(
                found.some((text) => text.startsWith(told)),
                `refused for ${JSON.stringify(found)}`,
            );
        });
    }

    for (const [place, path, value] of TAKEN) {
        it(`is none, where each cloud takes it: ${path} ${JSON.stringify(value)}`, () => {
            const known = resourceAt(place);
            assert.deepEqual(refusalsOf(known, withMistake(plainProperties(known.inputs), path, value)), []);
        });
    }
});
