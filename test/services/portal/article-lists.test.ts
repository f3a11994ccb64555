import { articleLists } from "../../../services/portal/src/pages/articles/article-lists.ts";

const listsOf = (...roles: string[]) =>
  articleLists({ id: "kim", roles, teams: ["network"] }, (id) => id.toUpperCase());

describe("lists of articles", () => {
  it("of an agent are only such as the API answers to an agent, with what waits for a team", () => {
    expect(listsOf("agent").map(({ query }) => query)).toEqual([
      { ownerId: "kim" },
      { reviewerId: "kim" },
      { reviewTeamId: "network" },
      {},
    ]);
    expect(listsOf("agent").map(({ text }) => text)).toContain("For NETWORK to review");
  });

  it("of who manages knowledge go by state, too", () => {
    expect(listsOf("knowledge-manager").flatMap(({ query }) => query.state ?? [])).toEqual([
      "draft",
      "review",
      "published",
      "retired",
    ]);
  });
});
