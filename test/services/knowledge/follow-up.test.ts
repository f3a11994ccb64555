import type { Article, WholeArticle } from "../../../services/knowledge/article.ts";
import { retire } from "../../../services/knowledge/decisions/retire.ts";
import { passTime, renew } from "../../../services/knowledge/decisions/validity.ts";
import { draftArticle } from "../../../services/knowledge/decisions/write.ts";
import { listArticleRatings } from "../../../services/knowledge/endpoints/list-article-ratings.ts";
import { listKnowledgeGaps } from "../../../services/knowledge/endpoints/list-knowledge-gaps.ts";
import { openSuggestion } from "../../../services/knowledge/endpoints/open-suggestion.ts";
import { rateArticle } from "../../../services/knowledge/endpoints/rate-article.ts";
import { considerTicket } from "../../../services/knowledge/propose-article.ts";
import { proposeKnownError } from "../../../services/knowledge/propose-known-error.ts";
import { settleReadings } from "../../../services/knowledge/schedules/settle-readings.ts";
import { requestPlaced } from "../../../services/knowledge/subscriptions/request-placed.ts";
import { validityTold } from "../../../services/knowledge/subscriptions/validity-told.ts";
import type { KnowledgeContext } from "../../../services/knowledge/table.ts";
import { type Actor, serviceActor } from "../../../shared/access/actor.ts";
import { author, content, curator, on, otherAgent, person, reader } from "./given.ts";
import { type SearchWorld, startSearch } from "./search-world.ts";

const day = 24 * 3_600_000;
const begin = Date.parse("2026-03-02T09:00:00.000Z");

