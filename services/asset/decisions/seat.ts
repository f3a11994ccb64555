import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { type PositionMove, SeatChanged, type SeatMove } from "../events-software.ts";
import { type Model, ModelId } from "../model.ts";
import { DeviceId, type Seat, seatLifecycle, Unit } from "../software.ts";

/** Rights a seat takes up by being used: cores where it is licensed by them, else one. */
const used = ({ installs, cores }: Seat): number => (installs <= 0 ? 0 : Math.max(1, cores));
const allocated = ({ state }: Seat): number => (state === "allocated" ? 1 : 0);

const changed = (seat: Seat, changes: Partial<Seat>, reason?: string): Decision<Seat> => {
  const after = { ...seat, ...changes };
  const { id, modelId, unit, state, installs, cores, lastUsedOn } = after;
  const move: PositionMove = {
    entitled: 0,
    allocated: allocated(after) - allocated(seat),
    used: used(after) - used(seat),
  };
  const snapshot = { id, modelId, unit, state, installs, cores, lastUsedOn };
  return [occurred(SeatChanged, { seat: snapshot, move, reason }, changes)];
};

/** What is kept of a seat that nobody has written yet. */
const begun = (seat: Seat, modelId: string, unit: Unit): Partial<Seat> =>
  seat.version === 0 ? { modelId, unit, installs: seat.installs, cores: seat.cores, state: seat.state } : {};

const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  [a, b]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);

/** An installation takes it up, or does so no more. */
export const takeUp = (seat: Seat, modelId: string, { unit, installs, cores, lastUsedOn }: SeatMove) => {
  const used = latest(seat.lastUsedOn, lastUsedOn);
  if (installs === 0 && cores === 0 && used === seat.lastUsedOn) return [];
  const counts = { installs: seat.installs + installs, cores: seat.cores + cores };
  const when = used === undefined ? {} : { lastUsedOn: used };
  const all = { ...begun(seat, modelId, unit), ...counts, ...when };
  return changed({ ...seat, modelId, unit }, all);
};

/** Who or what is given a right. */
export const Allocation = z.strictObject({
  reason: ShortText.optional().describe("Why, such as the request that asked for it"),
  modelId: ModelId,
  unit: z
    .strictObject({ kind: Unit.shape.kind, id: DeviceId.describe("Person, or device") })
    .describe("A person where the software is licensed by users, else a device"),
});

/** The person or device that a right of a model is for. */
export const unitFor = ({ unit }: Pick<z.output<typeof Allocation>, "unit">, model: Model): Unit => {
  const wanted = model.metric === "user" ? "person" : "device";
  if (model.kind === "software" && unit.kind === wanted) return unit;
  const message =
    model.kind === "software" ? `It is licensed by ${model.metric}: name a ${wanted}` : `It is ${model.kind}`;
  throw new Refusal("rule_violation", undefined, [{ path: "body.unit.kind", message }]);
};

/** A right is given, also where there are none left: the position says so then. */
export const allocate = (
  seat: Seat,
  modelId: string,
  unit: Unit,
  now: string,
  reason?: string,
): Decision<Seat> => {
  if (seat.state === "allocated") return [];
  const state = seatLifecycle.next(seat.state, "allocate");
  const all = { ...begun(seat, modelId, unit), state, allocatedAt: now };
  return changed({ ...seat, modelId, unit }, all, reason);
};

export const release = (seat: Seat, reason?: string): Decision<Seat> => {
  const state = seatLifecycle.next(seat.state, "release");
  return changed(seat, { state, allocatedAt: undefined }, reason);
};

/** Since when a right is allocated and not used. */
export const unusedSince = ({ lastUsedOn, allocatedAt = "" }: Seat): string =>
  latest(lastUsedOn, allocatedAt.slice(0, 10)) ?? "";

/** Takes a right back that nobody has used since a date. */
export const reclaim = (seat: Seat, since: string): Decision<Seat> =>
  seat.state === "allocated" && unusedSince(seat) <= since ? release(seat, "unused") : [];
