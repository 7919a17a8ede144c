const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const drawMilliseconds = 100;
const quietMilliseconds = 15_000;

/**
 * @typedef {object} Step
 * @property {(detail: string) => void} detail says what it is doing now
 * @property {(text: string) => void} done
 * @property {() => void} failed
 * @property {() => void} stopped it was ended on purpose, so it is not what went wrong
 */

/**
 * Shows steps that run beside each other: on a terminal one moving line each, otherwise plain lines as things happen.
 * @param {{ write: (text: string) => unknown, columns?: number | undefined }} stream
 * @param {boolean} live
 */
export function createProgress(stream, live) {
    /** @type {Map<string, { since: number, detail: string, said: number }>} */
    const active = new Map();
    let drawn = 0;
    let frame = 0;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;

    const erase = () => {
        if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`);
        drawn = 0;
    };
    const draw = () => {
        if (!live) return;
        erase();
        for (const [title, { since, detail }] of active) {
            const line = `${frames[frame % frames.length]} ${title} ${elapsed(since)}${detail ? ` · ${detail}` : ""}`;
            stream.write(`${line.slice(0, (stream.columns ?? 80) - 1)}\n`);
        }
        drawn = active.size;
    };
    const tick = () => {
        frame += 1;
        if (live) return draw();
        for (const [title, step] of active) {
            if (Date.now() - step.said < quietMilliseconds) continue;
            step.said = Date.now();
            stream.write(`  ${title} ${elapsed(step.since)}${step.detail ? ` · ${step.detail}` : ""}\n`);
        }
    };
    const say = (/** @type {string} */ line) => {
        erase();
        stream.write(`${line}\n`);
        draw();
    };

    return {
        say,
        /**
         * @param {string} title
         * @returns {Step}
         */
        start(title) {
            const step = { since: Date.now(), detail: "", said: Date.now() };
            if (!live) say(`  ${title} …`);
            active.set(title, step);
            timer ??= setInterval(tick, live ? drawMilliseconds : 1000).unref();
            const finish = (/** @type {string} */ line) => {
                active.delete(title);
                say(line);
                if (active.size === 0) {
                    clearInterval(timer);
                    timer = undefined;
                }
            };
            return {
                detail: (detail) => {
                    step.detail = detail;
                },
                done: (text) => finish(`✓ ${title}: ${text} (${elapsed(step.since)})`),
                failed: () => finish(`✗ ${title} (${elapsed(step.since)})`),
                stopped: () => finish(`- ${title}: stopped (${elapsed(step.since)})`),
            };
        },
    };
}

/** @param {number} since */
function elapsed(since) {
    return `${Math.round((Date.now() - since) / 1000)} s`;
}
