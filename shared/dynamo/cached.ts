/** Keeps what was loaded for a while, so that a value every request needs is not read by every request. */
export const cachedFor = <T>(milliseconds: number): ((now: Date, load: () => Promise<T>) => Promise<T>) => {
  let kept: { readonly value: Promise<T>; readonly at: number } | undefined;
  return (now, load) => {
    const age = kept ? Math.abs(now.getTime() - kept.at) : Number.POSITIVE_INFINITY;
    if (kept && age < milliseconds) return kept.value;
    const value = load();
    kept = { value, at: now.getTime() };
    value.catch(() => {
      kept = undefined;
    });
    return value;
  };
};
