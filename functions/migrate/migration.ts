import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { statementsOf } from "../adapters/statements.ts";

/** One step of the warehouse's schema. */
export interface Migration {
    /** The number that its file's name begins with. */
    version: number;
    /** The file's name without its extension. */
    name: string;
    /** SHA-256 of the file, in hexadecimal. */
    checksum: string;
    statements: string[];
}

/** What the warehouse remembers of a migration. */
export type Applied = Pick<Migration, "version" | "name" | "checksum">;

/** The migrations of a build and of the warehouse do not fit together. */
export class MigrationError extends Error {
    override readonly name = "MigrationError";
}

const NAME = /^(\d{4})-[a-z0-9-]+$/;
/** The Data API takes 40 statements as one transaction; three of them surround a migration. */
export const MOST_STATEMENTS = 37;

/** The migrations in a folder, by number. */
export function readMigrations(folder: string): Migration[] {
    const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
    const migrations = files
        .sort()
        .map((file) => migrationOf(path.basename(file, ".sql"), readFileSync(path.join(folder, file), "utf8")));
    for (const [index, { version, name }] of migrations.entries()) {
        if (version === index + 1) continue;
        throw new MigrationError(`migration ${name} must have the number ${pad(index + 1)}: numbers have no gaps`);
    }
    return migrations;
}

export function migrationOf(name: string, sql: string): Migration {
    const [, number] = NAME.exec(name) ?? [];
    if (number === undefined) throw new MigrationError(`migration ${name} must be named like 0001-transactions`);
    const statements = statementsOf(sql);
    if (statements.length < 1 || statements.length > MOST_STATEMENTS) {
        const found = `has ${statements.length} statements`;
        throw new MigrationError(`migration ${name} ${found}; it must have 1 to ${MOST_STATEMENTS}, so split it`);
    }
    const checksum = createHash("sha256").update(sql).digest("hex");
    return { version: Number(number), name, checksum, statements };
}

/** The migrations still to be applied. Refuses, by name, when what was applied is not how the build begins. */
export function pending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
    for (const [index, { version, name, checksum }] of applied.entries()) {
        const here = migrations.find((migration) => migration.name === name);
        if (here === undefined) {
            const fix = "deploy a commit that has it; what was applied is never taken back";
            throw new MigrationError(`migration ${name} was applied to the warehouse, but this build lacks it: ${fix}`);
        }
        if (here.checksum !== checksum) {
            const fix = `restore the file as it was, and write the change as ${pad(migrations.length + 1)}`;
            throw new MigrationError(`migration ${name} was changed after it was applied: ${fix}`);
        }
        const expected = migrations[index];
        if (version !== index + 1 || expected?.name !== name) {
            const late = expected?.name ?? pad(index + 1);
            throw new MigrationError(`migration ${late} was not applied, but the later ${name} was: renumber ${late}`);
        }
    }
    return migrations.slice(applied.length);
}

function pad(version: number): string {
    return String(version).padStart(4, "0");
}
