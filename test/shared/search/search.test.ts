import fc from "fast-check";
import type { SearchDocument } from "../../../shared/search/document.ts";
import { highlight } from "../../../shared/search/highlight.ts";
import { indexOf } from "../../../shared/search/index-of.ts";
import { type Question, search } from "../../../shared/search/search.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { loadSegment, storeSegment } from "../../../shared/search/stored-segment.ts";

const document = (id: string, title: string, body = "", tags = ["audience:all"]): SearchDocument => ({
  id,
  title,
  body,
  tags,
});
const gone = (id: string): SearchDocument => ({ id, title: "", body: "", tags: [] });

const ask = (documents: readonly SearchDocument[], text: string, more: Partial<Question> = {}) =>
  search(indexOf([buildSegment(documents)]), { text, filter: [], limit: 10, ...more });
const idsOf = ({ hits }: ReturnType<typeof ask>) => hits.map(({ id }) => id);

const mail = document("mail", "Mail is not delivered", "The queue of the relay is full. Restart the relay.");
const vpn = document("vpn", "VPN connection drops", "Update the client. Certificates may have expired.");
const pods = document("pods", "KubePodCrashLooping", "A pod restarts again and again.");
const all = [mail, vpn, pods];

describe("a question finds", () => {
  test.each([
    ["by other forms of the word", "restarting relays", "mail"],
    ["by parts of a name", "crash loop", "pods"],
    ["a name written as words, and the other way round", "pod crashlooping", "pods"],
    ["in spite of a slip", "certifcate expierd", "vpn"],
    ["in spite of two letters that changed places", "mial", "mail"],
  ])("%s", (_, text, id) => expect(idsOf(ask(all, text))[0]).toBe(id));

  test("by a word that is only begun while someone types, and only then", () => {
    expect(idsOf(ask(all, "vpn conn", { isTyping: true }))[0]).toBe("vpn");
    expect(idsOf(ask(all, "conn", { isTyping: true }))).toEqual(["vpn"]);
    expect(idsOf(ask(all, "conn"))).toEqual([]);
  });

  test("by a word that means the same", () => {
    const synonyms = [["tunnel", "vpn"]];
    expect(idsOf(ask(all, "tunnel", { synonyms }))).toEqual(["vpn"]);
    expect(idsOf(ask(all, "tunnel"))).toEqual([]);
  });

  test("the title's more than the body's", () => {
    const about = document("about", "Printer", "It is on the second floor.");
    const aside = document("aside", "Second floor", "Beside the printer there is a plant.");
    expect(idsOf(ask([aside, about], "printer"))).toEqual(["about", "aside"]);
  });

  test("nothing by no words", () => expect(ask(all, "  ?! ")).toMatchObject({ hits: [], total: 0 }));
});

test("a word that is nowhere is told what is likely meant", () => {
  expect(ask(all, "Certifcates for the VPN").didYouMean).toBe("certificates for the VPN");
  expect(ask(all, "certificates").didYouMean).toBeUndefined();
});

describe("a word that is spelt wrong in a document, too", () => {
  const ticket = document("ticket", "pasword reset", "", ["kind:ticket"]);
  const article = document("article", "Reset your password", "", ["kind:article"]);

  test("finds what spells it right, behind what spells it so", () => {
    expect(idsOf(ask([ticket, article], "pasword"))).toEqual(["ticket", "article"]);
    expect(idsOf(ask([ticket, article], "pasword reset"))).toEqual(["ticket", "article"]);
  });

  test("does so whatever synonyms say of words that are nowhere", () => {
    const synonyms = [["pasword", "passcode"]];
    expect(idsOf(ask([article], "pasword", { synonyms }))).toEqual(["article"]);
  });

  test("is left alone where many documents have it: then it is a word", () => {
    const many = Array.from({ length: 6 }, (_, i) => document(`form-${i}`, "form"));
    expect(ask([...many, document("forum", "forum")], "form").total).toBe(6);
    expect(ask([...many.slice(1), document("forum", "forum")], "form").total).toBe(6);
  });

  test("and how often others have it, whose documents one does not see, changes nothing", () => {
    const secret = Array.from({ length: 20 }, (_, i) =>
      document(`secret-${i}`, "pasword", "", ["kind:secret"]),
    );
    const seen = { filter: [["kind:ticket", "kind:article"]] };
    expect(idsOf(ask([ticket, article, ...secret], "pasword", seen))).toEqual(["ticket", "article"]);
  });
});

describe("who may see little", () => {
  const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const tag = fc.constantFrom("audience:all", "audience:agents", "audience:team-1", "kind:howto", "kind:faq");
  const documents = fc.array(
    fc.record({
      id: ids,
      title: fc.constantFrom("printer jam", "printer", "jam", "mail"),
      body: fc.constantFrom("", "printer", "jam jam"),
      tags: fc.uniqueArray(tag),
    }),
    { maxLength: 12 },
  );
  const groups = fc.array(fc.uniqueArray(tag, { minLength: 1 }), { maxLength: 2 });

  test("is not even told by counts and facets that there is more", () => {
    fc.assert(
      fc.property(documents, groups, (given, filter) => {
        const latest = [...new Map(given.map((one) => [one.id, one])).values()];
        const seen = latest.filter(
          ({ tags, title, body }) =>
            tags.length > 0 &&
            filter.every((group) => group.some((each) => tags.includes(each))) &&
            /printer|jam/.test(`${title} ${body}`),
        );
        const question = { text: "printer jam", filter, facets: ["kind"], limit: 3 };
        const { hits, total, facets } = search(indexOf([buildSegment(given)]), question);
        expect(total).toBe(seen.length);
        expect(hits.length).toBe(Math.min(3, seen.length));
        for (const { id } of hits) expect(seen.map((one) => one.id)).toContain(id);
        const kinds = seen.flatMap(({ tags }) => tags.filter((each) => each.startsWith("kind:")));
        expect(new Map(facets.kind?.map(({ value, count }) => [`kind:${value}`, count]))).toEqual(
          new Map(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length])),
        );
      }),
    );
  });

  test("finds the same documents however they came in: at once, in parts, replaced, removed, stored and loaded", () => {
    fc.assert(
      fc.property(documents, documents, ids, (first, second, removed) => {
        const question = { text: "printer jam", filter: [], facets: ["kind"], limit: 20 };
        const whole = search(indexOf([buildSegment([...first, ...second, gone(removed)])]), question);
        const parts = [[gone(removed)], second, first].map((part) =>
          loadSegment(storeSegment(buildSegment(part))),
        );
        const found = search(indexOf(parts), question);
        expect(found.hits.map(({ id }) => id).toSorted()).toEqual(whole.hits.map(({ id }) => id).toSorted());
        expect([found.total, found.facets]).toEqual([whole.total, whole.facets]);
      }),
    );
  });
});

test("damaged or foreign bytes are refused, not searched", () => {
  expect(() => loadSegment(Buffer.from("something else, long enough to have a header of its own"))).toThrow(
    "This is no search index",
  );
});

test("a highlight is a piece of the text with its hits told apart, whatever the text is", () => {
  const terms = new Set(["printer"]);
  const text = `${"Long before it. ".repeat(30)}The printers <b>jam</b>. ${"And after. ".repeat(30)}`;
  const pieces = highlight(text, terms);
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(["printers"]);
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 600 }),
      fc.string({ maxLength: 9 }),
      (given, term) => {
        const whole = highlight(`${given} printer`, new Set([term, "printer"]), 100);
        const joined = whole.map((piece) => piece.text).join("");
        expect(`${given} printer`).toContain(joined);
      },
    ),
  );
});
