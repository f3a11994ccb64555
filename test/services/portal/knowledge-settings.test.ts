import { defaultSettings, SettingsFields } from "../../../services/knowledge/settings.ts";
import { begunContent } from "../../../services/portal/src/pages/articles/article-content.ts";
import { searchRows, themeRows, writeAddress } from "../../../services/portal/src/pages/articles/gaps.ts";
import {
  readSynonyms,
  settingsBody,
  synonymText,
  typedSettings,
} from "../../../services/portal/src/pages/articles/settings-form.ts";

describe("the rules for articles", () => {
  it("are saved as they were read, and as the API takes them", () => {
    const body = settingsBody(typedSettings(defaultSettings));
    const {
      id: _id,
      version: _version,
      createdAt: _created,
      updatedAt: _updated,
      ...fields
    } = defaultSettings;
    expect(SettingsFields.parse(body)).toEqual(fields);
  });

  it("have no reviewers of nothing, and keep those whose category is missing, so that the API says so", () => {
    const typed = typedSettings(defaultSettings);
    const reviewers = [
      { category: " ", personIds: [], teamIds: [] },
      { category: "", personIds: ["kim"] },
      { category: "network", teamIds: ["network"] },
    ];
    expect(settingsBody({ ...typed, reviewers }).reviewers).toEqual(reviewers.slice(1));
  });

  it("take synonyms line by line, and say which line is none", () => {
    expect(readSynonyms("laptop, notebook\n\nwifi = wlan")).toEqual([
      ["laptop", "notebook"],
      ["wifi", "wlan"],
    ]);
    expect(() => readSynonyms("laptop, notebook\nmobile phone, handset")).toThrow("mobile phone, handset");
    expect(() => readSynonyms("laptop")).toThrow("laptop");
    expect(readSynonyms(synonymText(defaultSettings.synonyms))).toEqual(defaultSettings.synonyms);
  });
});

describe("what is missing", () => {
  const gaps = {
    searches: [{ words: "badge printer", count: 4 }],
    tickets: [
      { category: "network", serviceId: "vpn", tickets: 5, withoutArticle: 3, examples: ["INC0000001"] },
      { tickets: 2, withoutArticle: 2, examples: [] },
    ],
  };

  const named = (id: string): string => id.toUpperCase();

  it("has a row for each search and theme, also for tickets of no category", () => {
    expect(searchRows(gaps).map(({ id }) => id)).toEqual(["badge printer"]);
    expect(themeRows(gaps, named).map(({ about }) => about)).toEqual([
      "network, VPN",
      "Without category and service",
    ]);
    expect(new Set(themeRows(gaps, named).map(({ id }) => id)).size).toBe(2);
    expect(themeRows(undefined, named)).toEqual([]);
  });

  it("leads to an article about it", () => {
    const [, search = ""] = writeAddress("badge printer", "hardware").split("?");
    expect(begunContent(search)).toMatchObject({ title: "badge printer", category: "hardware" });
  });
});
