/**
 * Whether a value stays within so many bytes as JSON, for schemas whose parts are bounded one by one and would
 * together not fit an item (400 kB, of which an event takes its share three times).
 */
export const fitsBytes =
  (most: number) =>
  (value: unknown): boolean =>
    Buffer.byteLength(JSON.stringify(value) ?? "") <= most;
