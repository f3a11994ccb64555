import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { unknownId } from "../../shared/kept/named.ts";
import type { BundlePart } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { burstIn, mustFitTogether } from "./decisions/plan-tasks.ts";
import type { DraftFields, Line } from "./draft.ts";
import { knownOf } from "./known.ts";
import { mustOrderFor } from "./order-for.ts";
import { withApprovals } from "./prepare-approvals.ts";
import { barredFrom, editionsAt, type Offered, type On, offeredEdition, wantedOf } from "./prepare-line.ts";
import { partOf, partsFor } from "./prepare-part.ts";
import { mustBeThere, mustKnowPerson, type Placed } from "./references.ts";

/** More are ordered in parts: a request and all of its items are one transaction. */
const mostItems = 13;

/** What the parts of a bundle are now, whoever they are offered to: two reads, however many there are. */
const offersOf = async (
  plans: readonly BundlePart[],
  context: RequestContext,
  path: string,
): Promise<readonly Offered[]> => {
  if (plans.length === 0) return [];
  const items = await context.wholeCatalog.present(plans.map(({ catalogItemId }) => catalogItemId));
  const editions = plans.map(({ catalogItemId: id }) =>
    offeredEdition(items.get(id) ?? { id, offer: undefined }, path),
  );
  return editionsAt(editions, context);
};

/** What a bundle brings for these answers, behind the bundle itself. */
const partsOf = async (bundle: Wanted, at: number, on: On, path: string): Promise<Wanted[]> => {
  const wanted: Wanted[] = [];
  const places = new Map<string, number>();
  const plans = partsFor(bundle.fields, bundle.answers);
  const offers = await offersOf(plans, on.context, path);
  for (const [index, part] of plans.entries()) {
    const offer = offers[index] as Offered;
    if (offer.fields.bundle) throw violation(path, `${offer.fields.name} is a bundle itself`);
    places.set(part.key, at + 1 + wanted.length);
    const want = partOf(part, offer, bundle, on, path);
    wanted.push({ ...want, parent: at, after: part.after.flatMap((key) => places.get(key) ?? []) });
  }
  return wanted;
};

const mustFit = (wanted: readonly Wanted[], path: string): void => {
  if (wanted.length > mostItems)
    throw violation(
      path,
      `At most ${mostItems} items in one request, not ${wanted.length}: order it in parts`,
    );
  mustFitTogether(
    wanted.map(({ fields, answers, quantity }) => burstIn(fields, answers, quantity)),
    path,
  );
};

/** What is offered to whom it is for, or to who asks: the others learn nothing of it. */
const offerOf = async (id: string, { requestedFor, context }: On, path: string): Promise<Offered> => {
  const unseen = (error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  };
  const item =
    (await (await context.offersTo(requestedFor)).get(id).catch(unseen)) ??
    (await (await context.offersTo()).get(id).catch(unseen));
  if (item === undefined) throw unknownId(id, path);
  const [offer] = await editionsAt([offeredEdition(item, path)], context);
  return offer as Offered;
};

/** What one line brings: its item, and what comes with it. */
const lineOf = async (line: Line, first: number, on: On, path: string): Promise<Wanted[]> => {
  const offer = await offerOf(line.catalogItemId, on, `${path}.catalogItemId`);
  const want = wantedOf(offer, line, on, path);
  return [want, ...(await partsOf(want, first, on, path))];
};

/** Who asks for whom, and what is known of the organization. */
const circumstancesOf = async (
  person: string | undefined,
  actor: Actor,
  context: RequestContext,
): Promise<On> => {
  const requestedFor = person ?? actor.id;
  const [teams, settings, known] = await Promise.all([
    context.teams(),
    context.settings(),
    knownOf("person", requestedFor, context.known),
  ]);
  const on = { actor, requestedFor, person: { id: requestedFor, name: known?.name }, teams, settings };
  return { ...on, barred: barredFrom(actor.id, requestedFor), isKnown: known !== undefined, context };
};

/**
 * Everything that is looked up and checked before something is ordered: that it is offered, that the person may
 * have it, that the form is filled in, what it costs and who is to approve it. Refuses at the place of the fault.
 */
export const prepareOrder = async (
  { lines, requestedFor: person }: DraftFields,
  actor: Actor,
  context: RequestContext,
  path = "body.lines",
): Promise<readonly Wanted[]> => {
  const on = await circumstancesOf(person, actor, context);
  mustOrderFor(on);
  mustKnowPerson(on);
  if (lines.length === 0) throw violation(path, "Nothing is ordered");
  const wanted: Wanted[] = [];
  const placed: Placed[] = [];
  for (const [at, line] of lines.entries()) {
    const brought = await lineOf(line, wanted.length, on, `${path}.${at}`);
    placed.push(...brought.map((want) => ({ want, path: `${path}.${at}.answers` })));
    wanted.push(...brought);
  }
  mustFit(wanted, path);
  await mustBeThere(placed, on);
  return withApprovals(wanted, on);
};

/** The same for an item that is not offered to anybody yet, as if it were. */
export const prepareWritten = async (
  offer: Offered,
  { quantity, answers, requestedFor }: Omit<Line, "catalogItemId"> & Pick<DraftFields, "requestedFor">,
  actor: Actor,
  context: RequestContext,
): Promise<readonly Wanted[]> => {
  const on = await circumstancesOf(requestedFor, actor, context);
  const want = wantedOf(offer, { quantity, answers }, on, "body");
  const wanted = [want, ...(await partsOf(want, 0, on, "body.item.bundle"))];
  mustFit(wanted, "body.quantity");
  await mustBeThere(
    wanted.map((each) => ({ want: each, path: "body.answers" })),
    on,
  );
  return withApprovals(wanted, on);
};
