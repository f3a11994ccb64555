import { viewEntry, viewItem } from "../../../services/request/access.ts";
import { viewCatalogItem } from "../../../services/request/access-catalog.ts";
import type { CatalogItem } from "../../../services/request/catalog-item.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import type { RequestTask } from "../../../services/request/task.ts";
import type { HistoryEntry } from "../../../shared/dynamo/record.ts";
import { placed, wanted } from "./given.ts";
import { who } from "./given-desk.ts";

const task: RequestTask = {
  id: "SCTASK0000001-1",
  title: "Tell the other system",
  kind: "call",
  state: "incomplete",
  teamId: "network",
  after: [],
  outcome: "It was told",
  description: "The key lies in the safe",
  does: { url: "https://inside.example.com/hook", values: { grade: "secret" } },
  failure: "inside.example.com answered 500",
  escalated: { at: "2026-03-02T09:00:00.000Z", personId: "nora", why: "It takes too long" },
};
const inner = ["safe", "inside.example.com", "secret", "It takes too long"];
const told = (shown: unknown): readonly string[] =>
  inner.filter((text) => JSON.stringify(shown ?? null).includes(text));

const item = { ...(placed([wanted()]).items[0] as RequestItem), teamId: "network", tasks: [task] };
const entry = (type: string, data: object = {}): HistoryEntry => ({
  type,
  meta: {} as HistoryEntry["meta"],
  data: { item: {}, ...data },
  changes: { tasks: { from: [task], to: [task] } },
});
const [eve, nora] = [who("eve"), who("nora", ["agent"], ["network"])];

describe("of the work on what somebody asked for", () => {
  it("they see how it stands, not how it is done nor what went wrong inside", () => {
    const seen = viewItem(eve, item);
    expect(seen?.tasks).toEqual([
      {
        id: task.id,
        title: task.title,
        kind: "call",
        state: "incomplete",
        teamId: "network",
        after: [],
        outcome: "It was told",
      },
    ]);
    expect(told(seen)).toEqual([]);
  });

  it("their history says no more", () => {
    const changed = viewEntry(eve, item, entry("RequestTaskChanged"));
    expect(changed?.changes.tasks).toMatchObject({ to: [{ state: "incomplete" }] });
    expect(told(changed)).toEqual([]);
    for (const type of ["RequestStepAsked", "RequestTaskFailed", "RequestTaskStuck", "RequestTaskEscalated"])
      expect(viewEntry(eve, item, entry(type, { text: inner.join() }))).toBeUndefined();
  });

  it("who fulfils it sees all of it", () => {
    expect(told(viewItem(nora, item))).toEqual(inner);
    expect(told(viewEntry(nora, item, entry("RequestTaskChanged")))).toEqual(inner);
  });
});

describe("an offer of the catalog", () => {
  it("does not say whom else it is for, nor who is excepted", () => {
    const audience = { teamIds: [], personIds: ["eve", "a-colleague"], notTeamIds: ["a-team"] };
    const offer = { edition: 1, name: "Laptop", audience, publishedBy: "asta" };
    const offered = { id: "CIT0000001", state: "published", offer } as unknown as CatalogItem;
    expect(viewCatalogItem(eve, offered)?.offer).toEqual({ edition: 1, name: "Laptop" });
    expect(viewCatalogItem(who("emil"), offered)).toBeUndefined();
    expect(viewCatalogItem(who("ada", ["admin"]), offered)?.offer).toEqual(offer);
  });
});
