// One's passkeys: the second proof that is always at hand.
import {
  addPersonPasskey,
  listPersonPasskeys,
  personPasskeyOptions,
  removePersonPasskey,
} from "@somlos/contract/rooms/corner";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api.ts";
import { makePasskey, PasskeyClosed, passkeysHere } from "../passkey.ts";
import { deviceOf } from "./device.rules.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { passkeyTexts } from "./passkey-texts.ts";

export function PasskeysPane() {
  const text = useText(passkeyTexts);
  const { date, moment } = useFormats();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["passkeys"], queryFn: () => call(listPersonPasskeys) });
  const again = () => client.invalidateQueries({ queryKey: ["passkeys"] });
  const adding = useMutation({
    mutationFn: async () => {
      const options = await call(personPasskeyOptions);
      const passkey = await makePasskey(options);
      return call(addPersonPasskey, { body: { name: deviceOf(navigator.userAgent), passkey } });
    },
    onSuccess: again,
  });
  const removing = useMutation({
    mutationFn: (id: string) => call(removePersonPasskey, { params: { id } }),
    onSuccess: again,
  });
  return (
    <Pane title={text.title} asked={asked}>
      {({ items }) => (
        <>
          {items.length === 0 ? <p className="pane-empty">{text.none}</p> : null}
          <ul>
            {items.map(({ id, name, createdAt, confirmableFrom }) => (
              <li className="line" key={id}>
                <div>
                  {name}
                  <small>
                    {text.since(date(createdAt))}
                    {confirmableFrom === null ? "" : `. ${text.unconfirmed(moment(confirmableFrom))}`}
                  </small>
                </div>
                <button
                  type="button"
                  className="line-end line-act"
                  disabled={removing.isPending}
                  onClick={() => removing.mutate(id)}
                >
                  {text.remove}
                </button>
              </li>
            ))}
          </ul>
          <RefusedNote error={removing.error} />
          {adding.error instanceof PasskeyClosed ? (
            <p className="note">{text.closed}</p>
          ) : (
            <RefusedNote error={adding.error} />
          )}
          {passkeysHere() ? (
            <button
              type="button"
              className="button button-wide"
              disabled={adding.isPending}
              onClick={() => adding.mutate()}
            >
              {text.add}
            </button>
          ) : null}
        </>
      )}
    </Pane>
  );
}
