let second = Number.NaN;
let text = "";

/** A time as the `Date` header has it; worked out once a second. */
export const httpDate = (epochMs: number): string => {
  const current = Math.floor(epochMs / 1000);
  if (current !== second) {
    second = current;
    text = new Date(epochMs).toUTCString();
  }
  return text;
};
