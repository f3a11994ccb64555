import { observe } from "../../../services/monitoring/decisions/observe.ts";
import { settle } from "../../../services/monitoring/decisions/settle.ts";
import type { MaintenanceWindow } from "../../../services/monitoring/maintenance-window.ts";
import { applied, minute, nothing, on, reported, signal, types } from "./given.ts";

const window = { id: "MNT0000001", to: minute(30) } as MaintenanceWindow;

describe("a report about an alert", () => {
  test("that fires for the first time needs a place for an incident before anything is decided", () => {
    const verdict = observe(nothing, signal("firing", minute(0)), on(minute(0), { place: undefined }));
    expect(verdict).toEqual({ kind: "needs place", episode: 1 });
  });

  test("that only says again what is known is counted, a recovery of the same instant not even that", () => {
    const firing = reported([["f", 0]]);
    expect(types(observe(firing, signal("firing", minute(5)), on(minute(5))))).toEqual(["counted"]);
    const well = reported([
      ["f", 0],
      ["r", 5],
    ]);
    expect(types(observe(well, signal("recovered", minute(6)), on(minute(6))))).toEqual(["counted"]);
    expect(types(observe(well, signal("recovered", minute(5)), on(minute(6))))).toEqual(["ignored"]);
  });

  test.each([
    [
      "older than the recovery",
      [
        ["f", 0],
        ["r", 5],
      ],
      "firing",
      4,
      "counted",
    ],
    [
      "of the same instant as the recovery",
      [
        ["f", 0],
        ["r", 5],
      ],
      "firing",
      5,
      "counted",
    ],
    ["older than the firing", [["f", 3]], "recovered", 2, "ignored"],
    ["older than a recovery that came before any firing", [["r", 5]], "firing", 4, "counted"],
  ] as const)("%s changes nothing", (_, before, state, at, verdict) => {
    expect(types(observe(reported(before), signal(state, minute(at)), on(minute(6))))).toEqual([verdict]);
  });

  test.each([
    ["an hour after recovery reopens", 65, "AlertReopened", 1],
    ["a minute later begins a new episode", 66, "AlertRaised", 2],
  ])("%s", (_, at, type, episode) => {
    const well = reported([
      ["f", 0],
      ["r", 5],
    ]);
    const verdict = observe(well, signal("firing", minute(at)), on(minute(at)));
    expect(types(verdict)).toEqual([type]);
    expect(
      reported([
        ["f", 0],
        ["r", 5],
        ["f", at],
      ]).episode,
    ).toBe(episode);
  });

  test("of a severity that is only worth knowing opens no incident", () => {
    const verdict = observe(nothing, signal("firing", minute(0), { severity: "INFO" }), on(minute(0)));
    expect(verdict).toMatchObject({
      kind: "decided",
      decision: [{ event: { type: "AlertRaised" }, data: { alert: { incident: "none" } } }],
    });
  });

  test("within a maintenance window is muted, and raised when it outlasts it", () => {
    const muted = reported([["f", 0]], { window });
    expect(muted).toMatchObject({ state: "firing", muted: { windowId: window.id, until: minute(30) } });
    expect(types(settle(muted, on(minute(29), { window })))).toEqual(["ignored"]);
    expect(types(settle(muted, on(minute(31))))).toEqual(["AlertRaised"]);
    const well = reported(
      [
        ["f", 0],
        ["r", 9],
      ],
      { window },
    );
    expect(types(settle(well, on(minute(31))))).toEqual(["ignored"]);
  });

  test("that is one change too many within half an hour makes the alert flap; calm ends it", () => {
    const toAndFro = [0, 1, 2, 3, 4].map((at) => [at % 2 === 0 ? "f" : "r", at] as const);
    const before = reported(toAndFro);
    expect(before.flapping).toBeUndefined();
    const verdict = observe(before, signal("recovered", minute(5)), on(minute(5)));
    expect(types(verdict)).toEqual(["AlertFlapping"]);
    const flapping = reported([...toAndFro, ["r", 5]]);
    expect(flapping).toMatchObject({ state: "firing", observed: "recovered" });
    expect(types(settle(flapping, on(minute(19))))).toEqual(["ignored"]);
    expect(types(settle(flapping, on(minute(20))))).toEqual(["AlertSteadied", "AlertRecovered"]);
    const again = reported([...toAndFro, ["r", 5], ["f", 6]]);
    expect(types(settle(again, on(minute(21))))).toEqual(["AlertSteadied"]);
  });

  test("and changes spread over more than half an hour are no flapping", () => {
    const slow = [0, 7, 14, 21, 28, 35, 42].map((at, n) => [n % 2 === 0 ? "f" : "r", at] as const);
    expect(reported(slow).flapping).toBeUndefined();
  });

  const said = (severity: string, at: number, more: object = {}) =>
    signal("firing", minute(at), { severity, ...more });
  const raised = (severity: string, more: object = {}) => {
    const verdict = observe(nothing, said(severity, 0, more), on(minute(0)));
    return verdict.kind === "decided" ? applied(nothing, verdict.decision) : nothing;
  };

  test("of a worse severity is told, and asks for an incident where there was none to open", () => {
    const told = observe(raised("warning"), said("critical", 1), on(minute(1)));
    expect(told).toMatchObject({
      kind: "decided",
      decision: [
        { event: { type: "AlertChanged" }, data: { alert: { impact: 2, incident: "own", transition: 2 } } },
      ],
    });
    const calm = raised("info");
    expect(observe(calm, said("critical", 1), on(minute(1), { place: undefined }))).toEqual({
      kind: "needs place",
      episode: 1,
    });
    const opens = observe(calm, said("critical", 1), on(minute(1)));
    expect(opens).toMatchObject({
      decision: [
        { event: { type: "AlertRaised" }, data: { alert: { incident: "own", severity: "critical" } } },
      ],
    });
    expect(types(observe(calm, said("critical", 1), on(minute(1), { window })))).toEqual(["AlertMuted"]);
  });

  test("in other words alone is counted; of two of one instant the worse counts, in either order", () => {
    const firing = raised("warning");
    expect(types(observe(firing, said("warning", 1, { summary: "91 %" }), on(minute(1))))).toEqual([
      "counted",
    ]);
    expect(types(observe(firing, said("critical", 0), on(minute(1))))).toEqual(["AlertChanged"]);
    expect(types(observe(raised("critical"), said("warning", 0), on(minute(1))))).toEqual(["counted"]);
    expect(types(observe(raised("critical"), said("warning", 1), on(minute(1))))).toEqual(["AlertChanged"]);
  });

  test("that calls harmless what has an incident leaves it its incident, so that recovery is told of", () => {
    const verdict = observe(raised("critical"), said("info", 1), on(minute(1)));
    expect(verdict).toMatchObject({ decision: [{ data: { alert: { incident: "own" } } }] });
  });

  test("that names more of what it is about, as the pages of one event do, is about all of it", () => {
    const first = raised("major", { ciIds: ["i-1", "i-2"] });
    const verdict = observe(first, said("major", 0, { ciIds: ["i-2", "i-3"] }), on(minute(1)));
    expect(verdict).toMatchObject({
      decision: [{ event: { type: "AlertChanged" }, data: { alert: { ciIds: ["i-1", "i-2", "i-3"] } } }],
    });
    expect(types(observe(first, said("major", 1, { ciIds: ["i-2"] }), on(minute(1))))).toEqual(["counted"]);
  });
});
