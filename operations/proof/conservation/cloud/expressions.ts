import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Item = Readonly<Record<string, AttributeValue>>;

/** What an expression's marks stand for. */
export interface Marks {
    names?: Readonly<Record<string, string>> | undefined;
    values?: Readonly<Record<string, AttributeValue>> | undefined;
}

type Condition = (item: Item | undefined, marks: Marks) => boolean;
type Operand = (item: Item | undefined, marks: Marks) => string | number | boolean | undefined;

const TOKENS = /[#:]?\w+|[<>]=?|[=(),]/g;
const conditions = new Map<string, Condition>();

/** Whether a condition of DynamoDB holds for an item, of those conditions that the platform's functions write. */
export function holds(expression: string | undefined, item: Item | undefined, marks: Marks): boolean {
    if (expression === undefined) return true;
    let condition = conditions.get(expression);
    if (condition === undefined) {
        condition = new ConditionParser(expression).parsed();
        conditions.set(expression, condition);
    }
    return condition(item, marks);
}

/** The item as an update leaves it. */
export function updated(expression: string, item: Item, marks: Marks): Item {
    const [, verb, rest = ""] = /^(SET|ADD) (.*)$/s.exec(expression) ?? [];
    if (verb === "ADD") {
        const [name = "", mark = ""] = rest.split(" ");
        const before = item[nameOf(name, marks)]?.SS ?? [];
        return {
            ...item,
            [nameOf(name, marks)]: { SS: [...new Set([...before, ...(givenFor(mark, marks).SS ?? [])])] },
        };
    }
    if (verb !== "SET") throw new SyntaxError(`this DynamoDB does not know the update ${expression}`);
    const changed: Record<string, AttributeValue> = { ...item };
    for (const part of rest.split(/, (?=#)/)) {
        const [, name = "", kept, mark = ""] = /^(#\w+) = (?:if_not_exists\((#\w+), (:\w+)\)|(?=:))/.exec(part) ?? [];
        const own = nameOf(name, marks);
        if (kept === undefined) changed[own] = givenFor(part.slice(part.indexOf(":")), marks);
        else changed[own] = item[nameOf(kept, marks)] ?? givenFor(mark, marks);
    }
    return changed;
}

class ConditionParser {
    readonly #tokens: string[];
    #at = 0;

    constructor(text: string) {
        this.#tokens = text.match(TOKENS) ?? [];
    }

    parsed(): Condition {
        const condition = this.#or();
        if (this.#at < this.#tokens.length)
            throw new SyntaxError(`this DynamoDB does not know ${this.#tokens.join(" ")}`);
        return condition;
    }

    #or(): Condition {
        const parts = [this.#and()];
        while (this.#take("OR")) parts.push(this.#and());
        return (item, marks) => parts.some((part) => part(item, marks));
    }

    #and(): Condition {
        const parts = [this.#one()];
        while (this.#take("AND")) parts.push(this.#one());
        return (item, marks) => parts.every((part) => part(item, marks));
    }

    #one(): Condition {
        if (this.#take("(")) {
            const inner = this.#or();
            this.#take(")");
            return inner;
        }
        for (const [word, wanted] of [
            ["attribute_exists", true],
            ["attribute_not_exists", false],
        ] as const) {
            if (!this.#take(word)) continue;
            const name = this.#argument();
            return (item, marks) => (item?.[nameOf(name, marks)] !== undefined) === wanted;
        }
        const left = this.#operand();
        const comparison = this.#next();
        const right = this.#operand();
        return (item, marks) => compared(left(item, marks), comparison, right(item, marks));
    }

    #operand(): Operand {
        if (this.#take("size")) {
            const name = this.#argument();
            return (item, marks) => item?.[nameOf(name, marks)]?.SS?.length;
        }
        const token = this.#next();
        if (token.startsWith(":")) return (_, marks) => plain(givenFor(token, marks));
        return (item, marks) => plain(item?.[nameOf(token, marks)]);
    }

    #argument(): string {
        this.#take("(");
        const name = this.#next();
        this.#take(")");
        return name;
    }

    #take(token: string): boolean {
        if (this.#tokens[this.#at] !== token) return false;
        this.#at++;
        return true;
    }

    #next(): string {
        return this.#tokens[this.#at++] ?? "";
    }
}

function compared(left: ReturnType<Operand>, comparison: string, right: ReturnType<Operand>): boolean {
    if (left === undefined || right === undefined || typeof left !== typeof right) return false;
    if (comparison === "=") return left === right;
    if (comparison === "<") return left < right;
    throw new SyntaxError(`this DynamoDB does not know the comparison ${comparison}`);
}

function nameOf(name: string, { names }: Marks): string {
    return names?.[name] ?? name;
}

function givenFor(mark: string, { values }: Marks): AttributeValue {
    const value = values?.[mark];
    if (value === undefined) throw new SyntaxError(`no value is given for ${mark}`);
    return value;
}

export function plain(value: AttributeValue | undefined): string | number | boolean | undefined {
    if (value?.N !== undefined) return Number(value.N);
    return value?.S ?? value?.BOOL;
}
