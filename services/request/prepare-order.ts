import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { unknownId } from "../../shared/kept/named.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { mustFitTogether, piecesIn } from "./decisions/plan-tasks.ts";
import type { DraftFields, Line } from "./draft.ts";
import { managersOf } from "./people.ts";
import { barredFrom, type Offered, type On, offered, wantedOf } from "./prepare-line.ts";
import { partOf, partsFor } from "./prepare-part.ts";

/** More are ordered in parts: a request and all of its items are one transaction. */
const mostItems = 13;

/** What a bundle brings for these answers, behind the bundle itself. */
const partsOf = async (bundle: Wanted, at: number, on: On, path: string): Promise<Wanted[]> => {
  const wanted: Wanted[] = [];
  const places = new Map<string, number>();
  for (const part of partsFor(bundle.fields, bundle.answers)) {
    const item = await on.context.wholeCatalog.get(part.catalogItemId);
    const offer = await offered(item, path, on.context);
    if (offer.fields.bundle) throw violation(path, `${offer.fields.name} is a bundle itself`);
    places.set(part.key, at + 1 + wanted.length);
    const want = await partOf(part, offer, bundle, on, path);
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
    wanted.map(({ fields, answers, quantity }) => piecesIn(fields, answers, quantity)),
    path,
  );
};

/** Whether somebody may ask for somebody else. */
const mustBeAllowed = ({ actor, requestedFor, teams, settings }: On): void => {
  if (requestedFor === actor.id || settings.orderForOthers === "anybody" || may(actor, "request:work"))
    return;
  if (managersOf(requestedFor, teams).includes(actor.id)) return;
  throw violation("body.requestedFor", "Only who leads their team orders for somebody else");
};

/** What one line brings: its item, and what comes with it. */
const lineOf = async (line: Line, first: number, on: On, path: string): Promise<Wanted[]> => {
  const item = await on.context.catalog.get(line.catalogItemId).catch((error: unknown) => {
    throw error instanceof Refusal ? unknownId(line.catalogItemId, `${path}.catalogItemId`) : error;
  });
  const whole = await on.context.wholeCatalog.get(item.id);
  const want = await wantedOf(await offered(whole, `${path}.catalogItemId`, on.context), line, on, path);
  return [want, ...(await partsOf(want, first, on, path))];
};

/** Who asks for whom, and what is known of the organization. */
const circumstancesOf = async (
  person: string | undefined,
  actor: Actor,
  context: RequestContext,
): Promise<On> => {
  const [teams, settings] = await Promise.all([context.teams(), context.settings()]);
  const requestedFor = person ?? actor.id;
  return { actor, requestedFor, barred: barredFrom(actor.id, requestedFor), teams, settings, context };
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
  mustBeAllowed(on);
  if (lines.length === 0) throw violation(path, "Nothing is ordered");
  const wanted: Wanted[] = [];
  for (const [at, line] of lines.entries())
    wanted.push(...(await lineOf(line, wanted.length, on, `${path}.${at}`)));
  mustFit(wanted, path);
  return wanted;
};

/** The same for an item that is not offered to anybody yet, as if it were. */
export const prepareWritten = async (
  offer: Offered,
  { quantity, answers, requestedFor }: Omit<Line, "catalogItemId"> & Pick<DraftFields, "requestedFor">,
  actor: Actor,
  context: RequestContext,
): Promise<readonly Wanted[]> => {
  const on = await circumstancesOf(requestedFor, actor, context);
  const want = await wantedOf(offer, { quantity, answers }, on, "body");
  const wanted = [want, ...(await partsOf(want, 0, on, "body.item.bundle"))];
  mustFit(wanted, "body.quantity");
  return wanted;
};
