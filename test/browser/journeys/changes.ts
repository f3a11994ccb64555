import { fetchToken } from "../../../infra/local/cloud/token.ts";
import { issuerPath } from "../../../infra/local/issuer.ts";
import { judgePage } from "../judge-page.ts";
import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

const hour = 3_600_000;

/** The token that a program that writes mails puts into one. */
const linkFor = async ({ bed }: World, changeId: string, personId: string): Promise<string> => {
  const form = {
    grant_type: "client_credentials",
    client_id: "monitoring",
    client_secret: "demo-only-secret",
  };
  const issuer = await fetch(`${bed.url}${issuerPath}/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const { access_token: program } = (await issuer.json()) as { readonly access_token: string };
  const response = await fetch(`${bed.url}/api/changes/${changeId}/decision-link`, {
    method: "POST",
    headers: { authorization: `Bearer ${program}`, "content-type": "application/json" },
    body: JSON.stringify({ personId }),
  });
  if (!response.ok) throw new Error(`no link: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { readonly token: string }).token;
};

/** A change that one person by name has to approve. */
const waitingFor = async (world: World, personId: string): Promise<string> => {
  const ask = (person: string, path: string, body: unknown) => askAs(world, person, "POST", path, body);
  const step = { name: "Head of the shop", approvers: [{ kind: "person", id: personId }] };
  const model = { name: "Shop change", type: "normal", approval: { steps: [step] } };
  const { id: modelId } = await ask("cem.change", "/change-models", model);
  // Far from the year's end, when the demo company freezes what names no service.
  const from = Date.UTC(new Date().getFullYear() + 1, 5, 1, 10);
  const { id } = await ask("nia.network", "/changes", {
    title: "Move the shop's network",
    modelId,
    plannedStart: new Date(from).toISOString(),
    plannedEnd: new Date(from + hour).toISOString(),
  });
  await ask("nia.network", `/changes/${id}/submit`, {});
  await ask("nia.network", `/changes/${id}/assess`, {});
  return id;
};

/** What change management is done by. */
export const changeJourneys: readonly Journey[] = [
  {
    title: "an agent opens a change, keeps what was typed, plans it anew, and submits it",
    go: async (world) => {
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "nia.network");
      await open("/changes/new");
      await page.getByRole("textbox", { name: "Title", exact: true }).fill("Move the print server");
      await page.getByLabel("How it is done").fill("Unplug it and plug it in again.");
      await page.reload();
      expect(await page.getByRole("textbox", { name: "Title", exact: true }).inputValue()).toBe(
        "Move the print server",
      );
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Move the print server" }).waitFor();

      await page.getByRole("button", { name: "Edit", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Why it should be done").fill("The room is too warm.");
      expect(await judgePage(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Save" }).click();
      await page.getByText("The room is too warm.").first().waitFor();
      await page.getByRole("button", { name: "Submit" }).click();
      await page.getByRole("button", { name: "Assess" }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
  {
    title: "whoever is asked approves by the link in a mail without signing in, and only once",
    go: async (world) => {
      const changeId = await waitingFor(world, "noah.brooks");
      const token = await linkFor(world, changeId, "noah.brooks");
      const context = await world.browser.newContext({ locale: "en-GB" });
      const page = await context.newPage();
      await page.goto(`${world.bed.url}/decide#${token}`);
      await page.getByRole("heading", { name: `May the change ${changeId} be done?` }).waitFor();
      await page.getByRole("heading", { name: "Move the shop's network" }).waitFor();
      await page.getByRole("button", { name: "Reject" }).click();
      await page.getByText("Please fill this in.").waitFor();
      await page.getByRole("button", { name: "Approve" }).click();
      await page.getByText(`You approved: ${changeId} Move the shop's network`).waitFor();
      const headers = { authorization: `Bearer ${await fetchToken(world.bed.url, "nia.network")}` };
      const change = await fetch(`${world.bed.url}/api/changes/${changeId}`, { headers });
      expect(await change.json()).toMatchObject({ state: "scheduled" });
      await context.close();
    },
  },
  {
    title: "a change manager freezes a weekend, and says who lets something through",
    go: async (world) => {
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "cem.change");
      await open("/change-rules");
      await page.getByRole("link", { name: "Freezes" }).click();
      await page.getByRole("link", { name: "New freeze" }).click();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill("Moving house");
      await page.getByRole("textbox", { name: "Why", exact: true }).fill("The office moves.");
      await page.getByLabel("Every change, whatever it is about").check({ force: true });
      await page.getByLabel("From: day").fill("2031/03/01");
      await page.getByLabel("From: time").fill("08:00");
      await page.getByLabel("Until: day").fill("2031/03/02");
      await page.getByLabel("Until: time").fill("20:00");
      expect(await judgePage(page)).toEqual([]);
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Moving house" }).waitFor();
      const { items = [] } = await askAs(world, "cem.change", "GET", "/change-freezes");
      expect(items.map(({ name }) => name)).toContain("Moving house");
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
