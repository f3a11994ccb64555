import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Words of the trade: a mechanism that needs one of them belongs into a service. */
const words = [
  "incident",
  "change request",
  "release management",
  "service request",
  "request fulfilment",
  "asset",
  "cmdb",
  "configuration item",
  "ci id",
  "known error",
  "knowledge",
  "article",
  "ticket",
  "itil",
  "itsm",
  "service level",
  "sla",
  "service desk",
  "help desk",
  "workaround",
  "outage",
  "escalat",
  "caller id",
  "assignee",
  "resolver",
  "major",
  "problem (?:candidate|management|record)",
];

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
/** `changeRequestId`, `change_request` and `change-request` read as `change request id` and so on. */
const asWords = (code: string): string =>
  code
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .replaceAll(/[_-]/g, " ")
    .toLowerCase();

const files = readdirSync("shared", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name));

const found = (code: string): readonly string[] =>
  words.filter((word) =>
    new RegExp(`(?<![a-z])${word}s?(?![a-z])`.replace("escalats?(?![a-z])", "escalat")).test(asWords(code)),
  );

test("shared knows no word of the trade", () => {
  const guilty = files.flatMap((file) =>
    found(withoutComments(readFileSync(file, "utf8"))).map((word) => `${file}: ${word}`),
  );
  expect(guilty).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test.each([
  ["const incidentId = 1", "incident"],
  ["const openIncidents = []", "incident"],
  ['"change-request"', "change request"],
  ["type KnownError = 1", "known error"],
  ["escalationOf()", "escalat"],
])("the search finds the words in code: %s", (code, word) => {
  expect(found(code)).toContain(word);
});

test.each(["Problem", "application/problem+json", "translate", "particle", "majority"])(
  "the search leaves other words alone: %s",
  (code) => {
    expect(found(code)).toEqual([]);
  },
);
