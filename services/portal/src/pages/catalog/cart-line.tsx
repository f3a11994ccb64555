import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect } from "react";
import { useRead } from "../../api/use-read.ts";
import { follow } from "../../shell/follow.ts";
import type { Draft } from "./order-draft.ts";
import { priceText } from "./price-text.ts";
import { catalogTexts as texts } from "./texts.ts";

type Props = {
  readonly draft: Draft;
  readonly at: number;
  /** Tells whether it could be ordered as it is. */
  readonly onChecked: (isValid: boolean) => void;
  readonly onRemove: () => void;
};

/** A thing in the cart: what it costs as it is filled in, and whether something is missing. */
export const CartLine = ({ draft, at, onChecked, onRemove }: Props) => {
  const line = draft.lines[at];
  const catalogItemId = line?.catalogItemId ?? "";
  const { requestedFor } = draft;
  const params = { catalogItemId };
  const item = useRead("GET /catalog-items/{catalogItemId}", { params }, { everyMs: 0 }).value;
  const body = {
    answers: line?.answers ?? {},
    quantity: line?.quantity ?? 1,
    ...(requestedFor === undefined ? {} : { requestedFor }),
  };
  const { value } = useRead("POST /catalog-items/{catalogItemId}/check", { params, body }, { everyMs: 0 });
  const isValid = value?.isValid;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it is known and when it changes
  useEffect(() => {
    if (isValid !== undefined) onChecked(isValid);
  }, [isValid]);
  const name = item?.name ?? catalogItemId;
  return (
    <li>
      <div className="task-head">
        <span>
          {(line?.quantity ?? 1) > 1 && `${line?.quantity} × `}
          <b>{name}</b> {value?.isValid === true && priceText(value)}
        </span>
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            href={`/catalog/${catalogItemId}?draft=${draft.id}&line=${at}`}
            ariaLabel={texts.editOf(name)}
            onFollow={follow}
          >
            {texts.edit}
          </Button>
          <Button ariaLabel={texts.removeOf(name)} onClick={onRemove}>
            {texts.remove}
          </Button>
        </SpaceBetween>
      </div>
      {isValid === false && <Box color="text-status-warning">{texts.lacks}</Box>}
      {value?.violations.map(({ path, message }) => (
        <Box key={path} color="text-body-secondary">
          {message}
        </Box>
      ))}
    </li>
  );
};
