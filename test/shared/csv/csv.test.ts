import * as z from "zod";
import { columnName, columnsOf } from "../../../shared/csv/columns.ts";
import { csvOf } from "../../../shared/csv/csv.ts";

const Thing = z.object({
  id: z.string(),
  size: z.union([z.literal(1), z.literal(2)]),
  place: z.object({ room: z.string(), floor: z.number().optional() }).optional(),
  likeness: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), a: z.string() }),
    z.object({ kind: z.literal("b"), b: z.string() }),
  ]),
  tags: z.array(z.string()).default([]),
  rest: z.record(z.string(), z.unknown()).nullable(),
});

test("a table has a column for every field of its schema, nested and alternative ones included", () => {
  expect(columnsOf(Thing).map(columnName)).toEqual([
    ...[
      "id",
      "size",
      "place.room",
      "place.floor",
      "likeness.kind",
      "likeness.a",
      "likeness.b",
      "tags",
      "rest",
    ],
  ]);
});

test("a table has its header and all columns in every row, also where there is nothing to say", () => {
  const things = [
    { id: "t1", size: 1, likeness: { kind: "a", a: "x,y" }, tags: ["p", "q"], rest: { k: 1 } },
    {
      id: "t2",
      size: 2,
      place: { room: 'the "big" one' },
      likeness: { kind: "b", b: "=1" },
      tags: [],
      rest: null,
    },
  ];
  expect(csvOf(columnsOf(Thing), things).split("\r\n")).toEqual([
    "id,size,place.room,place.floor,likeness.kind,likeness.a,likeness.b,tags,rest",
    't1,1,,,a,"x,y",,"p; q","{""k"":1}"',
    `t2,2,"the ""big"" one",,b,,'=1,,`,
    "",
  ]);
  expect(csvOf([["id"]], [])).toBe("id\r\n");
});
