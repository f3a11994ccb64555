import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useShortcuts } from "../../shell/shortcuts.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { type Acted, type Action, allowedOf, fieldsOf, itemsOf } from "./action.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { useActing } from "./use-acting.ts";

type Props<T extends Acted> = {
  readonly record: T;
  readonly actions: readonly Action<T>[];
  /** The record as it is afterwards. */
  readonly onDone: (record: T) => void;
  /** Somebody was faster: shows how the record is now. */
  readonly onConflict: () => unknown;
};

/** What can be done to a record now, and nothing else: the API says what its state and the person's roles allow. */
export const RecordActions = <T extends Acted>(props: Props<T>) => {
  const { record, actions } = props;
  const allowed = allowedOf(record, actions);
  const acting = useActing(props);
  const [asking, setAsking] = useState<Action<T>>();
  const begin = (action: Action<T> | undefined): void => {
    if (action === undefined) return;
    if (fieldsOf(action, record).length === 0) void acting.act(action, {});
    else setAsking(action);
  };
  const close = (): void => {
    setAsking(undefined);
    acting.forget();
  };
  useShortcuts(
    allowed.flatMap((action) =>
      action.key === undefined ? [] : [{ keys: action.key, meaning: action.text, run: () => begin(action) }],
    ),
  );
  const primary = allowed.filter(({ isPrimary }) => isPrimary);
  const others = allowed.filter(({ isPrimary }) => !isPrimary);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {others.length > 0 && (
        <ButtonDropdown
          items={itemsOf(others)}
          onItemClick={({ detail }) => begin(others.find(({ action }) => action === detail.id))}
        >
          {texts.actions}
        </ButtonDropdown>
      )}
      {primary.map((action) => (
        <Button
          key={action.action}
          variant={action === primary.at(-1) ? "primary" : "normal"}
          loading={acting.isRunning && asking === undefined}
          onClick={() => begin(action)}
        >
          {action.text}
        </Button>
      ))}
      {asking !== undefined && (
        <ActionDialog
          title={asking.text}
          lead={asking.lead}
          fields={fieldsOf(asking, record)}
          draft={`${record.id}.${asking.action}`}
          problem={acting.problem}
          isRunning={acting.isRunning}
          onClose={close}
          onSubmit={async (body) => {
            const isDone = await acting.act(asking, body);
            if (isDone) close();
            return isDone;
          }}
        />
      )}
    </SpaceBetween>
  );
};
