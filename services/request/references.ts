import { Refusal } from "../../shared/domain/refusal.ts";
import { shownFields } from "../../shared/forms/shown-fields.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { isKnownKind, knownId } from "./known.ts";
import type { On } from "./prepare-line.ts";

/** Something that is ordered, and where in the body its answers are. */
export type Placed = { readonly want: Pick<Wanted, "fields" | "answers">; readonly path: string };
type Named = { readonly kind: string; readonly id: string; readonly path: string };

const namedIn = ({ want: { fields, answers }, path }: Placed): Named[] =>
  shownFields(fields.form, answers).flatMap(({ field: { type, of, key }, answer }) =>
    type === "reference" && of !== undefined && typeof answer === "string"
      ? [{ kind: of, id: answer, path: `${path}.${key}` }]
      : [],
  );

/** People are known by name or by a team; who asks, and for whom it is, need not be looked up. */
const isMember = (id: string, { actor, requestedFor, teams }: On): boolean =>
  id === actor.id ||
  id === requestedFor ||
  teams.some(({ members, leadId }) => leadId === id || members.some(({ personId }) => personId === id));

/** What is asked of records that this service does not keep. */
const asked = ({ kind, id }: Named, on: On): boolean =>
  isKnownKind(kind) && (kind !== "person" || (on.settings.knownPeopleOnly && !isMember(id, on)));

/** No record's id is longer, and no key of the table can be. */
const longestId = 200;

/** Refuses, at the place of each, answers that name records nobody has heard of, or which are not to be had any more. */
export const mustBeThere = async (placed: readonly Placed[], on: On): Promise<void> => {
  const named = placed.flatMap(namedIn);
  // Where no teams are kept here, tokens alone know them.
  const wrongTeams = named.filter(
    ({ kind, id }) =>
      kind === "team" && on.teams.length > 0 && on.teams.every((team) => team.id !== id || !team.active),
  );
  const looked = named.filter((each) => asked(each, on) && each.id.length <= longestId);
  const tooLong = named.filter(({ id }) => id.length > longestId);
  const ids = looked.map(({ kind, id }) => knownId(kind as "person", id));
  const found = ids.length === 0 ? undefined : await on.context.known.known(ids);
  const missing = looked.filter((_, at) => {
    const record = found?.get(ids[at] ?? "");
    return record === undefined || record.isHidden === true;
  });
  const wrong = [...wrongTeams, ...tooLong, ...missing];
  if (wrong.length === 0) return;
  throw new Refusal(
    "invalid_input",
    undefined,
    wrong.map(({ path, id }) => ({ path, message: `There is no ${id.slice(0, longestId)} to choose` })),
  );
};

/** Where only known people are asked for, refuses the others: what they get would be handed over to nobody. */
export const mustKnowPerson = (on: On): void => {
  const { requestedFor, actor, settings, isKnown } = on;
  if (!settings.knownPeopleOnly || isKnown || isMember(requestedFor, { ...on, requestedFor: actor.id }))
    return;
  throw violation("body.requestedFor", `Nobody is known as ${requestedFor}`);
};
