import type { WholeArticle } from "../../../services/knowledge/article.ts";
import {
  handOverArticle,
  handOverTask,
  hasTask,
  isReviewedBy,
  isUsualReviewer,
  replaceReviewer,
} from "../../../services/knowledge/decisions/depart.ts";
import { submit } from "../../../services/knowledge/decisions/review.ts";
import { defaultSettings, type Settings } from "../../../services/knowledge/settings.ts";
import type { Task } from "../../../services/knowledge/task.ts";
import { applied, author, done, drafted, on, published, types } from "./given.ts";

const reviewers = [{ category: "vpn", personIds: ["nora", "eve"], teamIds: ["desk"] }];
const inReview = () => done(drafted({ category: "vpn" }), submit, {}, on(author, { reviewers }));
const reviewersOf = (article: WholeArticle) => article.reviewers?.personIds;
const leaves = (article: WholeArticle, personId: string, handOverTo?: string) =>
  applied(article, handOverArticle(article, { personId, handOverTo }));

describe("what somebody who is gone was to do for knowledge", () => {
  it("a review is asked of who takes over, each person once", () => {
    const article = inReview();
    expect(isReviewedBy(article, "nora")).toBe(true);
    expect(reviewersOf(leaves(article, "nora", "abe"))).toEqual(["abe", "eve"]);
    expect(reviewersOf(leaves(article, "nora", "eve"))).toEqual(["eve"]);
  });

  it("a review is never asked of who wrote it, nor of nobody: the others and the managers review it", () => {
    const article = inReview();
    expect(reviewersOf(leaves(article, "nora", "author"))).toEqual(["eve"]);
    const left = leaves(article, "nora");
    expect([reviewersOf(left), isReviewedBy(left, "nora")]).toEqual([["eve"], false]);
    expect(handOverArticle(published(), { personId: "nora", handOverTo: "abe" })).toEqual([]);
  });

  it("an article that they own and review at once is handed over in one", () => {
    const both = { ...inReview(), ownerId: "nora" } as WholeArticle;
    const decision = handOverArticle(both, { personId: "nora", handOverTo: "abe" });
    expect(types(decision)).toEqual(["ArticleAssigned", "ArticleSubmitted"]);
    expect(applied(both, decision)).toMatchObject({
      ownerId: "abe",
      reviewers: { personIds: ["abe", "eve"] },
    });
  });

  it("a task is done by who takes over, else by who looks after the article by now", () => {
    const task = { id: "KTK0000001", state: "open", ownerId: "nora", articleId: "KB0000001" } as Task;
    const to = (handOverTo: string | undefined, owner: string, from = task) =>
      handOverTask(from, { personId: "nora", handOverTo }, owner).map(({ changes }) => changes);
    expect(to("abe", "nora")).toEqual([{ ownerId: "abe" }]);
    expect(to(undefined, "eve")).toEqual([{ ownerId: "eve" }]);
    expect(to(undefined, "nora")).toEqual([]);
    expect(to("abe", "nora", { ...task, state: "done" })).toEqual([]);
    expect(hasTask(task, "nora")).toBe(true);
  });

  it("the rules ask who takes over for reviews, or one less", () => {
    const rules: Settings = { ...defaultSettings, reviewers };
    const named = (handOverTo?: string) =>
      replaceReviewer(rules, { personId: "nora", handOverTo }).map(
        ({ changes }) => changes.reviewers?.[0]?.personIds,
      );
    expect(named("abe")).toEqual([["abe", "eve"]]);
    expect(named()).toEqual([["eve"]]);
    expect(isUsualReviewer(rules, "nora")).toBe(true);
    expect(replaceReviewer(rules, { personId: "max" })).toEqual([]);
  });
});
