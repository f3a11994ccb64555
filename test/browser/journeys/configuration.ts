import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

/** What the clock does is done. */
const later = async ({ bed }: World): Promise<void> => {
  bed.clock.moveTo(bed.clock.now() + 60_000);
  await bed.drain();
};

const list = [
  "class,key,name,manufacturer,model,serialNumber,location",
  "Host,r9u01,rack9-u01,Contoso,R3,R3-901,Oslo data centre",
  "Toaster,r9u03,rack9-u03,,,,",
].join("\n");

/** What those come for who keep what is known of configuration items. */
export const configurationJourneys: readonly Journey[] = [
  {
    title:
      "a configuration manager tries a list and runs it, merges what was there already, and relates it: the map shows it",
    go: async (world) => {
      const known = await askAs(world, "cal.config", "POST", "/cis", {
        classId: "server",
        name: "rack9 first",
        location: "Oslo",
        ownerId: "nia.network",
      });
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "cal.config");
      await open("/ci-imports/new");
      await page.getByRole("button", { name: /^Source/ }).click();
      await page.getByRole("option", { name: /Data centre list/ }).click();
      await page.getByRole("textbox", { name: "Title" }).fill("Rack nine");
      await page.getByRole("textbox", { name: "Pasted text" }).fill(list);
      await page.getByRole("button", { name: "Try it (dry run)" }).click();
      await page.getByRole("heading", { level: 1, name: "Rack nine" }).waitFor();
      await later(world);
      await page.getByText("What would become of the rows").waitFor();
      // What has to be looked at comes first; the rest is one choice away.
      await page.getByText("rack9-u03").or(page.getByText("r9u03")).first().waitFor();
      await page.getByRole("button", { name: "All", exact: true }).click();
      await page.getByText("rack9-u01").first().waitFor();

      await page.getByRole("button", { name: "Run it" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Run it" }).click();
      await page
        .getByText("Rack nine: Run it")
        .or(page.getByText(/IMP\d+: Run it/))
        .first()
        .waitFor();
      await later(world);
      await page.getByText("What became of the rows").waitFor();
      await page.getByRole("button", { name: "All", exact: true }).click();
      await page.getByRole("link", { name: "rack9-u01" }).click();
      await page.getByRole("heading", { level: 1, name: "rack9-u01" }).waitFor();

      await page.getByRole("button", { name: "Correct" }).click();
      await page.getByRole("menuitem", { name: "Report a duplicate" }).click();
      await page.getByRole("button", { name: /The same thing as/ }).click();
      await page.getByPlaceholder("Type how the name begins, or a number").fill("rack9 first");
      await page.getByRole("option", { name: /rack9 first/ }).click();
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: "Why you think so" }).fill("Rack nine has one first machine");
      await page.getByRole("dialog").getByRole("button", { name: "Report a duplicate" }).click();
      await page.getByText("Which one stays").waitFor();
      await page.getByRole("radio", { name: new RegExp(`${known.id} rack9 first`) }).check({ force: true });
      const place = page.getByRole("radiogroup", { name: "What stays: Location" });
      await place.getByRole("radio").nth(1).check({ force: true });
      await page.getByRole("button", { name: "Merge", exact: true }).click();
      await page.getByText(`The merge into ${known.id} has begun`).first().waitFor();
      await later(world);
      const merged = await askAs(world, "cal.config", "GET", `/cis/${known.id}`);
      expect(merged).toMatchObject({
        name: "rack9 first",
        location: "Oslo data centre",
        ownerId: "nia.network",
        attributes: { serialNumber: "R3-901" },
        state: "live",
      });

      await open(`/cis/${known.id}`);
      await page.getByRole("button", { name: "Relate", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: /^How/ }).click();
      await page.getByRole("option", { name: "depends on", exact: true }).click();
      await page.getByRole("button", { name: /To which item/ }).click();
      await page.getByPlaceholder("Type how the name begins, or a number").fill("rack7-u10");
      await page.getByRole("option", { name: /rack7-u10/ }).click();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").getByRole("button", { name: "Relate", exact: true }).click();
      await page.getByText("They are related").first().waitFor();
      await page.getByRole("button", { name: "End: depends on rack7-u10" }).waitFor();
      await page.getByText("Map of dependencies").waitFor();
      await page.getByRole("link", { name: "rack7-u10" }).nth(1).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
