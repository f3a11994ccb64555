import type { ChangeSnapshot } from "../../../services/change/events.ts";
import { createConnect } from "../../../services/problem/connect.ts";
import { changeChanged } from "../../../services/problem/subscriptions/change-changed.ts";
import { ciRelated } from "../../../services/problem/subscriptions/ci-related.ts";
import { suspectsFor } from "../../../services/problem/suspects.ts";
import { problemTable } from "../../../services/problem/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

const firstOpenedAt = "2026-03-04T10:00:00.000Z";

describe("changes that may have caused incidents", () => {
  let fresh: FreshTable;
  beforeAll(async () => {
    fresh = await freshTable(problemTable);
  });
  afterAll(() => fresh.stop());

  const context = () =>
    createConnect()({
      table: fresh.table,
      client: fresh.client,
      clock: { now: () => new Date(firstOpenedAt) },
      actor: serviceActor("problem"),
      correlationId: "c-1",
    });

  const done = async (id: string, ciId: string, actualEnd: string, more: object = {}): Promise<void> => {
    const change = { id, title: id, state: "closed", ciIds: [ciId], links: [], actualEnd, ...more };
    const heard = changeChanged.find((each) => each.id === "change-closed");
    const data = { change: change as unknown as ChangeSnapshot };
    await heard?.handle({ meta: { subject: id, sequence: 5 } as never, data }, context() as never);
  };

  const relate = async (fromId: string, toId: string, active: boolean, sequence: number): Promise<void> => {
    const relation = { id: `${fromId}.needs.${toId}`, fromId, toId, active };
    const heard = ciRelated.find((each) => each.id === "ci-related");
    const meta = { subject: relation.id, sequence } as never;
    await heard?.handle({ meta, data: { relation } }, context() as never);
  };

  test("are those done on a CI or on what it depends on, in the days before, and not after", async () => {
    await done("CHG0000001", "app-1", "2026-03-04T08:00:00.000Z");
    await done("CHG0000002", "db-1", "2026-03-03T08:00:00.000Z");
    await done("CHG0000003", "app-1", "2026-03-04T11:00:00.000Z");
    await done("CHG0000004", "app-1", "2026-02-04T08:00:00.000Z");
    await done("CHG0000005", "other", "2026-03-04T08:00:00.000Z");
    await done("CHG0000006", "app-1", "2026-03-04T08:00:00.000Z", { state: "cancelled" });
    await relate("app-1", "db-1", true, 1);
    expect(await suspectsFor(["app-1"], firstOpenedAt, context())).toEqual([
      expect.objectContaining({ changeId: "CHG0000001", ciId: "app-1" }),
      expect.objectContaining({ changeId: "CHG0000002", ciId: "db-1", dependentId: "app-1" }),
    ]);
  });

  test("are found on a busy CI, too, however much was done on it since", async () => {
    await done("CHG0001000", "busy-1", "2026-03-04T09:00:00.000Z");
    for (let i = 1; i <= 50; i++)
      await done(`CHG${1000 + i}`, "busy-1", `2026-03-04T12:00:00.${String(i).padStart(3, "0")}Z`);
    expect(await suspectsFor(["busy-1"], firstOpenedAt, context())).toMatchObject([
      { changeId: "CHG0001000" },
    ]);
  });

  test("are not those behind a relation that is no more, whenever that is learnt", async () => {
    await relate("app-2", "db-1", false, 2);
    await relate("app-2", "db-1", true, 1);
    expect(await suspectsFor(["app-2"], firstOpenedAt, context())).toEqual([]);
  });
});
