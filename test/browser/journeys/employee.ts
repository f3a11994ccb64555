import { visit } from "../visit.ts";
import type { Journey } from "./journey.ts";

/** What employees come for. */
export const employeeJourneys: readonly Journey[] = [
  {
    title: "an employee finds an article by one word, reads it and says that it helped",
    go: async ({ bed, browser }) => {
      const { page, complaints, close } = await visit(browser, bed.url, "emma.field");
      await page.getByRole("searchbox").fill("vpn");
      await page.getByRole("link", { name: /VPN error 809/ }).click();
      await page.getByRole("heading", { name: "Before you begin" }).waitFor();
      await page.getByRole("button", { name: "Yes", exact: true }).click();
      await page.getByText("Thank you for telling us.").waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "an employee reports a problem with a title alone, is shown what may help, and follows the ticket",
    go: async ({ bed, browser }) => {
      const { page, complaints, open, close } = await visit(browser, bed.url, "noah.brooks");
      await open("/report");
      await page.getByLabel("What does not work?").fill("VPN error on the train");
      // It opens beside the report, for the person who reads it and not for a stranger.
      const opened = page.waitForEvent("popup");
      await page.getByRole("link", { name: /VPN error 809/ }).click();
      await (await opened).getByRole("heading", { name: "Before you begin" }).waitFor();
      await (await opened).close();
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByRole("heading", { level: 1, name: "VPN error on the train" }).waitFor();
      await page.getByRole("textbox", { name: "Write to the people" }).fill("It is train 27.");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await page.getByRole("listitem").filter({ hasText: "It is train 27." }).waitFor();
      await open("/my/tickets");
      await page.getByRole("link", { name: "VPN error on the train" }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "an employee accepts a device that was handed over",
    go: async ({ bed, browser }) => {
      const { page, complaints, open, close } = await visit(browser, bed.url, "emma.field");
      await open("/my/assets");
      await page.getByRole("button", { name: "Accept" }).first().click();
      await page
        .getByText(/You accepted it on/)
        .first()
        .waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "a session that ends loses nothing that was typed",
    go: async ({ bed, browser }) => {
      const { page, open, close } = await visit(browser, bed.url, "emma.field");
      await open("/report");
      await page.getByLabel("What does not work?").fill("Keyboard types twice");
      // What ends a session: the tokens are gone, wherever they went.
      await page.evaluate("sessionStorage.clear()");
      await page.reload();
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.locator('button[value="emma.field"]').click();
      await page.getByRole("heading", { level: 1, name: "Report a problem" }).waitFor();
      expect(await page.getByLabel("What does not work?").inputValue()).toBe("Keyboard types twice");
      // Another report does not show the one that was begun, which is still there.
      await page.goto(`${bed.url}/report?title=Mouse+is+dead`);
      await page.getByRole("link", { name: "Go on with it" }).waitFor();
      expect(await page.getByLabel("What does not work?").inputValue()).toBe("Mouse is dead");
      await page.getByRole("link", { name: "Go on with it" }).click();
      await page.getByRole("button", { name: "Start over" }).click();
      expect(await page.getByLabel("What does not work?").inputValue()).toBe("");
      await close();
    },
  },
];
