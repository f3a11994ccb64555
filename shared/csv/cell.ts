/**
 * What spreadsheets take for the beginning of a formula: = + - @ and whatever Unicode folds into them
 * (full-width, small and superscript forms), and the minus sign, which some of them read as a hyphen.
 */
const formula =
  "[=+\\-@\u2212\u207a\u207c\u208a\u208c\u2a75\u2a76\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]";
/** What they skip on the way to it: white space, invisible and control characters, quotes. */
const skipped = '[\\s\\p{Z}\\p{C}"]*';

/** Tab and line breaks at the front count by themselves: removed on import, they let anything come first. */
const atFront = new RegExp(`^(?:[\\t\\r\\n]|${skipped}${formula})`, "u");
/** Where a reader with another separator (a European Excel's semicolon, tab) would begin a cell. */
const inside = new RegExp(`([;\\t\\r\\n]${skipped})(?=${formula})`, "gu");

/**
 * A text that no spreadsheet takes for a formula (CSV injection, as OWASP describes it): an apostrophe stands
 * before what could be one. Texts that cannot be are left as they are.
 */
export const neutralised = (text: string): string => {
  const harmless = text.replaceAll(inside, "$1'");
  return atFront.test(text) ? `'${harmless}` : harmless;
};

const guard = new RegExp(`^'(?=[\\t\\r\\n]|${skipped}${formula})`, "u");
const guardInside = new RegExp(`([;\\t\\r\\n]${skipped})'(?=${formula})`, "gu");

/** The text that `neutralised` made harmless, so that what was exported comes back as it was. */
export const original = (text: string): string => text.replaceAll(guardInside, "$1").replace(guard, "");

const isScalar = (value: unknown): boolean => typeof value !== "object" || value === null;

const textOf = (value: object): string =>
  Array.isArray(value) && value.every(isScalar) ? value.join("; ") : JSON.stringify(value);

/** RFC 4180, and quoted as well where another separator or a space at the edge could be misread. */
const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * One cell of a CSV file. Numbers and booleans stay what they are, absent values are empty, lists of plain
 * values are joined by `; `, anything else is JSON.
 */
export const csvCell = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return quoted(neutralised(typeof value === "object" ? textOf(value) : String(value)));
};
