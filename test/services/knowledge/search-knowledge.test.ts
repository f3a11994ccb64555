import { suggestKnowledge } from "../../../services/knowledge/endpoints/suggest-knowledge.ts";
import type { Actor } from "../../../shared/access/actor.ts";
import { author, curator, otherAgent, person, reader } from "./given.ts";
import { type SearchWorld, startSearch } from "./search-world.ts";

describe("a search", () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await startSearch();
  });
  afterEach(() => world.stop());

  it("never has a word of what is not published", async () => {
    const id = await world.published({ title: "Printer jams", body: "Open the tray." });
    await world.edit(id, { title: "Printer burns", body: "Call the firebrigade." });
    await world.write({ title: "Firebrigade", body: "Secret number" });
    world.later();
    await world.keep();
    for (const actor of [reader, otherAgent, curator, author]) {
      expect(await world.ids(actor, "firebrigade")).toEqual([]);
      expect((await world.ask(actor, "firebrigad")).didYouMean).toBeUndefined();
    }
    expect(await world.ids(reader, "printer")).toEqual([id]);
  });

  it("finds, counts and shows to each only what its audience admits", async () => {
    await world.published({ title: "Printer for all", category: "hardware" });
    await world.published({ title: "Printer for agents", category: "hardware", audience: "agents" });
    await world.published({
      title: "Printer for network",
      category: "secretcategory",
      audience: "teams",
      teamIds: ["network"],
    });
    for (const kept of [false, true]) {
      if (kept) await world.keep();
      world.later();
      const counts = async (actor: Actor) => {
        const { total, items, facets } = await world.ask(actor, "printer");
        return [total, items.length, facets.category?.reduce((sum, { count }) => sum + count, 0)];
      };
      expect(await counts(reader)).toEqual([1, 1, 1]);
      expect(await counts(author)).toEqual([2, 2, 2]);
      expect(await counts(otherAgent)).toEqual([3, 3, 3]);
      expect(await counts(curator)).toEqual([3, 3, 3]);
      expect(JSON.stringify((await world.ask(author, "printer")).facets)).not.toContain("secretcategory");
    }
  });

  it("marks what was found in the text", async () => {
    await world.published({ title: "Printer", body: "First open the tray, then close it." });
    const { items } = await world.ask(reader, "trays");
    expect(items[0]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["tray"]);
  });

  it("has resolved incidents for who works on IT services and for their callers, whichever event comes first", async () => {
    await world.tell("incident-closed", 6, { state: "closed" });
    await world.resolved();
    expect(await world.ids(author, "credentials")).toEqual(["INC0000001"]);
    expect(await world.ids(person("caller"), "password")).toEqual(["INC0000001"]);
    expect(await world.ids(reader, "password")).toEqual([]);
    await world.keep();
    world.later();
    expect(await world.ids(author, "credentials")).toEqual(["INC0000001"]);
  });

  it("forgets an incident that is opened again or becomes restricted", async () => {
    await world.resolved();
    await world.keep();
    await world.tell("incident-updated", 7, { state: "resolved", restricted: true, title: undefined });
    expect(await world.ids(author, "credentials password")).toEqual([]);
    await world.tell("incident-updated", 8, { state: "resolved" });
    expect(await world.ids(author, "credentials")).toEqual(["INC0000001"]);
    await world.tell("incident-reopened", 9, { state: "in_progress" });
    expect(await world.ids(author, "credentials")).toEqual([]);
  });

  it("suggests articles, known errors and past tickets for a draft in one call", async () => {
    const article = await world.published({ title: "Outlook password", body: "Sign in again." });
    const error = await world.published({
      title: "Outlook keeps asking",
      kind: "known_error",
      ciIds: ["mail-1"],
    });
    await world.resolved();
    const body = suggestKnowledge.body?.parse({ title: "outlook wants my pasword", ciIds: ["mail-1"] });
    const found = (await suggestKnowledge.handle(
      { body, actor: author } as never,
      world.as(author) as never,
    )) as Record<string, { id: string }[]>;
    const idsOf = (name: string) => found[name]?.map(({ id }) => id);
    expect(idsOf("articles")).toEqual(expect.arrayContaining([article, error]));
    expect([idsOf("knownErrors"), idsOf("tickets")]).toEqual([[error], ["INC0000001"]]);
  });
});
