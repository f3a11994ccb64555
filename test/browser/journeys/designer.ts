import type { Page } from "playwright-core";
import { judgePage } from "../judge-page.ts";
import { besides, visit } from "../visit.ts";
import type { Journey } from "./journey.ts";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();

const choose = async (page: Page, list: RegExp, option: string | RegExp): Promise<void> => {
  await page.getByRole("tabpanel").getByRole("button", { name: list }).last().click();
  await page.getByRole("option", { name: option }).click();
};

/** What it is, and what it costs. */
const writeAbout = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Summary", exact: true }).fill("Protects a phone");
  await choose(page, /Category/, /Hardware/);
  await page.getByLabel("Price of one").fill("10");
};

/** A choice with a price, and a question that only one of its answers calls for. What is added has the focus. */
const writeForm = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: "Form" }).click();
  await press(page, "Add a section");
  await page.keyboard.type("Which one?");
  await press(page, "Add a field");
  await page.keyboard.type("Colour");
  await choose(page, /Kind of answer/, "One of several choices");
  await page.getByRole("textbox", { name: "Choice", exact: true }).fill("Black");
  await press(page, "Add a choice");
  await page.keyboard.type("White");
  await page.getByLabel("Adds EUR").last().fill("20");
  await press(page, "Add a field");
  await page.keyboard.type("Why white?");
  await page.getByLabel("Must be answered", { exact: true }).last().check({ force: true });
  const shownIf = page.getByRole("group", { name: "Shown only if", exact: true }).last();
  await shownIf.getByRole("button", { name: "Add a condition" }).click();
  await choose(page, /Values/, "White");
  await page.keyboard.press("Escape");
};

/** Moved before what it asks about it is said so; the keyboard moves it back from where the focus is. */
const moveThereAndBack = async (page: Page): Promise<void> => {
  await press(page, "Move Why white? up");
  await page
    .getByText(/“Colour” comes later/)
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page
    .getByText(/“Colour” comes later/)
    .first()
    .waitFor({ state: "detached" });
};

const tryIt = async (page: Page): Promise<void> => {
  const preview = page.getByRole("region", { name: "Preview" });
  expect(await preview.getByLabel("Why white?").count()).toBe(0);
  await preview.getByRole("button", { name: /Colour/ }).click();
  await page.getByRole("option", { name: /White/ }).click();
  await preview.getByLabel("Why white?").waitFor();
  await preview.getByRole("button", { name: "Check the answers" }).click();
  await preview.getByText("Please answer this").waitFor();
  await preview.getByLabel("Why white?").fill("It is seen in the dark");
  await preview.getByText("€30.00").waitFor();
  await preview.getByText("It could be ordered so.").waitFor();
};

/** Somebody approves, somebody does it; what was left open is shown, and nothing is lost by it. */
const writePlan = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: "Approvals" }).click();
  await press(page, "Add a step of approval");
  await page.keyboard.type("Manager");
  expect(await judgePage(page)).toEqual([]);
  await page.getByRole("tab", { name: "Fulfilment" }).click();
  await press(page, "Add a step");
  expect(await judgePage(page)).toEqual([]);
  await press(page, "Save");
  await page.getByRole("button", { name: /Show: Fulfilment/ }).click();
  await page.keyboard.type("Put it on the desk");
};

/** Keeping the catalog. */
export const designerJourneys: readonly Journey[] = [
  {
    title:
      "a manager designs an item with a conditional field, tries it, publishes it; an employee orders it",
    go: async ({ bed, browser }) => {
      const { page, complaints, open, close } = await visit(browser, bed.url, "amy.asset");
      await open("/catalog-items/new");
      await writeAbout(page, "Phone case");
      await writeForm(page);
      expect(await judgePage(page)).toEqual([]);
      await moveThereAndBack(page);
      await tryIt(page);
      await writePlan(page);
      // What is typed survives a page that is loaded anew.
      await page.reload();
      await page.getByRole("tab", { name: "Form" }).click();
      await page.getByText("Why white?").first().waitFor();
      await press(page, "Save");
      await page.getByText("Not offered").first().waitFor();
      await press(page, "Publish");
      await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
      await page.getByText("Edition 1 is offered").first().waitFor();
      // What is half typed is tried, too, and may not be an item yet.
      expect(besides(complaints, /status of 400 .*\/catalog-item-previews$/)).toEqual([]);
      await close();

      const employee = await visit(browser, bed.url, "emma.field");
      await employee.open("/catalog");
      await employee.page.getByRole("link", { name: /Phone case/ }).click();
      await employee.page.getByRole("button", { name: /Colour/ }).click();
      await employee.page.getByRole("option", { name: /White/ }).click();
      await employee.page.getByLabel("Why white?").fill("It is seen in the dark");
      await employee.page.getByRole("button", { name: "Order", exact: true }).click();
      await employee.page.getByText("It is seen in the dark").first().waitFor();
      expect(employee.complaints).toEqual([]);
      await employee.close();
    },
  },
];
