import type { Version } from "../../../services/knowledge/content.ts";
import { restore, retire, tie } from "../../../services/knowledge/decisions/retire.ts";
import { discard, giveBack, publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { nextDueAt, passTime, renew } from "../../../services/knowledge/decisions/validity.ts";
import { draftArticle, editArticle, revertArticle } from "../../../services/knowledge/decisions/write.ts";
import { ArticlePublished } from "../../../services/knowledge/events.ts";
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
  published,
  types,
} from "./given.ts";

const days = (count: number): string => new Date(Date.parse(now) + count * 24 * 3_600_000).toISOString();

describe("an article", () => {
  it("is published by somebody who has not written a word of it", () => {
    const inReview = done(drafted(), submit, {}, on(author));
    expect(() => publish.decide(inReview, {}, on(author))).toThrow(/Nobody reviews/);
    expect(done(inReview, publish, {}, on(curator))).toMatchObject({
      state: "published",
      published: { title: "VPN error 809", number: 1, publishedBy: "curator" },
      authors: [],
    });
  });

  it("is not reviewed by a knowledge manager who edited it either", () => {
    const edited = applied(drafted(), editArticle(drafted(), content({ title: "Other" }), on(curator)));
    const inReview = done(edited, submit, {}, on(author));
    expect(() => publish.decide(inReview, {}, on(curator))).toThrow(/Nobody reviews/);
  });

  it("is reviewed by those its category names, and by no other agent", () => {
    const rules = { reviewers: [{ category: "network", personIds: [], teamIds: ["network"] }] };
    const asked = done(drafted({ category: "network" }), submit, {}, on(author, rules));
    expect(done(asked, publish, {}, on(otherAgent, rules)).state).toBe("published");
    const unasked = done(drafted({ category: "hardware" }), submit, {}, on(author, rules));
    expect(() => publish.decide(unasked, {}, on(otherAgent, rules))).toThrow(/Others are asked/);
  });

  it("goes back to its author with a reason, which the events keep to themselves", () => {
    const inReview = done(drafted(), submit, {}, on(author));
    const decision = giveBack.decide(inReview, { reason: "Which port?" }, on(curator));
    expect(applied(inReview, decision)).toMatchObject({ state: "draft", returned: "Which port?" });
    expect(JSON.stringify(decision.map(({ data }) => data))).not.toContain("Which port?");
  });

  it("stays as it was for readers while another version is written and reviewed", () => {
    const before = published();
    const edited = applied(before, editArticle(before, content({ title: "New words" }), on(author)));
    const inReview = done(edited, submit, {}, on(author));
    expect(inReview.published).toEqual(before.published);
    expect(done(inReview, publish, {}, on(curator)).published).toMatchObject({
      title: "New words",
      number: 2,
    });
  });

  it("is written on by others than its readers while a version is under way", () => {
    const before = published();
    const edited = applied(before, editArticle(before, content({ title: "Mine" }), on(author)));
    expect(() => editArticle(edited, content(), on(otherAgent))).toThrow(/Somebody is writing/);
    expect(applied(before, editArticle(before, content({ title: "Ours" }), on(otherAgent))).authors).toEqual([
      "other-agent",
    ]);
  });

  it("keeps every version beside it, and reverts by saving old words as a new one", () => {
    const first = drafted();
    const second = applied(first, editArticle(first, content({ body: "Another text" }), on(author)));
    const [{ beside = [] } = {}] = draftArticle("KB0000001", content(), { ownerId: "author" }, on(author));
    const earlier = beside[0]?.value as unknown as Version;
    const [occurrence] = revertArticle(second, earlier, on(author));
    expect(occurrence?.beside?.[0]).toMatchObject({
      name: "VERSION-0000000003",
      value: { body: "Open UDP port 500.", number: 3, revertedTo: 1 },
    });
  });

  it("gives up what was not published; without anything published there is nothing to go back to", () => {
    const before = published();
    const edited = applied(before, editArticle(before, content({ title: "Never mind" }), on(author)));
    expect(done(edited, discard, {}, on(author))).toMatchObject({
      state: "published",
      published: { title: "VPN error 809" },
    });
    expect(() => discard.decide(drafted(), {}, on(author))).toThrow(/never published/);
  });

  it("is taken from readers when it is retired, and given back by discarding what was restored", () => {
    const retired = done(published(), retire, { reason: "Old client" }, on(author));
    expect([retired.state, retired.published]).toEqual(["retired", undefined]);
    const restored = done(retired, restore, {}, on(curator));
    expect([restored.state, restored.published]).toEqual(["draft", undefined]);
    expect(done(restored, discard, {}, on(curator)).published).toMatchObject({ number: 1, at: 6 });
  });

  it("tells the bus nothing of what is not published", () => {
    const canary = "canary words";
    const before = published();
    const edit = editArticle(
      before,
      content({ title: canary, body: canary, keywords: [canary] }),
      on(author),
    );
    const after = applied(before, edit);
    const all = [...edit, ...submit.decide(after, {}, on(author)), ...retire.decide(after, {}, on(author))];
    expect(JSON.stringify(all.map(({ data }) => data))).not.toContain("canary");
  });

  it("tells the bus no title that only some teams may read", () => {
    const inReview = done(drafted({ audience: "teams", teamIds: ["desk"] }), submit, {}, on(author));
    const [occurrence] = publish.decide(inReview, {}, on(curator));
    expect(occurrence?.event).toBe(ArticlePublished);
    expect(JSON.stringify(occurrence?.data)).not.toContain("VPN error 809");
  });

  it("is tied to the same record once, and to the newest fifty", () => {
    const tied = applied(drafted(), tie(drafted(), { kind: "incident", id: "INC0000001" }));
    expect(tie(tied, { kind: "incident", id: "INC0000001" })).toEqual([]);
    const many = Array.from(
      { length: 60 },
      (_, i) => ({ kind: "incident", id: `INC${1000000 + i}` }) as const,
    );
    const full = many.reduce((article, record) => applied(article, tie(article, record)), drafted());
    expect(full.links).toEqual(many.slice(10));
  });
});

