import { likeByName } from "../../../services/configuration/quality/sweep.ts";
import { registered } from "./given.ts";

test("a likely pair says which name two CIs share, unless one of them is restricted", () => {
  const [open, hidden] = [registered({ name: "payroll" }), registered({ name: "payroll", restricted: true })];
  expect(likeByName(open, open).detail).toContain("payroll");
  expect(likeByName(open, hidden).detail).not.toContain("payroll");
  expect(likeByName(hidden, open).detail).not.toContain("payroll");
});
