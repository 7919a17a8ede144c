import { useEffect, useRef, useState } from "preact/hooks";
import { listen } from "./connection.ts";
import { newAlerts } from "./new-alerts.ts";
import { Nav } from "./parts/nav.tsx";
import type { ConsoleState } from "./state.ts";
import { titleOf, type ViewName, viewIn } from "./view-titles.ts";
import { VIEWS } from "./views.tsx";

export function App({ token }: { token: string | undefined }) {
    const [state, setState] = useState<ConsoleState>();
    const [silence, setSilence] = useState<string>();
    const [told, setTold] = useState("");
    const view = useView();
    useEffect(() => {
        if (token === undefined) return;
        const stop = new AbortController();
        let before: ConsoleState | undefined;
        const onState = (next: ConsoleState) => {
            setTold((last) => newAlerts(before, next) ?? last);
            before = next;
            setState(next);
        };
        listen(token, { onState, onSilence: setSilence }, stop.signal);
        return () => stop.abort();
    }, [token]);

    if (token === undefined) return <Closed />;
    const View = VIEWS[view];
    return (
        <>
            <header>
                <a class="skip" href={`#/${view}`} onClick={focusHeading}>
                    Skip to the content
                </a>
                <p class="brand">Compliance console</p>
                <p class="stack">{state ? `stack ${state.stack}` : "connecting …"}</p>
            </header>
            <Nav current={view} state={state} />
            <main>
                <Heading title={titleOf(view)} />
                {silence && (
                    <p class="notice bad" role="alert">
                        {silence}
                    </p>
                )}
                {state?.unread.map((what) => (
                    <p class="notice bad" key={what}>
                        Could not be read, so what is shown is older: {what}
                    </p>
                ))}
                {state ? <View state={state} token={token} /> : <p>Reading how things stand …</p>}
            </main>
            <p class="unseen" role="status">
                {told}
            </p>
        </>
    );
}

function Closed() {
    return (
        <main class="alone">
            <h1>Compliance console</h1>
            <p>Open it by the address that npm start printed: it holds the token of this start.</p>
        </main>
    );
}

/** Gets the focus when another view is shown, so that a screen reader goes on there. */
function Heading({ title }: { title: string }) {
    const heading = useRef<HTMLHeadingElement>(null);
    const isFirst = useRef(true);
    useEffect(() => {
        document.title = `${title} · Compliance console`;
        if (!isFirst.current) heading.current?.focus();
        isFirst.current = false;
    }, [title]);
    return (
        <h1 tabIndex={-1} ref={heading}>
            {title}
        </h1>
    );
}

function focusHeading(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>("h1")?.focus();
}

function useView(): ViewName {
    const [view, setView] = useState(viewIn(location.hash));
    useEffect(() => {
        const follow = () => setView(viewIn(location.hash));
        addEventListener("hashchange", follow);
        return () => removeEventListener("hashchange", follow);
    }, []);
    return view;
}
