import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Shape } from "../providers/models/shape.ts";
import { expressionIn } from "./expression.ts";
import { partsOfToken } from "./token.ts";

/** The kinds, names and enumerations that an SDK of Pulumi declares for the inputs of its types. */
export class SdkTypes {
    private readonly folder: string;
    private readonly files = new Map<string, ts.SourceFile>();
    private readonly spaces = new Map<string, Map<string, ts.InterfaceDeclaration>>();
    /** Interfaces around the one that is being read: one inside itself is read once. */
    private readonly within: string[] = [];

    constructor(folder: string) {
        this.folder = folder;
    }

    inputsOf(token: string): Shape {
        const { module, file, name } = partsOfToken(token);
        const path = join(this.folder, module, `${file}.d.ts`);
        const found = this.read(path).statements.find(
            (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === `${name}Args`,
        );
        if (found === undefined) throw new Error(`${path} declares no ${name}Args`);
        return this.object(found);
    }

    private object(declared: ts.InterfaceDeclaration): Shape {
        const properties: Record<string, Shape> = {};
        const required: string[] = [];
        for (const member of declared.members) {
            if (!ts.isPropertySignature(member) || member.type === undefined) continue;
            const name = member.name.getText().replaceAll('"', "");
            properties[name] = { ...this.shape(member.type), ...expressionIn(member) };
            if (member.questionToken === undefined) required.push(name);
        }
        return { kind: "object", properties, ...(required.length > 0 && { required }) };
    }

    private shape(type: ts.TypeNode): Shape {
        if (ts.isArrayTypeNode(type)) return { kind: "list", items: this.shape(type.elementType) };
        if (ts.isParenthesizedTypeNode(type)) return this.shape(type.type);
        if (ts.isUnionTypeNode(type)) return this.union(type.types.filter((one) => one.getText() !== "undefined"));
        if (ts.isLiteralTypeNode(type)) return { kind: "text", oneOf: [type.getText().slice(1, -1)] };
        if (ts.isTypeLiteralNode(type)) {
            const [index] = type.members;
            if (index && ts.isIndexSignatureDeclaration(index)) return { kind: "map", items: this.shape(index.type) };
        }
        if (ts.isTypeReferenceNode(type)) return this.reference(type);
        const kinds: Record<string, Shape> = {
            string: { kind: "text" },
            number: { kind: "number" },
            boolean: { kind: "flag" },
        };
        return kinds[type.getText()] ?? { kind: "any" };
    }

    private reference(type: ts.TypeReferenceNode): Shape {
        const name = type.typeName.getText();
        const [argument] = type.typeArguments ?? [];
        if (name === "pulumi.Input" && argument) return this.shape(argument);
        if (/^pulumi\.asset\./.test(name)) return { kind: "file" };
        if (name.startsWith("inputs.")) return this.named(name);
        if (name.startsWith("enums.")) return { kind: "text", oneOf: this.enumeration(name) };
        if (name.endsWith("PolicyDocument")) return { kind: "any" };
        // Names of the SDK for texts of the cloud, and resources in the place of their names.
        return { kind: "text" };
    }

    private named(name: string): Shape {
        const [, space = "", own = ""] = /^inputs\.(.*?)\.?(\w+)$/.exec(name) ?? [];
        const declared = this.space(space).get(own);
        if (declared === undefined || this.within.includes(name)) return { kind: "any", silent: true };
        this.within.push(name);
        const shape = this.object(declared);
        this.within.pop();
        return shape;
    }

    private union(types: readonly ts.TypeNode[]): Shape {
        const shapes = types.map((one) => this.shape(one));
        const [first] = shapes;
        if (first === undefined || shapes.length === 1) return first ?? { kind: "any" };
        if (shapes.every(({ kind }) => kind === "object")) return variants(shapes);
        if (shapes.some(({ kind }) => kind !== "text")) return { kind: "any" };
        const values = shapes.flatMap(({ oneOf }) => oneOf ?? []);
        return values.length > 0 ? { kind: "text", oneOf: values } : { kind: "text" };
    }

    /** Interfaces of `types/input.d.ts` by their namespace, which may hold namespaces itself. */
    private space(name: string): Map<string, ts.InterfaceDeclaration> {
        if (this.spaces.size === 0) {
            this.collect("", this.read(join(this.folder, "types", "input.d.ts")).statements);
        }
        return this.spaces.get(name) ?? new Map();
    }

    private collect(space: string, statements: ts.NodeArray<ts.Statement>): void {
        const here = this.spaces.get(space) ?? new Map<string, ts.InterfaceDeclaration>();
        this.spaces.set(space, here);
        for (const one of statements) {
            if (ts.isInterfaceDeclaration(one)) here.set(one.name.text, one);
            if (ts.isModuleDeclaration(one) && one.body && ts.isModuleBlock(one.body)) {
                this.collect([space, one.name.text].filter(Boolean).join("."), one.body.statements);
            }
        }
    }

    private enumeration(name: string): string[] {
        const [, space = "", own = ""] = /^enums\.(.*?)\.?(\w+)$/.exec(name) ?? [];
        const path = join(this.folder, "types", "enums", space.replaceAll(".", "/"), "index.d.ts");
        if (!existsSync(path)) return [];
        const [, body = ""] =
            new RegExp(`declare const ${own}: \\{([\\s\\S]*?)\\n\\};`).exec(this.read(path).text) ?? [];
        return [...body.matchAll(/readonly [^:]+: "([^"]*)"/g)].map(([, value = ""]) => value);
    }

    private read(path: string): ts.SourceFile {
        const known = this.files.get(path);
        if (known) return known;
        const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
        this.files.set(path, file);
        return file;
    }
}

/** Objects that one property tells apart, of which each has its own value. */
function variants(shapes: readonly Shape[]): Shape {
    const by = Object.keys(shapes[0]?.properties ?? {}).find((name) =>
        shapes.every(({ properties = {} }) => properties[name]?.oneOf?.length === 1),
    );
    if (by === undefined) return { kind: "any", silent: true };
    const named = shapes.map((shape) => [String(shape.properties?.[by]?.oneOf?.[0]), shape]);
    return { kind: "variants", by, variants: Object.fromEntries(named) };
}
