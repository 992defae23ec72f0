// Turning one place as the person says it: the level, by what they say so, and where they said it.
import { type DialKind, type DialLevel, dialKinds, dialLevels, setDial } from "@somlos/contract/rooms/dial";
import { type DialPlace, type DialStanding, dialPlaces } from "@somlos/contract/rooms/dial-places";
import type { Channel } from "@somlos/contract/rooms/events";
import { useText } from "@somlos/look/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../api.ts";
import { channelTexts } from "../../../channels.tsx";
import { OneOf } from "../../../forms/choices.tsx";
import { Form } from "../../../forms/dialog.tsx";
import { SelectField } from "../../../forms/fields.tsx";
import { identifierTexts } from "../../../identifiers.tsx";
import { useLocations } from "../../settings/use-company.ts";
import { dialTexts } from "./texts.ts";

const ANY = "";
/** Where a colleague hears it. */
const saidIn = ["desk", "call", "store", "mail"] as const satisfies readonly Channel[];
type SaidIn = (typeof saidIn)[number];

type TurningProps = {
  readonly id: string;
  readonly place: DialPlace;
  readonly standing: DialStanding;
  readonly close: () => void;
};

type Wish = {
  readonly level: DialLevel;
  readonly kinds: DialKind[] | null;
  readonly heard: SaidIn;
  readonly location: string;
};

function useTurn({ id, place, close }: TurningProps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ level, kinds, heard, location }: Wish) =>
      call(setDial, {
        params: { id },
        body: {
          channels: Object.fromEntries(dialPlaces[place].map((channel) => [channel, { level, kinds }])),
          saidIn: heard,
          ...(location === ANY ? {} : { location }),
        },
      }),
    onSuccess: (answer) => {
      client.setQueryData(["dial", id], answer);
      void client.invalidateQueries({ queryKey: ["seen", id] });
      close();
    },
  });
}

export function Turning(props: TurningProps) {
  const { place, standing, close } = props;
  const text = useText(dialTexts);
  const channels = useText(channelTexts);
  const kinds = useText(identifierTexts).kinds;
  const locations = useLocations().data?.items ?? [];
  const [level, setLevel] = useState<DialLevel>(standing.level);
  const [kind, setKind] = useState<string>(standing.kinds?.length === 1 ? (standing.kinds[0] ?? ANY) : ANY);
  const [heard, setHeard] = useState<SaidIn>("desk");
  const [location, setLocation] = useState(ANY);
  const turn = useTurn(props);
  const by = dialKinds.find((one) => one === kind);
  const go = (): void =>
    turn.mutate({
      level,
      kinds: by === undefined ? null : [by],
      heard,
      location: heard === "store" ? location : ANY,
    });
  return (
    <div className="pd-turning">
      <Form act={text.save} go={go} running={turn.isPending} error={turn.error} close={close}>
        <OneOf
          label={text.when(text.where[place])}
          value={level}
          set={setLevel}
          options={dialLevels.map((value) => ({
            value,
            word: text.levels[value],
            says: text.levelSays[value],
          }))}
        />
        <div className="pd-fields">
          <SelectField
            label={text.byWhat}
            value={kind}
            set={setKind}
            options={[
              { value: ANY, word: text.byAny },
              ...dialKinds.map((value) => ({ value, word: kinds[value] ?? value })),
            ]}
          />
          <SelectField
            label={text.saidIn}
            value={heard}
            set={setHeard}
            options={saidIn.map((value) => ({ value, word: channels[value] }))}
          />
          {heard === "store" ? (
            <SelectField
              label={text.location}
              value={location}
              set={setLocation}
              options={[
                { value: ANY, word: text.noLocation },
                ...locations.map(({ code, name }) => ({ value: code, word: name })),
              ]}
            />
          ) : null}
        </div>
      </Form>
    </div>
  );
}
