import type { Article } from "../../../services/portal/src/pages/articles/article-actions.ts";
import {
  begunContent,
  toSend,
  translationContent,
} from "../../../services/portal/src/pages/articles/article-content.ts";
import {
  missingLanguages,
  translateAddress,
  translationIn,
} from "../../../services/portal/src/pages/articles/translation.ts";
import { betterEdition, otherEditions } from "../../../services/portal/src/pages/read/language.ts";

describe("what is sent of an article", () => {
  it("has no file of which nothing was entered, and all of a file that lacks something, so that the API says so", () => {
    const attachments = [
      { name: "", url: "" },
      { name: "Plan", url: " https://files.example.com/plan.pdf " },
      { name: "Half", url: "" },
    ];
    expect(toSend({ ...begunContent("title=VPN"), body: "x", attachments }).attachments).toEqual([
      { name: "Plan", url: "https://files.example.com/plan.pdf" },
      { name: "Half" },
    ]);
  });
});

describe("a translation", () => {
  it("is begun by its address, with the language where one is meant", () => {
    expect(translationIn(translateAddress("KB0000001", "nb").split("?")[1] ?? "")).toEqual({
      originalId: "KB0000001",
      language: "nb",
    });
    expect(translationIn("title=VPN")).toBeUndefined();
  });

  it("begins with what the original says, in its own language", () => {
    const latest = {
      title: "VPN",
      keywords: ["vpn client"],
      kind: "faq",
      audience: "everyone",
      language: "en",
    };
    const original = { latest, text: { body: "Restart it", attachments: [] } } as unknown as Article;
    expect(translationContent(original, "nb")).toMatchObject({
      title: "VPN",
      body: "Restart it",
      keywords: ["vpn client"],
      language: "nb",
    });
  });

  it("is missing in the languages that are wanted and not there", () => {
    expect(missingLanguages(["en", "nb", "de"], ["en", "de"])).toEqual(["nb"]);
  });
});

describe("readers of an article", () => {
  const published = (language: string) => ({ language, title: `VPN (${language})` });
  const articles = [
    { id: "KB0000001", published: published("en") },
    { id: "KB0000002", published: published("nb") },
    { id: "KB0000003" },
    { id: "KB0000004", published: published("pt-BR") },
  ] as unknown as Parameters<typeof otherEditions>[0];
  const others = otherEditions(articles, "KB0000001");

  it("choose among the languages in which it is published, but for the one they read", () => {
    expect(others.map(({ id }) => id)).toEqual(["KB0000002", "KB0000004"]);
  });

  it("are led to another language only where they read that one better", () => {
    expect(betterEdition("en", others, ["nb-NO", "en"])?.id).toBe("KB0000002");
    expect(betterEdition("en", others, ["en-GB", "nb"])).toBeUndefined();
    expect(betterEdition("en", others, ["fr", "pt"])?.id).toBe("KB0000004");
    expect(betterEdition("en", others, ["fr"])).toBeUndefined();
  });
});
