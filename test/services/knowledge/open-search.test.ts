import type { WholeArticle } from "../../../services/knowledge/article.ts";
import { createConnect } from "../../../services/knowledge/connect.ts";
import { retire } from "../../../services/knowledge/decisions/retire.ts";
import { publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { draftArticle } from "../../../services/knowledge/decisions/write.ts";
import { seenBy } from "../../../services/knowledge/search/sees.ts";
import { knowledgeTable } from "../../../services/knowledge/table.ts";
import { type Actor, serviceActor } from "../../../shared/access/actor.ts";
import { answerOf, type SearchCall, searchCall } from "../../../shared/search/open-search.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";
import { author, content, curator, on, reader } from "./given.ts";

const question = {
  text: "KubePod restarts on laptop",
  filter: [seenBy(reader), ["kind:article"]],
  facets: ["category"],
  synonyms: [["laptop", "notebook"]],
  limit: 10,
};
const bodyOf = ({ body = "" }: SearchCall) => JSON.parse(body);

describe("a question to OpenSearch", () => {
  const { query, aggs, size } = bodyOf(searchCall("knowledge", question));

  it("filters by what may be seen before anything is ranked or counted", () => {
    expect(query.bool.filter).toEqual([
      { terms: { tags: ["see:everyone", "see:person:reader"] } },
      { terms: { tags: ["kind:article"] } },
    ]);
  });

  it("weighs the fields, forgives slips, and looks for words that mean the same a little less", () => {
    expect(query.bool.should).toMatchObject([
      {
        multi_match: {
          query: question.text,
          fields: ["title^3", "keywords^2", "body"],
          fuzziness: "AUTO:4,8",
        },
      },
      { multi_match: { query: "notebook", boost: 0.7 } },
    ]);
    expect([query.bool.minimum_should_match, size]).toEqual([1, 10]);
  });

  it("takes the last word as begun while somebody types, and only then", () => {
    const typed = bodyOf(searchCall("knowledge", { ...question, isTyping: true }));
    const kinds = (should: { multi_match: { type: string } }[]) =>
      should.map(({ multi_match: { type } }) => type);
    expect(kinds(typed.query.bool.should)).toContain("bool_prefix");
    expect(kinds(query.bool.should)).not.toContain("bool_prefix");
  });

  it("counts only values of the facet that is asked for, whatever it is called", () => {
    expect(aggs).toEqual({ category: { terms: { field: "tags", include: "category:.*", size: 1000 } } });
    const odd = bodyOf(searchCall("knowledge", { ...question, facets: ["a.b"] }));
    expect(odd.aggs["a.b"].terms.include).toBe("a\\.b:.*");
  });

  it("is answered in the form of the own index, and never with words of what one may not see", () => {
    const found = {
      hits: { total: { value: 3 }, hits: [{ _id: "KB1", _score: 2 }] },
      aggregations: { category: { buckets: [{ key: "category:network", doc_count: 3 }] } },
    };
    const answer = answerOf(question, found);
    expect(answer).toMatchObject({
      hits: [{ id: "KB1", score: 2 }],
      total: 3,
      facets: { category: [{ value: "network", count: 3 }] },
      didYouMean: undefined,
    });
    expect([...answer.terms]).toEqual(expect.arrayContaining(["kubepod", "restart", "laptop"]));
  });
});

describe("OpenSearch in the place of the own index", () => {
  let fresh: FreshTable;
  let clock = Date.parse("2026-03-02T09:00:00.000Z");
  const sent: SearchCall[] = [];
  let answers: (call: SearchCall) => { status: number; body: unknown } = () => ({ status: 200, body: {} });
  const connect = createConnect(async (call) => {
    sent.push(call);
    return answers(call);
  });
  beforeAll(async () => {
    fresh = await freshTable(knowledgeTable);
  });
  afterAll(() => fresh.stop());

  const as = (actor: Actor) =>
    connect({
      table: fresh.table,
      client: fresh.client,
      clock: { now: () => new Date(clock) },
      actor,
      correlationId: "c",
    });
  const keep = async () => {
    sent.length = 0;
    await as(serviceActor("knowledge")).searchIndex.keep(Number.POSITIVE_INFINITY);
    return sent
      .filter(({ path }) => path.endsWith("/_bulk"))
      .flatMap(({ body = "" }) =>
        body
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      );
  };
  const update = (actor: Actor, id: string, command: typeof publish) =>
    as(actor).articles.update(id, undefined, (article) =>
      command.decide(article as WholeArticle, {}, on(actor)),
    );
  let id: string;

  it("is made with the mapping, and told of what is published and of nothing else", async () => {
    const draft = (title: string) =>
      as(author).articles.create((newId) =>
        draftArticle(newId, content({ title }), { ownerId: "author" }, on(author)),
      );
    ({ id } = await draft("Printer jams"));
    await draft("Never published");
    await update(author, id, submit);
    await update(curator, id, publish);
    const lines = await keep();
    expect(sent[0]).toMatchObject({ method: "PUT", path: "/knowledge" });
    expect(lines).toEqual([
      { index: { _id: id } },
      expect.objectContaining({ title: "Printer jams", tags: expect.arrayContaining(["see:everyone"]) }),
    ]);
    expect(JSON.stringify(sent)).not.toContain("Never published");
  });

  it("knows what was published since when it is asked, told once and not each time", async () => {
    const { id: fresh } = await as(author).articles.create((newId) =>
      draftArticle(newId, content({ title: "Scanner jams" }), { ownerId: "author" }, on(author)),
    );
    await update(author, fresh, submit);
    await update(curator, fresh, publish);
    answers = ({ path }) => ({
      status: 200,
      body: path.endsWith("_search") ? { hits: { total: {}, hits: [] } } : {},
    });
    const ask = async () => {
      sent.length = 0;
      clock += 2000;
      await as(reader).engine.ask([question]);
      return sent.map(({ path, body = "" }) => [path.split("/").at(-1), body.includes(fresh)]);
    };
    expect(await ask()).toEqual([
      ["_bulk", true],
      ["_search", false],
    ]);
    expect(await ask()).toEqual([["_search", false]]);
    await update(author, fresh, retire as never);
    expect(await ask()).toEqual([
      ["_bulk", true],
      ["_search", false],
    ]);
    answers = () => ({ status: 200, body: {} });
    clock += 60 * 60_000;
    await keep();
  });

  it("forgets what was retired", async () => {
    await update(author, id, retire as never);
    clock += 60_000;
    expect(await keep()).toContainEqual({ delete: { _id: id } });
  });

  it("is told nothing before it has the mapping; one that is there is as good", async () => {
    await as(serviceActor("knowledge")).searchIndex.rebuild();
    for (const status of [403, 503]) {
      answers = ({ method }) => ({ status: method === "PUT" ? status : 200, body: {} });
      await expect(keep()).rejects.toThrow(`PUT /knowledge: ${status}`);
      expect(sent.map(({ method }) => method)).toEqual(["PUT"]);
    }
    answers = ({ method }) =>
      method === "PUT"
        ? { status: 400, body: { error: { type: "resource_already_exists_exception" } } }
        : { status: 200, body: {} };
    await keep();
    expect(sent.map(({ path }) => path)).toContain("/knowledge/_bulk");
    answers = () => ({ status: 200, body: {} });
  });

  it("fails loudly when it did not take everything, and is told again", async () => {
    answers = ({ path }) => ({ status: 200, body: path.endsWith("_bulk") ? { errors: true } : {} });
    await as(serviceActor("knowledge")).searchIndex.rebuild();
    await expect(keep()).rejects.toThrow("errors");
    answers = () => ({ status: 200, body: {} });
    expect(await keep()).toContainEqual({ delete: { _id: id } });
  });
});
