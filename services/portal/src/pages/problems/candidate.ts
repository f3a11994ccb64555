import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lengthText } from "../../parts/times.ts";

export type Candidate = Schemas["ProblemCandidate"];

type Alike = Pick<Candidate, "likeness">;

/** Says a configuration item by its number. */
const byNumber = (ciId: string): string => ciId;

/** What its incidents have in common, in the words of the incidents; items and services by name where that is known. */
export const inCommon = ({ likeness }: Alike, nameOf: (ciId: string) => string = byNumber): string => {
  switch (likeness.kind) {
    case "ci":
      return nameOf(likeness.ciId);
    case "service":
      return nameOf(likeness.serviceId);
    case "category":
      return [likeness.category, likeness.subcategory].filter(Boolean).join(" / ");
    case "service_category":
      return `${nameOf(likeness.serviceId)}, ${likeness.category}`;
    case "text":
      return likeness.words.join(" ");
  }
};

/** The item or service that its incidents have in common, which has a name. */
export const namedIn = ({ likeness }: Alike): readonly string[] => {
  if (likeness.kind === "ci") return [likeness.ciId];
  return "serviceId" in likeness ? [likeness.serviceId] : [];
};

export const lostText = ({ minutesLost }: Candidate["cost"]): string => lengthText(minutesLost * 60_000);
