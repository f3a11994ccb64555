import { createCurrentIndex } from "../../../services/knowledge/search/current-index.ts";
import { createIndexStore } from "../../../services/knowledge/search/index-store.ts";
import { keepIndex } from "../../../services/knowledge/search/keep-index.ts";
import type { Changed, Source } from "../../../services/knowledge/search/searchable.ts";
import { knowledgeTable } from "../../../services/knowledge/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { createBlobs } from "../../../shared/dynamo/blobs.ts";
import { createCells } from "../../../shared/dynamo/cells.ts";
import { search } from "../../../shared/search/search.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

const many = 2500;
const begin = Date.parse("2026-03-02T09:00:00.000Z");

describe("an index of which very much changed at once", () => {
  let fresh: FreshTable;
  beforeAll(async () => {
    fresh = await freshTable(knowledgeTable);
  });
  afterAll(() => fresh.stop());

  /** Things that change one after the other within a minute; the last ones last. */
  const things = new Map<string, Changed>();
  const change = (at: number, more: Partial<Changed> = {}): void => {
    const id = `T${String(at).padStart(4, "0")}`;
    things.delete(id);
    const order = `${new Date(begin + things.size * 20).toISOString()}#${id}`;
    things.set(id, { id, stamp: "1", order, isFound: true, ...more });
  };
  const source: Source = {
    name: "things",
    changes: async function* (from) {
      yield [...things.values()]
        .filter(({ order }) => order >= from)
        .toSorted((a, b) => (a.order < b.order ? -1 : 1));
    },
    documents: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const { stamp = "", isFound = false } = things.get(id) ?? {};
          const title = stamp === "1" ? "printer" : "scanner";
          return isFound ? [[id, { id, title, body: "", tags: ["kind:thing", `version:${stamp}`] }]] : [];
        }),
      ),
  };

  it("has no more what was taken away last, and keeps what it had", async () => {
    const scope = {
      table: fresh.table,
      client: fresh.client,
      clock: { now: () => new Date(begin + 60_000) },
      actor: serviceActor("knowledge"),
      correlationId: "c-1",
    };
    const current = createCurrentIndex();
    const store = createIndexStore(createCells(scope), createBlobs(scope), current.segments, scope.clock.now);
    for (let at = 0; at < many; at++) change(at);
    while ((await keepIndex(store, [source], scope.clock.now())) > 0);
    change(many - 1, { isFound: false, stamp: "", order: `${new Date(begin + 59_000).toISOString()}#T2499` });
    change(7, { stamp: "2", order: `${new Date(begin + 59_500).toISOString()}#T0007` });
    const index = await current.read(begin + 60_000, store, [source]);
    const total = (text: string) => search(index, { text, filter: [], limit: 1 }).total;
    expect([total("printer"), total("scanner")]).toEqual([many - 2, 1]);
  });
});
