import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

/** An incident of somebody that is over, so that they are asked how they were served. */
const closed = async (world: World, title: string): Promise<string> => {
  const { id } = await askAs(world, "noah.brooks", "POST", "/incidents", { title });
  const resolution = { code: "solved_permanently", text: "A new cable." };
  await askAs(world, "ben.service", "POST", `/incidents/${id}/resolve`, resolution);
  await askAs(world, "noah.brooks", "POST", `/incidents/${id}/close`, {});
  await world.bed.drain({ advance: false });
  return id;
};

/** How people say how they were served. */
export const ratingJourneys: readonly Journey[] = [
  {
    title: "an employee rates a ticket that is over on its page, and puts another one off at the start page",
    go: async (world) => {
      const [rated, skipped] = [await closed(world, "No picture"), await closed(world, "No sound")];
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "noah.brooks");
      const asksAbout = (id: string) => page.getByText(`${id} is done.`);
      // The latest is asked about first, one at a time.
      await asksAbout(skipped).waitFor();
      expect(await asksAbout(rated).count()).toBe(0);
      await page.getByRole("button", { name: "Not now" }).click();
      await asksAbout(rated).waitFor();
      await page.reload();
      await asksAbout(rated).waitFor();
      expect(await asksAbout(skipped).count()).toBe(0);

      await open(`/incidents/${rated}`);
      // There is nothing to send before one has chosen.
      await asksAbout(rated).waitFor();
      expect(await page.getByRole("button", { name: "Send rating" }).count()).toBe(0);
      await page.getByRole("radio", { name: "4 – good" }).check({ force: true });
      await page.getByLabel("What should we know?").fill("Quick, thank you");
      await page.getByRole("button", { name: "Send rating" }).click();
      await page.getByText("Thank you. It helps us").waitFor();
      await asksAbout(rated).waitFor({ state: "detached" });
      const survey = await askAs(world, "noah.brooks", "GET", `/satisfaction-surveys/CSA-${rated}`);
      expect(survey).toMatchObject({ state: "answered", score: 4, comment: "Quick, thank you" });
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
