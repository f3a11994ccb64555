import { foundItems } from "../../../services/portal/src/pages/catalog/found-items.ts";
import { ownHits } from "../../../services/portal/src/pages/home/use-search.ts";
import { addressOfAsked, askedNow } from "../../../services/portal/src/parts/rating/open-ratings.ts";

const item = (name: string, summary: string, ...keywords: string[]) => ({ name, summary, keywords });
const catalog = [
  item("Phone", "Mobile phone with a contract", "laptop bag"),
  item("Laptop 14", "Light, for travelling", "notebook", "computer"),
  item("Software", "A programme for your laptop"),
];
const namesOf = (typed: string) => foundItems(catalog, typed).map(({ name }) => name);

describe("what somebody needs is found in the catalog", () => {
  it("by name before by what is written about it", () => {
    expect(namesOf("laptop")).toEqual(["Laptop 14", "Phone", "Software"]);
  });

  it("by every word, wherever each of them stands", () => {
    expect(namesOf("Travelling NOTEBOOK")).toEqual(["Laptop 14"]);
    expect(namesOf("laptop spaceship")).toEqual([]);
  });

  it("and everything is there while nothing is typed", () => {
    expect(namesOf("  ")).toEqual(["Phone", "Laptop 14", "Software"]);
  });
});

describe("a rating", () => {
  const asked = [
    { about: { kind: "incident", id: "INC0000001" } },
    { about: { kind: "request", id: "REQ0000001" } },
  ] as const;

  it("is asked for at the start page until it is put off, then the next one is", () => {
    expect(askedNow(asked, undefined, [])).toBe(asked[0]);
    expect(askedNow(asked, undefined, ["INC0000001"])).toBe(asked[1]);
    expect(askedNow(asked, undefined, ["INC0000001", "REQ0000001"])).toBeUndefined();
  });

  it("is asked for on the record's own page, also when it was put off, and never for another record", () => {
    expect(askedNow(asked, "INC0000001", ["INC0000001"])).toBe(asked[0]);
    expect(askedNow(asked, "INC0000002", [])).toBeUndefined();
  });

  it("leads to what it is about", () => {
    expect(asked.map(addressOfAsked)).toEqual(["/incidents/INC0000001", "/requests/REQ0000001"]);
  });
});

describe("the search in one's own tickets and orders", () => {
  const records = Array.from({ length: 7 }, (_, at) => ({
    id: `INC000000${at}`,
    title: `Printer on floor ${at}`,
  }));

  it("finds by words of the title in any order, and by number", () => {
    const found = ownHits("ticket", "/incidents/", records, ["floor", "printer", "3"]);
    expect(found.map(({ href }) => href)).toEqual(["/incidents/INC0000003"]);
    expect(ownHits("placed", "/requests/", records, ["inc0000004"])[0]).toMatchObject({
      kind: "placed",
      href: "/requests/INC0000004",
    });
  });

  it("shows the first few", () => {
    expect(ownHits("ticket", "/incidents/", records, ["printer"])).toHaveLength(5);
  });
});
