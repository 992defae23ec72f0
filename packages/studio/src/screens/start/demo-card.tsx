// The demo is here: what it is, and the way to take it away. Nothing where there is none.
import { Button } from "@mantine/core";
import { type Demo, demoLook, demoRemove } from "@somlos/contract/rooms/demo";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { may, type Session } from "../../session.ts";
import { demoTexts } from "./demo-texts.ts";

const KEY = ["demo"];
const LOOK_MS = 1500;

function Take({ demo }: { readonly demo: Demo }) {
  const text = useText(demoTexts);
  const formats = useFormats();
  const client = useQueryClient();
  const [asking, ask] = useState(false);
  const take = useMutation({
    mutationFn: () => call(demoRemove, {}),
    onSuccess: async () => {
      ask(false);
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => ask(true)}>
        {text.take}
      </Button>
      <Dialog opened={asking} close={() => ask(false)} title={text.sure}>
        <Form
          act={text.yes}
          go={() => take.mutate()}
          running={take.isPending}
          error={take.error}
          close={() => ask(false)}
        >
          <p className="mid">{text.what(formats.number(demo.events))}</p>
        </Form>
      </Dialog>
    </>
  );
}

export function DemoCard({ session }: { readonly session: Session }) {
  const text = useText(demoTexts);
  const formats = useFormats();
  const { data: demo } = useQuery({
    queryKey: KEY,
    queryFn: () => call(demoLook, {}),
    enabled: may(session, "sources.read"),
    refetchInterval: ({ state }) => (state.data?.state === "going" ? LOOK_MS : false),
  });
  if (demo === undefined || demo.state === "none") return null;
  const going = demo.state === "going";
  return (
    <section className="st-demo" aria-labelledby="demo">
      <div aria-live="polite">
        <h2 className="h" id="demo">
          {going ? text.going : text.title}
        </h2>
        <p className="mid">
          {going ? text.goingSays(formats.number(demo.removed)) : text.says(formats.number(demo.events))}
        </p>
      </div>
      {!going && may(session, "sources.manage") ? <Take demo={demo} /> : null}
    </section>
  );
}
