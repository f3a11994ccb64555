import { eachOnce, forEachId, onePage } from "../../../shared/dynamo/for-each.ts";

test("what is found in two ways, or twice in one, is worked on once", async () => {
  const worked: string[] = [];
  const streams = [onePage(["a", "b", "a"]), onePage(["b", "c"]), onePage([])];
  await forEachId(eachOnce(streams), async (id) => {
    worked.push(id);
  });
  expect(worked.toSorted()).toEqual(["a", "b", "c"]);
});
