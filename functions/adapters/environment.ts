/** A variable of the function's environment is absent or not what it must be. */
export class EnvironmentError extends Error {
    override readonly name = "EnvironmentError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable's text, which must not be empty. */
export function required(name: string, environment: Environment = process.env): string {
    const value = environment[name];
    if (value === undefined || value === "") {
        throw new EnvironmentError(`environment variable ${name} is not set`);
    }
    return value;
}

export interface NumberRange {
    from: number;
    to: number;
    /** Whether fractions are refused. */
    whole?: boolean;
}

/** The variable as a number of the range. */
export function requiredNumber(name: string, range: NumberRange, environment: Environment = process.env): number {
    const text = required(name, environment);
    const value = Number(text);
    const { from, to, whole = false } = range;
    if (text.trim() !== "" && value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
    throw new EnvironmentError(
        `environment variable ${name} must be a ${whole ? "whole " : ""}number from ${from} to ${to}, got "${text}"`,
    );
}
