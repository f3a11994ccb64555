type Wish = { readonly type: string; readonly quality: number };

const wishesOf = (accept: string): readonly Wish[] =>
  accept.split(",").map((part) => {
    const [type = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });

/**
 * Whether an `Accept` header prefers a type to JSON, which everybody gets who does not say otherwise: it must be
 * named, and JSON must not be named as at least as welcome (RFC 9110, 12.5.1).
 */
export const prefersToJson = (accept: string | undefined, type: string): boolean => {
  if (accept === undefined) return false;
  const wishes = wishesOf(accept);
  const qualityOf = (name: string) => wishes.find((wish) => wish.type === name)?.quality ?? 0;
  return qualityOf(type) > qualityOf("application/json");
};
