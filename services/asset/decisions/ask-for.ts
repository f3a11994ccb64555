import * as z from "zod";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type AssetRequest, type AssetRequestFields, assetRequestLifecycle } from "../asset-request.ts";
import {
  AssetRequestDeclined,
  type AssetRequestEvent,
  AssetRequested,
  AssetRequestFulfilled,
  AssetRequestWithdrawn,
} from "../events-requests.ts";
import type { Model } from "../model.ts";
import { violation } from "./command.ts";

const happened = (
  event: EventType<AssetRequestEvent>,
  before: Partial<AssetRequest>,
  changes: Partial<AssetRequest>,
): Decision<AssetRequest> => {
  const after = { ...before, ...changes } as AssetRequest;
  const { id, modelId, personId, requesterId, state, until, assetId } = after;
  return [
    occurred(event, { request: { id, modelId, personId, requesterId, state, until, assetId } }, changes),
  ];
};

/** Asks for an asset of a model that people may ask for. */
export const askFor = (
  id: string,
  { personId, until, ...fields }: AssetRequestFields,
  model: Pick<Model, "id" | "name" | "kind" | "requestable">,
  { requesterId, now }: { readonly requesterId: string; readonly now: string },
): Decision<AssetRequest> => {
  if (model.requestable !== true)
    throw violation("body.modelId", `${model.name} is not for people to ask for`);
  if (until !== undefined && until <= now) throw violation("body.until", "That is past");
  const asked = { ...fields, ...(until === undefined ? {} : { until: new Date(until).toISOString() }) };
  return happened(
    AssetRequested,
    { id },
    { ...asked, modelName: model.name, personId: personId ?? requesterId, requesterId, state: "open" },
  );
};

/** They were given one (at `at`), whoever handed it out and why; what they had before they asked is no answer. */
export const fulfil = (request: AssetRequest, assetId: string, at: string): Decision<AssetRequest> =>
  request.state === "open" && at >= request.createdAt
    ? happened(AssetRequestFulfilled, request, {
        state: assetRequestLifecycle.next(request.state, "fulfil"),
        assetId,
      })
    : [];

export const Declining = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const decline = (request: AssetRequest, { reason }: z.output<typeof Declining>) => {
  const state = assetRequestLifecycle.next(request.state, "decline");
  return happened(AssetRequestDeclined, request, { state, answer: reason });
};

export const withdraw = (request: AssetRequest): Decision<AssetRequest> =>
  happened(AssetRequestWithdrawn, request, { state: assetRequestLifecycle.next(request.state, "withdraw") });

/** Who is gone gets nothing any more. */
export const dropRequest = (request: AssetRequest): Decision<AssetRequest> =>
  request.state === "open" ? withdraw(request) : [];
