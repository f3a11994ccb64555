import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useShortcuts } from "../../shell/shortcuts.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { type Acted, type Action, allowedOf, itemsOf } from "./action.ts";
import { useActing } from "./use-acting.ts";
import { useAsking } from "./use-asking.tsx";

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
  const { begin, dialog, isRunning } = useAsking({ record, draft: record.id, acting });
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
          loading={isRunning}
          onClick={() => begin(action)}
        >
          {action.text}
        </Button>
      ))}
      {dialog}
    </SpaceBetween>
  );
};
