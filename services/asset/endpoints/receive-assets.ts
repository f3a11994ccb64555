import * as z from "zod";
import { Refusal, refusalCodes } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { AssetFields, AssetId } from "../asset.ts";
import { arrive } from "../decisions/order.ts";
import { StockroomId } from "../kept-ids.ts";
import { ModelId } from "../model.ts";
import { namedIn } from "../named-in.ts";
import { type AssetContext, claimsOf } from "../table.ts";

const { tag, serial, name, ...common } = AssetFields.shape;

const Row = z.strictObject({ serial, tag, name });
type Row = z.output<typeof Row>;

const Result = z.object({
  row: z.number().int().describe("Its place in `rows`, from 0"),
  ok: z.boolean(),
  id: AssetId.optional(),
  version: z.number().int().optional(),
  code: z.string().optional().describe("Why not"),
  detail: z.string().optional(),
});
type Result = z.input<typeof Result>;

/** So many at a time: quick for people, and no flood for the table. */
const atOnce = 8;

/** The first rows of which no two want the same tag or serial number: of rows that do, the first is to have it. */
const strangers = (rows: readonly Row[], modelId: string): readonly Row[] => {
  const wanted = new Set<string>();
  const end = rows.findIndex((row) => {
    const wants = claimsOf({ ...row, modelId });
    const isTaken = wants.some((claim) => wanted.has(claim));
    for (const claim of wants) wanted.add(claim);
    return isTaken;
  });
  return end === -1 ? rows : rows.slice(0, end);
};

const outcome = async (
  row: number,
  work: Promise<{ readonly id: string; readonly version: number }>,
): Promise<Result> => {
  try {
    const { id, version } = await work;
    return { row, ok: true, id, version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    const detail = code === "already_exists" ? "Its tag or serial number is that of another asset" : message;
    return { row, ok: false, code, detail: detail === refusalCodes[code].title ? undefined : detail };
  }
};

export const receiveAssets = endpoint({
  id: "receiveAssets",
  summary: "Receive up to 100 assets of a model by their serial numbers; each row has its own result",
  route: "POST /assets/receive",
  permission: "asset:manage",
  body: z.strictObject({
    modelId: ModelId,
    stockroomId: StockroomId.optional().describe("Put away there; absent: they wait at the gate"),
    ...common,
    rows: z.array(Row).min(1).max(100),
  }),
  reply: z.object({ results: z.array(Result) }),
  refusals: ["rule_violation"],
  handle: async ({ body: { rows, ...body }, actor }, context: AssetContext) => {
    const { modelId: _model, stockroomId: _room, ...fields } = body;
    const named = await later(namedIn(body, context));
    const on = () => ({ actor, now: context.now(), named: named() });
    const receive = (row: Row, place: number) =>
      outcome(
        place,
        context.assets.create((id) => arrive(id, { ...fields, ...row }, on()), `row-${place}`),
      );
    const results: Result[] = [];
    while (results.length < rows.length) {
      const done = results.length;
      const some = strangers(rows.slice(done, done + atOnce), body.modelId);
      results.push(...(await Promise.all(some.map((row, at) => receive(row, done + at)))));
    }
    return { results };
  },
});
