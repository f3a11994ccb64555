/** As many people as ask the system at the same time; more would only wait for its database. */
const people = 8;

/** Does something for each of a list, a few at a time, and answers in the list's order. */
export const atOnce = async <T, R>(
  all: readonly T[],
  work: (each: T, at: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let done = 0; done < all.length; done += people)
    results.push(
      ...(await Promise.all(all.slice(done, done + people).map((each, at) => work(each, done + at)))),
    );
  return results;
};
