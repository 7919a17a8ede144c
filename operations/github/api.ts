import { UserError } from "../cli/user-error.ts";

/** Where GitHub is and what for: all of it as a workflow sets it. */
export interface GithubPlace {
    /** Such as `https://api.github.com`. */
    readonly url: string;
    /** `owner/name`. */
    readonly repository: string;
    readonly token: string;
}

const PER_PAGE = 100;
/** A list longer than this is no list that we made: 10,000 entries. */
const MOST_PAGES = 100;
/** GitHub asks for patience by these codes; the rest of 4xx is final. */
const LATER = new Set([429, 502, 503, 504]);
const TRIES = 4;
const LONGEST_WAIT_SECONDS = 60;

/** What is known of GitHub from the variables of a workflow, or of a person who sets them. */
export function githubPlace(env: NodeJS.ProcessEnv): GithubPlace {
    const { GITHUB_API_URL: url = "https://api.github.com", GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
    const missing = Object.entries({ GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token }).flatMap(([name, value]) =>
        value ? [] : [name],
    );
    if (!repository || !token) {
        throw new UserError(
            `${missing.join(" and ")} must be set: the repository as owner/name, and a token that may write there.\n` +
                `A workflow gives both; on a laptop: GITHUB_REPOSITORY=owner/name GITHUB_TOKEN=$(gh auth token)`,
        );
    }
    return { url, repository, token };
}

/** The REST API of GitHub about one repository: a few calls, each page of each list, and patience where it asks for it. */
export class Github {
    private readonly place: GithubPlace;
    private readonly wait: (seconds: number) => Promise<void>;

    constructor(place: GithubPlace, wait = sleep) {
        this.place = place;
        this.wait = wait;
    }

    /** One object; `path` is below the repository, such as `/issues/7`. */
    async get<T>(path: string): Promise<T> {
        return (await this.send("GET", this.address(path))).json() as Promise<T>;
    }

    /** Every entry of a list over all its pages; `key` names the list where GitHub wraps it. */
    async all<T>(path: string, key?: string): Promise<T[]> {
        const found: T[] = [];
        let next: string | undefined = `${this.address(path)}${path.includes("?") ? "&" : "?"}per_page=${PER_PAGE}`;
        for (let page = 0; next !== undefined && page < MOST_PAGES; page += 1) {
            const answer = await this.send("GET", next);
            const body = await answer.json();
            found.push(...((key === undefined ? body : (body as Record<string, unknown>)[key]) as T[]));
            next = nextPage(answer.headers.get("link"), this.place.url);
        }
        return found;
    }

    async post<T>(path: string, body: object): Promise<T> {
        return (await this.send("POST", this.address(path), body)).json() as Promise<T>;
    }

    async patch<T>(path: string, body: object): Promise<T> {
        return (await this.send("PATCH", this.address(path), body)).json() as Promise<T>;
    }

    /** The bytes behind an address of the API, which lie on another server; the token stays with this one. */
    async bytes(path: string): Promise<Uint8Array> {
        return new Uint8Array(await (await this.send("GET", this.address(path))).arrayBuffer());
    }

    private address(path: string): string {
        return `${this.place.url}/repos/${this.place.repository}${path}`;
    }

    private async send(method: string, address: string, body?: object): Promise<Response> {
        for (let tried = 1; ; tried += 1) {
            const answer = await fetch(address, {
                method,
                headers: {
                    accept: "application/vnd.github+json",
                    authorization: `Bearer ${this.place.token}`,
                    "x-github-api-version": "2022-11-28",
                    ...(body && { "content-type": "application/json" }),
                },
                ...(body && { body: JSON.stringify(body) }),
            });
            if (answer.ok) return answer;
            if (tried === TRIES || !asksForPatience(answer)) throw await refused(method, address, answer);
            await this.wait(Math.min(Number(answer.headers.get("retry-after") ?? 2 ** tried), LONGEST_WAIT_SECONDS));
        }
    }
}

function asksForPatience(answer: Response): boolean {
    return LATER.has(answer.status) || (answer.status === 403 && answer.headers.has("retry-after"));
}

async function refused(method: string, address: string, answer: Response): Promise<UserError> {
    const { message = "" } = (await answer.json().catch(() => ({}))) as { message?: string };
    const hint =
        answer.status === 401 || answer.status === 403 || answer.status === 404
            ? " Look at the permissions of the job, or of the token."
            : "";
    return new UserError(`GitHub refused ${method} ${new URL(address).pathname}: ${answer.status} ${message}.${hint}`);
}

/** The page that the answer names as the next one, if it lies on the same server. */
function nextPage(link: string | null, server: string): string | undefined {
    const [, next] = /<([^>]+)>;\s*rel="next"/.exec(link ?? "") ?? [];
    return next !== undefined && new URL(next).origin === new URL(server).origin ? next : undefined;
}

function sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
