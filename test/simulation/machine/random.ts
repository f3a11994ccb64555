/** Numbers that look random and are the same for the same labels, on every machine. */
export type Random = {
  /** From 0 up to but not 1. */
  readonly next: () => number;
  /** A whole number from 0 up to but not `below`. */
  readonly int: (below: number) => number;
  /** A whole number between two, both possible. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the choices, each as likely as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [number, T])[]) => T;
};

/** xmur3: spreads a text over 32 bits, again and again. */
const createHash = (text: string): (() => number) => {
  let hash = 1779033703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
};

/** sfc32 (PractRand passes it; public domain). */
const createNext = (text: string): (() => number) => {
  const seed = createHash(text);
  let [a, b, c, d] = [seed(), seed(), seed(), seed()];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
};

/** A source of its own for these labels: what one source is asked for does not change what another gives. */
export const createRandom = (...labels: readonly (string | number)[]): Random => {
  const next = createNext(labels.join("/"));
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    between: (least, most) => least + int(most - least + 1),
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => from[int(from.length)] as T,
    weighted: <T>(choices: readonly (readonly [number, T])[]) => {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      const found = choices.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? (choices.at(-1) as readonly [number, T]))[1];
    },
  };
};
