import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";

const EVERY_MS = 200;

/** The console as somebody has it open in a browser. */
export class ConsolePage {
    /** Every state that the server sent. */
    readonly received: string[] = [];
    private readonly browser: Browser;
    private readonly page: Page;

    private constructor(browser: Browser, page: Page) {
        this.browser = browser;
        this.page = page;
        page.on("response", async (response) => {
            // One that was still on its way when the page was closed has no text.
            if (response.url().includes("/api/state")) this.received.push(await response.text().catch(() => ""));
        });
    }

    static async open(address: string): Promise<ConsolePage> {
        const browser = await launchBrowser();
        const page = await browser.newPage();
        // The limit of the whole test is mocha's.
        page.setDefaultTimeout(0);
        const opened = new ConsolePage(browser, page);
        await page.goto(address);
        return opened;
    }

    async goTo(title: string): Promise<void> {
        const views = this.page.getByRole("navigation", { name: "Views" });
        await views.getByRole("link", { name: new RegExp(`^${title}\\b`) }).click();
        await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
    }

    /** The id of the first alert that the page shows and that was not known before. */
    async newAlert(known: ReadonlySet<string>): Promise<string> {
        for (;;) {
            for (const alert of await this.page.locator("details[data-id]").all()) {
                const id = await alert.getAttribute("data-id", { timeout: 1_000 }).catch(() => null);
                if (id !== null && !known.has(id)) return id;
            }
            await delay(EVERY_MS);
        }
    }

    /** Opens an alert, and waits until its history says that it was sent. */
    async unfold(id: string): Promise<void> {
        await this.alert(id).locator("summary").click();
        await this.alert(id).getByText("alert sent over SNS").waitFor();
    }

    async explains(id: string, reason: string): Promise<void> {
        await this.alert(id).locator(".reasons").getByText(reason).first().waitFor();
    }

    async decide(id: string, { decision, by, note }: { decision: string; by: string; note: string }): Promise<void> {
        const alert = this.alert(id);
        await alert.getByLabel(decision).check();
        await alert.getByLabel("Analyst").fill(by);
        await alert.getByLabel("Note").fill(note);
        await alert.getByRole("button", { name: "Keep the decision" }).click();
        await alert.getByText("1 of 1 decisions stand.").waitFor();
        await alert.locator("legend").getByText(`Decided ${decision.toLowerCase()} by ${by}`).waitFor();
    }

    async says(text: string): Promise<void> {
        await this.page.getByText(text).waitFor();
    }

    /** The sum of a column of numbers, counted from the names on. */
    async sumOf(caption: string, column: number): Promise<number> {
        const rows = await this.page.getByRole("table", { name: caption }).locator("tbody tr").all();
        const cells = await Promise.all(rows.map((row) => row.locator("th, td").nth(column).innerText()));
        return cells.reduce((sum, cell) => sum + Number((cell.split(/\s/)[0] ?? "").replaceAll(",", "")), 0);
    }

    /** What a tile of the dashboard says, when it is one number. */
    async numberIn(tile: string): Promise<string> {
        return this.page.locator(`[data-tile="${tile}"] .one-number`).innerText();
    }

    async chooseSheet(name: string): Promise<void> {
        await this.page.getByRole("navigation", { name: "Sheets" }).getByRole("button", { name }).click();
    }

    close(): Promise<void> {
        return this.browser.close();
    }

    private alert(id: string) {
        return this.page.locator(`details[data-id="${id}"]`);
    }
}
