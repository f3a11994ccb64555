import { gzipSync } from "node:zlib";
import { bodyLimit } from "../../../shared/http/read-request.ts";
import type { Operation } from "../../platform/support/operations.ts";
import type { ExactRequest } from "./send-exactly.ts";

/** Where the route names a record, the path has its id; anything may be the id of a person. */
const idIn = (path: string, route: string): { readonly start: string; readonly id: string } => {
  const at = route.split("/").findIndex((part) => part.startsWith("{"));
  // The route begins with its method; the path with the stage's folder.
  const parts = path.split("/");
  const place = at < 0 ? -1 : at + parts.length - route.split("/").length;
  return place < 0
    ? { start: "", id: "" }
    : { start: `${parts.slice(0, place).join("/")}/`, id: parts[place] ?? "" };
};

const spoiltPaths = (path: string, route: string): readonly string[] => {
  const { start, id } = idIn(path, route);
  const rest = path.slice(start.length + id.length);
  const ids = [
    "..",
    ".",
    "%2e%2e",
    "..%2f..",
    `${id}%2F`,
    `%2F${id}`,
    `${id}%00`,
    `${id}%0a`,
    `${id}%20`,
    "%",
  ];
  const more = ["%zz", "%ff", "%c0%af", "\\..\\", id.toLowerCase(), `${id}${"0".repeat(4000)}`, `${id}%23x`];
  const names = ["__proto__", "constructor", "INC%D9%A0%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6", "%F0%9F%92%A9"];
  // A third of them for each: operations of one record differ, and have all of them together.
  const spoiltIds = [...ids, ...more, ...names]
    .filter((each, at) => id !== "" && each !== id && (at + rest.length) % 3 === 0)
    .map((each) => `${start}${each}${rest}`);
  return [
    ...spoiltIds,
    `/${path}`,
    path.replace("/api/", "/api//"),
    `${path}%00`,
    `${path}/..`,
    `/api/../${path}`,
  ];
};

/** A request in many ways, by what is wrong: each has one thing that must not be accepted. */
export const spoilt = (request: ExactRequest, { method, body, endpoint, kind }: Operation) => {
  const { headers, path } = request;
  const withHeaders = (more: ExactRequest["headers"]): ExactRequest => ({
    ...request,
    headers: { ...headers, ...more },
  });
  const list: [string, ExactRequest][] = spoiltPaths(path, kind === undefined ? "" : endpoint.route).map(
    (each) => [`path ${each.slice(0, 80)}`, { ...request, path: each }],
  );
  const { authorization = "", ...unsigned } = headers;
  for (const other of ["TRACE", "PROPFIND"])
    list.push([`method ${other}`, { ...request, method: other, body: undefined }]);
  list.push(["a header of 12 kB", withHeaders({ "x-long": "x".repeat(12_000) })]);
  // What is for everybody asks for none.
  if (endpoint.permission !== undefined) {
    const two = `${String(authorization)}, ${String(authorization)}`;
    list.push(["no token", { ...request, headers: unsigned }]);
    list.push(["two tokens", withHeaders({ authorization: two })]);
  }
  if (endpoint.query) {
    const queries = [
      "__proto__=1",
      "constructor=x",
      "limit=1&limit=2",
      "cursor=%00",
      "cursor=..",
      "limit=%ff",
      `cursor=${"x".repeat(8000)}`,
      "=",
    ];
    for (const query of queries) list.push([`?${query}`, { ...request, path: `${path}?${query}` }]);
  }
  if (method !== "GET") {
    for (const value of ["1", '"1', '"-1"', '"99999999999999999999"', '"1", "2"', "W/1", ""])
      list.push([`If-Match ${value}`, withHeaders({ "if-match": value })]);
    list.push(["two If-Match", withHeaders({ "if-match": ['"1"', '"2"'] })]);
  }
  if (method === "POST")
    for (const value of ["", "é", "x".repeat(129), "a b"])
      list.push([`Idempotency-Key ${value.slice(0, 9)}`, withHeaders({ "idempotency-key": value })]);
  if (body !== undefined) {
    const text = String(request.body);
    const notUtf8 = Buffer.concat([
      Buffer.from(text.slice(0, 2)),
      Buffer.from([0xff, 0xc0]),
      Buffer.from(text),
    ]);
    list.push(["bytes that are no UTF-8", { ...request, body: notUtf8 }]);
    list.push(["UTF-16", { ...request, body: Buffer.from(text, "utf16le") }]);
    list.push(["compressed", { ...withHeaders({ "content-encoding": "gzip" }), body: gzipSync(text) }]);
    list.push(["two content types", withHeaders({ "content-type": "application/json, text/plain" })]);
    list.push([
      "two content types apart",
      withHeaders({ "content-type": ["application/json", "text/plain"] }),
    ]);
    list.push(["a byte order mark", { ...request, body: `\ufeff${text}` }]);
    list.push(["10 MB", { ...request, body: Buffer.alloc(10 * 1024 * 1024, "[") }]);
    list.push(["too long", { ...request, body: `{"title":"${"x".repeat(bodyLimit)}"}` }]);
  }
  return list;
};
