import {
  openReading,
  type Reading,
  readingRecords,
  settleReading,
} from "../../../services/knowledge/reading.ts";
import { author, person } from "./given.ts";

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
const reading = Object.assign(
  { id: "RDG0000001", version: 1 },
  ...openReading("KB0000001", person("eve"), at(9), 2).map(({ changes }) => changes),
) as Reading;
const outcome = (openedAt: string | undefined, now = at(12)) => {
  const tickets = openedAt === undefined ? [] : [{ id: "INC0000001", callerId: "eve", openedAt }];
  return settleReading(reading, tickets, now).map(({ changes }) => changes);
};

describe("a suggestion that somebody opened", () => {
  it("helped when no ticket of theirs followed in time", () => {
    expect(outcome(undefined)).toEqual([{ state: "helped", recordId: undefined }]);
    expect(outcome(at(8))).toEqual([{ state: "helped", recordId: undefined }]);
    expect(outcome(at(12))).toEqual([{ state: "helped", recordId: undefined }]);
  });

  it("did not when one did, at the last moment, too", () => {
    expect(outcome(at(10))).toEqual([{ state: "followed", recordId: "INC0000001" }]);
    expect(outcome(at(11))).toEqual([{ state: "followed", recordId: "INC0000001" }]);
  });

  it("by who works on IT services spared nobody a ticket: it is in no count and settles never", () => {
    const [opened] = openReading("KB0000001", author, at(9), 2);
    const work = { ...reading, ...opened?.changes } as Reading;
    expect(readingRecords.indexes(work)).toEqual({ readingsByArticle: undefined, due: undefined });
    expect(settleReading(work, [], at(12))).toEqual([]);
    expect(readingRecords.indexes(reading)).toMatchObject({ readingsByArticle: {}, due: {} });
  });

  it("is not judged before its time, nor twice", () => {
    expect(outcome(undefined, at(10))).toEqual([]);
    expect(settleReading({ ...reading, state: "helped" }, [], at(12))).toEqual([]);
  });
});
