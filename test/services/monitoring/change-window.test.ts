import { isWanted, wanted } from "../../../services/monitoring/change-window.ts";
import type { KnownChange } from "../../../services/monitoring/known-change.ts";
import type { MaintenanceWindow } from "../../../services/monitoring/maintenance-window.ts";
import { minute } from "./given.ts";

const change = (state: KnownChange["state"], more: Partial<KnownChange> = {}): KnownChange => ({
  id: "CHG0000001",
  title: "New firmware",
  state,
  ciIds: ["CI0000001"],
  plannedStart: minute(10),
  plannedEnd: minute(60),
  ...more,
});
const now = minute(0);

test.each([
  ["scheduled", "its planned window", { from: minute(10), to: minute(60) }],
  ["implement", "from its start on, if that is earlier", { from: now, to: minute(60) }],
  ["authorize", "no window, as nobody approved it", undefined],
  ["review", "none any more", undefined],
  ["cancelled", "none", undefined],
] as const)("a change in state %s mutes in %s", (state, _, window) => {
  const got = wanted(change(state), now);
  expect(got && { from: got.from, to: got.to }).toEqual(window);
});

test("what is planned for nothing, or over by its plan, mutes nothing; a service alone is muted as a whole", () => {
  expect(wanted(change("scheduled", { ciIds: [] }), now)).toBeUndefined();
  expect(wanted(change("implement"), minute(60))).toBeUndefined();
  expect(wanted(change("scheduled", { ciIds: [], serviceId: "erp" }), now)).toMatchObject({
    serviceIds: ["erp"],
    ciIds: [],
  });
});

test("a window that has begun goes on when the work begins in it; one that is moved is another one", () => {
  const fields = wanted(change("scheduled"), now);
  const window = { ...fields, state: "planned" } as MaintenanceWindow;
  const begun = wanted(change("implement"), minute(20));
  const moved = wanted(change("scheduled", { plannedEnd: minute(70) }), now);
  if (!begun || !moved) throw new Error("No window");
  expect([isWanted(window, begun, minute(20)), isWanted(window, moved, now)]).toEqual([true, false]);
  expect(isWanted({ ...window, state: "cancelled" }, begun, minute(20))).toBe(false);
});
