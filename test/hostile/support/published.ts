import type { Bed } from "../../bed/start-bed.ts";

/** What was put on the bus, byte for byte: the publisher sends an event item's `detail` and nothing else. */
export const publishedDetails = async (bed: Pick<Bed, "stored">): Promise<readonly string[]> =>
  [...(await bed.stored()).values()]
    .flat()
    .filter(({ sk }) => String(sk).startsWith("EVENT#"))
    .map(({ detail }) => String(detail));
