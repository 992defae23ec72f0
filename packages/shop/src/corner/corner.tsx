// The corner: everything we know, everything you decide. The same page on web, phone and store tablet.
import { readInstallation } from "@somlos/contract/rooms/company";
import { endPersonSession, type PersonSession, readPersonSession } from "@somlos/contract/rooms/corner";
import { languageNames, languages, useLanguage, useText } from "@somlos/look/language";
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call, Refused } from "../api.ts";
import type { FromMail } from "../place.rules.ts";
import { toCorner, usePage } from "../place.ts";
import { Arrived, Undo } from "../sign-in/arrived.tsx";
import { SignIn } from "../sign-in/sign-in.tsx";
import { ContactPane } from "./contact-pane.tsx";
import { DialPane } from "./dial-pane.tsx";
import { FactsPane, useMyself } from "./facts-pane.tsx";
import { RefusedNote } from "./pane.tsx";
import { PasskeysPane } from "./passkeys-pane.tsx";
import { Receipt } from "./receipt.tsx";
import { RightsPane } from "./rights-pane.tsx";
import { SeenPane } from "./seen-pane.tsx";
import { SessionsPane } from "./sessions-pane.tsx";
import { cornerTexts } from "./texts.ts";

export function Corner() {
  const text = useText(cornerTexts);
  const client = useQueryClient();
  const page = usePage();
  const session = useQuery({ queryKey: ["session"], queryFn: () => call(readPersonSession) });
  useEffect(() => {
    document.title = text.title;
  }, [text]);
  const entered = () => {
    toCorner();
    void client.resetQueries();
  };
  return (
    <>
      <Top signedIn={session.data !== undefined} left={leaveWholly} />
      {page.name === "corner" ? (
        <Inside session={session} entered={entered} />
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

function Inside({
  session,
  entered,
}: {
  readonly session: UseQueryResult<PersonSession>;
  readonly entered: () => void;
}) {
  const nobody = session.error instanceof Refused && session.error.status === 401;
  if (nobody) return <SignIn entered={entered} />;
  return (
    <main className="wrap">
      {session.data === undefined ? <RefusedNote error={session.error} /> : <Panes />}
    </main>
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

function Panes() {
  const text = useText(cornerTexts);
  const myself = useMyself();
  return (
    <>
      <div className="hello">
        <h1>{text.hello(myself.data?.name?.split(" ")[0] ?? null)}</h1>
        <p>{text.lead}</p>
      </div>
      <div className="panes">
        <div className="panes-main">
          <DialPane />
          <div className="panes-two">
            <ContactPane />
            <FactsPane />
          </div>
        </div>
        <div className="panes-side">
          <SeenPane />
          <RightsPane />
          <PasskeysPane />
          <SessionsPane />
        </div>
      </div>
    </>
  );
}
