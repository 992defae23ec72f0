// The logo: how it looks on light and on dark, another file, taken away and put back.
import { Button } from "@mantine/core";
import {
  logoKinds,
  MOST_LOGO_BYTES,
  putLogo,
  removeLogo,
  type SettingsAnswer,
} from "@somlos/contract/rooms/company";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../../api.ts";
import { Note, RefusedNote } from "../../forms/refused.tsx";
import { formTexts } from "../../forms/texts.ts";
import { settingsTexts } from "./texts.ts";

type Kind = (typeof logoKinds)[number];
type File64 = { readonly mediaType: Kind; readonly base64: string };
const isKind = (type: string): type is Kind => logoKinds.some((kind) => kind === type);

async function file64(blob: Blob): Promise<File64 | undefined> {
  if (!isKind(blob.type)) return undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { mediaType: blob.type, base64: btoa(text) };
}

type LogoProps = {
  readonly settings: SettingsAnswer;
  readonly manages: boolean;
  readonly readAgain: () => Promise<unknown>;
};

function Tile({ theme, settings }: { readonly theme: "light" | "dark"; readonly settings: SettingsAnswer }) {
  const text = useText(settingsTexts);
  return (
    <figure className="lo-tile" data-theme={theme}>
      <div className="lo-cloth">
        {settings.logo === null ? (
          <b className="lo-name">{settings.name}</b>
        ) : (
          <img src={settings.logo.url} alt={text.logoAlt(settings.name)} />
        )}
      </div>
      <figcaption>{text[theme]}</figcaption>
    </figure>
  );
}

/** What the last act was, and the picture that it took away. */
type Done = { readonly said: string; readonly back?: File64 };

function useLogo({ settings, readAgain }: LogoProps) {
  const text = useText(settingsTexts);
  const [done, setDone] = useState<Done>();
  const [wrong, setWrong] = useState<string>();
  const { version } = settings;
  const before = async (): Promise<File64 | undefined> =>
    settings.logo === null ? undefined : file64(await (await fetch(settings.logo.url)).blob());
  const told = (said: string, back: File64 | undefined) =>
    setDone(back === undefined ? { said } : { said, back });
  const put = useMutation({
    mutationFn: async (file: File64) => {
      const back = await before();
      await call(putLogo, { body: { version, ...file } });
      return back;
    },
    onSuccess: (back) => {
      told(text.putLogo, back);
      return readAgain();
    },
  });
  const remove = useMutation({
    mutationFn: async () => {
      const back = await before();
      await call(removeLogo, { query: { version } });
      return back;
    },
    onSuccess: (back) => {
      told(text.removedLogo, back);
      return readAgain();
    },
  });
  const choose = async (file: File): Promise<void> => {
    setDone(undefined);
    setWrong(file.size > MOST_LOGO_BYTES ? text.tooLarge : isKind(file.type) ? undefined : text.wrongKind);
    const read = file.size > MOST_LOGO_BYTES ? undefined : await file64(file);
    if (read !== undefined) put.mutate(read);
  };
  return { put, remove, choose, done, wrong };
}

type ActsProps = LogoProps & { readonly does: ReturnType<typeof useLogo> };

function Acts({ settings, does: { put, remove, choose, done } }: ActsProps) {
  const text = useText(settingsTexts);
  const forms = useText(formTexts);
  const input = useRef<HTMLInputElement>(null);
  const back = done?.back;
  return (
    <div className="form-acts">
      <input
        ref={input}
        type="file"
        className="vh"
        accept={logoKinds.join(",")}
        aria-label={text.logo}
        tabIndex={-1}
        onChange={(change) => {
          const file = change.target.files?.[0];
          if (file !== undefined) void choose(file);
          change.target.value = ""; // the same file once more is a choice too
        }}
      />
      <Button loading={put.isPending} onClick={() => input.current?.click()}>
        {settings.logo === null ? text.chooseLogo : text.replaceLogo}
      </Button>
      {settings.logo === null ? null : (
        <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
          {text.removeLogo}
        </Button>
      )}
      <p className="form-said" role="status">
        {done?.said ?? ""}
      </p>
      {back === undefined ? null : (
        <Button variant="subtle" onClick={() => put.mutate(back)}>
          {forms.undo}
        </Button>
      )}
    </div>
  );
}

export function Logo(props: LogoProps) {
  const { settings, manages } = props;
  const text = useText(settingsTexts);
  const does = useLogo(props);
  return (
    <div className="lo">
      <h2 className="rail-title">{text.logo}</h2>
      <p className="mid">{settings.logo === null ? text.noLogo : text.logoLead}</p>
      <div className="lo-tiles">
        <Tile theme="light" settings={settings} />
        <Tile theme="dark" settings={settings} />
      </div>
      {manages ? <Acts {...props} does={does} /> : null}
      {manages && settings.logo === null ? <p className="ff-hint">{text.logoLead}</p> : null}
      {does.wrong === undefined ? (
        <RefusedNote error={does.put.error ?? does.remove.error} />
      ) : (
        <Note says={does.wrong} />
      )}
    </div>
  );
}
