import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { addressOfLeft, type LeftOfKind, type LeftRow } from "./left.ts";
import { LeftAsset, LeftRequest, LeftSeat } from "./left-of-assets.tsx";
import { LeftRecord, readers } from "./left-record.tsx";
import { departureTexts as texts } from "./texts.ts";

/** So many are looked up at once; each is a question of its own. */
const atOnce = 20;

/** What is not read for its name: not everybody may read every draft. */
const Plain = ({ holder, kind, id }: LeftRow) => {
  const href = addressOfLeft(holder, kind, id);
  return href === undefined ? (
    <span>{id}</span>
  ) : (
    <Link href={href} onFollow={follow}>
      {id}
    </Link>
  );
};

const rowOf = (row: LeftRow): ReactNode => {
  const { holder, kind, id } = row;
  if (holder === "asset" && kind === "asset") return <LeftAsset assetId={id} />;
  if (holder === "asset" && kind === "seat") return <LeftSeat seatId={id} />;
  if (holder === "asset" && kind === "request") return <LeftRequest assetRequestId={id} />;
  const route = readers[`${holder} ${kind}`];
  return route === undefined ? <Plain {...row} /> : <LeftRecord {...row} route={route} />;
};

/** What is left of one kind, each with how it stands and what can be done. */
export const LeftCard = ({ left: { holder, kind, ids } }: { readonly left: LeftOfKind }) => {
  const [wanted, setWanted] = useState(atOnce);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${ids.length})`} description={texts.hints[kind] ?? texts.usualHint}>
          {texts.things[kind] ?? inWords(kind)}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <ul className="plain">
          {ids.slice(0, wanted).map((id) => (
            <li key={id}>{rowOf({ holder, kind, id })}</li>
          ))}
        </ul>
        {ids.length > wanted && <Button onClick={() => setWanted(wanted + atOnce)}>{texts.showMore}</Button>}
      </SpaceBetween>
    </Container>
  );
};
