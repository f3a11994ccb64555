import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { useNow } from "../../parts/now.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { dayText } from "../../parts/times.ts";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { isToBeReturned } from "./asked.ts";
import { reportMissing } from "./report-missing.ts";
import { myAssetsTexts as texts } from "./texts.ts";

export type Asset = Schemas["Asset"];
type Props = { readonly asset: Asset; readonly read: Read<Asset> };

const Question = ({ asset, read }: Props) => {
  const me = useMe();
  const [signature, setSignature] = useState(me.name ?? "");
  const answer = useCommand("POST /assets/{assetId}/accept", { done: texts.done, onDone: read.put });
  const say = (accepted: boolean): void =>
    void answer.run({ params: { assetId: asset.id }, body: { accepted, signature: signature.trim() } });
  return (
    <Alert type="info" header={texts.acceptLead}>
      <SpaceBetween size="s">
        <ProblemAlert problem={answer.problem} />
        <p className="words">{asset.acceptance?.asks}</p>
        <TextField
          label={texts.signature}
          name="signature"
          problem={answer.problem}
          value={signature}
          onChange={setSignature}
        />
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" loading={answer.isRunning} onClick={() => say(true)}>
            {texts.accept}
          </Button>
          <Button onClick={() => say(false)}>{texts.decline}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
};

const Acceptance = (props: Props) => {
  const { acceptance } = props.asset;
  if (acceptance === undefined) return null;
  const { answer, answeredAt } = acceptance;
  if (answer === undefined) return <Question {...props} />;
  const when = answeredAt === undefined ? "" : dayText(answeredAt);
  return <Box>{answer === "accepted" ? texts.accepted(when) : texts.declined(when)}</Box>;
};

/** It is to be given back: by when, and how that begins. */
const Return = ({ asset }: Pick<Props, "asset">) => {
  const { expectedReturnAt, errandId, name, tag, id } = asset;
  const now = useNow();
  if (!isToBeReturned(asset)) return null;
  const isLate = expectedReturnAt !== undefined && Date.parse(expectedReturnAt) < now;
  const when = expectedReturnAt === undefined ? "" : dayText(expectedReturnAt);
  const about = encodeURIComponent(texts.giveBackOf(`${name} ${tag ?? id}`));
  // What came by an order goes back by one.
  const href = errandId === undefined ? `/report?title=${about}` : "/my/holdings";
  return (
    <Alert
      type={isLate ? "warning" : "info"}
      header={isLate ? texts.lateSince(when) : texts.bringBy(when)}
      action={
        <Button href={href} onFollow={follow}>
          {texts.giveBack}
        </Button>
      }
    >
      {texts.giveBackLead}
    </Alert>
  );
};

const Card = ({ asset, read }: Props) => {
  const about = encodeURIComponent(`${asset.name} ${asset.tag ?? asset.id}`);
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <RecordActions
                record={asset}
                actions={[reportMissing]}
                onDone={read.put}
                onConflict={read.refresh}
              />
              <Button href={`/report?title=${about}`} onFollow={follow}>
                {texts.problem}
              </Button>
            </SpaceBetween>
          }
        >
          {asset.name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Acceptance asset={asset} read={read} />
        <Return asset={asset} />
        <KeyValues
          columns={4}
          pairs={[
            [texts.tag, asset.tag],
            [texts.serial, asset.serial],
            [texts.since, <When key="since" at={asset.checkedOutAt} as="day" />],
            [
              asset.expectedReturnAt === undefined ? "" : texts.returnBy,
              asset.expectedReturnAt === undefined ? (
                <StateBadge key="state" state={asset.state} />
              ) : (
                <When key="return" at={asset.expectedReturnAt} as="day" />
              ),
            ],
          ]}
        />
      </SpaceBetween>
    </Container>
  );
};

/** One device with what its holder can do: accept it, say it is lost, report a problem. */
export const MyAsset = ({ assetId }: { readonly assetId: string }) => {
  const read = useRead("GET /assets/{assetId}", { params: { assetId } }, { everyMs: 60_000 });
  if (read.value === undefined) return <ProblemAlert problem={read.problem} onRetry={read.refresh} />;
  return <Card asset={read.value} read={read} />;
};
