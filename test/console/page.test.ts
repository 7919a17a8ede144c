import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { VIEW_TITLES } from "../../console/view-titles.ts";
import { browserHere, launchBrowser } from "../support/browser.ts";
import { faultsOf } from "./support/faults.ts";
import { recordedState } from "./support/recorded-state.ts";
import { type Served, served } from "./support/served.ts";

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

// Where there is no browser, `npm test` says at its end that these are left out.
if (browserHere !== undefined) {
    describe("the console's page", () => {
        let browser: Browser;
        let context: BrowserContext;
        let page: Page;
        let console: Served;
        let elsewhere: string[];
        /** What the page's own policy kept it from. */
        let refused: string[];

        before(async () => {
            browser = await launchBrowser();
        });
        after(() => browser?.close());
        beforeEach(async () => {
            console = await served();
            await open({ viewport: SIZES.desktop });
        });
        afterEach(async () => {
            await context.close();
            console.close();
        });

        async function newPage(options: Parameters<Browser["newContext"]>[0]): Promise<void> {
            await context?.close();
            context = await browser.newContext(options);
            // The limit of a whole test is mocha's.
            context.setDefaultTimeout(0);
            page = await context.newPage();
        }
        async function open(options: Parameters<Browser["newContext"]>[0]): Promise<void> {
            await newPage(options);
            [elsewhere, refused] = [[], []];
            page.on("console", (message) => {
                if (message.text().includes("Content Security Policy")) refused.push(message.text());
            });
            page.on("request", (request) => {
                if (!request.url().startsWith(`${console.origin}/`)) elsewhere.push(request.url());
            });
            await page.goto(`${console.origin}/#${console.token}`);
            await page.getByText("Fraud rate since").waitFor();
        }
        const goTo = async (title: string) => {
            const views = page.getByRole("navigation", { name: "Views" });
            await views.getByRole("link", { name: new RegExp(`^${title}\\b`) }).click();
            await page.getByRole("heading", { level: 1, name: title }).waitFor();
        };

        for (const [size, viewport] of Object.entries(SIZES)) {
            for (const colorScheme of ["light", "dark"] as const) {
                it(`gives axe nothing to object to on a ${size}, ${colorScheme}, and is no wider than it`, async () => {
                    await open({ viewport, colorScheme });
                    for (const { title } of VIEW_TITLES) {
                        await goTo(title);
                        for (const summary of await page.locator("summary").all()) await summary.click();
                        assert.deepEqual(await faultsOf(page), [], title);
                        const width = await page.evaluate("document.documentElement.scrollWidth");
                        assert.ok(Number(width) <= viewport.width, `${title} is ${width} wide`);
                    }
                });
            }
        }

        it("keeps the token out of the address, and asks nobody but its own server", async () => {
            assert.equal(page.url(), `${console.origin}/#/overview`);
            for (const { title } of VIEW_TITLES) await goTo(title);
            assert.deepEqual(elsewhere, []);
            await page.reload();
            await page.getByRole("heading", { name: "Overview" }).or(page.getByText("Guardrails")).first().waitFor();
        });

        it("shows nothing without the token, and says where it is", async () => {
            await newPage({});
            await page.goto(`${console.origin}/`);
            await page.getByText("Open it by the address that npm start printed").waitFor();
        });

        it("says so when the token is that of another start", async () => {
            await newPage({});
            await page.goto(`${console.origin}/#${"x".repeat(43)}`);
            await page
                .getByRole("alert")
                .getByText("Open the console by the address that npm start printed.")
                .waitFor();
        });

        it("shows a new alert without being asked, and tells a screen reader of it", async () => {
            const { alerts } = recordedState();
            const [first] = alerts;
            assert.ok(first);
            await goTo("Alerts");
            console.show({ alerts: [{ ...first, id: "mobile-bank:new", amount: "EUR 12.00" }, ...alerts] });
            await page.locator('details[data-id="mobile-bank:new"]').waitFor();
            await page.getByRole("status").getByText("New alert: EUR 12.00 instant, score 0.99").waitFor();
        });

        it("explains an alert and takes a decision on it, by the keyboard alone", async () => {
            await goTo("Alerts");
            // A new view takes the focus once it is drawn: keys before that would go elsewhere.
            await page.locator("h1:focus").waitFor();
            const alert = page.locator('details[data-id="mobile-bank:0000"]');
            await alert.locator("summary").focus();
            await page.keyboard.press("Enter");
            await alert.getByText("3 receivers of money within an hour").waitFor();
            await alert.getByText("received from mobile-bank").waitFor();
            await page.keyboard.press("Tab");
            await page.keyboard.press("Space");
            await page.keyboard.press("Tab");
            await page.keyboard.type("a.meier");
            await page.keyboard.press("Tab");
            await page.keyboard.type("customer called");
            await page.keyboard.press("Enter");
            await alert.getByText("1 of 1 decisions stand.").waitFor();
            assert.deepEqual(console.asked, [
                {
                    action: "decisions",
                    given: { id: "mobile-bank:0000", decision: "fraud", by: "a.meier", note: "customer called" },
                },
            ]);
        });

        it("takes an officer's word on the version that waits, and keeps the answer when the form has gone", async () => {
            await goTo("Model");
            await page.getByText("version 1 serves.").waitFor();
            const form = page.getByRole("group", { name: "Decide on version 2" });
            await form.getByLabel("Approve").check();
            await form.getByLabel("Officer").fill("c.weber");
            await form.getByRole("button").click();
            await page.getByText("1 of 1 decisions stand.").waitFor();
            assert.deepEqual(console.asked, [
                { action: "approvals", given: { version: 2, decision: "approve", by: "c.weber" } },
            ]);
            const { model } = recordedState();
            console.show({ model: { ...model, registry: { serving: "version 1", versions: [] } } });
            await page.getByText("No version waits for approval").waitFor();
            await page.getByText("1 of 1 decisions stand.").waitFor();
        });

        it("shows what came from Azure and what did not", async () => {
            await goTo("Sets from Azure");
            await page.getByRole("row", { name: /customer-risk-ratings 203 \d+ \w+ 2026-10-03/ }).waitFor();
            await page.getByText("Nothing came of device-reputation").waitFor();
        });

        it("looks at drift and evidence of the stack when asked, and says what the command said", async () => {
            await goTo("Guardrails");
            assert.deepEqual(console.asked, []);
            for (const verb of ["Look for drift", "Make the evidence"]) {
                await page.getByRole("button", { name: verb }).click();
            }
            await page.getByText("1 of 1 decisions stand.").nth(1).waitFor();
            assert.deepEqual(
                console.asked.map(({ action, given }) => [action, given]),
                ["drift", "evidence"].map((check) => ["checks", { check }]),
            );
        });

        it("leaves an alert that is being decided on where it is", async () => {
            const { alerts } = recordedState();
            await goTo("Alerts");
            const alert = page.locator('details[data-id="mobile-bank:0000"]');
            await alert.locator("summary").click();
            await alert.getByLabel("Legitimate").check();
            await alert.getByLabel("Analyst").fill("b.koch");
            await alert.getByRole("button").click();
            await alert.getByText("1 of 1 decisions stand.").waitFor();
            const decision = { decision: "legitimate", by: "b.koch", at: "2026-10-03T20:00:00.000Z" } as const;
            console.show({ alerts: alerts.map((one) => (one.id === "mobile-bank:0000" ? { ...one, decision } : one)) });
            await alert.getByText("Decided legitimate by b.koch").waitFor();
        });

        it("puts back what waits of a queue when asked", async () => {
            await goTo("Queues");
            await page.getByRole("button", { name: "Put back what waits of bulk-dead" }).click();
            await page.getByText("1 of 1 decisions stand.").waitFor();
            assert.deepEqual(console.asked, [{ action: "replays", given: { queue: "bulk-dead" } }]);
        });

        it("shows refused rows of one reason, masked", async () => {
            await goTo("Quarantine");
            await page.getByLabel("Reason").selectOption("invalid-amount");
            await page.getByText("1 of 1, the newest first").waitFor();
            await page.locator("details summary").click();
            await page.getByText("************1111").waitFor();
        });

        it("draws the dashboard's sheets, and asks for what a reader chooses", async () => {
            await goTo("Dashboard");
            const rate = page.locator("[data-tile=fraud-rate]");
            await rate.getByText("2.06%").waitFor();
            await page.getByLabel("Channel").selectOption("card");
            await rate.getByText("1.50%").waitFor();
            await page.locator("[data-tile=by-hour] canvas").waitFor();
            await page.getByRole("button", { name: "Alerts and amounts" }).click();
            await page.locator("[data-tile=by-rule] canvas").waitFor();
            await page.locator("[data-tile=by-rule] summary").click();
            await page.getByRole("cell", { name: "4", exact: true }).waitFor();
            await page.getByLabel("From day (UTC)").fill("2026-10-02");
            await page.locator("[data-tile=empty]").getByText("no data").waitFor();
            assert.deepEqual(elsewhere, []);
            assert.deepEqual(refused, []);
        });

        it("says what could not be read, and that the platform does not answer", async () => {
            console.show({ unread: ["the warehouse: Error: closed"] });
            await page.getByText("Could not be read, so what is shown is older: the warehouse").waitFor();
            console.close();
            await page.getByRole("alert").getByText("The platform does not answer.").waitFor();
        });
    });
}
