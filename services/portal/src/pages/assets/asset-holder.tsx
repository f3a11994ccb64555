import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import type { Asset } from "./asset-actions.ts";
import { assetTexts as texts } from "./texts.ts";

type Props = { readonly asset: Asset };

const acceptanceText = ({ acceptance }: Asset): string =>
  texts.acceptances[acceptance === undefined ? "none" : (acceptance.answer ?? "asked")] ?? "";

const Held = ({ asset }: Props) => (
  <KeyValues
    columns={3}
    pairs={[
      [texts.holder, <PersonName key="holder" id={asset.holderId} />],
      [texts.since, <When key="since" at={asset.checkedOutAt} as="day" />],
      [
        asset.isLoan ? `${texts.loan}, ${texts.columns.returnBy.toLowerCase()}` : texts.columns.returnBy,
        <When key="return" at={asset.expectedReturnAt} as="day" />,
      ],
      [texts.acceptance, acceptanceText(asset)],
    ]}
  />
);

const Reservations = ({ asset: { reservations } }: Props) =>
  reservations.length === 0 ? null : (
    <div>
      <Box variant="h3">{texts.reservations}</Box>
      <ul className="changes">
        {reservations.map(({ id, personId, from, to, note }) => (
          <li key={id}>
            <PersonName id={personId} />: <When at={from} as="day" /> – <When at={to} as="day" /> {note}
          </li>
        ))}
      </ul>
    </div>
  );

/** Who has it, and to whom it is promised. */
export const AssetHolder = ({ asset }: Props) => (
  <Container header={<Header variant="h2">{texts.holder}</Header>}>
    <SpaceBetween size="s">
      {asset.holderId === undefined ? (
        <Box>
          {texts.nobody}
          {asset.lastHolderId !== undefined && (
            <>
              {` ${texts.lastHolder}: `}
              <PersonName id={asset.lastHolderId} />
            </>
          )}
        </Box>
      ) : (
        <Held asset={asset} />
      )}
      <Reservations asset={asset} />
    </SpaceBetween>
  </Container>
);
