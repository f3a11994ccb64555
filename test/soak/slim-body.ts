type Row = { readonly id: string; readonly version?: number; readonly ok?: boolean };
type Body = Row & { readonly code?: string; readonly results?: readonly Row[] };

/** What the invariants look at in an answer: thousands of whole ones would fill the memory. */
export const slimBody = (body: unknown): Partial<Body> => {
  const { id, version, code, results } = (body ?? {}) as Partial<Body>;
  return {
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
    ...(code === undefined ? {} : { code }),
    ...(results === undefined
      ? {}
      : { results: results.map(({ id: own, version: at, ok }) => ({ id: own, version: at, ok }) as Row) }),
  };
};
