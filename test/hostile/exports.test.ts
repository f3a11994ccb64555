import { parse } from "csv-parse/sync";
import { neutralised } from "../../shared/csv/cell.ts";
import { columnName } from "../../shared/csv/columns.ts";
import { csvColumns } from "../../shared/http/formed-page.ts";
import type { Answer } from "../bed/client.ts";
import { names } from "../bed/people.ts";
import { referenceData } from "../infra/local/support/reference-data.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { type Operation, operations } from "../platform/support/operations.ts";
import { type PlatformBed, startPlatformBed } from "../platform/support/platform-bed.ts";

const lists = operations.filter(({ endpoint }) => csvColumns(endpoint) !== undefined);
const accept = { accept: "text/csv" };
const formulas = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\uff1d1+1", "a;=1+1", "x\n=1"];
const naughty = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];
/** All that look like formulas and some that do not; the rule itself is tried on all of them elsewhere. */
const texts = [...formulas, ...naughty.filter((text, i) => i % 12 === 0 || neutralised(text) !== text)];

type Row = Readonly<Record<string, string>>;
const rowsOf = ({ body }: Answer<string>): readonly Row[] =>
  parse(body, { columns: true, record_delimiter: "\r\n" });
const next = ({ headers }: Answer<unknown>): string | undefined =>
  /^<\/api(.+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];

describe("every list of every service, asked for as a table", () => {
  let bed: PlatformBed;
  const ids = new Map<string, string | undefined>();
  const call = (operation: Operation, more: Parameters<PlatformBed["call"]>[1] = {}) => {
    return bed.call(operation, { id: ids.get(operation.id), ...more });
  };

  beforeAll(async () => {
    bed = await startPlatformBed();
    for (const operation of lists)
      for (let i = 0; i < 3; i += 1) ids.set(operation.id, await bed.make(operation));
    // What goes on by itself, such as measuring, has come to its end.
    await bed.drain();
  });
  afterAll(() => bed.stop());

  test("has the columns that are described, and the same records in the same order", async () => {
    for (const operation of lists) {
      const { body, headers } = await call(operation, { query: { limit: "100" } });
      const table = await call(operation, { query: { limit: "100" }, headers: accept });
      expect([operation.id, table.status, table.headers.get("content-type")]).toEqual([
        operation.id,
        200,
        "text/csv; charset=utf-8; header=present",
      ]);
      expect(headers.get("content-type")).toBe("application/json");
      const rows = rowsOf(table);
      const key = "id" in (rows[0] ?? {}) ? "id" : "meta.eventId";
      const keys = body.items.map((item: Record<string, unknown>) => item.id ?? (item.meta as Row).eventId);
      expect(rows.map((row) => row[key])).toEqual(keys);
      expect(String(table.body).split("\r\n")[0]).toBe(
        csvColumns(operation.endpoint)?.map(columnName).join(),
      );
    }
    expect(lists.length).toBeGreaterThan(3);
  });

  test("comes page by page to its end, as its links lead", async () => {
    for (const operation of lists) {
      const inPagesOf = async (limit: string) => {
        let page: Answer<string> = await call(operation, { query: { limit }, headers: accept });
        let rows = rowsOf(page).length;
        for (let path = next(page); path !== undefined; path = next(page)) {
          page = await bed.as(operation.allowed[0] ?? "nobody").get(path, { headers: accept });
          expect(page.status).toBe(200);
          rows += rowsOf(page).length;
        }
        return { id: operation.id, rows };
      };
      expect(await inPagesOf("1")).toEqual(await inPagesOf("100"));
    }
  });

  test("is refused to the same people in the same words", async () => {
    const wrong: string[] = [];
    const asked = lists.flatMap((operation) => names.map((name) => [operation, name] as const));
    await forEach(asked, async ([operation, name]) => {
      const as = bed.as(name);
      const [plain, table] = [await call(operation, { as }), await call(operation, { as, headers: accept })];
      if (plain.status !== table.status || (plain.status !== 200 && plain.body.code !== table.body.code))
        wrong.push(`${operation.id} ${name}: ${plain.status} but ${table.status}`);
    });
    expect(wrong).toEqual([]);
  });

  test("holds no text that a spreadsheet takes for a formula, and loses none", async () => {
    const sent = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
    const taken: string[] = [];
    const category = "strings that break programs";
    await forEach(sent, async (title) => {
      const { status } = await bed.as("ann").post("/incidents", { title, category, callerId: "kim" });
      if (status === 201) taken.push(title);
    });
    expect(taken.length).toBeGreaterThan(sent.length / 2);
    const rows: Row[] = [];
    let path: string | undefined = "/incidents?callerId=kim&limit=100";
    while (path !== undefined) {
      const page: Answer<string> = await bed.as("ann").get(path, { headers: accept });
      rows.push(...rowsOf(page));
      path = next(page);
    }
    expect(rows.map(({ title }) => title).toSorted()).toEqual(taken.map(neutralised).toSorted());
    const starting = rows
      .flatMap((row) => Object.values(row))
      .filter((cell) => /^\s*[=+@\uff1d\uff0b\uff20-]/.test(cell));
    expect(starting).toEqual([]);
    expect(rows.filter(({ title = "" }) => title.startsWith("'")).length).toBeGreaterThan(3);
  });

  test("and every answer was as its description says", () => {
    expect(bed.wrong()).toEqual([]);
  });
});
