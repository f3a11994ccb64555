import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { type TogetherPart, togetherPart } from "../../shared/dynamo/together.ts";
import type { Answers } from "../../shared/forms/form.ts";
import { ItemFields } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import type { Wanted } from "./decisions/place.ts";
import { placePrepared } from "./place-order.ts";
import type { ServiceRequest } from "./request.ts";
import { giveBack, type Standing } from "./standing.ts";
import { standingRecords } from "./table.ts";

/** What is asked for beside the catalog: an item that says all of itself. */
export const uncatalogued = { catalogItemId: "CIT0000000", categoryId: "CCA0000000", edition: 1 };

/** How what somebody holds is taken back: an asset and a seat by themselves, access and others by their team. */
const stepsFor = ({ kind, recordId, modelId, name }: Standing): object[] => {
  if (kind === "asset" && recordId !== undefined)
    return [
      { kind: "return_asset", key: "bring", title: `Bring back ${name}`.slice(0, 200), assetField: "asset" },
    ];
  if (kind === "software" && modelId !== undefined)
    return [{ kind: "release_seat", key: "release", title: "Take back the seat", modelId }];
  return [{ kind: "manual", key: "remove", title: `Take back ${name}`.slice(0, 200) }];
};

const wantedFor = (standing: Standing): Wanted => {
  const { name, teamId, recordId, id } = standing;
  const fields = ItemFields.parse({
    name: `Give back: ${name}`.slice(0, 200),
    summary: `Give back: ${name}`.slice(0, 200),
    categoryId: uncatalogued.categoryId,
    ...(teamId === undefined ? {} : { teamId }),
    fulfilment: stepsFor(standing),
  });
  const answers: Answers = standing.kind === "asset" && recordId !== undefined ? { asset: recordId } : {};
  const { catalogItemId, edition } = uncatalogued;
  return {
    catalogItemId,
    edition,
    fields,
    quantity: 1,
    answers,
    cost: {},
    steps: [],
    after: [],
    givesBack: id,
  };
};

/** Asks for things back in the person's name, in one request, whoever sets it off. Nothing of it needs approval. */
export const orderGiveBack = (
  standings: readonly [Standing, ...Standing[]],
  actor: Actor,
  context: RequestContext,
  more: { readonly name?: string; readonly origin?: ServiceRequest["origin"] } = {},
): Promise<ServiceRequest> => {
  const [{ personId }] = standings;
  const ids = standings.map(({ id }) => id);
  const also = async (): Promise<() => readonly TogetherPart[]> => {
    const stored = await context.stored.standings.read(ids);
    return () =>
      ids.map((id) => {
        const standing = stored.get(id);
        if (standing === undefined) throw new Refusal("not_found");
        return togetherPart(standingRecords, id, standing, giveBack(standing));
      });
  };
  const prepared = () => standings.map(wantedFor);
  return placePrepared({ ...more, requestedFor: personId, prepared, also }, actor, context);
};
