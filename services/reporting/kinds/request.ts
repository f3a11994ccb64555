import { picking } from "../../../shared/domain/picking.ts";
import { absent, type Count, type Fact, type MeasuredKind } from "../../../shared/dynamo/measured.ts";
import type { RequestItemSnapshot } from "../../request/events.ts";
import { durationSums } from "./durations.ts";
import { dimensionsOf } from "./names.ts";

const fieldsOf = picking<RequestItemSnapshot>()(
  "state",
  "requestId",
  "catalogItemId",
  "categoryId",
  "serviceId",
  "teamId",
  "placedAt",
  "endedAt",
);

/** What reporting keeps of one thing that was asked for. */
export type KnownRequest = ReturnType<typeof fieldsOf> & { readonly title: string };

export const knownRequest = (item: RequestItemSnapshot): KnownRequest => ({
  ...fieldsOf(item),
  title: item.name,
});

/** The figure that an item counts in once it is over. */
const ends: Readonly<Partial<Record<KnownRequest["state"], string>>> = {
  complete: "fulfilled",
  incomplete: "unfulfilled",
  skipped: "dropped",
  rejected: "dropped",
  cancelled: "dropped",
};

/** What an item of a request counts in. Requests have no priority: all are of one level. */
export const requestCounts = (_id: string, { known }: Fact<KnownRequest>): readonly Count[] => {
  const { state, catalogItemId, categoryId, serviceId, teamId, placedAt, endedAt } = known;
  const by = dimensionsOf({ team: teamId, service: serviceId, category: categoryId, item: catalogItemId });
  const where = { level: absent, by };
  const opened: Count = { figure: "opened", at: placedAt, ...where };
  const figure = ends[state];
  if (figure === undefined) return [opened, { figure: "open", at: placedAt, isStock: true, ...where }];
  const at = endedAt ?? placedAt;
  return [opened, { figure, at, sums: durationSums(placedAt, at), ...where }];
};

export const requestKind: MeasuredKind<KnownRequest> = { kind: "request", edition: 1, counts: requestCounts };
