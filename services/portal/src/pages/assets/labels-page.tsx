import "./labels.css";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSearch } from "wouter";
import { useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { follow } from "../../shell/follow.ts";
import { idsIn, mostLabels } from "./label-address.ts";
import { labelTexts as texts } from "./label-texts.ts";

const Label = ({ assetId }: { readonly assetId: string }) => {
  const { value, problem, refresh } = useRead(
    "GET /assets/{assetId}/label",
    { params: { assetId } },
    { everyMs: 0 },
  );
  if (value === undefined) return <ProblemAlert problem={problem} onRetry={refresh} />;
  const [first = value.code, ...others] = value.lines;
  return (
    <li className="label">
      <img src={`data:image/svg+xml,${encodeURIComponent(value.picture)}`} alt={texts.codeOf(value.code)} />
      <div>
        <b>{first}</b>
        {others.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </li>
  );
};

/** Labels as they are printed: three beside each other, with the code that an audit scans. */
export const LabelsPage = () => {
  const ids = idsIn(useSearch());
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.lead(mostLabels)}
        actions={
          <Button variant="primary" disabled={ids.length === 0} onClick={() => window.print()}>
            {texts.print}
          </Button>
        }
      >
        {texts.labels}
      </Header>
      {ids.length === 0 ? (
        <Empty
          title={texts.none}
          lead={texts.noneLead}
          action={
            <Button href="/assets" onFollow={follow}>
              {texts.toAssets}
            </Button>
          }
        />
      ) : (
        <ul className="labels">
          {ids.map((id) => (
            <Label key={id} assetId={id} />
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
};
