import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as types from "../../policies/checks/types.ts";
import { UserError } from "../cli/user-error.ts";
import { writeOutput } from "../cli/write-output.ts";
import type { Asked } from "./asked.ts";
import { isRoom, roomFor } from "./room.ts";
import { roomText, ruleText, testText, withRoom, withRule } from "./texts.ts";

const TYPES = "policies/checks/types.ts";
const ROOMS = "policies/rules/rooms.ts";

/** Writes the rule, its test, its place in the list and, where no rule knew it, its type; says what to do next. */
export async function writeRule(root: string, asked: Asked): Promise<string> {
    const { name, type } = asked;
    const text = (file: string) => readFile(join(root, file), "utf8");
    const room = roomFor(name);
    const [rule, test, index] = [
        `policies/rules/${room}/${name}.ts`,
        `test/policies/rules/${room}/${name}.test.ts`,
        `policies/rules/${room}/index.ts`,
    ];
    const there = [rule, test].filter((file) => existsSync(join(root, file)));
    if (there.length > 0)
        throw new UserError(`${there.join(" and ")} exists already: list it in ${index}, or remove it.`);
    const known = constantOf(type);
    const constant = known ?? newConstant(type);
    const files: (readonly [string, string])[] = [
        [rule, ruleText(asked, constant)],
        [test, testText(asked, room)],
        ...(isRoom(room)
            ? [[index, withRule(await text(index), name)] as const]
            : [[index, roomText(room, name)] as const, [ROOMS, withRoom(await text(ROOMS), room)] as const]),
    ];
    if (known === undefined)
        files.push([TYPES, `${(await text(TYPES)).trimEnd()}\n\nexport const ${constant} = "${type}";\n`]);
    for (const [file, content] of files) await writeOutput(join(root, file), content);
    const opened =
        known === undefined ? [`     ${type} is no longer refused as undecided: judge all of it that matters.`] : [];
    return [
        "Written:",
        ...files.map(([file]) => `  ${file}`),
        "Next:",
        `  1. ${rule}: why, fix, controls, and what it really asks for.`,
        ...opened,
        `  2. ${test}: a case for each way to break it.`,
        `  3. npm test -- ${test}, then npm test -- test/policies/rules/index.test.ts`,
        "     test/policies/frameworks, which say what is missing.",
        "  4. npm run guard -- --stack prod, which must stay clean, and npm run controls.",
        "  5. npm run mutants: whether it catches what it is for (policies/README.md).",
        "",
    ].join("\n");
}

function constantOf(type: string): string | undefined {
    return Object.entries(types).find(([, known]) => known === type)?.[0];
}

/** `RDS_INSTANCE` for `aws:rds/instance:Instance`. */
function newConstant(type: string): string {
    const [, module = "", kind = ""] = type.split(":");
    const words = `${module.split("/")[0]}_${kind.replace(/([a-z0-9])([A-Z])/g, "$1_$2")}`;
    const constant = words.replace(/\W+/g, "_").toUpperCase();
    return Object.hasOwn(types, constant) ? `${constant}_TYPE` : constant;
}