describe("what becomes of articles", () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await startSearch();
  });
  afterEach(() => world.stop());

  const self = () => world.self();
  const asked = <T>(endpoint: { handle: unknown }, actor: Actor, request: object): Promise<T> =>
    (endpoint.handle as (request: object, context: KnowledgeContext) => Promise<T>)(
      { actor, ...request },
      world.as(actor),
    );
  type Listed = { items: { comment?: string; kind: string; reason?: string; state: string }[] };

  it("readers' comments are read by who works with knowledge, and by nobody else but who wrote them", async () => {
    const articleId = await world.published({});
    const params = { articleId };
    await asked(rateArticle, reader, { params, body: { helpful: false, comment: "Where is port 500?" } });
    const comments = async (actor: Actor) => {
      const query = { helpful: false, limit: 25 };
      const { items } = await asked<Listed>(listArticleRatings, actor, { params, query });
      return items.map(({ comment }) => comment);
    };
    for (const actor of [author, otherAgent, curator, reader])
      expect(await comments(actor)).toEqual(["Where is port 500?"]);
    expect(await comments(person("somebody-else"))).toEqual([]);
  });

  const later = (ms: number) => world.later(ms);
  const settle = () =>
    settleReadings.handle({ deadline: Number.POSITIVE_INFINITY } as never, self() as never);
  const counted = (articleId: string, state: string) =>
    world.as(curator).readings.count({ index: "readingsByArticle", partition: `${articleId}#${state}` }, 10);

  it("an article that is opened three times spares one ticket; an order that follows is none spared", async () => {
    const params = { articleId: await world.published({}) };
    const orders = person("orders");
    for (const actor of [reader, reader, reader, orders, author]) {
      await asked(openSuggestion, actor, { params, body: {} });
      later(60_000);
    }
    const request = { requesterId: "orders", placedAt: new Date(begin + 3_600_000).toISOString() };
    const meta = { subject: "REQ0000001", sequence: 1 };
    await requestPlaced.handle({ meta, data: { request } } as never, self() as never);
    later(2 * day);
    await settle();
    expect([await counted(params.articleId, "helped"), await counted(params.articleId, "followed")]).toEqual([
      1, 1,
    ]);
    await asked(openSuggestion, reader, { params, body: {} });
    later(2 * day);
    await settle();
    expect(await counted(params.articleId, "helped")).toBe(2);
  });

  const update = (id: string, decide: (article: WholeArticle) => ReturnType<typeof passTime>) =>
    self().articles.update(id, undefined, (article) => decide(article as WholeArticle));
  const tell = async (name: string, subject: string) => {
    const heard = validityTold.find(({ id }) => id === name);
    await heard?.handle({ meta: { subject } } as never, self() as never);
  };
  const tasks = async () => {
    const found = ["open", "done"].map((state) =>
      self().tasks.list({ index: "tasksByOwner", partition: `author#${state}` }, { limit: 10 }),
    );
    return (await Promise.all(found)).flatMap(({ items }) =>
      items.map(({ reason, state }) => [reason, state]),
    );
  };

  it("one that ends soon is its owner's task, once, until it is renewed or retired", async () => {
    const id = await world.published({});
    const at = (days: number) => new Date(begin + days * day).toISOString();
    await update(id, (one) => renew.decide(one, { validTo: at(40) }, on(author)));
    await tell("article-expiring", id);
    expect(await tasks()).toEqual([]);
    await update(id, (one) => passTime(one, at(15)));
    for (const _ of [1, 2]) await tell("article-expiring", id);
    expect(await tasks()).toEqual([["validity", "open"]]);
    await tell("article-renewed", id);
    expect(await tasks()).toEqual([["validity", "open"]]);
    await update(id, (one) => renew.decide(one, { validTo: at(400) }, on(author)));
    await tell("article-renewed", id);
    expect(await tasks()).toEqual([["validity", "done"]]);
    await update(id, (one) => passTime(one, at(380)));
    await tell("article-expiring", id);
    await update(id, (one) => retire.decide(one, {}, on(curator)));
    await tell("article-retired", id);
    expect(await tasks()).toEqual([
      ["validity", "done"],
      ["validity", "done"],
    ]);
  });

  it("tickets that are tied to a draft only are still without an article", async () => {
    const id = await world.write({});
    await world.resolved({ category: "mail", links: [{ type: "related", target: id }] });
    const gaps = async () =>
      (await asked<{ tickets: object[] }>(listKnowledgeGaps, curator, { query: { days: 14 } })).tickets;
    expect(await gaps()).toMatchObject([{ category: "mail", tickets: 1, withoutArticle: 1 }]);
    await world.release(id);
    expect(await gaps()).toEqual([]);
  });

  const known = (problemId: string, more: object = {}) => ({
    problemId,
    edition: 1,
    title: "Outlook keeps asking for the password",
    symptom: "Outlook asks for the password again and again after the migration of mailboxes.",
    cause: "Stored credentials of the old server are used.",
    workaround: "Delete the stored credentials of the mail client, sign in again and restart Outlook.",
    ciIds: [],
    audience: { kind: "everyone" as const },
    publishedAt: new Date(begin).toISOString(),
    ...more,
  });
  const drafts = async (): Promise<readonly Article[]> =>
    (await self().articles.list({ index: "articlesByState", partition: "draft" }, { limit: 100 })).items;
  const usesOf = async (partition: string) =>
    (await self().uses.list({ index: "usesByArticle", partition }, { limit: 10 })).items.map(
      ({ record }) => record,
    );

  it("a known error that an article says already is reuse of it, and its owner is asked to improve it", async () => {
    const { title, symptom, cause, workaround } = known("PRB0000001");
    const id = await world.published({ title, body: `${symptom}\n\n${cause}\n\n${workaround}` });
    for (const _ of [1, 2]) await proposeKnownError(known("PRB0000001"), "pia", self());
    expect(await drafts()).toEqual([]);
    expect(await usesOf(id)).toEqual([{ kind: "problem", id: "PRB0000001" }]);
    expect(await tasks()).toEqual([["reuse", "open"]]);
  });

  it("two problems with the same known error make one draft, tied to both; another one makes its own", async () => {
    await proposeKnownError(known("PRB0000001"), "pia", self());
    world.later();
    await proposeKnownError(known("PRB0000002"), "pia", self());
    const other = {
      title: "Printer jams",
      symptom: "Paper is stuck",
      cause: "Dust",
      workaround: "Open the tray",
    };
    await proposeKnownError(known("PRB0000003", other), "pia", self());
    const found = await drafts();
    expect(found.map(({ origin }) => origin?.id).toSorted()).toEqual(["PRB0000001", "PRB0000003"]);
    const whole = await self().articles.get(
      found.find(({ origin }) => origin?.id === "PRB0000001")?.id ?? "",
    );
    expect(whole.links).toEqual([
      { kind: "problem", id: "PRB0000001" },
      { kind: "problem", id: "PRB0000002" },
    ]);
  });

  it("a ticket is tied to the draft that says it, however many newer drafts there are", async () => {
    await world.resolved();
    const draft = (id: string, origin: string, more: Record<string, unknown>) =>
      draftArticle(
        id,
        content(more),
        { ownerId: "author", origin: { kind: "incident", id: origin } },
        on(serviceActor("knowledge")),
      );
    const said = { title: "Outlook asks for a password", body: "Deleted the credentials" };
    const { id: old } = await self().articles.create((id) => draft(id, "INC0000001", said), "old");
    world.later();
    for (let i = 0; i < 101; i++)
      await self().articles.create((id) => draft(id, `INC9${i}`, { title: `Matter ${i}` }), `${i}`);
    const ticket = (await self().pastTickets(["INC0000001"])).get("INC0000001");
    if (ticket?.resolution === undefined) throw new Error("It is not known");
    const again = { ...ticket, ticket: { ...ticket.ticket, id: "INC0000002" } };
    const rules = await self().settings();
    const eager = { ...rules, proposals: { ...rules.proposals, leastCharacters: 1, repeats: 1 } };
    const context = { ...self(), settings: async () => eager };
    expect(await considerTicket(again, [], context)).toBeUndefined();
    expect((await self().articles.get(old)).links).toContainEqual({ kind: "incident", id: "INC0000002" });
  });
});
