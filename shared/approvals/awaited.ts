// Apart from the schemas, so that a browser that asks who is waited for loads none of them.

type SeatAsked = {
  readonly id: string;
  readonly personId?: string | undefined;
  readonly role?: string | undefined;
  readonly deputies?: readonly { readonly personId: string }[] | undefined;
};
type StepAsked = {
  readonly state: string;
  readonly seats: readonly SeatAsked[];
  readonly ballots: readonly { readonly seat: string }[];
};
type Asked = { readonly state: string; readonly steps: readonly StepAsked[] };

export const openStep = <S extends { readonly state: string }>({
  steps,
}: {
  readonly steps: readonly S[];
}): S | undefined => steps.find(({ state }) => state === "open");

const isVacant = ({ ballots }: StepAsked, { id }: SeatAsked): boolean =>
  ballots.every(({ seat }) => seat !== id);

/** Who may speak for a seat by name: its person, and the deputies. */
export const peopleOf = ({ personId, deputies = [] }: SeatAsked): string[] => [
  ...(personId === undefined ? [] : [personId]),
  ...deputies.map((deputy) => deputy.personId),
];

/** Whose decision it waits for now, or their deputies'. */
export const awaited = (
  approval: Asked | undefined,
): { readonly people: string[]; readonly roles: string[] } => {
  const step = approval?.state === "pending" ? openStep(approval) : undefined;
  const vacant = step?.seats.filter((seat) => isVacant(step, seat)) ?? [];
  return {
    people: [...new Set(vacant.flatMap(peopleOf))],
    roles: [...new Set(vacant.flatMap(({ role }) => role ?? []))],
  };
};
