import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { checkAnswers } from "../../shared/forms/check-answers.ts";
import type { Answers } from "../../shared/forms/form.ts";
import { type KnownPerson, withDefaults } from "../../shared/forms/with-defaults.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { isFor } from "./audience.ts";
import { type CatalogItem, editionName, type ItemFields } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { quantityFault } from "./decisions/plan-tasks.ts";
import { costOf } from "./decisions/price.ts";
import type { Line } from "./draft.ts";
import { belongingOf } from "./people.ts";
import type { SettingsFields } from "./settings.ts";

/** Who wants something for whom, and what is known of them. */
export type On = {
  readonly actor: Actor;
  readonly requestedFor: string;
  /** What is known of the person it is for, which forms begin with. */
  readonly person?: KnownPerson;
  /** Who has to do with it and does therefore not approve it. */
  readonly barred: readonly string[];
  readonly teams: readonly TeamSnapshot[];
  readonly settings: SettingsFields;
  /** Whether somebody said how the person is called. */
  readonly isKnown?: boolean;
  readonly context: RequestContext;
};

/** An edition of an item, whole. */
export type Offered = {
  readonly catalogItemId: string;
  readonly edition: number;
  readonly fields: ItemFields;
};

type Edition = Pick<Offered, "catalogItemId" | "edition">;

/** Items as they were published in editions, in their order, whatever has become of them since; one read for all. */
export const editionsAt = async (
  wanted: readonly Edition[],
  { wholeCatalog }: RequestContext,
): Promise<readonly Offered[]> => {
  const names = wanted.map(({ catalogItemId: id, edition }) => ({ id, name: editionName(edition) }));
  const once = names.filter(
    ({ id, name }, at) => at === names.findIndex((other) => other.id === id && other.name === name),
  );
  const found = await wholeCatalog.parts(once);
  return wanted.map(({ catalogItemId, edition }) => {
    const part = found.find(({ id, name }) => id === catalogItemId && name === editionName(edition));
    if (part === undefined) throw new Error(`Edition ${edition} of ${catalogItemId} is not there`);
    return { catalogItemId, edition, fields: part.value as unknown as ItemFields };
  });
};

/** The edition of an item that is offered now. */
export const offeredEdition = ({ id, offer }: Pick<CatalogItem, "id" | "offer">, path: string): Edition => {
  if (offer === undefined) throw violation(path, `${id} is not offered`);
  return { catalogItemId: id, edition: offer.edition };
};

const mustBeFor = ({ fields: { audience, name } }: Offered, on: On, path: string): void => {
  if (isFor(audience, belongingOf(on.requestedFor, on.actor, on.teams))) return;
  throw violation(path, `${name} is not for ${on.requestedFor}`);
};

/** Answers as the form takes them, completed with what it begins with; refused at the place of each fault. */
const answered = ({ fields: { form } }: Offered, given: Answers, on: On, path: string): Answers => {
  const { answers, faults } = checkAnswers(
    form,
    withDefaults(form, given, on.person ?? { id: on.requestedFor }),
  );
  if (faults.length === 0) return answers;
  const violations = faults.map((fault) => ({ path: `${path}.${fault.path}`, message: fault.message }));
  throw new Refusal("invalid_input", undefined, violations);
};

/** Who asks, and for whom it is, do not approve it. */
export const barredFrom = (...people: readonly string[]): string[] => [...new Set(people)];

/** What so much of an item with these answers is: checked and priced. Who approves it follows from all that is ordered. */
export const wantedOf = (
  offer: Offered,
  { quantity, answers: given }: Pick<Line, "quantity" | "answers">,
  on: On,
  path: string,
): Wanted => {
  const { catalogItemId, edition, fields } = offer;
  mustBeFor(offer, on, `${path}.catalogItemId`);
  if (quantity > fields.mostQuantity) throw violation(`${path}.quantity`, `At most ${fields.mostQuantity}`);
  const answers = answered(offer, given, on, `${path}.answers`);
  const fault = quantityFault(fields, answers, quantity);
  if (fault !== undefined) throw violation(`${path}.quantity`, fault);
  const cost = costOf(fields, answers, quantity);
  return { catalogItemId, edition, fields, quantity, answers, cost, steps: [], after: [] };
};
