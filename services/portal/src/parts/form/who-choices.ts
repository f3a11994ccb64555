import type { Choice } from "./form-fields.tsx";

type Team = { readonly members?: readonly { readonly personId: string }[] | undefined };

/** Ids of everybody in some teams, each once, in the order of the teams. */
export const peopleIn = (teams: readonly Team[]): readonly string[] => [
  ...new Set(teams.flatMap(({ members = [] }) => members.map(({ personId }) => personId))),
];

/** Choices among which the one that is chosen is in any case, also when it is offered no more. */
export const choicesWith = (
  choices: readonly Choice[],
  chosen: string,
  nameOf: (id: string) => string,
): readonly Choice[] =>
  chosen === "" || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, text: nameOf(chosen) }];

/** Whether people can be found by it: two letters of a word are the least. */
export const isAskable = (typed: string): boolean => /[\p{L}\p{N}]{2}/u.test(typed);

type Offered = { readonly id: string; readonly name?: string | undefined };

/** Who is offered for what is typed: members of teams whose name or id has it, then who was found, each once. */
export const offersOf = (
  typed: string,
  members: readonly Offered[],
  found: readonly Offered[],
): readonly { readonly id: string; readonly name: string }[] => {
  const text = typed.toLowerCase();
  const near = members.filter(({ id, name = "" }) => `${name} ${id}`.toLowerCase().includes(text));
  const byId = new Map([...found, ...near].map(({ id, name = id }) => [id, { id, name }]));
  return [...byId.values()];
};

/** Whom a text that is no id means: the only one who is called so. */
export const meantBy = (
  typed: string,
  offers: readonly { readonly id: string; readonly name: string }[],
): string => {
  const text = typed.trim();
  if (offers.some(({ id }) => id === text)) return text;
  const called = offers.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  return called.length === 1 ? (called[0]?.id ?? text) : text;
};
