import fc from "fast-check";
import { isFor, knowledgeGrants } from "../../../services/knowledge/access.ts";
import { gapWords } from "../../../services/knowledge/search/search-log.ts";
import { seenBy, tagsForAudience } from "../../../services/knowledge/search/sees.ts";
import { person } from "./given.ts";

const teams = ["desk", "network", "person:eve", "everyone"];

describe("what a search filters by", () => {
  it("is the same rule as the one that shows articles", () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(knowledgeGrants)),
        fc.subarray(teams),
        fc.constantFrom("everyone" as const, "agents" as const, "teams" as const),
        fc.subarray(teams),
        (roles, own, audience, teamIds) => {
          const actor = person("eve", roles, own);
          const tags = tagsForAudience({ audience, teamIds });
          expect(tags.some((tag) => seenBy(actor).includes(tag))).toBe(isFor(actor, { audience, teamIds }));
        },
      ),
    );
  });
});

describe("the log of searches in vain", () => {
  it("keeps words and no sentence, no address, no name with digits", () => {
    expect(gapWords("My Wife's printer at jane.doe@example.com, code X-4711, is jammed")).toBe(
      "code jammed printer wife",
    );
  });

  it("keeps the same for the same words", () => {
    expect(gapWords("jammed printer")).toBe(gapWords("Printer: jammed!"));
  });
});
