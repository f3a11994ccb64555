import type { StreamRecord } from "../../../infra/local/streams/stream-api.ts";
import { type Item, itemSize } from "./item.ts";

/** What became of an item. */
export type Change = {
  readonly key: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

/** A table's stream, in one shard. */
export type Stream = {
  readonly add: (change: Change) => void;
  /** Records from one on, in the order in which they were written. */
  readonly from: (index: number, most: number) => readonly StreamRecord[];
};

const nameOf = ({ before, after }: Change): string => {
  if (after === undefined) return "REMOVE";
  return before === undefined ? "INSERT" : "MODIFY";
};

const images = ({ before, after }: Change, viewType: string) => ({
  ...(after !== undefined && viewType.startsWith("NEW") ? { NewImage: after } : {}),
  ...(before !== undefined && viewType.endsWith("OLD_IMAGE") ? { OldImage: before } : {}),
  ...(before !== undefined && viewType === "NEW_AND_OLD_IMAGES" ? { OldImage: before } : {}),
});

/** As many digits as sequence numbers of DynamoDB have, so that they sort as texts. */
const digits = 21;

export const createStream = (viewType: string | undefined): Stream => {
  const records: StreamRecord[] = [];
  return {
    add: (change) => {
      if (viewType === undefined) return;
      const number = String(records.length + 1).padStart(digits, "0");
      const dynamodb = {
        Keys: change.key,
        ...images(change, viewType),
        SequenceNumber: number,
        SizeBytes: itemSize(change.after ?? change.key),
        StreamViewType: viewType,
      };
      records.push({ eventID: number, eventName: nameOf(change), eventVersion: "1.1", dynamodb });
    },
    from: (index, most) => records.slice(index, index + most),
  };
};
