import type { Audit, ScanResult } from "../../../services/asset/audit.ts";
import {
  addScans,
  closeAudit,
  isExpected,
  scanned,
  startAudit,
} from "../../../services/asset/decisions/audit.ts";
import { applied, asset, location, now, stockroom } from "./given.ts";

const open = applied({} as Audit, startAudit("AUD0000001", { name: "Spring", stockroomId: stockroom.id }, 2));
const at = (n: number): string => `AST${String(n).padStart(7, "0")}`;

describe("an audit", () => {
  it("tells what should be here from what should be elsewhere and from what nobody knows", () => {
    expect(scanned(open, "N1", asset())).toMatchObject({ is: "found", assetId: "AST0000001" });
    const held = asset({ state: "in_use", stockroomId: undefined, holderId: "eve" });
    expect(scanned(open, "N2", held)).toMatchObject({ is: "unexpected", holderId: "eve" });
    expect(scanned(open, "N3", undefined)).toEqual({ code: "N3", is: "unknown" });
  });

  it("of a location does not expect what is in a stockroom there, on its way, or retired", () => {
    const place = { locationId: location.id };
    const there = asset({ locationId: location.id, stockroomId: undefined, state: "in_use" });
    expect(isExpected(place, there)).toBe(true);
    expect(isExpected(place, { ...there, stockroomId: stockroom.id })).toBe(false);
    expect(isExpected(place, { ...there, state: "retired" })).toBe(false);
    expect(isExpected({ stockroomId: stockroom.id }, asset({ state: "in_transit" }))).toBe(false);
  });

  it("of a model expects nothing else of the place", () => {
    const part = { stockroomId: stockroom.id, modelId: "MDL0000001" };
    expect([isExpected(part, asset()), isExpected(part, asset({ modelId: "MDL0000002" }))]).toEqual([
      true,
      false,
    ]);
    const audit = applied({} as Audit, startAudit("AUD0000001", { name: "Laptops", ...part }, 2));
    expect(scanned(audit, "N4", asset({ modelId: "MDL0000002" }))).toMatchObject({ is: "unexpected" });
  });

  it("finds missing what is on the books and was not scanned", () => {
    const scans: ScanResult[] = [
      { code: "N1", is: "found", assetId: at(1) },
      { code: "N9", is: "unexpected", assetId: at(9) },
      { code: "x", is: "unknown" },
    ];
    const scannedSome = applied(open, addScans(open, scans));
    expect(addScans(scannedSome, scans)).toEqual([]);
    const closed = applied(scannedSome, closeAudit(scannedSome, [at(1), at(2)], false, now));
    expect(closed).toMatchObject({
      state: "closed",
      found: [at(1)],
      missing: [at(2)],
      unexpected: [at(9)],
      unknown: ["x"],
    });
    expect(() => addScans(closed, scans)).toThrow(expect.objectContaining({ code: "illegal_transition" }));
  });

  it("is of a stockroom or of a location, not of both or neither", () => {
    for (const place of [{}, { stockroomId: stockroom.id, locationId: location.id }])
      expect(() => startAudit("AUD0000001", { name: "All", ...place }, 1)).toThrow(
        expect.objectContaining({ code: "invalid_input" }),
      );
  });

  it("says that a place is too large before anybody walks through it", () => {
    expect(() => startAudit("AUD0000001", { name: "All", stockroomId: stockroom.id }, 3001)).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });
});
