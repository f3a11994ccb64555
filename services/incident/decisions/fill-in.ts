/** A report with what its template says wherever the report itself says nothing. */
export const fillIn = <R extends object>(report: R, prefilled: Partial<R>): R => {
  const given = Object.entries(report).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...report, ...prefilled, ...Object.fromEntries(given) };
};
