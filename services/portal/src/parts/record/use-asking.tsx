import { type ReactNode, useState } from "react";
import { type Acted, type Action, fieldsOf } from "./action.ts";
import { ActionDialog } from "./action-dialog.tsx";
import type { useActing } from "./use-acting.ts";

type Asking<T extends Acted> = {
  readonly record: T;
  /** Names what is typed in a dialog, with the action behind it. */
  readonly draft: string;
  readonly acting: ReturnType<typeof useActing<T>>;
};

/** Does an action at once, or asks first for what it needs: `dialog` is shown beside whatever begins it. */
export const useAsking = <T extends Acted>({ record, draft, acting }: Asking<T>) => {
  const [asking, setAsking] = useState<Action<T>>();
  const begin = (action: Action<T> | undefined): void => {
    if (action === undefined) return;
    if (fieldsOf(action, record).length === 0 && action.isAsked !== true) void acting.act(action, {});
    else setAsking(action);
  };
  const close = (): void => {
    setAsking(undefined);
    acting.forget();
  };
  const dialog: ReactNode = asking !== undefined && (
    <ActionDialog
      title={asking.text}
      lead={asking.lead}
      fields={fieldsOf(asking, record)}
      draft={`${draft}.${asking.action}`}
      problem={acting.problem}
      isRunning={acting.isRunning}
      onClose={close}
      onSubmit={async (body) => {
        const isDone = await acting.act(asking, body);
        if (isDone) close();
        return isDone;
      }}
    />
  );
  /** It runs without a dialog that says so. */
  return { begin, dialog, isRunning: acting.isRunning && asking === undefined };
};
