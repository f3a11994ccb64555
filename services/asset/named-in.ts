import { named } from "../../shared/kept/named.ts";
import type { Named } from "./decisions/command.ts";
import type { AssetContext } from "./table.ts";

type Naming = {
  readonly modelId?: string;
  readonly locationId?: string | null;
  readonly stockroomId?: string | null;
  readonly vendorId?: string | null;
  readonly costCenterId?: string | null;
};

const found = async <R>(id: string | null | undefined, find: (id: string) => Promise<R>) =>
  typeof id === "string" ? find(id) : undefined;

/** The records that a request names, to be used from now on; refused where one is not there or is retired. */
export const namedIn = async (body: unknown, context: AssetContext, path = "body"): Promise<Named> => {
  const { edits, ...naming } = (body ?? {}) as Naming & { readonly edits?: unknown };
  // What is proposed names records as what is done at once does.
  if (edits !== undefined) return namedIn(edits, context, `${path}.edits`);
  const [model, location, stockroom] = await Promise.all([
    found(naming.modelId, (id) => named(context.models, id, `${path}.modelId`)),
    found(naming.locationId, (id) => named(context.locations, id, `${path}.locationId`)),
    found(naming.stockroomId, (id) => named(context.stockrooms, id, `${path}.stockroomId`)),
    found(naming.vendorId, (id) => named(context.vendors, id, `${path}.vendorId`)),
    found(naming.costCenterId, (id) => named(context.costCenters, id, `${path}.costCenterId`)),
  ]);
  return {
    ...(model ? { model } : {}),
    ...(location ? { location } : {}),
    ...(stockroom ? { stockroom } : {}),
  };
};
