import type { Edge, RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import {
  viewAudit,
  viewContract,
  viewEntitlement,
  viewInstallation,
  viewPosition,
  viewSeat,
  viewUnaccounted,
} from "./access.ts";
import type { Audit } from "./audit.ts";
import type { Contract } from "./contract.ts";
import { contractDueAt } from "./decisions/contract.ts";
import { entitlementDueAt } from "./decisions/entitlement.ts";
import { unusedSince } from "./decisions/seat.ts";
import {
  type Entitlement,
  type Installation,
  noInstallation,
  noPosition,
  noSeat,
  type Position,
  type Seat,
} from "./software.ts";
import { contractEnding, entitlementEnding, inState, ofModel, targets } from "./targets.ts";
import { nothingFound, type Unaccounted } from "./unaccounted.ts";

const dueKey = (partition: string, due: string | undefined, id: string) =>
  due === undefined ? undefined : { partition, order: `${due}#${id}` };

const endingEdge = (target: string, endsOn: string | undefined, id: string): Edge[] =>
  endsOn === undefined ? [] : [{ index: "byTarget", target, order: `${endsOn}#${id}` }];

export const contractRecords: RecordType<Contract> = {
  prefix: "CTR",
  indexes: (contract) => {
    const { id, state, endsOn } = contract;
    return {
      byState: { partition: inState("contract", state), order: `${endsOn}#${id}` },
      due: dueKey("contract", contractDueAt(contract), id),
    };
  },
  edges: ({ id, state, noticed, endsOn }) =>
    endingEdge(contractEnding, state === "active" && noticed === true ? endsOn : undefined, id),
  spread: ({ id, assetIds }) =>
    assetIds.map((assetId) => ({ index: "byTarget", target: targets.covers(assetId), order: id })),
  long: ["note", "assetIds", "cancellation"],
  view: viewContract,
  viewEntry: withoutSnapshot("contract"),
};

export const entitlementRecords: RecordType<Entitlement> = {
  prefix: "ENT",
  indexes: (entitlement) => {
    const { id, state, modelId, createdAt } = entitlement;
    return {
      byState: { partition: inState("entitlement", state), order: `${createdAt}#${id}` },
      byModel: { partition: ofModel("entitlement", modelId), order: `${createdAt}#${id}` },
      due: dueKey("entitlement", entitlementDueAt(entitlement), id),
    };
  },
  edges: ({ id, state, noticed, endsOn }) =>
    endingEdge(entitlementEnding, state === "active" && noticed === true ? endsOn : undefined, id),
  long: [],
  view: viewEntitlement,
  viewEntry: withoutSnapshot("entitlement"),
};

export const installationRecords: RecordType<Installation> = {
  prefix: "INS",
  initial: noInstallation,
  indexes: ({ id, state, modelId, deviceId, createdAt }) => {
    if (state === "removed") return {};
    const order = `${createdAt}#${id}`;
    return {
      newest: { partition: "installations", order },
      byModel: { partition: ofModel("installation", modelId), order },
      byHolder: { partition: targets.device(deviceId), order },
    };
  },
  long: [],
  view: viewInstallation,
  viewEntry: withoutSnapshot("installation"),
};

export const seatRecords: RecordType<Seat> = {
  prefix: "SEA",
  initial: noSeat,
  indexes: (seat) => {
    const { id, state, modelId, unit, installs, createdAt } = seat;
    const order = `${createdAt}#${id}`;
    const isAllocated = state === "allocated";
    // What nobody has a right to and nobody uses is history.
    if (!isAllocated && installs <= 0) return {};
    return {
      newest: { partition: "seats", order },
      byModel: { partition: ofModel("seat", modelId), order },
      byHolder: unit.kind === "person" ? { partition: targets.seat(unit.id), order } : undefined,
      unused: isAllocated ? { partition: modelId, order: `${unusedSince(seat)}#${id}` } : undefined,
    };
  },
  long: [],
  view: viewSeat,
  viewEntry: withoutSnapshot("seat"),
};

export const positionRecords: RecordType<Position> = {
  prefix: "LIC",
  initial: noPosition,
  indexes: ({ id, state }) => ({
    newest: { partition: "positions", order: id },
    byState: { partition: inState("position", state), order: id },
  }),
  long: [],
  view: viewPosition,
  viewEntry: withoutSnapshot("position"),
};

export const auditRecords: RecordType<Audit> = {
  prefix: "AUD",
  indexes: ({ id, state, createdAt }) => ({
    byState: { partition: inState("audit", state), order: `${createdAt}#${id}` },
  }),
  long: ["found", "unexpected", "unknown", "missing"],
  view: viewAudit,
  viewEntry: withoutSnapshot("audit"),
};

export const unaccountedRecords: RecordType<Unaccounted> = {
  prefix: "UNA",
  initial: nothingFound,
  indexes: ({ id, state }) => ({ byState: { partition: inState("unaccounted", state), order: id } }),
  long: [],
  view: viewUnaccounted,
  viewEntry: withoutSnapshot("finding"),
};