describe("the validity of an article", () => {
  const until = (count: number) => done(published(), renew, { validTo: days(count) }, on(author));

  it("reminds its owner once, then hides it from readers", () => {
    const article = until(60);
    expect(nextDueAt(article)).toBe(days(30));
    expect(passTime(article, days(29))).toEqual([]);
    const reminded = applied(article, passTime(article, days(30)));
    expect([types(passTime(article, days(30))), nextDueAt(reminded)]).toEqual([
      ["ArticleExpiring"],
      days(60),
    ]);
    expect(passTime(reminded, days(59))).toEqual([]);
    const hidden = applied(reminded, passTime(reminded, days(60)));
    expect(hidden).toMatchObject({ hiddenAt: days(60), foundAt: days(60) });
    expect(passTime(hidden, days(90))).toEqual([]);
  });

  it("hides at once what nobody looked at for longer than its reminder", () => {
    expect(types(passTime(until(60), days(61)))).toEqual(["ArticleHidden"]);
  });

  it("is renewed, also without an end, and then found again", () => {
    const hidden = applied(until(60), passTime(until(60), days(61)));
    const renewed = done(hidden, renew, { validTo: null }, on(author, {}, days(62)));
    expect(renewed).toMatchObject({ foundAt: days(62) });
    expect([renewed.hiddenAt, renewed.validTo, nextDueAt(renewed)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is not renewed into the past", () => {
    expect(() => renew.decide(published(), { validTo: days(-1) }, on(author))).toThrow();
  });

  it("begins with publication where the rules give it an end", () => {
    expect(published({}, { validDays: 90 })).toMatchObject({ validTo: days(90), remindAt: days(60) });
  });
});
