import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { Card } from "./card.tsx";
import { minutesText, sumOf } from "./numbers.ts";
import { PeriodLines } from "./period-lines.tsx";
import { daysOf, listOf, queryOf, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const route = "GET /reports/requests";
type Days = { readonly from: string; readonly to: string };
const lines = ["opened", "fulfilled", "backlog"] as const;

/** What people asked for and got. */
const Requests = ({ scope }: { readonly scope: Scope }) => {
  const query = queryOf(scope, true);
  const { value, problem, isLoading } = useRead(route, { query });
  const total = useRead(route, { query: queryOf(scope) }).value?.items[0];
  const rows = value?.items ?? [];
  const list = (figure: string, { from, to }: Days) =>
    listOf("requests", figure, { team: scope.team, ...(figure === "open" ? {} : { from, to }) });
  const whole = daysOf(scope);
  return (
    <Card
      title={texts.cards.requests}
      route={route}
      query={query}
      problem={problem}
      numbers={[
        { figure: "opened", text: String(sumOf(rows, ({ opened }) => opened)), href: list("opened", whole) },
        {
          figure: "fulfilled",
          text: String(sumOf(rows, ({ fulfilled }) => fulfilled)),
          href: list("fulfilled", whole),
        },
        { figure: "mean", text: minutesText(total?.timeToFulfil.mean), href: list("fulfilled", whole) },
        { figure: "open", text: String(total?.backlog ?? 0), href: list("open", whole) },
      ]}
    >
      <PeriodLines<Schemas["RequestReportRow"]>
        label={texts.cards.requests}
        rows={rows}
        yTitle={texts.count}
        isLoading={isLoading}
        lines={lines.map((figure) => ({
          title: texts.figures[figure] ?? figure,
          number: (row) => row[figure],
          list: (row) => {
            if (figure !== "backlog") return list(figure, row);
            return row === rows.at(-1) ? list("open", row) : undefined;
          },
        }))}
      />
    </Card>
  );
};

/** For those who see all requests: for others a number would be more than its list. */
export const RequestsCard = ({ scope }: { readonly scope: Scope }) =>
  hasRole(useMe(), "asset-manager", "admin") ? <Requests scope={scope} /> : null;
