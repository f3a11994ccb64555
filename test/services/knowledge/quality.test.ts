import { qualityOf } from "../../../services/knowledge/quality.ts";
import { articleTemplates } from "../../../services/knowledge/template.ts";
import { content, drafted, now } from "./given.ts";

const missing = (more: Record<string, unknown>) => {
  const version = { ...content(more), number: 1, savedAt: now, savedBy: "author" };
  return qualityOf(drafted(), version)
    .filter(({ isMet }) => !isMet)
    .map(({ check }) => check);
};

describe("the quality checklist of an article", () => {
  it("finds the parts that its template has and it lacks", () => {
    for (const { kind, body } of articleTemplates) {
      expect(missing({ kind, body })).not.toContain("parts");
      expect(missing({ kind, body: body.slice(body.indexOf("\n")) })).toContain("parts");
    }
  });

  it("asks for what articles are found by", () => {
    expect(missing({ title: "VPN" })).toEqual(
      expect.arrayContaining(["title", "summary", "keywords", "category", "subject"]),
    );
    const whole = { summary: "x", keywords: ["809"], category: "network", serviceId: "vpn" };
    expect(missing(whole)).not.toEqual(
      expect.arrayContaining(["summary", "keywords", "category", "subject"]),
    );
  });

  it("asks for two articles where one is too long", () => {
    expect(missing({ body: "word ".repeat(1501) })).toContain("length");
    expect(missing({ body: "word ".repeat(1500) })).not.toContain("length");
  });
});
