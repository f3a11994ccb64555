/** Where a file belongs that is on its way: the path of its record's operations, and the record. */
export type Home = { readonly path: FilesPath; readonly id: string };
export type FilesPath =
  | "/incidents/{incidentId}"
  | "/requests/{requestId}"
  | "/request-items/{requestItemId}";

/** A file on its way into a record. */
export type Sending = {
  readonly key: string;
  readonly home: Home;
  readonly file: File;
  readonly name: string;
  readonly internal: boolean;
  readonly state: "waiting" | "reading" | "sending" | "attaching" | "failed";
  /** How much of it is there, from 0 to 1. */
  readonly sent: number;
  /** Why it failed, in plain words. */
  readonly problem?: string | undefined;
};

/** Those of one record, in the order in which they were chosen. */
export const sendingsOf = (all: readonly Sending[], { path, id }: Home): readonly Sending[] =>
  all.filter(({ home }) => home.path === path && home.id === id);

/** The next one to be worked on: one at a time, so that a slow line carries one file and not parts of ten. */
export const nextSending = (all: readonly Sending[]): Sending | undefined =>
  all.some(({ state }) => state !== "waiting" && state !== "failed")
    ? undefined
    : all.find(({ state }) => state === "waiting");

export const changed = (
  all: readonly Sending[],
  key: string,
  changes: Partial<Sending>,
): readonly Sending[] => all.map((each) => (each.key === key ? { ...each, ...changes } : each));

export const without = (all: readonly Sending[], key: string): readonly Sending[] =>
  all.filter((each) => each.key !== key);
