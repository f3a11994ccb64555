import { partTexts } from "../texts/parts.ts";
import { useNow } from "./now.ts";
import { dayText, distanceText, exactText, timeText } from "./times.ts";

type Props = {
  readonly at: string | undefined;
  /** `distance` says how far away it is, `day` leaves the time out. */
  readonly as?: "time" | "distance" | "day";
};

const Distance = ({ at }: { readonly at: string }) => <>{distanceText(at, useNow())}</>;

/** A time in the person's zone; the exact one shows when it is pointed at. */
export const When = ({ at, as = "time" }: Props) => {
  if (at === undefined) return <>{partTexts.none}</>;
  return (
    <time dateTime={at} title={exactText(at)}>
      {as === "distance" ? <Distance at={at} /> : as === "day" ? dayText(at) : timeText(at)}
    </time>
  );
};
