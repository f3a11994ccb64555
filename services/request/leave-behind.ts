import { forEachId } from "../../shared/dynamo/for-each.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import type { Holding } from "../../shared/holdings/holdings.ts";
import type { DepartureSnapshot } from "../organization/events-departures.ts";
import type { ItemFields } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { isNamedInItem, leaveItem } from "./decisions/depart-catalog.ts";
import { target } from "./edges.ts";
import { editionOf } from "./offered-item.ts";
import { assignFollowUp, type Survey } from "./survey.ts";

/** The catalog names nobody who is gone: neither who answers for an item nor who approves it. */
export const leaveCatalog = async (
  departure: DepartureSnapshot,
  context: RequestContext,
): Promise<Holding[]> => {
  const { personId, lastAt } = departure;
  const { catalog, now } = context;
  const { lastResortRole } = await context.settings();
  const left: Holding[] = [];
  const leave = async (id: string): Promise<void> => {
    const { offer } = await catalog.get(id);
    const seen = offer && (await editionOf({ id }, offer.edition, context));
    const item = await catalog.update(id, undefined, (current) => {
      // Another edition was published meanwhile: the next time it is asked about that one.
      const isKnown = current.offer?.edition === offer?.edition;
      if (lastAt > now() || !isKnown) return [];
      return leaveItem(current, seen as ItemFields | undefined, departure, lastResortRole, now());
    });
    if (isNamedInItem(item, personId)) left.push({ kind: "catalog-item", id });
  };
  await forEachId(catalog.ids({ index: "byTarget", partition: target.namedInCatalog(personId) }), leave);
  return left;
};

const isTheirs = ({ state, ownerId }: Survey, personId: string): boolean =>
  state === "low" && ownerId === personId;

/** A low score is followed up by who takes over, or by whoever of its team does; nobody's waits to be given. */
const handOverScore = (survey: Survey, { personId, handOverTo }: DepartureSnapshot): Decision<Survey> => {
  if (!isTheirs(survey, personId)) return [];
  if (handOverTo !== undefined) return assignFollowUp(survey, { ownerId: handOverTo });
  const { ownerTeamId } = survey;
  return ownerTeamId === undefined ? [] : assignFollowUp(survey, { ownerTeamId });
};

export const handOverScores = async (
  departure: DepartureSnapshot,
  { surveys, now }: RequestContext,
): Promise<Holding[]> => {
  const { personId, lastAt } = departure;
  const left: Holding[] = [];
  await forEachId(surveys.ids({ index: "byTarget", partition: target.followUp(personId) }), async (id) => {
    const survey = await surveys.update(id, undefined, (current) =>
      lastAt <= now() ? handOverScore(current, departure) : [],
    );
    if (isTheirs(survey, personId)) left.push({ kind: "low-score", id });
  });
  return left;
};
