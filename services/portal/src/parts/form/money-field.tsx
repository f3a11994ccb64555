import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import type { Money } from "../money.ts";
import { frame } from "./form-fields.tsx";
import { isNoAmount, isSameMoney, moneyTyped, typedMoney } from "./typed-money.ts";

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string;
  readonly problem?: ApiProblem | undefined;
  readonly value: Money | undefined;
  readonly onChange: (value: Money | undefined) => void;
};

/** An amount and its currency; the value is nothing while no amount is typed. */
export const MoneyField = ({ value, onChange, ...field }: Props) => {
  const [typed, setTyped] = useState(() => typedMoney(value));
  // Set from elsewhere, such as by a merge: what is typed gives way.
  const shown = isSameMoney(moneyTyped(typed), value) ? typed : typedMoney(value);
  const change = (next: typeof typed): void => {
    setTyped(next);
    onChange(moneyTyped(next));
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <FormField {...frame({ ...field, error: isNoAmount(shown) ? texts.noAmount : undefined })}>
        <Input
          inputMode="decimal"
          value={shown.amount}
          onChange={({ detail }) => change({ ...shown, amount: detail.value })}
        />
      </FormField>
      <FormField label={`${field.label}: ${texts.currency}`}>
        <Input
          value={shown.currency}
          onChange={({ detail }) => change({ ...shown, currency: detail.value.toUpperCase() })}
        />
      </FormField>
    </SpaceBetween>
  );
};
