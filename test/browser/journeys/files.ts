import type { Locator, Page } from "playwright-core";
import { pictureOf } from "../../../infra/demo/picture.ts";
import { besides, visit } from "../visit.ts";
import type { Journey } from "./journey.ts";

const picture = pictureOf(40, 30, [{ at: [0, 0, 40, 30], colour: [196, 43, 28] }]);

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });

/** As the browser tells a page of a file that somebody lets go over it; text, because types of the page are not known here. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: "text/plain" }));
    for (const type of ["dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }`);

type Image = { readonly complete: boolean; readonly naturalWidth: number };

/** A picture that the policy does not let in, or that is none, has no width. */
const isDrawn = async (image: Locator): Promise<boolean> => {
  await image.waitFor();
  return image.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        const shown = element as unknown as Image;
        const say = () => resolve(shown.naturalWidth > 0);
        if (shown.complete) say();
        else Object.assign(shown, { onload: say, onerror: say });
      }),
  );
};

const file = (page: Page, name: string) => page.getByRole("button", { name: `Download ${name}` });

/** How people show what is wrong. */
export const fileJourneys: readonly Journey[] = [
  {
    title:
      "an employee reports with a picture and drops a log; an agent sees both, adds what only colleagues see, and removes one",
    go: async ({ bed, browser }) => {
      const employee = await visit(browser, bed.url, "noah.brooks");
      await employee.open("/report");
      await employee.page.getByLabel("What does not work?").fill("Red window");
      await choose(employee.page, "red.png", "image/png", picture);
      await employee.page.getByRole("button", { name: "Do not send red.png" }).waitFor();
      await employee.page.getByRole("button", { name: "Send", exact: true }).click();
      await file(employee.page, "red.png").waitFor();
      await drop(employee.page, "log.txt", "it was red");
      await file(employee.page, "log.txt").waitFor();
      const address = new URL(employee.page.url()).pathname;

      const agent = await visit(browser, bed.url, "ben.service");
      await agent.open(address);
      expect(await isDrawn(agent.page.getByRole("img", { name: "red.png" }))).toBe(true);
      const [saved] = await Promise.all([
        agent.page.waitForEvent("download"),
        file(agent.page, "log.txt").click(),
      ]);
      expect(saved.suggestedFilename()).toBe("log.txt");
      await agent.page.getByRole("checkbox", { name: "Only for colleagues" }).check({ force: true });
      await choose(agent.page, "suspicion.txt", "text/plain", Buffer.from("it was the toner"));
      await file(agent.page, "suspicion.txt").waitFor();
      await agent.page.getByRole("button", { name: "Remove log.txt" }).click();
      await agent.page.getByRole("button", { name: "Remove", exact: true }).click();
      await file(agent.page, "log.txt").waitFor({ state: "detached" });

      await employee.page.reload();
      await file(employee.page, "red.png").waitFor();
      expect(await file(employee.page, "log.txt").count()).toBe(0);
      expect(await file(employee.page, "suspicion.txt").count()).toBe(0);
      await choose(employee.page, "fix.exe", "application/x-msdownload", Buffer.from("MZ"));
      await employee.page.getByText("Files that end in .exe are not taken").waitFor();
      const refused = /status of 422 .*\/uploads$/;
      expect(besides([...employee.complaints, ...agent.complaints], refused)).toEqual([]);
      await Promise.all([employee.close(), agent.close()]);
    },
  },
];
