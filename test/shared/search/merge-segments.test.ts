import fc from "fast-check";
import type { SearchDocument } from "../../../shared/search/document.ts";
import { indexOf } from "../../../shared/search/index-of.ts";
import { mergeSegments } from "../../../shared/search/merge-segments.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSegment, type Segment } from "../../../shared/search/segment.ts";
import { loadSegment, storeSegment } from "../../../shared/search/stored-segment.ts";
import { valuesOf } from "../../../shared/search/values-of.ts";

const words = [
  "mail",
  "relay",
  "VPN",
  "certificate",
  "KubePodCrashLooping",
  "error-42",
  "printers",
  "printing",
];
const texts = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(" "));
const documents: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((number) => `KB${number}`),
  title: texts,
  keywords: fc.option(texts, { nil: undefined }),
  body: texts,
  // Without any tag it says that the one before is gone.
  tags: fc.constantFrom([], ["see:all", "version:1"], ["see:all", "version:2"], ["see:few", "version:3"]),
});
/** Oldest first. */
const batches = fc.array(fc.array(documents, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

const segmentsOf = (all: readonly (readonly SearchDocument[])[]): readonly Segment[] =>
  all.map((batch) => buildSegment(batch)).toReversed();
const ofLast = (all: readonly (readonly SearchDocument[])[]): readonly SearchDocument[] =>
  [...new Map(all.flat().map((document) => [document.id, document])).values()].filter(
    ({ tags }) => tags.length > 0,
  );
/** The same numbers, whatever order they were added in. */
const bytesOf = (segment: Segment) => storeSegment(segment).toString("base64");
const asked = (segments: readonly Segment[], text: string) =>
  search(indexOf(segments), { text, filter: [["see:all"]], facets: ["version"], limit: 20 });

describe("segments that are merged", () => {
  it("are the segment that the documents left over make", () => {
    fc.assert(
      fc.property(batches, (all) => {
        const merged = mergeSegments(segmentsOf(all));
        const order = Array.from({ length: merged.documents }, (_, at) => at).map((at) =>
          Buffer.from(merged.ids.bytes.subarray(merged.ids.starts[at], merged.ids.starts[at + 1])).toString(),
        );
        const rebuilt = ofLast(all).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
        expect(bytesOf(merged)).toBe(bytesOf(buildSegment(rebuilt)));
        expect(loadSegment(storeSegment(merged)).documents).toBe(rebuilt.length);
      }),
    );
  });

  it("answer as before when only the newest of them are merged", () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 5 }), fc.constantFrom(...words), (all, count, text) => {
        const segments = segmentsOf(all);
        const merged = [mergeSegments(segments.slice(0, count), true), ...segments.slice(count)];
        const whole = [mergeSegments(merged)];
        expect(asked(whole, text)).toEqual(asked([mergeSegments(segments)], text));
        expect(
          asked(merged, text)
            .hits.map(({ id }) => id)
            .toSorted(),
        ).toEqual(
          asked(segments, text)
            .hits.map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });

  it("tell of each document what its tags say", () => {
    fc.assert(
      fc.property(batches, (all) => {
        const expected = new Map(
          ofLast(all).map(({ id, tags }) => [id, tags[1]?.slice("version:".length)] as const),
        );
        expect(new Map(valuesOf(indexOf(segmentsOf(all)), "version"))).toEqual(expected);
      }),
    );
  });
});

describe("what somebody may not see", () => {
  const secret = { id: "secret", title: "projecttitan", body: "merger", tags: ["see:few"] };
  const open = { id: "open", title: "printer", body: "toner", tags: ["see:all"] };
  const ask = (text: string, see: string) =>
    search(indexOf([buildSegment([secret, open])]), { text, filter: [[see]], limit: 5 });

  it("is not offered as a better spelling either", () => {
    expect(ask("projecttitn", "see:few").didYouMean).toBe("projecttitan");
    expect(ask("projecttitn", "see:all").didYouMean).toBeUndefined();
    expect(ask("pritner", "see:all").didYouMean).toBe("printer");
  });

  it("does not show by a spelling that is missing because it is there", () => {
    const near = { ...open, title: "projecttitans" };
    const without = search(indexOf([buildSegment([near])]), {
      text: "projecttitan",
      filter: [["see:all"]],
      limit: 5,
    });
    const beside = search(indexOf([buildSegment([near, secret])]), {
      text: "projecttitan",
      filter: [["see:all"]],
      limit: 5,
    });
    expect([beside.didYouMean, beside.total]).toEqual([without.didYouMean, without.total]);
  });
});
