import fc from "fast-check";
import {
  changeEntitlement,
  endEntitlement,
  entitle,
  entitlementDueAt,
  expire,
} from "../../../services/asset/decisions/entitlement.ts";
import { remove, report } from "../../../services/asset/decisions/installation.ts";
import { complianceOf, movePosition } from "../../../services/asset/decisions/position.ts";
import { allocate, reclaim, release, takeUp, unitFor } from "../../../services/asset/decisions/seat.ts";
import type { PositionMove, SeatMove } from "../../../services/asset/events-software.ts";
import type { Metric, Model } from "../../../services/asset/model.ts";
import {
  type Entitlement,
  type Installation,
  installationIdOf,
  noInstallation,
  noPosition,
  noSeat,
  type Position,
  type Seat,
  seatIdOf,
} from "../../../services/asset/software.ts";
import { entitlementRecords } from "../../../services/asset/software-table.ts";
import { entitlementEnding } from "../../../services/asset/targets.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { applied, model, now } from "./given.ts";

const software = (metric: Metric, coreMinimum = 0): Model => ({
  ...model,
  kind: "software",
  metric,
  coreMinimum,
});
const line = (deviceId: string, more: object = {}) => ({ modelId: model.id, deviceId, cores: 0, ...more });
const absent = (deviceId: string) => noInstallation(installationIdOf(model.id, deviceId)) as Installation;
const version = <R extends { version: number }>(record: R, decision: Decision<R>): R => ({
  ...applied(record, decision),
  version: record.version + decision.length,
});
const dataOf = <T>(decision: Decision<never>): readonly T[] => decision.map(({ data }) => data as T);

describe("a position", () => {
  it.each([
    [0, 0, "unused"],
    [0, 1, "unlicensed"],
    [10, 11, "over_used"],
    [10, 10, "compliant"],
    [10, 8, "compliant"],
    [10, 7, "under_used"],
  ] as const)("with %i rights and %i used is %s", (entitled, used, state) => {
    expect(complianceOf({ entitled, used }, 80)).toBe(state);
  });

  it("tells of another state once, and of counts every time", () => {
    const none = noPosition("MDL0000001.LIC") as Position;
    const types = (decision: Decision<Position>) => decision.map(({ event }) => event.type);
    const use = { entitled: 0, allocated: 0, used: 1 };
    const first = movePosition(none, use, 80);
    expect(types(first)).toEqual(["LicencePositionChanged", "LicenceComplianceChanged"]);
    expect(types(movePosition(applied(none, first), use, 80))).toEqual(["LicencePositionChanged"]);
    expect(movePosition(none, { entitled: 0, allocated: 0, used: 0 }, 80)).toEqual([]);
  });
});

describe("an entitlement", () => {
  const bought = version(
    { id: "ENT0000001", version: 0 } as Entitlement,
    entitle("ENT0000001", { modelId: model.id, quantity: 5, endsOn: "2026-03-31" }),
  );
  const entitled = (decision: Decision<Entitlement>) =>
    dataOf<{ move: PositionMove }>(decision as never).map(({ move }) => move.entitled);

  it("counts with what it is more or less, and until its last day is over", () => {
    const more = changeEntitlement(bought, { modelId: model.id, quantity: 8 });
    expect(entitled(more)).toEqual([3]);
    const told = { ...bought, noticed: true };
    expect(expire(told, "2026-03-31T23:59:59.000Z")).toEqual([]);
    expect(entitled(expire(bought, "2026-04-01T00:00:00.000Z"))).toEqual([-5]);
    expect(entitled(endEntitlement(bought))).toEqual([-5]);
  });

  it("is told of once, 60 days before its last day is over, and anew when that is another day", () => {
    const types = (given: Entitlement, now: string) => expire(given, now).map(({ event }) => event.type);
    expect(entitlementDueAt(bought)).toBe("2026-01-31T00:00:00.000Z");
    expect(types(bought, "2026-01-30T23:59:59.000Z")).toEqual([]);
    expect(types(bought, "2026-01-31T00:00:00.000Z")).toEqual(["EntitlementEnding"]);
    const told = version(bought, expire(bought, "2026-01-31T00:00:00.000Z"));
    expect(entitlementDueAt(told)).toBe("2026-04-01T00:00:00.000Z");
    expect(types(told, "2026-02-20T00:00:00.000Z")).toEqual([]);
    const ending = (given: Entitlement) => entitlementRecords.edges?.(given).map(({ target }) => target);
    expect([ending(bought), ending(told)]).toEqual([[], [entitlementEnding]]);
    const fields = { modelId: model.id, quantity: 5, endsOn: "2027-03-31" };
    const longer = version(told, changeEntitlement(told, fields));
    expect([longer.noticed, ending(longer)]).toEqual([undefined, []]);
  });

  it("stays one for its software", () => {
    expect(() => changeEntitlement(bought, { modelId: "MDL0000009", quantity: 5 })).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });
});

