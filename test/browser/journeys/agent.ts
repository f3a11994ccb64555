import { besides, visit } from "../visit.ts";
import { type Answered, askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

const report = (world: World, title: string): Promise<Answered> =>
  askAs(world, "noah.brooks", "POST", "/incidents", { title });

/** What agents come for. */
export const agentJourneys: readonly Journey[] = [
  {
    title: "an agent takes several incidents at once and is told row by row how it went",
    go: async (world) => {
      const both = [await report(world, "Mouse is dead"), await report(world, "Screen flickers")];
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "ada.service");
      // The newest first: whatever else waits, both are on its first page.
      await open("/queues/newest");
      for (const { id, title } of both)
        await page.getByRole("checkbox", { name: `${id} ${title}` }).check({ force: true });
      const takeThem = async (): Promise<void> => {
        await page.getByRole("button", { name: "With selected" }).click();
        await page.getByRole("menuitem", { name: "Assign to me" }).click();
      };
      await page.route("**/api/incidents/bulk", (route) => route.fulfill({ status: 403 }), { times: 1 });
      await takeThem();
      // There is no form that could say so.
      await page.locator(".notices").getByRole("button", { name: "Dismiss message" }).click();
      await takeThem();
      await page.getByText("2 of 2 done").waitFor();
      expect(besides(complaints, /status of 403 .*\/incidents\/bulk$/)).toEqual([]);
      await close();
    },
  },
  {
    title: "an agent takes an incident, notes for colleagues, and resolves it by keyboard and form",
    go: async (world) => {
      const { id } = await report(world, "Cannot open the invoice folder");
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "ben.service");
      await open(`/incidents/${id}`);
      await page.getByRole("button", { name: "Take it" }).click();
      await page.getByRole("button", { name: "Take it" }).waitFor({ state: "detached" });
      await page.keyboard.press("n");
      await page
        .getByRole("textbox", { name: "Write a note for your colleagues" })
        .fill("Group was missing.");
      await page.getByRole("button", { name: "Save note" }).click();
      await page.getByRole("listitem").filter({ hasText: "Group was missing." }).waitFor();
      await page.getByRole("heading", { level: 1 }).click();
      await page.keyboard.press("e");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: /How it was solved/ }).click();
      await page.getByRole("option", { name: "Solved for good" }).click();
      await dialog.getByRole("textbox").fill("You are in the group now.");
      await dialog.getByRole("button", { name: "Resolve" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("You are in the group now.").first().waitFor();
      expect((await askAs(world, "ben.service", "GET", `/incidents/${id}`)).state).toBe("resolved");
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "two agents edit an incident: different fields are merged, the same one is decided on",
    go: async (world) => {
      const { id } = await report(world, "Beamer is dark");
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "ada.service");
      await open(`/incidents/${id}`);
      await page.getByRole("button", { name: "Edit" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Title").fill("Beamer in room 5 is dark");
      await dialog.getByLabel("Location").fill("Room 5");
      await dialog.getByRole("button", { name: /What is affected/ }).click();
      const find = page.getByPlaceholder("Type how the name begins, or a number");
      for (const name of ["vm-web-1", "vm-web-2"]) {
        await find.fill(name);
        await page.getByRole("option", { name: new RegExp(name) }).click();
      }
      await page.keyboard.press("Escape");
      const theirs = { title: "Beamer is dark since Monday", category: "hardware" };
      await askAs(world, "ben.service", "PATCH", `/incidents/${id}`, theirs);
      await dialog.getByRole("button", { name: "Save" }).click();
      await page.getByText("Somebody else changed this meanwhile").waitFor();
      await page.getByLabel(/Keep theirs/).check({ force: true });
      await page.getByRole("button", { name: "Save the result" }).click();
      await page.getByRole("heading", { level: 1, name: theirs.title }).waitFor();
      const now = await askAs(world, "ada.service", "GET", `/incidents/${id}`);
      expect(now).toMatchObject({
        ...theirs,
        location: "Room 5",
        ciIds: [expect.any(String), expect.any(String)],
      });
      expect(besides(complaints, /status of 412 .*\/incidents\//)).toEqual([]);
      await close();
    },
  },
  {
    title: "an agent answers with a canned reply, ties an incident to a problem and merges it into another",
    go: async (world) => {
      const [{ id }, other] = [await report(world, "Mail is slow"), await report(world, "Mail takes hours")];
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "ada.service");
      await open(`/incidents/${id}`);
      await page.getByRole("button", { name: "Insert a reply" }).click();
      await page.getByRole("button", { name: "Use Need more details" }).click();
      const reply = page.getByRole("textbox", { name: "Write a reply to the requester" });
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await reply.inputValue()).toContain(`about ${id}: which device is it`);

      const begin = async (name: string): Promise<void> => {
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        await page.getByRole("menuitem", { name }).click();
      };
      const dialog = page.getByRole("dialog");
      await begin("Tie it to another record");
      await dialog.getByRole("button", { name: /How they belong together/ }).click();
      await page.getByRole("option", { name: "Problem" }).click();
      await dialog.getByLabel("The other record").fill("PRB0000001");
      await dialog.getByRole("button", { name: "Tie it to another record" }).click();
      await page.getByRole("link", { name: "PRB0000001" }).waitFor();

      await begin("Merge it into another incident");
      await dialog.getByLabel("The incident that stays").fill(other.id);
      await dialog.getByRole("button", { name: "Merge it into another incident" }).click();
      // Alike as they are, it stands among similar incidents, too.
      await dialog.waitFor({ state: "hidden" });
      await page.getByRole("link", { name: other.id }).first().waitFor();
      expect(await askAs(world, "ada.service", "GET", `/incidents/${id}`)).toMatchObject({
        state: "cancelled",
        mergedInto: other.id,
        links: [{ type: "problem", target: "PRB0000001" }],
      });
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "what somebody else changes shows within seconds, and the focus stays where it is",
    go: async (world) => {
      const { id } = await report(world, "Door does not open");
      const { page, open, close } = await visit(world.browser, world.bed.url, "ada.service");
      await open(`/incidents/${id}`);
      const field = page.getByRole("textbox", { name: "Write a reply to the requester" });
      await field.fill("I am looking");
      await askAs(world, "ben.service", "PATCH", `/incidents/${id}`, { title: "Front door does not open" });
      await page.getByRole("heading", { level: 1, name: "Front door does not open" }).waitFor();
      await page.getByText("Changed elsewhere").waitFor();
      expect(await page.locator(":focus").inputValue()).toBe("I am looking");
      await close();
    },
  },
];
