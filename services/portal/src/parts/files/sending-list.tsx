import Button from "@cloudscape-design/components/button";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { sizeText } from "./file-words.ts";
import type { Sending } from "./sending.ts";
import { fileTexts as texts } from "./texts.ts";
import { forget, tryAgain } from "./uploads.ts";

const stateText = ({ state, sent }: Sending): string =>
  state === "sending" ? texts.sending(Math.round(sent * 100)) : state === "failed" ? "" : texts[state];

const Failed = ({ sending: { key, name, file, problem = texts.failed } }: { readonly sending: Sending }) => (
  <SpaceBetween direction="horizontal" size="xs" alignItems="center">
    <StatusIndicator type="error">
      {name}: {problem}
    </StatusIndicator>
    {file.size > 0 && <Button onClick={() => tryAgain(key)}>{texts.again}</Button>}
    <Button variant="icon" iconName="close" ariaLabel={texts.dismiss(name)} onClick={() => forget(key)} />
  </SpaceBetween>
);

/** Files on their way into a record, each with how far it is or why it does not come. */
export const SendingList = ({ sendings }: { readonly sendings: readonly Sending[] }) => (
  <div role="status">
    <SpaceBetween size="xs">
      {sendings.map((sending) =>
        sending.state === "failed" ? (
          <Failed key={sending.key} sending={sending} />
        ) : (
          <ProgressBar
            key={sending.key}
            label={sending.name}
            description={sizeText(sending.file.size)}
            value={sending.sent * 100}
            additionalInfo={stateText(sending)}
          />
        ),
      )}
    </SpaceBetween>
  </div>
);
