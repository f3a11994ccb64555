import type { Variant } from "./variants.ts";

/** Mistakes of single services, each of a kind that its own invariants are there for. */
export const serviceVariants: readonly Variant[] = [
  {
    name: "a relation that has ended and is still followed",
    breaks: "what configuration promises holds",
    edits: [
      {
        module: "services/configuration/ties-of.ts",
        right: '...(state === "active" ? tied(false, value) : []),',
        wrong: '...(state === "active" || past.length > 0 ? tied(false, value) : []),',
      },
    ],
  },
];
