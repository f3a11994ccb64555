import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { PersonId } from "../asset.ts";
import { InstallationChanged, type SeatMove } from "../events-software.ts";
import { type Model, ModelId } from "../model.ts";
import { DeviceId, type Installation, installationLifecycle, seatIdOf, type Unit } from "../software.ts";

/** One line of a discovery report. */
export const Report = z.strictObject({
  modelId: ModelId,
  deviceId: DeviceId,
  userId: PersonId.optional(),
  edition: z.string().trim().min(1).max(100).optional(),
  cores: z.number().int().min(0).max(4096).default(0).describe("Cores of the device"),
  lastUsedOn: z.iso.date().optional(),
});
export type Report = z.output<typeof Report>;
type Reported = Report & { readonly source?: string | undefined };

/** A device that nobody is said to use takes up a right of its own. */
const unitOf = ({ metric, userId, deviceId }: Installation): Unit =>
  metric === "user" && userId !== undefined
    ? { kind: "person", id: userId }
    : { kind: "device", id: deviceId };

const takes = (installation: Installation): SeatMove[] => {
  if (installation.state !== "installed") return [];
  const unit = unitOf(installation);
  const seatId = seatIdOf(installation.modelId, unit);
  const { lastUsedOn } = installation;
  return [{ seatId, unit, installs: 1, cores: installation.cores, lastUsedOn }];
};

const back = (move: SeatMove): SeatMove => ({ ...move, installs: -move.installs, cores: -move.cores });

/** What it took up before and takes up now, as one entry for each seat. */
const movesBetween = (before: Installation, after: Installation): SeatMove[] => {
  const [now] = takes(after);
  const [then] = takes(before).map(back);
  if (!now || !then || now.seatId !== then.seatId) return [then, now].filter((move) => move !== undefined);
  return [{ ...now, installs: now.installs + then.installs, cores: now.cores + then.cores }];
};

const changed = (installation: Installation, changes: Partial<Installation>): Decision<Installation> => {
  const after = { ...installation, ...changes };
  const { id, modelId, deviceId, userId, edition, cores, lastUsedOn, state } = after;
  const snapshot = { id, modelId, deviceId, userId, edition, cores, lastUsedOn, state };
  const seats = movesBetween(installation, after);
  return [occurred(InstallationChanged, { installation: snapshot, seats }, changes)];
};

const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  [a, b]
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);

/** What a report says is there. The same report again changes nothing. */
export const report = (installation: Installation, given: Reported, model: Model): Decision<Installation> => {
  const { modelId, deviceId, userId, edition, source } = given;
  const cores = model.metric === "core" ? Math.max(given.cores, model.coreMinimum) : 0;
  const lastUsedOn = latest(installation.lastUsedOn, given.lastUsedOn);
  const isNew = installation.state === "removed";
  const state = isNew ? installationLifecycle.next(installation.state, "install") : installation.state;
  const facts = { modelId, deviceId, userId, edition, source };
  const wanted = { ...facts, cores, lastUsedOn, state, metric: model.metric };
  const changes = changedFields<Installation>(installation, wanted);
  if (Object.keys(changes).length === 0) return [];
  return changed(installation, installation.version === 0 ? { ...wanted } : changes);
};

/** It is gone from the device. */
export const remove = (installation: Installation): Decision<Installation> =>
  changed(installation, { state: installationLifecycle.next(installation.state, "remove") });
