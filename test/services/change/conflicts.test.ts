import * as fc from "fast-check";
import type { Change } from "../../../services/change/change.ts";
import type { ChangeWindow } from "../../../services/change/change-window.ts";
import {
  type Conflict,
  conflictsBetween,
  isPlanned,
  outsideWindows,
  type Planned,
} from "../../../services/change/decisions/conflicts.ts";
import { noteConflicts } from "../../../services/change/decisions/note-conflicts.ts";
import { opened, through } from "./given.ts";

const none = new Set<string>();
const alone = () => none;
const planned = (id: string, more: Partial<Change>): Planned => ({ ...opened(), id, ...more }) as Planned;
const hour = 3_600_000;
const at = (hours: number) => new Date(Date.parse("2027-01-09T00:00:00Z") + hours * hour).toISOString();

const a = planned("CHG0000001", { ciIds: ["web-1"], plannedStart: at(1), plannedEnd: at(3) });
const b = planned("CHG0000002", { ciIds: ["web-1"], plannedStart: at(2), plannedEnd: at(4) });

const kindsOf = (found: readonly Conflict[]) => found.map(({ kind }) => kind);
const cis = fc.uniqueArray(fc.constantFrom("web-1", "web-2", "db-1", "db-2", "lb-1"), { maxLength: 4 });
const people = fc.option(fc.constantFrom("ann", "abe"), { nil: undefined });
const changes = (id: string, other: string) =>
  fc
    .record({
      ciIds: cis,
      assigneeId: people,
      task: people,
      from: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 4 }),
      comesAfter: fc.option(fc.constant([other]), { nil: undefined }),
      parentId: fc.option(fc.constant(other), { nil: undefined }),
    })
    .map(({ task, from, length, ...fields }) =>
      planned(id, {
        ...fields,
        plannedStart: at(from),
        plannedEnd: at(from + length),
        tasks: task
          ? [{ id: "1", title: "Work", kind: "implementation", state: "open", assigneeId: task }]
          : [],
      } as Partial<Change>),
    );
const relations = fc.array(
  fc.tuple(fc.constantFrom("web-1", "web-2", "lb-1"), fc.constantFrom("db-1", "db-2")),
);
const asRelated = (pairs: readonly (readonly [string, string])[]) => (ciId: string) =>
  new Set(pairs.flatMap(([x, y]) => (x === ciId ? [y] : y === ciId ? [x] : [])));

describe("two planned changes", () => {
  test("collide on the same CI at the same time, and not one after the other", () => {
    expect(conflictsBetween(a, b, alone)).toEqual([{ kind: "same_ci", otherId: b.id, ciIds: ["web-1"] }]);
    expect(conflictsBetween(a, planned("CHG0000002", { ...b, plannedStart: at(3) }), alone)).toEqual([]);
  });

  test("collide on CIs that have to do with each other", () => {
    const other = { ...b, ciIds: ["db-1"] };
    const found = conflictsBetween(a, other, asRelated([["web-1", "db-1"]]));
    expect(found).toEqual([{ kind: "related_ci", otherId: b.id, ciIds: ["db-1", "web-1"] }]);
  });

  test("want the same person, but only where their tasks meet", () => {
    const task = { id: "1", title: "Look", kind: "implementation" as const, state: "open" as const };
    const busy = { ...a, ciIds: [], assigneeId: "ann" };
    const late = {
      ...b,
      ciIds: [],
      tasks: [{ ...task, assigneeId: "ann", plannedStart: at(3), plannedEnd: at(4) }],
    };
    expect(conflictsBetween(busy, late, alone)).toEqual([]);
    const early = { ...late, tasks: [{ ...task, assigneeId: "ann" }] };
    expect(kindsOf(conflictsBetween(busy, early, alone))).toEqual(["same_person"]);
  });

  test("are in the wrong order when what comes after begins before the other is over", () => {
    const after = { ...b, ciIds: [], comesAfter: [a.id] };
    expect(kindsOf(conflictsBetween(a, after, alone))).toEqual(["order"]);
    expect(conflictsBetween(a, { ...after, plannedStart: at(3) }, alone)).toEqual([]);
  });

  test("are a whole and its part only while the part lies within", () => {
    const part = { ...b, parentId: a.id };
    expect(kindsOf(conflictsBetween(a, part, alone))).toEqual(["parent_window"]);
    expect(conflictsBetween(a, { ...part, plannedEnd: at(3) }, alone)).toEqual([]);
  });

  test("collide with each other in the same things, whichever is asked about", () => {
    fc.assert(
      fc.property(
        changes("CHG0000001", "CHG0000002"),
        changes("CHG0000002", "CHG0000001"),
        relations,
        (x, y, r) => {
          const without = (found: readonly Conflict[]) => found.map(({ otherId: _, ...rest }) => rest);
          const related = asRelated(r);
          expect(without(conflictsBetween(x, y, related))).toEqual(without(conflictsBetween(y, x, related)));
        },
      ),
    );
  });
});

describe("windows of a CI", () => {
  const window = (fields: Partial<ChangeWindow>) =>
    ({ id: "CWN0000001", state: "active", serviceIds: [], ciIds: ["web-1"], ...fields }) as ChangeWindow;

  test("hold a change from its beginning to its end, or it is outside", () => {
    expect(outsideWindows(a, [window({ from: at(0), to: at(4) })])).toEqual([]);
    const outside = outsideWindows(a, [window({ from: at(2), to: at(4) })]);
    expect(outside).toEqual([{ kind: "outside_change_window", ciIds: ["web-1"] }]);
  });

  test("do not bind a CI that has none, nor when they are retired", () => {
    expect(outsideWindows(a, [window({ ciIds: ["db-1"], from: at(2), to: at(4) })])).toEqual([]);
    expect(outsideWindows(a, [window({ state: "retired", from: at(2), to: at(4) })])).toEqual([]);
  });
});

describe("what a change collides with", () => {
  test("is told once, and again when it is something else", () => {
    const noted = through(a, (c) => noteConflicts(c, conflictsBetween(a, b, alone)));
    expect(noted.conflicts).toEqual({ total: 1, kinds: { same_ci: 1 }, with: [b.id] });
    expect(noteConflicts(noted, conflictsBetween(a, b, alone))).toEqual([]);
    expect(through(noted, (c) => noteConflicts(c, [])).conflicts?.total).toBe(0);
    expect(noteConflicts(a, [])).toEqual([]);
  });

  test("is nothing for what is over or has no window", () => {
    expect(isPlanned({ ...a, state: "closed" })).toBe(false);
    expect(isPlanned({ ...a, plannedStart: undefined })).toBe(false);
  });
});
