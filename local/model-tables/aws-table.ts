import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import type { Shape, ShapeTable } from "../providers/models/shape.ts";
import { requestOf } from "./botocore.ts";
import { CloudFormation } from "./cloud-formation.ts";
import type { Definition } from "./definition.ts";
import type { Names } from "./names.ts";
import { overlay } from "./overlay.ts";
import { SdkTypes } from "./sdk-types.ts";

export interface Table {
    readonly date: string;
    readonly types: ShapeTable;
}

interface Entry {
    /** `AWS::SQS::Queue`, or a part of a type: `AWS::S3::Bucket BucketEncryption`; or `botocore quicksight CreateGroup`; or null. */
    readonly model: string | null;
    readonly names?: Names;
    readonly filled?: readonly string[];
}

export function awsTable(packages: string): Table {
    const { types }: { types: Record<string, Entry> } = parse(
        readFileSync(join(import.meta.dirname, "aws-types.yaml"), "utf8"),
    );
    const sdk = new SdkTypes(join(paths.nodeModules, "@pulumi", "aws"));
    const schemas = new CloudFormation(packages);
    const shapeOf = ([type, { model, names = {}, filled = [] }]: [string, Entry]): [string, Shape] => {
        const reading = { names, filled, variants: [], structured: [], anyIsMeant: false };
        return [type, overlay(sdk.inputsOf(type), definitionOf(model, packages, schemas), reading)];
    };
    return { date: schemas.date, types: Object.fromEntries(Object.entries(types).map(shapeOf)) };
}

function definitionOf(model: string | null, packages: string, schemas: CloudFormation): Definition | undefined {
    if (model === null) return undefined;
    const [source = "", ...rest] = model.split(" ");
    if (source !== "botocore") return part(schemas.definitionOf(source), rest);
    const [service = "", operation = "", ...path] = rest;
    return part(requestOf(packages, service, operation), path);
}

function part(definition: Definition, path: readonly string[]): Definition {
    return path.reduce((here, step) => {
        const found = here.properties?.[step]?.();
        if (found === undefined) throw new Error(`there is no ${step} in ${path.join(" ")}`);
        return found;
    }, definition);
}
