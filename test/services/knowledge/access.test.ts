import fc from "fast-check";
import { knowledgeGrants, viewArticle, viewArticleEntry } from "../../../services/knowledge/access.ts";
import type { WholeArticle } from "../../../services/knowledge/article.ts";
import { retire } from "../../../services/knowledge/decisions/retire.ts";
import { discard, publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { passTime, renew } from "../../../services/knowledge/decisions/validity.ts";
import { editArticle } from "../../../services/knowledge/decisions/write.ts";
import { articleRecords } from "../../../services/knowledge/table.ts";
import {
  applied,
  author,
  content,
  curator,
  done,
  drafted,
  now,
  on,
  otherAgent,
  person,
  published,
  reader,
} from "./given.ts";

const entry = {
  type: "ArticleDrafted",
  meta: {
    eventId: "KB0000001-2",
    occurredAt: now,
    actor: { id: "author" },
    subject: "KB0000001",
    sequence: 2,
    correlationId: "c",
  },
  data: { article: { id: "KB0000001" } },
  changes: { latest: { to: "canary" } },
};

describe("what an actor sees of an article", () => {
  it("is nothing, before it is published, for everybody who does not work on it", () => {
    expect(viewArticle(reader, drafted())).toBeUndefined();
    expect(viewArticle(otherAgent, drafted())).toBeUndefined();
    expect(viewArticle(author, drafted())).toBeDefined();
    expect(viewArticle(curator, drafted())).toBeDefined();
  });

  it("depends on its audience", () => {
    const forTeam = published({ audience: "teams", teamIds: ["network"] });
    const seenBy = [reader, otherAgent, person("x", ["employee", "agent"], ["desk"]), curator];
    expect(seenBy.map((actor) => viewArticle(actor, forTeam) !== undefined)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    const forAgents = published({ audience: "agents" });
    expect(seenBy.map((actor) => viewArticle(actor, forAgents) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it("is not widened by a team that somebody without the role of an agent is in", () => {
    const member = person("member", ["employee"], ["network"]);
    expect(viewArticle(member, published({ audience: "teams", teamIds: ["network"] }))).toBeUndefined();
  });

  it("is nothing for readers once its time is over or it is retired", () => {
    const ending = done(published(), renew, { validTo: "2026-03-03T00:00:00.000Z" }, on(author));
    const hidden = applied(ending, passTime(ending, "2026-03-04T00:00:00.000Z"));
    expect(viewArticle(reader, hidden)).toBeUndefined();
    expect(viewArticle(reader, done(published(), retire, {}, on(author)))).toBeUndefined();
  });

  it("never has its history for who does not work on it", () => {
    expect(viewArticleEntry(reader, published(), entry)).toBeUndefined();
    expect(viewArticleEntry(curator, published(), entry)?.changes).toEqual(entry.changes);
  });
});

/** What may happen to an article, in any order; what is not possible changes nothing. */
const steps: Readonly<Record<string, (article: WholeArticle) => WholeArticle>> = {
  edit: (article) =>
    applied(
      article,
      editArticle(
        article,
        content({
          title: "canary",
          keywords: ["canary"],
          ciIds: ["canary"],
          category: "canary",
          serviceId: "canary",
          audience: "agents",
        }),
        on(author),
      ),
    ),
  submit: (article) => done(article, submit, {}, on(author)),
  publish: (article) => done(article, publish, {}, on(curator)),
  discard: (article) => done(article, discard, {}, on(author)),
  retire: (article) => done(article, retire, { reason: "canary" }, on(author)),
  end: (article) => applied(article, passTime(article, "2030-01-01T00:00:00.000Z")),
  renew: (article) => done(article, renew, { validTo: "2029-01-01T00:00:00.000Z" }, on(curator)),
};

const story = (names: readonly string[]): WholeArticle =>
  names.reduce((article, name) => {
    try {
      return steps[name]?.(article) ?? article;
    } catch {
      return article;
    }
  }, published());

const sequences = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 });
const roles = Object.keys(knowledgeGrants).filter((role) => role !== "knowledge-manager");
const strangers = fc.record({ roles: fc.subarray(roles), teams: fc.subarray(["desk", "network"]) });

describe("whatever happens to an article", () => {
  it("its readers see the published version or nothing, and nothing else names it", () => {
    fc.assert(
      fc.property(sequences, strangers, (names, who) => {
        const article = story(names);
        const actor = person("stranger", ["employee", ...who.roles], who.teams);
        const seen = viewArticle(actor, article);
        const isNew = (article.published?.number ?? 1) > 1;
        const text = JSON.stringify([seen, seen?.latest]);
        if (!isNew) expect(text).not.toContain("canary");
        if (seen !== undefined) expect(seen.published).toEqual(article.published);
        if (article.published === undefined || article.hiddenAt !== undefined) expect(seen).toBeUndefined();
      }),
    );
  });

  it("no index of readers finds it by words that are not published", () => {
    fc.assert(
      fc.property(sequences, (names) => {
        const article = story(names);
        if ((article.published?.number ?? 1) > 1 && article.hiddenAt === undefined) return;
        const { readable, readableByCategory } = articleRecords.indexes(article);
        const edges = articleRecords.edges?.(article) ?? [];
        expect(JSON.stringify([readable, readableByCategory, edges])).not.toContain("canary");
        if (article.published === undefined || article.hiddenAt !== undefined)
          expect(readable).toBeUndefined();
      }),
    );
  });

  it("its ETag for readers changes when, and only when, they read something else", () => {
    fc.assert(
      fc.property(sequences, fc.constantFrom(...Object.keys(steps)), (names, step) => {
        const [before, later] = [story(names), story([...names, step])];
        const [was, is] = [viewArticle(reader, before), viewArticle(reader, later)];
        if (was === undefined || is === undefined) return;
        expect(JSON.stringify(was.published) === JSON.stringify(is.published)).toBe(
          was.version === is.version,
        );
      }),
    );
  });
});
