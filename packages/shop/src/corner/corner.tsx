// The corner: everything we know, everything you decide. The same page on web, phone and store tablet.
import { readInstallation } from "@somlos/contract/rooms/company";
import { endPersonSession, type PersonSession, readPersonSession } from "@somlos/contract/rooms/corner";
import { languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, Refused } from "../api.ts";
import type { FromMail } from "../place.rules.ts";
import { toCorner, usePage } from "../place.ts";
import { Arrived, Undo } from "../sign-in/arrived.tsx";
import { SignIn } from "../sign-in/sign-in.tsx";
import { ChooseWhose } from "../sign-in/whose.tsx";
import { RefusedNote } from "./pane.tsx";
import { Receipt } from "./receipt.tsx";
import { cornerTexts } from "./texts.ts";

export function Corner() {
  const text = useText(cornerTexts);
  const client = useQueryClient();
  const page = usePage();
  const session = useQuery({ queryKey: ["session"], queryFn: () => call(readPersonSession) });
  useEffect(() => {
    document.title = text.title;
  }, [text]);
  const [choosing, setChoosing] = useState(false);
  const entered = () => {
    setChoosing(true);
    toCorner();
    void client.resetQueries();
  };
  return (
    <>
      <Top signedIn={session.data !== undefined} left={leaveWholly} />
      {page.name === "corner" || page.name === "invited" ? (
        <Inside
          session={session}
          choosing={choosing}
          chosen={() => setChoosing(false)}
          entered={page.name === "corner" ? entered : () => void client.resetQueries()}
          code={page.name === "invited" ? page.token : undefined}
        />
      ) : (
        <FromLink page={page} entered={entered} />
      )}
    </>
  );
}

/** What a link from a mail opens, signed in or not. */
function FromLink({ page, entered }: { readonly page: FromMail; readonly entered: () => void }) {
  if (page.name === "receipt") return <Receipt token={page.token} />;
  if (page.name === "undo") return <Undo token={page.token} leave={toCorner} />;
  return <Arrived token={page.token} entered={entered} leave={toCorner} />;
}

/** What is inside comes while we ask who is there: whoever is at the way in does not wait for it. */
function Inside({
  session,
  choosing,
  chosen,
  entered,
  code,
}: {
  readonly session: UseQueryResult<PersonSession>;
  /** Whoever has just come in says whose customer they are, where that is not one thing. */
  readonly choosing: boolean;
  readonly chosen: () => void;
  readonly entered: () => void;
  /** Of an invitation to a household. */
  readonly code: string | undefined;
}) {
  const text = useText(cornerTexts);
  const panes = useQuery({
    queryKey: ["panes"],
    queryFn: () => import("./panes.tsx"),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const nobody = session.error instanceof Refused && session.error.status === 401;
  if (nobody) return <SignIn entered={entered} why={code === undefined ? undefined : text.invitedWait} />;
  const { Panes, Invited } = panes.data ?? {};
  if (code !== undefined && session.data !== undefined && Invited !== undefined)
    return <Invited code={code} leave={toCorner} />;
  const inside = (
    <main className="wrap">
      {session.data === undefined || Panes === undefined ? (
        <RefusedNote error={session.error ?? panes.error} />
      ) : (
        <Panes left={leaveWholly} />
      )}
    </main>
  );
  return choosing && session.data !== undefined ? (
    <ChooseWhose chosen={chosen}>{inside}</ChooseWhose>
  ) : (
    inside
  );
}

/** The page is loaded anew: nothing of who left stays in memory, nor behind the back button. */
const leaveWholly = (): void => location.replace("/corner");

function Top({ signedIn, left }: { readonly signedIn: boolean; readonly left: () => void }) {
  const text = useText(cornerTexts);
  const { language, choose } = useLanguage();
  const company = useQuery({
    queryKey: ["company"],
    queryFn: () => call(readInstallation),
    staleTime: 600_000,
  });
  const leaving = useMutation({ mutationFn: () => call(endPersonSession), onSuccess: left });
  const { name = "", logo = null } = company.data ?? {};
  return (
    <header className="top">
      <span className="top-name">{logo === null ? name : <img src={logo.url} alt={name} />}</span>
      <nav className="top-languages" aria-label={text.languages}>
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            title={languageNames[one]}
            aria-pressed={one === language}
            onClick={() => choose(one)}
          >
            <span aria-hidden="true">{one.toUpperCase()}</span>
            <span className="vh">{languageNames[one]}</span>
          </button>
        ))}
      </nav>
      {signedIn ? (
        <button type="button" className="top-leave" onClick={() => leaving.mutate()}>
          {text.signOut}
        </button>
      ) : null}
    </header>
  );
}
