import * as z from "zod";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { named } from "../../shared/kept/named.ts";
import { violation } from "./decisions/command.ts";
import {
  CountStock,
  countStock,
  IssueStock,
  issueStock,
  ReceiveStock,
  receiveStock,
  setStockRule,
  TransferStock,
  transferStock,
} from "./decisions/stock.ts";
import { emptyStock, Stock, StockId, StockRule, stockIdOf } from "./stock.ts";
import type { AssetContext } from "./table.ts";

const params = z.object({ stockId: StockId });

/** The stockroom and the model that a stock is of must be there to be used. */
const mustExist = async (id: string, { stockrooms, models }: AssetContext, wantsConsumable: boolean) => {
  const [stockroomId = "", modelId = ""] = id.split(".");
  await named(stockrooms, stockroomId, "path.stockId");
  const { kind } = await named(models, modelId, "path.stockId");
  if (wantsConsumable && kind !== "consumable")
    throw violation("path.stockId", `${modelId} is ${kind}: only consumables are counted by number`);
};

const byNumber = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly verb: string;
  readonly body: B;
  readonly decide: (stock: Stock, body: z.output<B>) => Decision<Stock>;
  readonly refusals?: readonly RefusalCode[];
}) =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: `POST /stock/{stockId}/${declared.verb}`,
    permission: "asset:handle",
    params,
    body: declared.body,
    reply: Stock,
    refusals: ["not_found", "version_conflict", "rule_violation"],
    handle: async ({ params: { stockId }, body, ifMatch }, context: AssetContext) => {
      const checked = await later(mustExist(stockId, context, true));
      return context.stocks.update(stockId, ifMatch, (stock) => {
        checked();
        return declared.decide(stock, body as z.output<B>);
      });
    },
  });

const transferStockTo = endpoint({
  id: "transferStock",
  summary: "Consumables go to another stockroom; no more than there are",
  route: "POST /stock/{stockId}/transfer",
  permission: "asset:handle",
  params,
  body: TransferStock,
  reply: Stock,
  refusals: ["not_found", "version_conflict", "rule_violation"],
  handle: async ({ params: { stockId }, body, ifMatch }, context: AssetContext) => {
    const [stockroomId = "", modelId = ""] = stockId.split(".");
    const to = stockIdOf(body.toStockroomId, modelId);
    const checked = await later(
      Promise.all([
        mustExist(stockId, context, true),
        named(context.stockrooms, body.toStockroomId, "body.toStockroomId"),
      ]),
    );
    return context.stocks.updateTogether([stockId, to], ifMatch, (stock, other) => {
      checked();
      if (body.toStockroomId === stockroomId) throw violation("body.toStockroomId", "They are there already");
      return transferStock(stock, other ?? (emptyStock(to) as Stock), body);
    });
  },
});

/** What stockrooms have: counts of assets, and consumables by number. */
export const stockEndpoints = [
  endpoint({
    id: "listStock",
    summary: "What a stockroom has, by model; without one, what is low anywhere",
    route: "GET /stock",
    permission: "asset:read_all",
    query: z.strictObject({
      stockroomId: Stock.shape.stockroomId.optional(),
      ...pageQuery,
    }),
    reply: pageOf(Stock),
    refusals: ["invalid_cursor"],
    handle: ({ query: { stockroomId, ...page } }, { stocks }: AssetContext) =>
      stocks.list(
        stockroomId === undefined
          ? { index: "lowStock", partition: "low" }
          : { index: "stock", partition: stockroomId },
        page,
      ),
  }),
  endpoint({
    id: "getStock",
    summary: "What a stockroom has of a model",
    route: "GET /stock/{stockId}",
    permission: "asset:read_all",
    params,
    reply: Stock,
    refusals: ["not_found"],
    handle: ({ params: { stockId } }, { stocks }: AssetContext) => stocks.get(stockId),
  }),
  endpoint({
    id: "listStockHistory",
    summary: "The ledger: what came in and went out",
    route: "GET /stock/{stockId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { stockId }, query }, { stocks }: AssetContext) => stocks.history(stockId, query),
  }),
  endpoint({
    id: "setStockRule",
    summary: "Say how much there should be at least, and how many to order when there is less",
    route: "PUT /stock/{stockId}",
    permission: "asset:administer",
    params,
    body: StockRule,
    reply: Stock,
    needsVersion: true,
    refusals: ["not_found", "rule_violation"],
    handle: async ({ params: { stockId }, body, ifMatch }, context: AssetContext) => {
      const checked = await later(mustExist(stockId, context, false));
      return context.stocks.update(stockId, ifMatch, (stock) => {
        checked();
        return setStockRule(stock, body);
      });
    },
  }),
  byNumber({
    id: "receiveStock",
    summary: "Consumables have arrived",
    verb: "receive",
    body: ReceiveStock,
    decide: receiveStock,
  }),
  byNumber({
    id: "issueStock",
    summary: "Hand out consumables; no more than there are",
    verb: "issue",
    body: IssueStock,
    decide: issueStock,
  }),
  transferStockTo,
  byNumber({
    id: "countStock",
    summary: "Say how many consumables are really there",
    verb: "count",
    body: CountStock,
    decide: countStock,
  }),
];
