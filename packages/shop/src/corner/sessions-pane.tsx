// Where one is signed in, and out again.
import { endOnePersonSession, listPersonSessions } from "@somlos/contract/rooms/corner";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../api.ts";
import { deviceOf } from "./device.rules.ts";
import { Pane, RefusedNote } from "./pane.tsx";
import { cornerTexts } from "./texts.ts";

export function SessionsPane() {
  const text = useText(cornerTexts);
  const { moment } = useFormats();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["sessions"], queryFn: () => call(listPersonSessions) });
  const ending = useMutation({
    mutationFn: (id: string) => call(endOnePersonSession, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <Pane title={text.where} asked={asked}>
      {({ items }) => (
        <>
          <ul>
            {items.map(({ id, agent, seenAt, current }) => (
              <li className="line" key={id}>
                <div>
                  {deviceOf(agent)}
                  <small>{current ? text.here : moment(seenAt)}</small>
                </div>
                {current ? null : (
                  <button
                    type="button"
                    className="line-end line-act"
                    disabled={ending.isPending}
                    onClick={() => ending.mutate(id)}
                  >
                    {text.end}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <RefusedNote error={ending.error} />
        </>
      )}
    </Pane>
  );
}
