/** How the seed reaches the system: the public API, in the name of a person of `people.json`. */
export type Ask = (
  personId: string,
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly id: string }>;
