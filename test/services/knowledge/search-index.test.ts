import fc from "fast-check";
import type { WholeArticle } from "../../../services/knowledge/article.ts";
import { createConnect } from "../../../services/knowledge/connect.ts";
import { retire } from "../../../services/knowledge/decisions/retire.ts";
import { publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { draftArticle, editArticle } from "../../../services/knowledge/decisions/write.ts";
import { searchKnowledge } from "../../../services/knowledge/endpoints/search-knowledge.ts";
import { suggestKnowledge } from "../../../services/knowledge/endpoints/suggest-knowledge.ts";
import { type Manifest, manifestCell } from "../../../services/knowledge/search/manifest.ts";
import { incidentEnded } from "../../../services/knowledge/subscriptions/incident-ended.ts";
import { resolutionTold } from "../../../services/knowledge/subscriptions/resolution-told.ts";
import { type KnowledgeContext, knowledgeTable } from "../../../services/knowledge/table.ts";
import { type Actor, serviceActor } from "../../../shared/access/actor.ts";
import { type Blob, createBlobs } from "../../../shared/dynamo/blobs.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";
import { author, content, curator, on, otherAgent, person, reader } from "./given.ts";

type Found = {
  items: { id: string; excerpt: { text: string; hit: boolean }[] }[];
  total: number;
  facets: Record<string, { value: string; count: number }[]>;
  didYouMean?: string;
};

describe("the search index", () => {
  let fresh: FreshTable;
  let clock = Date.parse("2026-03-02T09:00:00.000Z");
  /** Two containers: one that answers people, and one that works by the clock. */
  let api = createConnect();
  let timer = createConnect();
  beforeEach(async () => {
    fresh = await freshTable(knowledgeTable);
    api = createConnect();
    timer = createConnect();
  });
  afterEach(() => fresh.stop());

  const scope = (actor: Actor): Scope => ({
    table: fresh.table,
    client: fresh.client,
    clock: { now: () => new Date(clock) },
    actor,
    correlationId: "c",
  });
  const as = (actor: Actor, connect = api): KnowledgeContext => connect(scope(actor));
  const self = () => as(serviceActor("knowledge"), timer);
  const later = (ms = 2000) => {
    clock += ms;
  };
  const now = () => new Date(clock).toISOString();

  const write = async (more: Record<string, unknown>): Promise<string> => {
    const { articles } = as(author);
    const { id } = await articles.create((newId) =>
      draftArticle(newId, content(more), { ownerId: "author" }, on(author, {}, now())),
    );
    return id;
  };
  const release = async (id: string): Promise<void> => {
    await as(author).articles.update(id, undefined, (article) =>
      submit.decide(article as WholeArticle, {}, on(author, {}, now())),
    );
    await as(curator).articles.update(id, undefined, (article) =>
      publish.decide(article as WholeArticle, {}, on(curator, {}, now())),
    );
    later();
  };
  const published = async (more: Record<string, unknown>): Promise<string> => {
    const id = await write(more);
    await release(id);
    return id;
  };
  const edit = (id: string, more: Record<string, unknown>) =>
    as(author).articles.update(id, undefined, (article) =>
      editArticle(article as WholeArticle, content(more), on(author, {}, now())),
    );
  const withdraw = async (id: string) => {
    await as(author).articles.update(id, undefined, (article) =>
      retire.decide(article as WholeArticle, {}, on(author, {}, now())),
    );
    later();
  };
  const ask = async (actor: Actor, text: string, more: object = {}): Promise<Found> => {
    const body = searchKnowledge.body?.parse({ text, ...more });
    return searchKnowledge.handle({ body, actor } as never, as(actor) as never) as Promise<Found>;
  };
  const ids = async (actor: Actor, text: string) => (await ask(actor, text)).items.map(({ id }) => id);
  const losePart = async () => {
    const [cell] = await fresh.itemsOf(`CELL#${manifestCell}`);
    const [blob] = (cell as { value: Manifest }).value.segments;
    await createBlobs(scope(author)).remove(blob as Blob);
  };
  const keep = () => self().searchIndex.keep(Number.POSITIVE_INFINITY);

  it("has what was published seconds ago, and no more what was taken away, without anybody writing segments", async () => {
    const id = await published({ title: "Printer jams", body: "Open the tray." });
    expect(await ids(reader, "printer tray")).toEqual([id]);
    await withdraw(id);
    expect(await ids(reader, "printer tray")).toEqual([]);
  });

  it("never has a word of what is not published", async () => {
    const id = await published({ title: "Printer jams", body: "Open the tray." });
    await edit(id, { title: "Printer burns", body: "Call the firebrigade." });
    await write({ title: "Firebrigade", body: "Secret number" });
    later();
    await keep();
    for (const actor of [reader, otherAgent, curator, author]) {
      expect(await ids(actor, "firebrigade")).toEqual([]);
      expect((await ask(actor, "firebrigad")).didYouMean).toBeUndefined();
    }
    expect(await ids(reader, "printer")).toEqual([id]);
  });

  it("finds, counts and shows to each only what its audience admits", async () => {
    await published({ title: "Printer for all", category: "hardware" });
    await published({ title: "Printer for agents", category: "hardware", audience: "agents" });
    await published({
      title: "Printer for network",
      category: "secretcategory",
      audience: "teams",
      teamIds: ["network"],
    });
    for (const kept of [false, true]) {
      if (kept) await keep();
      later();
      const counts = async (actor: Actor) => {
        const { total, items, facets } = await ask(actor, "printer");
        return [total, items.length, facets.category?.reduce((sum, { count }) => sum + count, 0)];
      };
      expect(await counts(reader)).toEqual([1, 1, 1]);
      expect(await counts(author)).toEqual([2, 2, 2]);
      expect(await counts(otherAgent)).toEqual([3, 3, 3]);
      expect(await counts(curator)).toEqual([3, 3, 3]);
      expect(JSON.stringify((await ask(author, "printer")).facets)).not.toContain("secretcategory");
    }
  });

  it("marks what was found in the text", async () => {
    await published({ title: "Printer", body: "First open the tray, then close it." });
    const { items } = await ask(reader, "trays");
    expect(items[0]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["tray"]);
  });

  it("answers the same after its segments were written, merged and rebuilt", async () => {
    const all: string[] = [];
    for (let i = 0; i < 8; i++) {
      all.push(await published({ title: `Printer ${i}`, body: i === 3 ? "Tray, cartridge" : "Tray" }));
      later(6 * 60_000);
      await keep();
    }
    await withdraw(all[3] as string);
    await edit(all[4] as string, { title: "Scanner" });
    await release(all[4] as string);
    const answers = async () => {
      later();
      const found = await Promise.all(
        ["printer tray", "scanner", "cartridge"].map((text) => ids(reader, text)),
      );
      return found.map((each) => each.toSorted());
    };
    const before = await answers();
    expect(before.map(({ length }) => length)).toEqual([6, 1, 0]);
    later(6 * 60_000);
    await keep();
    expect(await answers()).toEqual(before);
    expect((await self().searchIndex.status()).segments).toBeLessThanOrEqual(5);
    await self().searchIndex.rebuild();
    await keep();
    expect(await answers()).toEqual(before);
    expect(await self().searchIndex.status()).toMatchObject({
      isRebuilding: false,
      segments: 1,
      documents: 7,
    });
  });

  it("notices what it does not have, or should not have, and heals itself", async () => {
    await published({ title: "Printer" });
    await keep();
    later(6 * 60_000);
    await published({ title: "Scanner" });
    await keep();
    later(20 * 60_000);
    await self().searchIndex.check();
    expect(await self().searchIndex.status()).toMatchObject({
      wrong: 0,
      isRebuilding: false,
      isDamaged: false,
    });
    await losePart();
    api = createConnect();
    timer = createConnect();
    expect((await self().searchIndex.status()).isDamaged).toBe(true);
    await keep();
    later();
    expect((await ids(reader, "printer scanner")).length).toBe(2);
    expect(await self().searchIndex.status()).toMatchObject({ isDamaged: false, isRebuilding: false });
    await self().searchIndex.check();
    expect((await self().searchIndex.status()).wrong).toBe(0);
  });

  const tell = async (type: string, sequence: number, incident: object, resolution?: object) => {
    const meta = { subject: "INC0000001", sequence, actor: { id: "author" } };
    const data = {
      incident: {
        id: "INC0000001",
        title: "Outlook asks for a password",
        restricted: false,
        callerId: "caller",
        ciIds: ["mail-1"],
        links: [],
        ...incident,
      },
      ...(resolution ? { resolution } : {}),
    };
    for (const { id, handle } of [...incidentEnded, resolutionTold])
      if (id === type || (id === "resolution-told" && resolution))
        await handle({ meta, data } as never, self() as never);
    later();
  };
  const resolved = (more: object = {}) =>
    tell(
      "incident-resolved",
      5,
      { state: "resolved", ...more },
      { code: "fixed", text: "Deleted the credentials" },
    );

  it("has resolved incidents for who works on IT services and for their callers, whichever event comes first", async () => {
    await tell("incident-closed", 6, { state: "closed" });
    await resolved();
    expect(await ids(author, "credentials")).toEqual(["INC0000001"]);
    expect(await ids(person("caller"), "password")).toEqual(["INC0000001"]);
    expect(await ids(reader, "password")).toEqual([]);
    await keep();
    later();
    expect(await ids(author, "credentials")).toEqual(["INC0000001"]);
  });

  it("forgets an incident that is opened again or becomes restricted", async () => {
    await resolved();
    await keep();
    await tell("incident-updated", 7, { state: "resolved", restricted: true, title: undefined });
    expect(await ids(author, "credentials password")).toEqual([]);
    await tell("incident-updated", 8, { state: "resolved" });
    expect(await ids(author, "credentials")).toEqual(["INC0000001"]);
    await tell("incident-reopened", 9, { state: "in_progress" });
    expect(await ids(author, "credentials")).toEqual([]);
  });

  it("suggests articles, known errors and past tickets for a draft in one call", async () => {
    const article = await published({ title: "Outlook password", body: "Sign in again." });
    const error = await published({ title: "Outlook keeps asking", kind: "known_error", ciIds: ["mail-1"] });
    await resolved();
    const body = suggestKnowledge.body?.parse({ title: "outlook wants my pasword", ciIds: ["mail-1"] });
    const found = (await suggestKnowledge.handle(
      { body, actor: author } as never,
      as(author) as never,
    )) as Record<string, { id: string }[]>;
    const idsOf = (name: string) => found[name]?.map(({ id }) => id);
    expect(idsOf("articles")).toEqual(expect.arrayContaining([article, error]));
    expect([idsOf("knownErrors"), idsOf("tickets")]).toEqual([[error], ["INC0000001"]]);
  });

  it("equals a rebuild whatever was written in whatever order", async () => {
    const steps = fc.array(
      fc.record({ act: fc.constantFrom("publish", "change", "retire", "keep", "wait"), at: fc.nat(5) }),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const known: string[] = [];
        for (const { act, at } of all) {
          const id = known[at % Math.max(1, known.length)];
          if (act === "publish") known.push(await published({ title: `Printer w${known.length}` }));
          if (act === "keep") await keep();
          if (act === "wait") later(7 * 60_000);
          if (id === undefined) continue;
          const { state } = await self().articles.get(id);
          if (act === "change" && state === "published") {
            await edit(id, { title: `Printer c${at}` });
            await release(id);
          }
          if (act === "retire" && state === "published") await withdraw(id);
        }
        later();
        const before = await ask(reader, "printer", { limit: 50 });
        await self().searchIndex.rebuild();
        await keep();
        later();
        const rebuilt = await ask(reader, "printer", { limit: 50 });
        expect(rebuilt.items.map(({ id }) => id).toSorted()).toEqual(
          before.items.map(({ id }) => id).toSorted(),
        );
        expect([rebuilt.total, rebuilt.facets]).toEqual([before.total, before.facets]);
      }),
      { numRuns: 6 },
    );
  });
});
