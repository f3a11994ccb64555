import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { type Asset, AssetId } from "../asset.ts";
import { AuditId, Code, ScanResult } from "../audit.ts";
import { addScans, scanned, see } from "../decisions/audit.ts";
import { type AssetContext, claims } from "../table.ts";

/** An asset by what a scanner reads of it: the tag is looked for first, since that is what labels bear. */
const assetBy = async (code: string, { assets }: AssetContext): Promise<Asset | undefined> => {
  const holder = await assets.holder(claims.tag(code));
  const id = holder ?? (AssetId.safeParse(code).success ? code : undefined);
  if (id === undefined) {
    const [only, other] = await assets.few({ index: "bySerial", partition: code.toUpperCase() }, 2);
    // Two makers may have given the same number: then only the tag tells.
    return other === undefined ? only : undefined;
  }
  return assets.get(id).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
};

/** So many at a time: quick for people, and no flood for the table. */
const atOnce = 8;

export const scanAssets = endpoint({
  id: "scanAssets",
  summary: "Say what was scanned: found where it should be, unexpected here, or on no books",
  route: "POST /asset-audits/{auditId}/scans",
  permission: "asset:handle",
  params: z.object({ auditId: AuditId }),
  body: z.strictObject({ codes: z.array(Code).min(1).max(100) }),
  reply: z.object({ results: z.array(ScanResult) }),
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params: { auditId }, body }, context: AssetContext) => {
    const { audits, assets, now } = context;
    const audit = await audits.get(auditId);
    const codes = [...new Set(body.codes)];
    const results: ScanResult[] = [];
    for (let done = 0; done < codes.length; done += atOnce) {
      const some = codes.slice(done, done + atOnce);
      const found = some.map(async (code) => scanned(audit, code, await assetBy(code, context)));
      results.push(...(await Promise.all(found)));
    }
    await audits.update(auditId, undefined, (current) => addScans(current, results));
    // Both its tag and its serial number may have been scanned.
    const seen = new Set(results.flatMap(({ is, assetId = "" }) => (is === "found" ? [assetId] : [])));
    for (const assetId of seen) await assets.update(assetId, undefined, (asset) => see(asset, now()));
    return { results };
  },
});
