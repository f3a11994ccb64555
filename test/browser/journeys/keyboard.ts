import type { Page } from "playwright-core";
import { focusFault, tabTo } from "../focus.ts";
import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey } from "./journey.ts";

const byKeyboard = async (page: Page, person: string): Promise<void> => {
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await tabTo(page, "button");
  await page.keyboard.press("Enter");
  await page.locator(`button[value="${person}"]`).waitFor();
  await tabTo(page, `button[value="${person}"]`);
  await page.keyboard.press("Enter");
};

const title = "Scanner jams on every page";
const answer = "Please take out tray two and put it back.";
const solution = "The tray was not in its place.";

/** Nothing here is touched by a mouse. */
export const keyboardJourneys: readonly Journey[] = [
  {
    title: "an agent signs in, finds an incident in a queue, answers and resolves it with the keyboard alone",
    go: async (world) => {
      const { id } = await askAs(world, "noah.brooks", "POST", "/incidents", { title });
      const { page, complaints, close } = await visit(
        world.browser,
        world.bed.url,
        "ada.service",
        {},
        byKeyboard,
      );
      const press = (key: string): Promise<void> => page.keyboard.press(key);
      const focused = page.locator(":focus");

      // The start page begins in its search.
      await page.locator('input[type="search"]:focus').waitFor();
      await tabTo(page, 'a[href="/queues"]');
      await press("Enter");
      // Who goes to a page arrives at its heading.
      await page.locator("h1:focus").waitFor();
      expect(await focusFault(page)).toBeUndefined();
      // Back to the other queues, which stand above it.
      await tabTo(page, 'a[href="/queues/newest"]', "Shift+Tab");
      await press("Enter");
      await page.locator("h1:focus").filter({ hasText: "Newest" }).waitFor();

      await press("/");
      await page.locator('input[type="search"]:focus').waitFor();
      await page.keyboard.type(title);
      await page.getByText("1 match", { exact: true }).first().waitFor();
      await press("Tab");
      await press("j");
      expect(await focused.textContent()).toBe(title);
      expect(await focusFault(page)).toBeUndefined();
      await press("Enter");
      await page.locator("h1:focus").filter({ hasText: title }).waitFor();

      await press("r");
      await page.locator("textarea:focus").waitFor();
      expect(await focused.getAttribute("aria-label")).toBe("Write a reply to the requester");
      expect(await focusFault(page)).toBeUndefined();
      await page.keyboard.type(answer);
      await tabTo(page, 'button:has-text("Send reply")');
      await press("Enter");
      await page.getByRole("listitem").filter({ hasText: answer }).waitFor();

      await press("e");
      await page.getByRole("dialog").locator(":focus").waitFor();
      expect(await focusFault(page)).toBeUndefined();
      await tabTo(page, '[role="dialog"] button[aria-haspopup="listbox"]');
      await press("Enter");
      await page.getByRole("option").first().waitFor();
      await press("ArrowDown");
      await press("Enter");
      await tabTo(page, '[role="dialog"] textarea');
      await page.keyboard.type(solution);
      await tabTo(page, '[role="dialog"] button:has-text("Resolve")');
      await press("Enter");
      await page.getByText(solution).first().waitFor();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // Back in the page, and not at its beginning.
      expect(await page.locator("main :focus").count()).toBe(1);

      const now = await askAs(world, "noah.brooks", "GET", `/incidents/${id}`);
      expect(now.state).toBe("resolved");
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
