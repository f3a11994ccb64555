import { tabTo } from "../focus.ts";
import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

const day = 24 * 3_600_000;

/** Monday of the next week at midnight, by this machine's clock, which is the browser's. */
const nextMonday = (): Date => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7 - ((now.getDay() + 6) % 7));
};

const keyOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

/** A change that is planned for an hour in the morning of a day. */
const planned = (world: World, title: string, from: number) =>
  askAs(world, "nia.network", "POST", "/changes", {
    type: "normal",
    title,
    plannedStart: new Date(from).toISOString(),
    plannedEnd: new Date(from + 3_600_000).toISOString(),
  });

/** What managers and administrators come for. */
export const managerJourneys: readonly Journey[] = [
  {
    title:
      "an administrator writes a holiday list, is told which line is no day, and a calendar uses it by name",
    go: async (world) => {
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "alex.admin");
      await open("/holiday-lists");
      await page.getByRole("link", { name: "New holiday list" }).click();
      await page.getByRole("heading", { level: 1, name: "New holiday list" }).waitFor();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill("Bergen");
      const days = page.getByLabel("Holidays (one on a line)");
      await days.fill("05-17 Constitution Day\n1 May");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Cannot be read: 1 May").waitFor();
      await days.fill("05-17 Constitution Day\n2030-05-02 City day");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Bergen" }).waitFor();

      const calendars = await askAs(world, "alex.admin", "GET", "/calendars");
      const calendarId = calendars.items?.[0]?.id;
      await open(`/calendars/${calendarId}`);
      await page.getByRole("button", { name: /Holiday lists it uses/ }).click();
      await page.getByRole("option", { name: /Bergen/ }).click();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Saved").first().waitFor();
      const calendar = await askAs(world, "alex.admin", "GET", `/calendars/${calendarId}`);
      expect(JSON.stringify(calendar)).toContain("City day");
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title:
      "a change manager looks at a week: windows by name, from change to change by keyboard, all as a list",
    go: async (world) => {
      const monday = nextMonday();
      const first = await planned(world, "Patch the print server", monday.getTime() + day / 3);
      const second = await planned(world, "Patch the file server", monday.getTime() + 2 * day + day / 3);
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "cem.change");
      await open("/change-calendar");
      await page.getByText("Window: Network nights").first().waitFor();
      await page.keyboard.press("w");
      await page.getByText("Arrow keys lead from change to change").waitFor();
      await open(`/change-calendar/week/${keyOf(monday)}`);
      await page.getByText("Window: Network nights").first().waitFor();
      await page.locator(`[data-change="${first.id}"]`).waitFor();
      await tabTo(page, `[data-change="${first.id}"]`);
      for (let step = 0; step < 7; step++) {
        if ((await page.locator(`[data-change="${second.id}"]:focus`).count()) > 0) break;
        await page.keyboard.press("ArrowRight");
      }
      await page.locator(`[data-change="${second.id}"]:focus`).waitFor();
      await page.getByRole("button", { name: "The same as a list" }).click();
      await page.getByRole("link", { name: `${first.id} Patch the print server` }).waitFor();
      await page.locator(`[data-change="${second.id}"]`).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Patch the file server" }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
