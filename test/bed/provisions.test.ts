import { existsSync } from "node:fs";
import path from "node:path";
import { provide } from "./provisions.ts";

test("all test files of a run use one DynamoDB Local and one assembly", async () => {
  const [first, again] = await Promise.all([provide("dynamodb"), provide("dynamodb")]);
  expect(again).toEqual(first);
  expect((await fetch(first.endpoint)).status).toBe(400);
  const { directory } = await provide("assembly");
  expect(existsSync(path.join(directory, "manifest.json"))).toBe(true);
});

test("what nobody provides is said so, and the rest goes on", async () => {
  await expect(provide("nothing" as "dynamodb")).rejects.toThrow("Nobody provides nothing");
  expect((await provide("dynamodb")).endpoint).toContain("127.0.0.1");
});
