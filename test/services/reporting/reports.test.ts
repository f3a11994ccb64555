import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import { reportingTable } from "../../../services/reporting/table.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";
import { actor, ask, incident, type Told, tell } from "./given.ts";

const march = { from: "2026-03-01", to: "2026-03-31" };

const stateAfter = (type: string, when: string): Partial<IncidentSnapshot> => {
  if (type === "IncidentResolved") return { state: "resolved", resolvedAt: when };
  return { state: type === "IncidentCancelled" ? "cancelled" : "in_progress", resolvedAt: undefined };
};

/** Lives of incidents: each event moves the incident on, and the last one is how it is. */
const life = (id: string): fc.Arbitrary<readonly Told[]> => {
  const step = fc.record({
    type: fc.constantFrom(
      "IncidentAssigned",
      "IncidentUpdated",
      "IncidentResolved",
      "IncidentReopened",
      "IncidentCancelled",
    ),
    priority: fc.integer({ min: 1, max: 5 }),
    teamId: fc.constantFrom("desk", "net", "a#b%", undefined),
    day: fc.integer({ min: 10, max: 28 }),
    restricted: fc.integer({ min: 0, max: 7 }).map((drawn) => drawn === 0),
    breached: fc.boolean(),
  });
  const openedAt = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}T10:00:00.000Z`);
  return fc.tuple(openedAt, fc.array(step, { minLength: 1, maxLength: 5 })).map(([opened, steps]) => {
    const first = { type: "IncidentOpened", sequence: 1, incident: incident(id, { openedAt: opened }) };
    const told: Told[] = [first];
    for (const { type, priority, teamId, day, restricted, breached } of steps) {
      const when = `2026-03-${day}T12:00:00.000Z`;
      const before = told.at(-1)?.incident ?? first.incident;
      const clock = { internal: false, state: "stopped", breached, dueAt: when, stoppedAt: when };
      const serviceLevels = [{ agreementId: "SLA1", metric: "resolve", ...clock }];
      const after = { ...before, ...stateAfter(type, when), priority, teamId, restricted, serviceLevels };
      told.push({ type, sequence: told.length + 1, incident: after, at: when });
    }
    return told;
  });
};

const lives = fc
  .integer({ min: 1, max: 5 })
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_, at) => life(`INC${at + 1}`))));

/** The numbers as somebody would count them who has all incidents as they are before him. */
const byHand = (all: readonly (readonly Told[])[]) => {
  const last = all
    .map((told) => told.at(-1)?.incident as IncidentSnapshot)
    .filter(({ restricted }) => !restricted);
  const ended = (one: IncidentSnapshot) => one.state === "resolved";
  return {
    opened: last.length,
    resolved: last.filter(ended).length,
    dropped: last.filter(({ state }) => state === "cancelled").length,
    backlog: last.filter(({ state }) => state === "new" || state === "in_progress").length,
    minutes: last
      .filter(ended)
      .reduce(
        (sum, { openedAt, resolvedAt = "" }) =>
          sum + (Date.parse(resolvedAt) - Date.parse(openedAt)) / 60_000,
        0,
      ),
    teams: [...new Set(last.map(({ teamId }) => teamId ?? "-"))].toSorted(),
  };
};

describe("the figures of a table of incidents", () => {
  const tables: FreshTable[] = [];
  const table = async (): Promise<FreshTable> => {
    const fresh = await freshTable(reportingTable);
    tables.push(fresh);
    return fresh;
  };
  afterAll(() => {
    for (const fresh of tables) fresh.stop();
  });

  test("are what one counts by hand, whatever order events come in and however often", async () => {
    await fc.assert(
      fc.asyncProperty(lives, fc.infiniteStream(fc.nat()), async (all, draws) => {
        const fresh = await table();
        const drawn = () => Number(draws.next().value);
        const told = all.flat().flatMap((each) => (drawn() % 3 === 0 ? [each, each] : [each]));
        const mixed = told.map((each) => [drawn(), each] as const).toSorted(([a], [b]) => a - b);
        for (const [, each] of mixed) await tell(fresh, each);
        const expected = byHand(all);
        const [row] = (await ask(fresh, "getIncidentReport", march)).items;
        const { opened, resolved, dropped, backlog } = expected;
        expect(row).toMatchObject({ opened, resolved, dropped, backlog });
        const mean = resolved === 0 ? undefined : Math.round(expected.minutes / resolved);
        expect(row?.timeToRestore).toEqual(mean === undefined ? {} : expect.objectContaining({ mean }));
        const byTeam = (await ask(fresh, "getIncidentReport", { ...march, groupBy: "team" })).items;
        expect(byTeam.map(({ group }) => group)).toEqual(expected.teams);
        expect(byTeam.reduce((sum, each) => sum + Number(each.opened), 0)).toBe(opened);
        for (const figure of ["opened", "resolved", "dropped"] as const)
          expect((await ask(fresh, "listIncidentRecords", { figure, limit: "100" })).items).toHaveLength(
            expected[figure],
          );
      }),
      { numRuns: 10 },
    );
  });

  test("are right when many write the same day at once, and others have their hands on the cells", async () => {
    const fresh = await table();
    let conflicts = 0;
    const send = (command: unknown) => {
      if (command instanceof TransactWriteCommand && Math.random() < 0.4) {
        conflicts++;
        const CancellationReasons = [{ Code: "TransactionConflict" }];
        return Promise.reject(
          new TransactionCanceledException({ message: "", $metadata: {}, CancellationReasons }),
        );
      }
      return fresh.client.send(command as never);
    };
    const contended = { table: fresh.table, client: { send } as unknown as FreshTable["client"] };
    const ids = Array.from({ length: 40 }, (_, at) => `INC${at}`);
    await Promise.all(
      ids.map((id) => tell(contended, { type: "IncidentOpened", sequence: 1, incident: incident(id) })),
    );
    expect(conflicts).toBeGreaterThan(5);
    const [row] = (await ask(fresh, "getIncidentReport", march)).items;
    expect(row).toMatchObject({ opened: 40, backlog: 40 });
    const [, level] = (await ask(fresh, "getOpenIncidentWork")).items.filter(({ open }) => open !== 0);
    expect(level).toBeUndefined();
  });

  test("open the list behind them, page by page, most urgent first", async () => {
    const fresh = await table();
    for (const [at, priority] of [4, 1, 3, 1, 5].entries())
      await tell(fresh, {
        type: "IncidentOpened",
        sequence: 1,
        incident: incident(`INC${at}`, { priority, teamId: at === 2 ? "net" : "desk" }),
      });
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: "2", ...(cursor === undefined ? {} : { cursor }) };
      const page = await ask(fresh, "listIncidentRecords", query);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ recordId, priority }) => [recordId, priority]));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      ["INC1", "1"],
      ["INC3", "1"],
      ["INC2", "3"],
      ["INC0", "4"],
      ["INC4", "5"],
    ]);
    const ofTeam = await ask(fresh, "listIncidentRecords", { team: "net" });
    expect(ofTeam.items.map(({ recordId }) => recordId)).toEqual(["INC2"]);
    expect((await ask(fresh, "listIncidentRecords", { team: "desk", priority: "1" })).items).toHaveLength(2);
    const opened = (days: Record<string, string>) => ask(fresh, "listIncidentRecords", days);
    // Both days belong to it, also the last there is.
    expect((await opened({ from: "2026-03-10", to: "2026-03-10" })).items).toHaveLength(5);
    expect((await opened({ from: "2026-03-10", to: "9999-12-31" })).items).toHaveLength(5);
    expect((await opened({ to: "2026-03-09" })).items).toEqual([]);
  });

  test("tell by their version that nothing has changed, and that something has", async () => {
    const fresh = await table();
    const version = async () => (await ask(fresh, "getIncidentReport", march)).version;
    const first = await version();
    expect(await version()).toBe(first);
    await tell(fresh, { type: "IncidentOpened", sequence: 1, incident: incident("INC1") });
    expect(await version()).not.toBe(first);
  });

  test("do not count a restricted incident, and forget one that becomes restricted", async () => {
    const fresh = await table();
    await tell(fresh, { type: "IncidentOpened", sequence: 1, incident: incident("INC1") });
    await tell(fresh, {
      type: "IncidentUpdated",
      sequence: 2,
      incident: incident("INC1", { restricted: true, title: undefined }),
    });
    expect((await ask(fresh, "getIncidentReport", march)).items[0]).toMatchObject({ opened: 0, backlog: 0 });
    expect((await ask(fresh, "listIncidentRecords", {}, actor("nora", ["agent"], ["net"]))).items).toEqual(
      [],
    );
  });

  test("are refused by two breakdowns that are not kept together, and by too many days", async () => {
    const fresh = await table();
    const refused = (id: string, query: Record<string, string>) =>
      expect(ask(fresh, id, query)).rejects.toMatchObject({ code: "invalid_input" });
    await refused("getIncidentReport", { team: "desk", groupBy: "service" });
    await refused("listIncidentRecords", { team: "desk", category: "network" });
    await refused("getIncidentReport", { ...march, from: "2025-02-01" });
  });
});
