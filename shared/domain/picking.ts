/** Makes what takes some fields of a value and leaves the others: `picking<Box>()("id", "size")`. */
export const picking =
  <T extends object>() =>
  <K extends keyof T>(...fields: readonly K[]) =>
  (value: T): Pick<T, K> =>
    Object.fromEntries(fields.map((field) => [field, value[field]])) as unknown as Pick<T, K>;
