import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import { exitCode } from "../../../operations/preview/report.ts";
import { programCopy } from "../../e2e/support/program-copy.ts";
import { exception, yaml } from "../../support/exceptions.ts";
import { asStated, comparable, inOrder } from "./support/comparable.ts";
import { type EngineRun, engineRun } from "./support/engine-run.ts";
import { LEAK_NAMES, LEAKS } from "./support/leaks.ts";

/** One safeguard each, of several services and of both clouds. */
const DEFECTS = [
    ["infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,"],
    ["infra/security/platform-key.ts", "enableKeyRotation: true,", ""],
    ["infra/storage/bucket-safeguards.ts", 'status: "Enabled" } }, opts', 'status: "Suspended" } }, opts'],
    ["infra/storage/safe-table.ts", "pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },", ""],
    ["infra/alerts/alarm.ts", "alarmActions: [topic.arn],", ""],
    ["infra/compute/platform-function.ts", 'tracingConfig: { mode: "Active" },', ""],
    ["infra/exchange/supplementary-store.ts", "allowSharedKeyAccess: false,", "allowSharedKeyAccess: true,"],
] as const;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const day = (fromNow: number) => new Date(Date.now() + fromNow * DAY_MILLISECONDS).toISOString().slice(0, 10);

describe("the guardrails in process and those under the engine", () => {
    const cache = mkdtempSync(join(tmpdir(), "guard-"));
    const program = programCopy();
    after(() => {
        program.remove();
        rmSync(cache, { recursive: true, force: true });
    });
    const judged = (stack: string, program_: "platform" | "bootstrap") =>
        judgeOnce({ root: program.root, cache, stack, program: program_, withDetails: true });

    for (const { title, stack, kind, folder } of [
        {
            title: "a program with a fault in each of several safeguards",
            stack: "prod",
            kind: "platform",
            folder: "",
        },
        { title: "what comes before prod", stack: "prod", kind: "bootstrap", folder: "infra/bootstrap" },
        { title: "what comes before dev", stack: "dev", kind: "bootstrap", folder: "infra/bootstrap" },
    ] as const) {
        describe(`over ${title}`, () => {
            let engine: EngineRun;
            let process: Awaited<ReturnType<typeof judged>>;
            before(async () => {
                if (kind === "platform") {
                    for (const [file, from, to] of DEFECTS) program.change(file, from, to);
                    writeFileSync(join(program.root, "infra", "leaks.ts"), LEAKS);
                    const entry = "infra/index.ts";
                    program.change(
                        entry,
                        "import { Platform }",
                        'import { leak } from "./leaks.ts";\nimport { Platform }',
                    );
                    program.change(entry, "const { outputs } = new Platform(", "const platform = new Platform(");
                    program.change(
                        entry,
                        "export const {",
                        "leak(platform);\nconst { outputs } = platform;\n\nexport const {",
                    );
                    const dates = { approved: day(-10), expires: day(100) };
                    const used = {
                        rule: "lambda-traced",
                        resource: "urn:pulumi:prod::*::screen",
                        finding: "tracingConfig.*",
                    };
                    const exceptions = [
                        exception({ ...dates, ...used }),
                        exception({ ...dates, id: "EX 2: of no use" }),
                    ];
                    writeFileSync(join(program.root, "policies", "exceptions.yaml"), yaml(...exceptions));
                }
                engine = await engineRun(program.root, stack, folder);
                process = await judged(stack, kind);
            });

            it("know the same resources, with the same inputs and the same predicted outputs", () => {
                const known = process.judgement?.details?.known ?? [];
                assert.ok(known.length > 20);
                assert.deepEqual(comparable(known.map(asStated)), comparable(engine.resources));
                const byUrn = (list: readonly { urn: string }[]) => list.map(({ urn }) => urn).sort();
                assert.deepEqual(byUrn(process.report.resources), byUrn(engine.events.resources));
            });

            it("find the same", () => {
                assert.deepEqual(inOrder(process.report.findings), inOrder(engine.events.findings));
                assert.deepEqual(process.report.errors, engine.events.errors);
            });

            if (kind === "bootstrap") return;

            it("find each of the leaks, by a message that names what it is about", () => {
                for (const name of LEAK_NAMES) {
                    const found = process.report.findings.filter(
                        // Of two that should be one, the thing that has them is told.
                        ({ urn, message }) => urn.endsWith(`::${name}`) || message.includes(name),
                    );
                    const violations = found.filter(({ status }) => status === "violation");
                    assert.ok(violations.length > 0, `nothing was found in ${name}`);
                    for (const { message } of violations) assert.match(message, /\. Fix: /);
                }
            });

            it("find each of the faults, and say where it is mended", () => {
                const found = process.report.findings;
                const files = new Set(found.flatMap(({ place }) => place?.file ?? []));
                for (const [file] of DEFECTS) {
                    // Versions are asked of the bucket, which is constructed elsewhere.
                    const place = file.replace("bucket-safeguards", "work-bucket");
                    assert.ok(files.has(place), `${place} not in ${[...files].join(", ")}`);
                }
                assert.ok(found.some(({ status }) => status === "excepted"));
                const ofNoUse = found.find(({ rule }) => rule === "exceptions-valid");
                assert.equal(ofNoUse?.place?.file, "policies/exceptions.yaml");
                assert.ok((ofNoUse?.place?.line ?? 0) > 10);
            });
        });
    }

    for (const { title, file, from, to } of [
        {
            title: "what a stand-in refuses",
            file: "infra/ingest/transaction-ledger.ts",
            from: 'projectionType: "INCLUDE",',
            to: 'projectionType: "SOME",',
        },
        {
            title: "a condition of a policy that AWS never sends",
            file: "infra/scoring/promotion-grants.ts",
            from: '"sagemaker:VolumeKmsKeyArn": key.arn',
            to: '"sagemaker:VolumeKmsKey": key.arn',
        },
        {
            title: "a setting that cannot be",
            file: "Pulumi.prod.yaml",
            from: "aws:region: eu-west-1",
            to: "aws:region: no",
        },
        {
            title: "an error that nobody caught",
            file: "infra/index.ts",
            from: "const configuration = ",
            to: 'if (bundle !== undefined) throw new TypeError("not today");\nconst configuration = ',
        },
    ]) {
        it(`say the same of ${title}, without a trace`, async () => {
            const broken = programCopy();
            try {
                broken.change(file, from, to);
                const { events } = await engineRun(broken.root, "prod");
                const question = { root: broken.root, cache, stack: "prod", program: "platform" } as const;
                const { report } = await judgeOnce(question);
                // The engine names its own copy of the program, and adds a trace; after its first fault it breaks off.
                const [said = ""] = events.errors.map((error) => error.replace(/\n\s+at [\s\S]*$/, ""));
                const alike = (text: string) => text.replace(/program '.*'/, "program");
                assert.equal(alike(report.errors[0] ?? ""), alike(said));
                assert.doesNotMatch(report.errors.join("\n"), /\n\s+at /);
                assert.equal(exitCode(report), 1);
            } finally {
                broken.remove();
            }
        });
    }
});
