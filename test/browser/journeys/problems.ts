import { besides, visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey } from "./journey.ts";

/** What problem managers come for. */
export const problemJourneys: readonly Journey[] = [
  {
    title:
      "a problem manager opens a problem, ties an incident to it, and writes its cause together with somebody else",
    go: async (world) => {
      const incident = await askAs(world, "noah.brooks", "POST", "/incidents", { title: "Printing is slow" });
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "pia.problem");
      await open("/problems");
      await page.getByRole("link", { name: "Open a problem" }).click();
      await page.getByRole("heading", { level: 1, name: "Open a problem" }).waitFor();
      await page.getByRole("textbox", { name: "Title" }).fill("Print jobs pile up");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Print jobs pile up" }).waitFor();
      const problemId = /PRB\d+/.exec(page.url())?.[0] ?? "";

      await page.getByRole("button", { name: "Tie incidents to it" }).click();
      await page.getByRole("dialog").getByRole("textbox").fill(incident.id.toLowerCase());
      await page.getByRole("dialog").getByRole("button", { name: "Tie incidents to it" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });

      await page.getByRole("link", { name: "Write the analysis" }).click();
      await page.getByRole("heading", { level: 1, name: `Cause of ${problemId}` }).waitFor();
      await page.getByRole("textbox", { name: "The root cause" }).fill("The spooler has one queue for all.");
      await page.getByRole("button", { name: "Ask why once more" }).click();
      await page.getByRole("textbox", { name: "Because" }).fill("Large jobs block small ones.");
      const causes = [{ category: "process", text: "Nobody watches the queue" }];
      await askAs(world, "ada.service", "POST", `/problems/${problemId}/analysis`, { causes });
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Print jobs pile up" }).waitFor();
      await page.getByText("Large jobs block small ones.").waitFor();
      await page.getByText("Nobody watches the queue").first().waitFor();
      const known = await askAs(world, "pia.problem", "GET", `/problems/${problemId}`);
      expect(known).toMatchObject({
        incidentIds: [incident.id],
        rootCause: { text: "The spooler has one queue for all." },
        analysis: {
          whys: [{ answer: "Large jobs block small ones." }],
          causes: [expect.objectContaining(causes[0])],
        },
      });
      expect(besides(complaints, /status of 412 .*\/analysis$/)).toEqual([]);
      await close();
    },
  },
];
