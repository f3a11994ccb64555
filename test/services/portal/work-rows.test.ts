import type { Schemas } from "../../../docs/generated/api.ts";
import { workListsOf, workRows } from "../../../services/portal/src/pages/requests/work-rows.ts";
import type { Me } from "../../../services/portal/src/session/me.ts";

type Item = Schemas["RequestItem"];

const now = Date.parse("2026-03-04T12:00:00Z");
const person = (roles: string[], teams: string[]) =>
  ({ id: "ada", roles: ["employee", ...roles], teams }) as unknown as Me;
const item = (id: string, tasks: readonly object[], more: object = {}) =>
  ({
    id,
    tasks: tasks.map((task, index) => ({ id: `${id}-${index + 1}`, state: "open", ...task })),
    ...more,
  }) as unknown as Item;
const idsOf = (rows: ReturnType<typeof workRows>) => rows.map(({ id }) => id);
const any = { isMeant: () => true };

describe("work on what was ordered", () => {
  it("is asked for by the person and by each of their teams, and whole by who manages all orders", () => {
    const keys = (me: Me) => workListsOf(me).map(({ key }) => key);
    expect(keys(person(["agent"], ["desk"]))).toEqual(["mine", "teams", "unassigned"]);
    expect(keys(person(["agent"], ["desk", "network"]))).toEqual([
      "mine",
      "teams",
      "unassigned",
      "team-desk",
      "team-network",
    ]);
    expect(keys(person(["asset-manager"], []))).toEqual(["mine", "all"]);
  });

  it("shows of an ordered thing the open tasks that the list means and no other", () => {
    const lists = workListsOf(person(["agent"], ["desk"]));
    const shown = (key: string) => {
      const list = lists.find((each) => each.key === key) ?? any;
      return idsOf(
        workRows(
          [
            item("A", [
              { teamId: "desk" },
              { teamId: "desk", assigneeId: "ada" },
              { teamId: "network" },
              { teamId: "desk", state: "waiting" },
              { teamId: "desk", state: "complete", assigneeId: "ada" },
            ]),
          ],
          list,
          "any",
          now,
        ),
      );
    };
    expect(shown("mine")).toEqual(["A-2"]);
    expect(shown("teams")).toEqual(["A-1", "A-2"]);
    expect(shown("unassigned")).toEqual(["A-1"]);
  });

  it("begins with what is due first: by the task, else by what was promised, and last what nobody promised", () => {
    const items = [
      item("A", [{}]),
      item("B", [{ dueAt: "2026-03-06T09:00:00.000Z" }]),
      item("C", [{}], { targetAt: "2026-03-05T09:00:00.000Z" }),
    ];
    expect(idsOf(workRows(items, any, "any", now))).toEqual(["C-1", "B-1", "A-1"]);
  });

  it("is narrowed to what is late, what did not do itself, and what is begun or not", () => {
    const items = [
      item("A", [
        { dueAt: "2026-03-04T11:00:00.000Z" },
        { stuckSince: "2026-03-04T09:00:00.000Z" },
        { failure: "No answer" },
        { state: "in_progress", dueAt: "2026-03-04T13:00:00.000Z" },
      ]),
    ];
    const which = (wanted: Parameters<typeof workRows>[2]) => idsOf(workRows(items, any, wanted, now));
    expect(which("late")).toEqual(["A-1", "A-2"]);
    expect(which("failed")).toEqual(["A-3"]);
    expect(which("begun")).toEqual(["A-4"]);
    expect(which("not_begun")).toEqual(["A-1", "A-2", "A-3"]);
  });
});
