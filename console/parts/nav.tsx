import type { ConsoleState } from "../state.ts";
import { VIEW_TITLES, type ViewName } from "../view-titles.ts";
import { count } from "../words.ts";

/** What waits for somebody, beside the name of its view. */
function waiting(name: ViewName, state: ConsoleState | undefined): number {
    if (state === undefined) return 0;
    if (name === "alerts") return state.model.decided.open;
    if (name === "quarantine") return state.counts.quarantined;
    if (name === "model") return state.model.registry?.versions.filter(({ state }) => state === "waits").length ?? 0;
    if (name === "queues")
        return state.parked.reduce((sum, { state, count }) => sum + (state === "waits" ? count : 0), 0);
    return 0;
}

export function Nav({ current, state }: { current: ViewName; state: ConsoleState | undefined }) {
    return (
        <nav aria-label="Views">
            <ul>
                {VIEW_TITLES.map(({ name, title }) => (
                    <li key={name}>
                        <a href={`#/${name}`} aria-current={name === current ? "page" : undefined}>
                            {title}
                            {waiting(name, state) > 0 && <span class="badge">{count(waiting(name, state))}</span>}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
