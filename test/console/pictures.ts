import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { localClients } from "../../local/services/clients.ts";
import { interruptible } from "../../operations/cli/interrupt.ts";
import { main } from "../../operations/cli/main.ts";
import { UserError } from "../../operations/cli/user-error.ts";
import { openConsole } from "../../operations/console/open-console.ts";
import { bringUp } from "../../operations/start/bring-up.ts";
import { Exchange } from "../../operations/start/exchange.ts";
import { Intake } from "../../operations/start/intake.ts";
import { LOCAL, type LocalCloud } from "../../operations/start/local-cloud.ts";
import { platformOutputs } from "../../operations/start/platform-outputs.ts";
import { readLabels } from "../../operations/start/quality.ts";
import { readSamples } from "../../operations/start/sample-files.ts";
import { TimedStory } from "../../operations/start/timed-story.ts";
import { paths } from "../../tools/paths.mjs";
import { browserHere, launchBrowser } from "../support/browser.ts";

const OUT = join(paths.root, "docs", "console");
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** Takes the pictures of the documents: of a platform that runs, fed with the samples. */
async function pictures(): Promise<number> {
    if (browserHere === undefined) throw new UserError("Pictures need a browser: install Chrome or Chromium.");
    const signal = interruptible();
    const story = new TimedStory(signal);
    let cloud: LocalCloud | undefined;
    try {
        const { report } = await bringUp(story, signal, (opened) => {
            cloud = opened;
        });
        if (cloud) await ofConsole(cloud, { story, signal, report });
        return 0;
    } finally {
        const opened = cloud;
        if (opened) await story.step("Taking the local cloud down", () => opened.remove());
    }
}

type Run = { story: TimedStory; signal: AbortSignal; report: Awaited<ReturnType<typeof bringUp>>["report"] };

async function ofConsole(cloud: LocalCloud, { story, signal, report }: Run): Promise<void> {
    const clients = localClients(paths.servicesFile);
    const outputs = await platformOutputs(cloud.stack);
    const intake = new Intake(clients, outputs);
    const labels = await readLabels(join(paths.root, "samples", "expected", "labels.csv"));
    const { observer } = intake;
    const { quickSight } = cloud;
    // As npm start does: what is scored without them says so.
    const exchange = await Exchange.of(cloud, clients);
    await exchange.bring(await exchange.put(join(paths.root, "samples", "supplementary")));
    const opened = await openConsole({ stack: LOCAL, clients, quickSight, outputs, observer, report, labels });
    const browser = await launchBrowser();
    try {
        // Open while transactions flow, so that there is a rate over time to show.
        const watching = await open(browser, opened.address, {});
        await intake.feed(await readSamples(join(paths.root, "samples", "transactions")));
        await story.step("Finding fraud", () => intake.settle((text) => story.progress(text), signal));
        await decide(watching);
        mkdirSync(OUT, { recursive: true });
        await story.step("Taking pictures", () => takeAll(browser, opened.address));
    } finally {
        await browser.close();
        await opened.close();
        clients.close();
    }
}

async function open(browser: Browser, address: string, options: Parameters<Browser["newContext"]>[0]): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(0);
    await page.goto(address);
    await page.getByText("Fraud rate since").waitFor();
    return page;
}

async function show(page: Page, title: string): Promise<void> {
    const views = page.getByRole("navigation", { name: "Views" });
    await views.getByRole("link", { name: new RegExp(`^${title}\\b`) }).click();
}

async function decide(page: Page): Promise<void> {
    await show(page, "Alerts");
    const alert = page.locator("details[data-id]").first();
    await alert.locator("summary").click();
    await alert.getByLabel("Fraud").check();
    await alert.getByLabel("Analyst").fill("a.meier");
    await alert.getByLabel("Note").fill("customer called");
    await alert.getByRole("button").click();
    await alert.getByText("1 of 1 decisions stand.").waitFor();
}

async function takeAll(browser: Browser, address: string): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
        for (const colorScheme of ["light", "dark"] as const) {
            const page = await open(browser, address, { viewport, colorScheme });
            const take = (view: string) => page.screenshot({ path: join(OUT, `${view}-${size}-${colorScheme}.png`) });
            await page.getByText("Balanced: all that came in").waitFor();
            await take("overview");
            await show(page, "Alerts");
            await page.getByLabel("Show").selectOption("all");
            await page.locator("summary", { hasText: "fraud" }).first().click();
            await page.locator(".history").getByText("decided fraud by a.meier").waitFor();
            await take("alert");
            await show(page, "Dashboard");
            await page.getByRole("navigation", { name: "Sheets" }).getByRole("button", { name: "Alerts and" }).click();
            await page.locator("[data-tile=alerts-by-rule] canvas").waitFor();
            await page.screenshot({ path: join(OUT, `dashboard-${size}-${colorScheme}.png`), fullPage: true });
            await show(page, "Quarantine");
            await take("quarantine");
            await show(page, "Model");
            await take("model");
        }
    }
}

main(pictures);
