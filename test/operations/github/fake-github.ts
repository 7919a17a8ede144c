import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GithubPlace } from "../../../operations/github/api.ts";

export interface FakeIssue {
    number: number;
    title: string;
    body: string;
    state: "open" | "closed";
    state_reason?: string;
    labels: { name: string }[];
    user: { login: string };
    html_url: string;
    pull_request?: object;
}

export interface FakeComment {
    id: number;
    issue: number;
    body: string;
    user: { login: string } | null;
    html_url: string;
}

/** Most that GitHub gives on one page, here smaller, so that few entries fill several. */
const PAGE = 3;
export const TOKEN = "token-of-the-test";
export const BOT = "github-actions[bot]";

/**
 * GitHub's REST API for the calls that we make, on this machine: it gives lists by pages with the header that GitHub gives,
 * keeps issues and comments, refuses who has no token, and hands archives out from another address, as GitHub does.
 */
export class FakeGithub {
    readonly issues: FakeIssue[] = [];
    readonly comments: FakeComment[] = [];
    pulls: object[] = [];
    /** By id. */
    readonly runs = new Map<number, object>();
    readonly jobs = new Map<number, object[]>();
    readonly artifacts = new Map<number, (object & { id: number })[]>();
    readonly archives = new Map<number, Uint8Array>();
    /** Each request as `METHOD path`, in order. */
    readonly requests: string[] = [];
    /** Whether archives were asked for with the token of the API, which GitHub's storage must never see. */
    tokenSeenByStorage = false;
    /** Answers that come first, such as a 502. */
    readonly faults: { status: number; headers?: Record<string, string>; body?: object }[] = [];
    private readonly api: Server = createServer((request, response) => void this.answer(request, response));
    private readonly storage: Server = createServer((request, response) => this.archive(request, response));
    private ids = 100;

    async open(): Promise<GithubPlace> {
        for (const server of [this.api, this.storage]) {
            await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        }
        return { url: addressOf(this.api), repository: "bank/platform", token: TOKEN };
    }

    async close(): Promise<void> {
        for (const server of [this.api, this.storage]) {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    }

    /** The variables of a job. */
    environment({ url, repository, token }: GithubPlace): NodeJS.ProcessEnv {
        return { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token };
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
        const method = request.method ?? "";
        const path = pathname.replace("/repos/bank/platform", "");
        this.requests.push(`${method} ${path}`);
        const fault = this.faults.shift();
        if (fault) return send(response, fault.status, fault.body ?? {}, fault.headers);
        if (request.headers.authorization !== `Bearer ${TOKEN}`) {
            return send(response, 401, { message: "Bad credentials" });
        }
        const text = await textOf(request);
        const body = text === "" ? {} : JSON.parse(text);
        const archive = /^\/actions\/artifacts\/(\d+)\/zip$/.exec(path);
        if (archive) return send(response, 302, {}, { location: `${addressOf(this.storage)}/${archive[1]}` });
        const list = this.list(path, searchParams);
        if (method === "GET" && list) return sendPage(response, list, request.url ?? "", addressOf(this.api));
        const one = this.one(method, path, body);
        send(response, one === undefined ? 404 : method === "POST" ? 201 : 200, one ?? { message: "Not Found" });
    }

    private list(path: string, query: URLSearchParams): { key?: string; entries: object[] } | undefined {
        const [, comments] = /^\/issues\/(\d+)\/comments$/.exec(path) ?? [];
        if (comments) return { entries: this.comments.filter(({ issue }) => issue === Number(comments)) };
        const [, run, what] = /^\/actions\/runs\/(\d+)\/(jobs|artifacts)$/.exec(path) ?? [];
        if (run && what === "jobs") return { key: "jobs", entries: this.jobs.get(Number(run)) ?? [] };
        if (run && what) return { key: "artifacts", entries: this.artifacts.get(Number(run)) ?? [] };
        if (path === "/pulls") return { entries: this.pulls.filter((pull) => headOf(pull) === query.get("head")) };
        if (path !== "/issues") return undefined;
        const labels = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
        const wanted = query.get("state") ?? "open";
        const entries = this.issues.filter(
            (issue) =>
                (wanted === "all" || issue.state === wanted) &&
                labels.every((name) => issue.labels.some((label) => label.name === name)),
        );
        return { entries };
    }

    private one(method: string, path: string, body: Record<string, unknown>): object | undefined {
        const [, run] = /^\/actions\/runs\/(\d+)$/.exec(path) ?? [];
        if (method === "GET" && run) return this.runs.get(Number(run));
        const [, onIssue] = /^\/issues\/(\d+)\/comments$/.exec(path) ?? [];
        if (method === "POST" && onIssue) return this.comment(Number(onIssue), String(body.body));
        const [, comment] = /^\/issues\/comments\/(\d+)$/.exec(path) ?? [];
        if (method === "PATCH" && comment) {
            const found = this.comments.find(({ id }) => id === Number(comment));
            return found && Object.assign(found, body);
        }
        if (method === "POST" && path === "/issues") return this.issue(body as unknown as Partial<FakeIssue>);
        const [, issue] = /^\/issues\/(\d+)$/.exec(path) ?? [];
        const found = this.issues.find(({ number }) => number === Number(issue));
        if (method === "PATCH" && found) return Object.assign(found, withLabels(body));
        return method === "GET" ? found : undefined;
    }

    comment(issue: number, body: string, login = BOT): FakeComment {
        this.ids += 1;
        const html_url = `https://github.example/bank/platform/pull/${issue}#issuecomment-${this.ids}`;
        const made = { id: this.ids, issue, body, user: { login }, html_url };
        this.comments.push(made);
        return made;
    }

    issue(given: Partial<FakeIssue>): FakeIssue {
        this.ids += 1;
        const made: FakeIssue = {
            number: this.ids,
            title: "",
            body: "",
            state: "open",
            labels: [],
            user: { login: BOT },
            html_url: `https://github.example/bank/platform/issues/${this.ids}`,
            ...withLabels(given),
        };
        this.issues.push(made);
        return made;
    }

    private archive(request: IncomingMessage, response: ServerResponse): void {
        this.tokenSeenByStorage ||= request.headers.authorization !== undefined;
        response.end(this.archives.get(Number(request.url?.slice(1))) ?? "");
    }
}

function withLabels<T extends object>(given: T): T {
    if (!("labels" in given) || !Array.isArray(given.labels)) return given;
    return { ...given, labels: given.labels.map((label) => (typeof label === "string" ? { name: label } : label)) };
}

function headOf(pull: object): string {
    const { head } = pull as { head: { ref: string; repo: { full_name: string } | null } };
    return `${head.repo?.full_name.split("/")[0]}:${head.ref}`;
}

function addressOf(server: Server): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
    let text = "";
    for await (const chunk of request) text += chunk;
    return text;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function sendPage(
    response: ServerResponse,
    { key, entries }: { key?: string; entries: object[] },
    asked: string,
    server: string,
): void {
    const address = new URL(asked, server);
    const page = Number(address.searchParams.get("page") ?? 1);
    const shown = entries.slice((page - 1) * PAGE, page * PAGE);
    const more = entries.length > page * PAGE;
    address.searchParams.set("page", String(page + 1));
    const headers = more ? { link: `<${address.href}>; rel="next", <${address.href}>; rel="last"` } : {};
    send(response, 200, key === undefined ? shown : { total_count: entries.length, [key]: shown }, headers);
}
