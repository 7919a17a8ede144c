import { render } from "preact";
import { App } from "./app.tsx";
import { takeToken } from "./connection.ts";

render(<App token={takeToken()} />, document.body);
