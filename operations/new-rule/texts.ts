import type { Asked } from "./asked.ts";

/** `s3Versioned` for `s3-versioned`. */
export const identifierOf = (name: string): string => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const importing = (what: string, file: string, kind = ""): string => `import ${kind}{ ${what} } from "${file}";`;

/** The rule. `constant` is the name of its type in `policies/checks/types.ts`. */
export function ruleText({ name, scope, why, severity, controls, fix, property }: Asked, constant: string): string {
    const kind = scope === "stack" ? "StackRule" : "ResourceRule";
    return `${importing(constant, "../../checks/types.ts")}
${importing(kind, "../../core/rule.ts", "type ")}

export const ${identifierOf(name)}: ${kind} = {
    name: "${name}",
    scope: "${scope}",
    why: "${why}",
    severity: "${severity}",
    controls: ${list(controls)},
    fix: "${fix}",
    types: [${constant}],
    check(resource, judge) {
        judge(resource.at("${property}"), (value) => (value.flag() === true ? undefined : "is not on"));
    },
};
`;
}

/** Its test: each case runs in process and through the policy SDK's server. */
export function testText({ name, type, property }: Asked, room: string): string {
    const props = (value: string) => nested(property.split("."), value);
    const other = type === "aws:sns/topic:Topic" ? "aws:sqs/queue:Queue" : "aws:sns/topic:Topic";
    const cases = [
        ["accepts it when it is on", props("true"), "[]"],
        ["rejects it when it is off", props("false"), "REFUSED"],
        ["rejects it when nothing is said", "{}", "REFUSED"],
        ["rejects an empty value", props('""'), "REFUSED"],
        ["cannot decide while it is unknown", props("unknown"), `["${property} is unknown"]`],
    ].map(([title, given, found]) => `    { title: "${title}", props: ${given}, found: ${found} },`);
    return `${importing(identifierOf(name), `../../../../policies/rules/${room}/${name}.ts`)}
${importing("describeRule", "../../../support/describe-rule.ts")}
${importing("unknown", "../../../support/run-rule.ts")}

const REFUSED = ["${property}: is not on"];

describeRule(${identifierOf(name)}, [
${cases.join("\n")}
    { title: "leaves other types alone", type: "${other}", props: {}, found: [] },
]);
`;
}

function nested([first = "", ...rest]: readonly string[], value: string): string {
    const inner = rest.length === 0 ? value : nested(rest, value);
    return inner === first ? `{ ${first} }` : `{ ${first}: ${inner} }`;
}

/** On one line where there is room for it, as the formatter has it. */
function list(items: readonly string[]): string {
    const quoted = items.map((item) => `"${item}"`);
    const line = `[${quoted.join(", ")}]`;
    return line.length <= 104 ? line : `[\n${quoted.map((item) => `        ${item},\n`).join("")}    ]`;
}

/** The list of a new folder, with its first rule. */
export function roomText(room: string, name: string): string {
    return `${importing("Rule", "../../core/rule.ts", "type ")}
${importing(identifierOf(name), `./${name}.ts`)}

export const ${room}Rules: readonly Rule[] = [${identifierOf(name)}];
`;
}

/** The list of all folders with one more. */
export function withRoom(rooms: string, room: string): string {
    const line = importing(`${room}Rules`, `./${room}/index.ts`);
    const imported = inserted(rooms, /^import \{ \w+ \} from "\.\/(.+)\/index\.ts";$/, room, line);
    return inserted(imported, /^ {4}"?([\w-]+)"?: \w+Rules,$/, room, `    ${room}: ${room}Rules,`);
}

/** The list of a folder's rules with one more, each where its name belongs. */
export function withRule(index: string, name: string): string {
    const line = importing(identifierOf(name), `./${name}.ts`);
    const imported = inserted(index, /^import \{ \w+ \} from "\.\/(.+)\.ts";$/, name, line);
    const names = new Map(
        [...imported.matchAll(/^import \{ (\w+) \} from "\.\/(.+)\.ts";$/gm)].map(([, id = "", of = ""]) => [id, of]),
    );
    return inserted(imported, /^ {4}(\w+),$/, name, `    ${identifierOf(name)},`, (id) => names.get(id) ?? id);
}

/** Puts a line before the first one like it whose name comes later, or after the last. */
function inserted(text: string, like: RegExp, name: string, line: string, nameOf = (found: string) => found): string {
    const lines = text.split("\n");
    const places = lines.flatMap((other, at) => {
        const found = like.exec(other)?.[1];
        return found === undefined ? [] : [{ at, name: nameOf(found) }];
    });
    const after = places.find((place) => place.name > name)?.at ?? (places.at(-1)?.at ?? 0) + 1;
    return lines.toSpliced(after, 0, line).join("\n");
}
