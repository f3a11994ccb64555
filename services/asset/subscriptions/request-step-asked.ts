import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { RequestStepAsked } from "../../request/events-steps.ts";
import type { Asset } from "../asset.ts";
import { happened } from "../decisions/command.ts";
import { askBack } from "../decisions/depart.ts";
import { checkOut } from "../decisions/hand-out.ts";
import { reserve } from "../decisions/reserve.ts";
import { allocate, release, unitFor } from "../decisions/seat.ts";
import { type Asked, errandOf, withAsset } from "../errands.ts";
import { AssetReturnRequested } from "../events.ts";
import type { Model } from "../model.ts";
import { seatIdOf } from "../software.ts";
import type { AssetContext } from "../table.ts";

const day = 24 * 3_600_000;
/** Long enough to build and hand over what was reserved; then it is for others again. */
const reservedDays = 30;
const returnDays = 14;
const inDays = (now: string, days: number): string => new Date(Date.parse(now) + days * day).toISOString();

const on = (now: string, model?: Model) => ({
  actor: serviceActor("asset"),
  now,
  named: model === undefined ? {} : { model },
});

/** The same errand again changes nothing: its name is on the reservation. */
const reserveFor = (asset: Asset, { personId, errandId }: Asked, now: string): Decision<Asset> => {
  if (asset.reservations.some(({ note }) => note === errandId)) return [];
  if (asset.state !== "in_stock") throw new Refusal("rule_violation", `It is ${asset.state}`);
  return reserve.decide(
    asset,
    { personId, from: now, to: inDays(now, reservedDays), note: errandId },
    on(now),
  );
};

/** Marks what the decision leads to with the errand, so that what the holder says later is known to answer it. */
const marked = (decision: Decision<Asset>, errandId: string): Decision<Asset> =>
  decision.map((occurrence) => ({
    ...occurrence,
    data: withErrand(occurrence.data, errandId),
    changes: { ...occurrence.changes, errandId },
  }));
const withErrand = (data: unknown, errandId: string): unknown => {
  const { asset, ...rest } = data as { asset: object };
  return { ...rest, asset: { ...asset, errandId } };
};

const handOver = (
  asset: Asset,
  { personId, errandId }: Asked,
  now: string,
  model: Model,
): Decision<Asset> => {
  if (asset.errandId === errandId && asset.holderId === personId) return [];
  const body = { holderId: personId, isLoan: false };
  return marked(checkOut.decide(asset, body, on(now, model)), errandId);
};

const bringBack = (asset: Asset, { personId, errandId }: Asked, now: string): Decision<Asset> => {
  if (asset.holderId !== personId) throw new Refusal("rule_violation", `${personId} does not have it`);
  if (asset.errandId === errandId) return [];
  const asked = askBack(asset, personId, inDays(now, returnDays));
  // Who was asked for it already is told of the request as well, so that bringing it back ends that, too.
  return marked(asked.length > 0 ? asked : [happened(AssetReturnRequested, asset, {})], errandId);
};

const onAsset = async (asked: Asked, context: AssetContext): Promise<void> => {
  const now = context.now();
  if (asked.kind === "reserve_asset")
    return withAsset(asked, context, (asset) => reserveFor(asset, asked, now));
  if (asked.kind === "return_asset")
    return withAsset(asked, context, (asset) => bringBack(asset, asked, now), "waiting");
  const model = await modelOf(asked, context);
  const outcome = model?.acceptance === undefined ? "done" : "waiting";
  return withAsset(
    asked,
    context,
    (asset) => {
      if (model === undefined) throw new Refusal("rule_violation", "There is no such model");
      return handOver(asset, asked, now, model);
    },
    outcome,
  );
};

/** The model that is asked for, or that of the asset. */
const modelOf = async ({ modelId, assetId }: Asked, { assets, models }: AssetContext) => {
  const id = assetId === undefined ? modelId : (await seen(assets.get(assetId)))?.modelId;
  return id === undefined ? undefined : seen(models.get(id));
};
const seen = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });

const onSeat = async (asked: Asked, context: AssetContext): Promise<void> => {
  const { modelId = "", personId, kind, errandId } = asked;
  const errand = errandOf(asked, context);
  const unit = { kind: "person" as const, id: personId };
  const seatId = seatIdOf(modelId, unit);
  try {
    const model = await context.models.get(modelId);
    unitFor({ unit }, model);
    await context.part("act").seats.update(seatId, undefined, (seat) => {
      if (kind === "allocate_seat") return allocate(seat, modelId, unit, context.now(), errandId);
      return seat.state === "allocated" ? release(seat, errandId) : [];
    });
    await errand.answer({ outcome: "done", recordId: seatId });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.violations[0]?.message ?? error.message;
    await errand.answer({ outcome: "failed", text: why });
  }
};

export const requestStepAsked = subscription({
  id: "request-step-asked",
  summary: "Reserves, hands over or asks back an asset, and gives or takes back seats, for a request.",
  event: RequestStepAsked,
  where: {
    step: {
      kind: ["reserve_asset", "hand_over_asset", "return_asset", "allocate_seat", "release_seat"],
    },
  },
  handle: ({ data: { item, step } }, context: AssetContext) => {
    const asked = { ...step, personId: item.requestedFor };
    return step.kind.endsWith("_seat") ? onSeat(asked, context) : onAsset(asked, context);
  },
});
