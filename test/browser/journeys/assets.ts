import { visit } from "../visit.ts";
import type { Journey } from "./journey.ts";

const leaver = "lena.leaver";
const day = 24 * 3_600_000;

/** A day as it is typed. */
const typed = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "/");

/** The life of an asset at its holder's, from the gate to the departure that collects it. */
export const assetJourneys: readonly Journey[] = [
  {
    title:
      "an asset manager receives a device, hands it out, and gets it back before its holder's departure ends",
    go: async ({ bed, browser }) => {
      const { page, complaints, open, close } = await visit(browser, bed.url, "amy.asset");
      await open("/assets/receive");
      await page.getByRole("button", { name: "Model" }).click();
      await page.getByRole("option", { name: /Screen 27/ }).click();
      await page.getByRole("button", { name: /Put away in/ }).click();
      await page.getByRole("option", { name: /Cellar/ }).click();
      await page.getByRole("textbox", { name: /Serial numbers/ }).fill("S27-901, N901\nS27-201, N902");
      await page.getByRole("button", { name: "Receive 2" }).click();
      await page.getByText("1 line was refused").waitFor();
      await page.getByText("1 received").waitFor();
      await page.getByRole("link", { name: "Screen 27" }).click();

      await page.getByRole("button", { name: "Give to a person" }).click();
      const dialog = page.getByRole("dialog").filter({ visible: true });
      await dialog.getByRole("combobox", { name: "Person" }).fill(leaver);
      await dialog.getByRole("button", { name: "Give to a person" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("In use").first().waitFor();
      await bed.drain();

      await open("/departures/new");
      await page.getByRole("combobox", { name: "Who", exact: true }).fill(leaver);
      await page.getByRole("textbox", { name: "Last day" }).fill(typed(bed.clock.now() - 2 * day));
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: /leaves/ }).waitFor();
      await bed.drain();
      await page.getByText("1 thing is still theirs").waitFor();
      await page.getByRole("button", { name: "Take back" }).click();
      await dialog.getByRole("button", { name: /Stockroom/ }).click();
      await page.getByRole("option", { name: "Cellar" }).click();
      await dialog.getByRole("button", { name: "Take back" }).click();
      await dialog.waitFor({ state: "hidden" });
      await bed.drain();

      for (const shown of ["Nothing is left, as far as was answered.", "Nothing is left"]) {
        await page.getByRole("button", { name: "Look again now" }).click();
        await bed.drain();
        await page.getByText(shown, { exact: true }).first().waitFor();
      }
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
