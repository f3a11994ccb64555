import * as fc from "fast-check";
import { joined } from "../../../services/portal/src/api/joined.ts";
import type { Pages } from "../../../services/portal/src/api/use-pages.ts";

type Row = { readonly id: string };

const byId = (one: Row, other: Row): number => one.id.localeCompare(other.id);
const rows = (ids: readonly number[]): Row[] =>
  [...new Set(ids)].toSorted((a, b) => a - b).map((id) => ({ id: String(id).padStart(3, "0") }));

const pages = (items: readonly Row[], read: number, more = async () => {}): Pages<Row> => ({
  items: items.slice(0, read),
  isLoading: false,
  hasMore: read < items.length,
  problem: undefined,
  more,
  refresh: async () => {},
});

const someIds = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 30 });

describe("several lists as one", () => {
  it("show the beginning of what all of them have, however far each of them was read", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someIds, fc.nat({ max: 30 })), { minLength: 1, maxLength: 4 }),
        (lists) => {
          const all = rows(lists.flatMap(([ids]) => ids));
          const read = joined(
            lists.map(([ids, count]) => pages(rows(ids), Math.max(1, count))),
            byId,
          );
          expect(read.items).toEqual(all.slice(0, read.items.length));
          if (!read.hasMore) expect(read.items).toEqual(all);
        },
      ),
    );
  });

  it("read on where there is more, and only there", async () => {
    const asked: string[] = [];
    const note = (name: string) => async () => void asked.push(name);
    const lists = [pages(rows([1, 2]), 1, note("first")), pages(rows([3]), 1, note("second"))];
    await joined(lists, byId).more();
    expect(asked).toEqual(["first"]);
  });
});
