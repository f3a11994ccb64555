import type { RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptIndexes } from "../../shared/kept/kept.ts";
import { viewKept } from "./access.ts";
import type { Board } from "./board.ts";
import type { ChangeWindow } from "./change-window.ts";
import type { Feed } from "./feed.ts";
import type { Freeze } from "./freeze.ts";
import type { ChangeModel } from "./model.ts";

/** Where kept records are in the API, and by that in lists. */
export const paths = {
  model: "change-models",
  freeze: "change-freezes",
  window: "change-windows",
  board: "change-boards",
  feed: "change-feeds",
} as const;

export const modelRecords: RecordType<ChangeModel> = {
  prefix: "CMO",
  indexes: keptIndexes(paths.model),
  long: ["description", "tasks", "approval"],
  view: viewKept,
  viewEntry: withoutSnapshot("model"),
};

export const freezeRecords: RecordType<Freeze> = {
  prefix: "CFZ",
  indexes: keptIndexes(paths.freeze),
  long: ["exception"],
  view: viewKept,
  viewEntry: withoutSnapshot("freeze"),
};

export const windowRecords: RecordType<ChangeWindow> = {
  prefix: "CWN",
  indexes: keptIndexes(paths.window),
  long: ["description"],
  view: viewKept,
  viewEntry: withoutSnapshot("window"),
};

export const boardRecords: RecordType<Board> = {
  prefix: "CAB",
  indexes: keptIndexes(paths.board),
  long: ["description"],
  view: viewKept,
  viewEntry: withoutSnapshot("board"),
};

export const feedRecords: RecordType<Feed> = {
  prefix: "CFD",
  indexes: keptIndexes(paths.feed),
  long: [],
  view: viewKept,
  viewEntry: withoutSnapshot("feed"),
};
