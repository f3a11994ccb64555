import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { Asset } from "../asset.ts";
import {
  type Audit,
  type AuditFields,
  auditLifecycle,
  mostAudited,
  mostUnknown,
  type ScanResult,
} from "../audit.ts";
import { AssetSeen } from "../events.ts";
import {
  AssetAuditCancelled,
  AssetAuditClosed,
  AssetAuditScanned,
  AssetAuditStarted,
  type AuditEvent,
} from "../events-audit.ts";
import { happened as happenedTo, violation } from "./command.ts";

const happened = (event: EventType<AuditEvent>, audit: Audit, changes: Partial<Audit>): Occurrence<Audit> => {
  const after = { ...audit, ...changes };
  const { id, name, stockroomId, locationId, modelId } = after;
  const { state, found, unexpected, unknown, missing, reportsMissing } = after;
  const place = { stockroomId, locationId, modelId };
  const counts = { found: found.length, unexpected, unknown, missing, reportsMissing };
  return occurred(event, { audit: { id, name, ...place, state, ...counts } }, changes);
};

const mustFit = (count: number): void => {
  if (count > mostAudited)
    throw violation(
      "body",
      `At most ${mostAudited} assets in one audit: count the place in parts, by \`modelId\``,
    );
};

export const startAudit = (id: string, fields: AuditFields, expected: number): Decision<Audit> => {
  const { stockroomId, locationId } = fields;
  if ((stockroomId === undefined) === (locationId === undefined)) {
    const message = "Name a stockroom or a location";
    throw new Refusal("invalid_input", undefined, [{ path: "body.stockroomId", message }]);
  }
  mustFit(expected);
  const nothing = { found: [], unexpected: [], unknown: [] };
  return [happened(AssetAuditStarted, { id } as unknown as Audit, { ...fields, state: "open", ...nothing })];
};

/** Whether the books say that an asset is at the audited place, and of what is counted there. */
export const isExpected = (
  { stockroomId, locationId, modelId }: Pick<Audit, "stockroomId" | "locationId" | "modelId">,
  asset: Pick<Asset, "stockroomId" | "locationId" | "modelId" | "state">,
): boolean =>
  (modelId === undefined || asset.modelId === modelId) &&
  asset.state !== "retired" &&
  asset.state !== "in_transit" &&
  (stockroomId === undefined
    ? asset.stockroomId === undefined && asset.locationId === locationId
    : asset.stockroomId === stockroomId);

/** What a code turned out to be. */
export const scanned = (audit: Audit, code: string, asset: Asset | undefined): ScanResult => {
  if (asset === undefined) return { code, is: "unknown" };
  const is = isExpected(audit, asset) ? "found" : "unexpected";
  return { code, is, assetId: asset.id, holderId: asset.holderId };
};

const joined = (before: readonly string[], more: readonly (string | undefined)[]): string[] => [
  ...new Set([...before, ...more.filter((each) => each !== undefined)]),
];

/** Adds what was scanned; scanning something twice is scanning it once. */
export const addScans = (audit: Audit, results: readonly ScanResult[]): Decision<Audit> => {
  if (audit.state !== "open") throw new Refusal("illegal_transition", `It is ${audit.state}`);
  const of = (is: ScanResult["is"]) => results.filter((result) => result.is === is);
  const found = joined(
    audit.found,
    of("found").map(({ assetId }) => assetId),
  );
  const unexpected = joined(
    audit.unexpected,
    of("unexpected").map(({ assetId }) => assetId),
  );
  const unknown = joined(
    audit.unknown,
    of("unknown").map(({ code }) => code),
  );
  mustFit(found.length + unexpected.length);
  if (unknown.length > mostUnknown) throw violation("body.codes", `At most ${mostUnknown} unknown labels`);
  const before = audit.found.length + audit.unexpected.length + audit.unknown.length;
  const isNews = found.length + unexpected.length + unknown.length > before;
  return isNews ? [happened(AssetAuditScanned, audit, { found, unexpected, unknown })] : [];
};

/** What is on the books here and was not scanned is missing. */
export const closeAudit = (
  audit: Audit,
  expected: readonly string[],
  reportsMissing: boolean,
  now: string,
): Decision<Audit> => {
  const state = auditLifecycle.next(audit.state, "close");
  mustFit(expected.length);
  const there = new Set(audit.found);
  const missing = expected.filter((id) => !there.has(id));
  return [happened(AssetAuditClosed, audit, { state, missing, reportsMissing, closedAt: now })];
};

export const cancelAudit = (audit: Audit): Decision<Audit> => [
  happened(AssetAuditCancelled, audit, { state: auditLifecycle.next(audit.state, "cancel") }),
];

/** An audit found it where it should be. */
export const see = (asset: Asset, now: string): Decision<Asset> => [
  happenedTo(AssetSeen, asset, { lastSeenAt: now }),
];
