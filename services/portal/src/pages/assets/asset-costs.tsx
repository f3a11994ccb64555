import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReplyOf } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { moneyText } from "../../parts/money.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { dayText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import { actionTexts } from "./action-texts.ts";
import type { Asset } from "./asset-actions.ts";
import { assetTexts as texts } from "./texts.ts";

type Props = { readonly asset: Asset };

const Besides = ({ asset: { costs = [], currency } }: Props) =>
  costs.length === 0 || currency === undefined ? null : (
    <div>
      <Box variant="h3">{texts.costList}</Box>
      <ul className="changes">
        {costs.map(({ at, kind, amount, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: costs are only ever added at the end
          <li key={index}>
            {dayText(at)}, {actionTexts.kinds[kind] ?? kind}: {moneyText({ amount, currency })} {note}
          </li>
        ))}
      </ul>
    </div>
  );

type Contracts = ReplyOf<"GET /assets/{assetId}/value">["contracts"];

/** The contracts that cover it, each with the share of its cost. */
const Shares = ({ contracts }: { readonly contracts: Contracts }) =>
  contracts.length === 0 ? (
    texts.none
  ) : (
    <ul className="plain">
      {contracts.map(({ id, name, share: amount, currency }) => (
        <li key={id}>
          <Link href={`/contracts/${id}`} onFollow={follow}>
            {name}
          </Link>{" "}
          {moneyText({ amount, currency })}
        </li>
      ))}
    </ul>
  );

/** What it cost, brings in and is still worth: for those who answer for money. */
export const AssetCosts = ({ asset }: Props) => {
  const { value, problem, refresh } = useRead("GET /assets/{assetId}/value", {
    params: { assetId: asset.id },
  });
  const { currency } = value ?? {};
  const money = (amount: number | undefined) =>
    amount === undefined || currency === undefined ? undefined : moneyText({ amount, currency });
  return (
    <Container header={<Header variant="h2">{texts.costs}</Header>}>
      <SpaceBetween size="s">
        <ProblemAlert problem={problem} onRetry={refresh} />
        <KeyValues
          pairs={[
            [texts.purchase, money(value?.purchase)],
            [texts.otherCosts, money(value?.costs)],
            [texts.income, money(value?.income)],
            [texts.contracts, <Shares key="shares" contracts={value?.contracts ?? []} />],
            [texts.overLife, money(value?.costOverLife)],
            [texts.bookValue, money(value?.depreciation?.bookValue)],
            [texts.writtenOff, money(value?.depreciation?.writtenOff)],
          ]}
        />
        <Besides asset={asset} />
      </SpaceBetween>
    </Container>
  );
};