describe("a report of an installation", () => {
  it("that says nothing new changes nothing", () => {
    const first = report(absent("pc-1"), line("pc-1", { lastUsedOn: "2026-03-01" }), software("device"));
    const there = version(absent("pc-1"), first);
    expect(report(there, line("pc-1", { lastUsedOn: "2026-03-01" }), software("device"))).toEqual([]);
    expect(report(there, line("pc-1", { lastUsedOn: "2026-02-01" }), software("device"))).toEqual([]);
  });

  it("counts the cores of the model's minimum where a device has fewer", () => {
    const decision = report(absent("pc-1"), line("pc-1", { cores: 4 }), software("core", 16));
    const [told] = dataOf<{ seats: SeatMove[] }>(decision as never);
    expect(told?.seats).toMatchObject([{ installs: 1, cores: 16 }]);
  });
});

describe("a seat", () => {
  const unit = { kind: "person", id: "eve" } as const;
  const free = noSeat(seatIdOf(model.id, unit)) as Seat;

  it("is a person's where software is licensed by users, else a device's", () => {
    expect(unitFor({ unit }, software("user"))).toEqual(unit);
    expect(() => unitFor({ unit }, software("device"))).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });

  it("is taken back when nobody has used it for so long, and not before", () => {
    const given = version(free, allocate(free, model.id, unit, "2026-01-10T10:00:00.000Z"));
    expect(reclaim(given, "2026-01-09")).toEqual([]);
    expect(reclaim(given, "2026-01-10").map(({ event }) => event.type)).toEqual(["SeatChanged"]);
    const move = { seatId: free.id, unit, installs: 1, cores: 0, lastUsedOn: "2026-02-20" };
    const used = version(given, takeUp(given, model.id, move));
    expect(reclaim(used, "2026-02-19")).toEqual([]);
    expect(version(used, reclaim(used, "2026-02-20"))).toMatchObject({ state: "unallocated", installs: 1 });
  });

  it("can be given again after it was released", () => {
    const given = version(free, allocate(free, model.id, unit, now));
    expect(allocate(given, model.id, unit, now)).toEqual([]);
    const back = version(given, release(given));
    expect(version(back, allocate(back, model.id, unit, now)).state).toBe("allocated");
  });
});

describe("positions", () => {
  const devices = ["pc-1", "pc-2", "pc-3"];
  const users = [undefined, "eve", "emil"];
  const step = fc.record({
    device: fc.constantFrom(...devices),
    user: fc.constantFrom(...users),
    cores: fc.nat(8),
    does: fc.constantFrom("report", "report", "remove"),
  });

  const recount = (metric: Metric, installations: readonly Installation[]): number => {
    const there = installations.filter(({ state }) => state === "installed");
    if (metric === "core") return there.reduce((sum, { cores }) => sum + Math.max(1, cores), 0);
    if (metric === "device") return there.length;
    return new Set(there.map(({ userId, deviceId }) => (userId ? `p${userId}` : `d${deviceId}`))).size;
  };

  const shuffled = <T>(all: readonly T[], draw: () => number): T[] =>
    all
      .map((each) => ({ each, key: draw() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ each }) => each);

  it("equal a recount of what is installed, by every metric, in whatever order events come", () => {
    const metrics = fc.constantFrom<Metric>("device", "user", "core");
    fc.assert(
      fc.property(
        metrics,
        fc.array(step, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (metric, steps, keys) => {
          const draw = () => keys.next().value as number;
          const installations = new Map(devices.map((id) => [id, absent(id)]));
          const reported: SeatMove[] = [];
          for (const { device, user, cores, does } of steps) {
            const before = installations.get(device) ?? absent(device);
            if (does === "remove" && before.state === "removed") continue;
            const given = line(device, { cores, ...(user ? { userId: user } : {}) });
            const decision = does === "remove" ? remove(before) : report(before, given, software(metric));
            installations.set(device, version(before, decision));
            reported.push(...dataOf<{ seats: SeatMove[] }>(decision as never).flatMap(({ seats }) => seats));
          }
          const seats = new Map<string, Seat>();
          const counted: PositionMove[] = [];
          for (const move of shuffled(reported, draw)) {
            const seat = seats.get(move.seatId) ?? (noSeat(move.seatId) as Seat);
            const decision = takeUp(seat, model.id, move);
            seats.set(move.seatId, version(seat, decision));
            counted.push(...dataOf<{ move: PositionMove }>(decision as never).map((data) => data.move));
          }
          const position = shuffled(counted, draw).reduce<Position>(
            (sum, move) => version(sum, movePosition(sum, move, 80)),
            noPosition("MDL0000001.LIC") as Position,
          );
          expect(position.used).toBe(recount(metric, [...installations.values()]));
        },
      ),
    );
  });
});
