import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lengthText } from "../../parts/times.ts";

export type Candidate = Schemas["ProblemCandidate"];

/** What its incidents have in common, in the words of the incidents. */
export const inCommon = ({ likeness }: Pick<Candidate, "likeness">): string => {
  switch (likeness.kind) {
    case "ci":
      return likeness.ciId;
    case "service":
      return likeness.serviceId;
    case "category":
      return [likeness.category, likeness.subcategory].filter(Boolean).join(" / ");
    case "service_category":
      return `${likeness.serviceId}, ${likeness.category}`;
    case "text":
      return likeness.words.join(" ");
  }
};

export const lostText = ({ minutesLost }: Candidate["cost"]): string => lengthText(minutesLost * 60_000);
