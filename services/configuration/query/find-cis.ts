import type { Ci } from "../ci.ts";
import { cisOfClass, pathOf } from "../class-list.ts";
import type { ConfigurationContext } from "../table.ts";
import type { Query } from "./ci-query.ts";
import { type Cut, createLooker, type Finding, type Looker } from "./looker.ts";

export type Found = {
  readonly cis: readonly Ci[];
  /** How many CIs were looked at for it. */
  readonly lookedAt: number;
  readonly truncated: Cut | undefined;
};

/** Takes some CIs all the way; answers who stands at each place, nothing where time was over before the end. */
const goAllTheWay = async (
  ids: readonly string[],
  { steps }: Query,
  { isOver }: Finding,
  looker: Looker,
): Promise<readonly (readonly string[])[] | undefined> => {
  const levels = [await looker.stand(0, ids)];
  for (let at = 0; at < steps.length; at++) {
    if (isOver()) return undefined;
    levels.push(await looker.step(at, levels[at] ?? []));
  }
  return levels;
};

/** Which of those that went all the way the query lists, and at which place they stand. */
const listed = (
  levels: readonly (readonly string[])[],
  { steps, list }: Query,
  looker: Looker,
): { readonly at: number; readonly ids: Iterable<string> } => {
  if (list === "last") return { at: steps.length, ids: levels.at(-1) ?? [] };
  let ends: ReadonlySet<string> = new Set(levels.at(-1));
  for (let at = steps.length - 1; at >= 0; at--) ends = new Set(looker.leading(at, levels[at] ?? [], ends));
  if (list === "first") return { at: 0, ids: ends };
  // Where something was cut, nobody knows that a way leads nowhere.
  return { at: 0, ids: looker.isCut() ? [] : (levels[0] ?? []).filter((id) => !ends.has(id)) };
};

/**
 * Finds the CIs that a query asks for. It goes through the class a hundred CIs at a time and takes each hundred all
 * the way, so that what it tells is right for all that it looked at, also where it is cut.
 */
export const findCis = async (
  query: Query,
  finding: Finding,
  context: ConfigurationContext,
): Promise<Found> => {
  const { most, isOver } = finding;
  const looker = createLooker(query, finding, context);
  const found = new Map<string, Ci>();
  let isLate = false;
  const ask = cisOfClass(await pathOf(query.classId, context));
  for await (const { items } of context.allCis.idPages(ask)) {
    if (items.length === 0) continue;
    const levels = isOver() ? undefined : await goAllTheWay(items, query, finding, looker);
    isLate = levels === undefined;
    if (levels === undefined) break;
    const { at, ids } = listed(levels, query, looker);
    for (const id of ids) {
      const ci = looker.at(at, id);
      if (ci) found.set(id, ci);
    }
    if (looker.isCut()) break;
  }
  const cut: Cut | undefined = looker.isCut()
    ? { reason: "budget", detail: `More than ${most} CIs would have to be looked at` }
    : undefined;
  const late: Cut = { reason: "time", detail: "The time of one request was over" };
  return {
    cis: [...found.values()],
    lookedAt: looker.lookedAt(),
    truncated: isLate ? late : cut,
  };
};
