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
