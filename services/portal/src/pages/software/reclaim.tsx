import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { DayField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { dayOf } from "../../parts/times.ts";
import type { Seat } from "./seat-columns.tsx";
import { softwareTexts as texts } from "./texts.ts";

type Props = {
  readonly modelId: string;
  readonly seats: readonly Seat[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Who has not used it for so long does not need it. */
const usualDays = 90;
const dayMs = 24 * 3_600_000;

/** Takes back those of the chosen rights that nobody has used since a day. */
export const Reclaim = ({ modelId, seats, onClose, onDone }: Props) => {
  const [unusedSince, setSince] = useState(() => dayOf(new Date(Date.now() - usualDays * dayMs)));
  const reclaim = useCommand("POST /asset-models/{modelId}/reclaim-seats", {
    done: ({ results }) => texts.reclaimed(results.filter(({ ok }) => ok).length, results.length),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const seatIds = seats.map(({ id }) => id);
  return (
    <Dialog
      title={texts.reclaim}
      onClose={onClose}
      confirm={{
        text: texts.reclaim,
        isRunning: reclaim.isRunning,
        onClick: () => void reclaim.run({ params: { modelId }, body: { unusedSince, seatIds } }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={reclaim.problem} />
        <Box>{texts.reclaimLead(seats.length)}</Box>
        <DayField
          label={texts.unusedSince}
          name="unusedSince"
          problem={reclaim.problem}
          isRequired
          value={unusedSince}
          onChange={setSince}
        />
      </SpaceBetween>
    </Dialog>
  );
};
