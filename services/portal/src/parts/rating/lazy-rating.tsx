import { lazily } from "../lazily.tsx";
import type { RatingProps } from "./rating.tsx";

/** Its code is loaded beside the page: most visits have nothing to rate. */
export const Rating = lazily<RatingProps>(async () => (await import("./rating.tsx")).Rating);
