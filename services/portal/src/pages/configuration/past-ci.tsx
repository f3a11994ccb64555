import Box from "@cloudscape-design/components/box";
import { useRead } from "../../api/use-read.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { When } from "../../parts/when.tsx";
import { mapTexts as texts } from "./map-texts.ts";
import { configurationTexts } from "./texts.ts";
import { useClassName } from "./use-classes.ts";

type Props = { readonly ciId: string; readonly at: string };

/** What an item was called and how it was at a time of the past. */
export const PastCi = ({ ciId, at }: Props) => {
  const className = useClassName();
  const read = useRead("GET /cis/{ciId}/as-of", { params: { ciId }, query: { at } }, { everyMs: 0 });
  if (read.problem?.status === 404) return <Box>{texts.unknown(ciId)}</Box>;
  if (read.value === undefined) return <ProblemAlert problem={read.problem} onRetry={read.refresh} />;
  const { ci, relations, leftOff } = read.value;
  const state = configurationTexts.states[ci.state] ?? ci.state;
  return (
    <Box>
      <When at={at} as="day" />:{" "}
      {texts.asOf(ci.name, className(ci.classId), state, relations.length, leftOff > 0)}
    </Box>
  );
};
