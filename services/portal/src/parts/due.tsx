import Box from "@cloudscape-design/components/box";
import { partTexts } from "../texts/parts.ts";
import { useNow } from "./now.ts";
import { distanceText, exactText } from "./times.ts";

/** Less time than this is soon. */
const soonMs = 2 * 3_600_000;

const Near = ({ at }: { readonly at: string }) => {
  const now = useNow();
  const left = Date.parse(at) - now;
  const color = left < 0 ? "text-status-error" : left < soonMs ? "text-status-warning" : "inherit";
  return (
    <time dateTime={at} title={exactText(at)}>
      <Box color={color} variant="span">
        {left < 0 ? "⚠ " : ""}
        {distanceText(at, now)}
      </Box>
    </time>
  );
};

/** When something is due: how far away, and whether that is soon or over. */
export const Due = ({ at }: { readonly at: string | undefined }) =>
  at === undefined ? partTexts.none : <Near at={at} />;
