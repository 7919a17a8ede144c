/** What each metric said in one period; what is missing was not reported. */
export type Values = Readonly<Record<string, number | undefined>>;

type Value = number | undefined | readonly (number | undefined)[];

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(>=|<=|==|!=|&&|\|\||[-+*/(),<>]))/y;

// Loosest first.
const LEVELS: readonly Readonly<Record<string, (left: number, right: number) => number>>[] = [
    { OR: (left, right) => Number(Boolean(left || right)), "||": (left, right) => Number(Boolean(left || right)) },
    { AND: (left, right) => Number(Boolean(left && right)), "&&": (left, right) => Number(Boolean(left && right)) },
    {
        ">": (left, right) => Number(left > right),
        "<": (left, right) => Number(left < right),
        ">=": (left, right) => Number(left >= right),
        "<=": (left, right) => Number(left <= right),
        "==": (left, right) => Number(left === right),
        "!=": (left, right) => Number(left !== right),
    },
    { "+": (left, right) => left + right, "-": (left, right) => left - right },
    { "*": (left, right) => left * right, "/": (left, right) => left / right },
];

/**
 * The value of an expression of CloudWatch's metric math in one period: arithmetic, comparisons, AND and OR, IF, FILL, SUM,
 * MAX, MIN and METRICS. Throws on what it does not know.
 */
export function computed(expression: string, values: Values): number | undefined {
    const reader = new Reader(expression, values);
    const value = reader.level(0);
    reader.end();
    if (typeof value === "object") throw reader.fault("several values, where an alarm needs one");
    return value;
}

class Reader {
    readonly #expression: string;
    readonly #tokens: string[] = [];
    readonly #values: Values;
    #at = 0;

    constructor(expression: string, values: Values) {
        this.#expression = expression;
        this.#values = values;
        for (let at = 0; at < expression.trimEnd().length; at = TOKEN.lastIndex) {
            TOKEN.lastIndex = at;
            const found = TOKEN.exec(expression);
            if (found === null) throw this.fault(`nothing known at ${JSON.stringify(expression.slice(at))}`);
            this.#tokens.push(found[0].trim());
        }
    }

    fault(what: string): Error {
        return new Error(`The metric math ${JSON.stringify(this.#expression)} has ${what}.`);
    }

    end(): void {
        if (this.#at < this.#tokens.length) throw this.fault(`too much: ${this.#tokens.slice(this.#at).join(" ")}`);
    }

    /** Operators of one level and all that bind closer. */
    level(depth: number): Value {
        const operators = LEVELS[depth];
        if (operators === undefined) return this.#operand();
        let left = this.level(depth + 1);
        for (;;) {
            const token = this.#tokens[this.#at];
            const operate = token === undefined || !Object.hasOwn(operators, token) ? undefined : operators[token];
            if (operate === undefined) return left;
            this.#at += 1;
            left = each(left, this.level(depth + 1), operate);
        }
    }

    #operand(): Value {
        const token = this.#next();
        if (/^\d/.test(token)) return Number(token);
        if (token === "(") return this.#closed(this.level(0));
        if (token === "-") return each(0, this.#operand(), (left, right) => left - right);
        if (this.#tokens[this.#at] === "(") return this.#call(token);
        if (!Object.hasOwn(this.#values, token)) throw this.fault(`no metric ${token}`);
        return this.#values[token];
    }

    #call(name: string): Value {
        this.#at += 1;
        const given: Value[] = [];
        while (this.#tokens[this.#at] !== ")") {
            given.push(this.level(0));
            if (this.#tokens[this.#at] === ",") this.#at += 1;
        }
        this.#closed(undefined);
        const [first, second, third] = given;
        const known = given.flat().filter((value): value is number => value !== undefined);
        const overKnown = (join: (values: number[]) => number) => (known.length === 0 ? undefined : join(known));
        switch (name) {
            case "METRICS":
                return Object.values(this.#values);
            case "FILL":
                return Array.isArray(first) ? first.map((value) => value ?? one(second)) : (first ?? second);
            case "IF":
                return one(first) === undefined ? undefined : one(first) ? second : third;
            case "SUM":
                return overKnown((all) => all.reduce((sum, value) => sum + value, 0));
            case "MAX":
                return overKnown((all) => Math.max(...all));
            case "MIN":
                return overKnown((all) => Math.min(...all));
            default:
                throw this.fault(`a function that is not known here: ${name}`);
        }
    }

    #closed(value: Value): Value {
        if (this.#next() !== ")") throw this.fault("a parenthesis that is not closed");
        return value;
    }

    #next(): string {
        const token = this.#tokens[this.#at];
        if (token === undefined) throw this.fault("an end too early");
        this.#at += 1;
        return token;
    }
}

/** CloudWatch has no value where one is missing, nor for a division by zero. */
function each(left: Value, right: Value, operate: (left: number, right: number) => number): Value {
    const [a, b] = [one(left), one(right)];
    if (a === undefined || b === undefined) return undefined;
    const value = operate(a, b);
    return Number.isFinite(value) ? value : undefined;
}

function one(value: Value): number | undefined {
    if (typeof value === "object") throw new Error("A list of metrics stands where metric math needs one value.");
    return value;
}
