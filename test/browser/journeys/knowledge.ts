import { visit } from "../visit.ts";
import type { Journey } from "./journey.ts";

/** What readers tell those who write, and what these make of it. */
export const knowledgeJourneys: readonly Journey[] = [
  {
    title:
      "what an employee searches for in vain is missing to the knowledge manager, who begins to write it",
    go: async ({ bed, browser }) => {
      const emma = await visit(browser, bed.url, "emma.field");
      const box = emma.page.getByRole("searchbox");
      await box.fill("tachograph calibration");
      await emma.page.getByText("Nothing was found").waitFor();
      const isWhole = (text: string | null): boolean => text !== null && !text.includes("isTyping");
      const told = emma.page.waitForResponse(
        (answer) =>
          answer.url().endsWith("/knowledge/search") && isWhole(answer.request().postData()) && answer.ok(),
      );
      await box.press("Enter");
      await told;
      expect(emma.complaints).toEqual([]);
      await emma.close();

      const kim = await visit(browser, bed.url, "kim.knowledge");
      await kim.open("/articles/gaps");
      await kim.page.getByRole("link", { name: "Write an article: calibration tachograph" }).click();
      await kim.page.getByRole("heading", { level: 1, name: "Write an article" }).waitFor();
      const title = kim.page.getByRole("textbox", { name: "Title" });
      expect(await title.inputValue()).toBe("calibration tachograph");
      const words = kim.page.getByRole("textbox", { name: "Further words it is found by" });
      await words.pressSequentially("vpn client, tacho");
      expect(await words.inputValue()).toBe("vpn client, tacho");
      expect(kim.complaints).toEqual([]);
      await kim.close();
    },
  },
  {
    title: "a reader says that an article does not help and what is wrong in it; its owner has it as a task",
    go: async ({ bed, browser }) => {
      const { page, complaints, open, close } = await visit(browser, bed.url, "noah.brooks");
      await open("/read/KB0000003");
      await page.getByRole("button", { name: "No", exact: true }).click();
      await page.getByText("Thank you for telling us.").waitFor();
      await page
        .getByRole("textbox", { name: "What was missing or wrong?" })
        .fill("It says nothing of trains.");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await page.getByText("Who looks after the article reads it.", { exact: false }).first().waitFor();
      await page.getByRole("button", { name: "Something in it is wrong" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill("Step 2 is for the old client.");
      await dialog.getByRole("button", { name: "Something in it is wrong" }).click();
      await dialog.waitFor({ state: "detached" });
      expect(complaints).toEqual([]);
      await close();

      const kim = await visit(browser, bed.url, "kim.knowledge");
      await kim.open("/articles");
      await kim.page.getByText("A reader found something wrong").first().waitFor();
      await kim.open("/articles/KB0000003");
      await kim.page.getByRole("heading", { name: "What readers say" }).waitFor();
      await kim.page.getByText("Noah Brooks").first().waitFor();
      expect(kim.complaints).toEqual([]);
      await kim.close();
    },
  },
];
