import { prefersToJson } from "../../../shared/http/accept.ts";

test.each([
  [undefined, false],
  ["", false],
  ["*/*", false],
  ["text/*", false],
  ["application/json", false],
  ["text/csv", true],
  ["TEXT/CSV; header=present", true],
  ["text/csv, */*;q=0.1", true],
  ["text/csv, application/json", false],
  ["text/csv, application/json;q=0.9", true],
  ["text/csv;q=0.5, application/json", false],
  ["text/csv;q=0", false],
  ["text/csv;q=nonsense", false],
  ["text/html,application/xhtml+xml,*/*;q=0.8", false],
])("Accept: %s asks for a table: %s", (accept, isAsked) => {
  expect(prefersToJson(accept, "text/csv")).toBe(isAsked);
});
