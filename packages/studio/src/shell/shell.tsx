// The table and the cloth: navigation, the screen, the tabs of the phone.

import { useLanguage, useText } from "@somlos/look/language";
import { lazy, Suspense, useCallback, useEffect } from "react";
import { matchPath, Navigate, Outlet, useLocation } from "react-router";
import { UnsavedGuard } from "../forms/unsaved.tsx";
import { screens } from "../screens/index.ts";
import type { Screen } from "../screens/screen.ts";
import { may, type Session, useSession } from "../session.ts";
import { Empty, ErrorNote, Loading, NoPermission, OfflineLine } from "../states/states.tsx";
import { stateTexts } from "../states/texts.ts";
import { useFinderCalls } from "./finder-door.ts";
import { inReach } from "./places.ts";
import { Reason } from "./reason.tsx";
import { Side } from "./side.tsx";
import "./shell.css";
import { Button } from "@mantine/core";
import { Tabs } from "./tabs.tsx";
import { shellTexts } from "./texts.ts";

const fetchFinder = () => import("./finder.tsx");
const Finder = lazy(() => fetchFinder().then((file) => ({ default: file.Finder })));

/** Fetched when there is time, so that the first ⌘K loses no letter. A failed fetch is tried again on use. */
function useFinderAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void fetchFinder().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, []);
}

function useScreenHere(): Screen | undefined {
  const { pathname } = useLocation();
  // A fixed path wins over one with a parameter in its place.
  const fitting = screens.filter((screen) => matchPath(screen.path, pathname) !== null);
  return fitting.find((screen) => screen.path === pathname) ?? fitting[0];
}

function SignedOut({ again }: { readonly again: () => void }) {
  const text = useText(stateTexts);
  const { pathname, search } = useLocation();
  const door = screens.find((screen) => screen.anyone === true && screen.id === "sign-in");
  if (door !== undefined)
    return <Navigate to={`${door.path}?to=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <main className="cloth cloth-alone">
      <Empty alone title={text.signedOutTitle} act={<Button onClick={again}>{text.again}</Button>}>
        {text.signedOut}
      </Empty>
    </main>
  );
}

function Inside({ session, probe }: { readonly session: Session; readonly probe: () => void }) {
  const text = useText(shellTexts);
  const here = useScreenHere();
  const current = here?.under ?? here?.id;
  const calls = useFinderCalls();
  useFinderAhead();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {text.toContent}
      </a>
      <Side session={session} current={current} />
      <main className="cloth" id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {here !== undefined && !may(session, here.needs) ? (
            <NoPermission needs={here.needs ?? ""} />
          ) : (
            <Outlet />
          )}
        </Suspense>
        <OfflineLine probe={probe} />
      </main>
      <UnsavedGuard />
      <Reason />
      <Tabs session={session} current={current} />
      {calls === 0 ? null : (
        <Suspense fallback={null}>
          <Finder session={session} calls={calls} />
        </Suspense>
      )}
    </div>
  );
}

/** Everything behind the door: asks who is here, then draws the shell. */
export function Shell() {
  const session = useSession();
  const { suggest } = useLanguage();
  const theirs = session.data?.staff.language;
  useEffect(() => {
    if (theirs !== undefined) suggest(theirs);
  }, [theirs, suggest]);
  const { refetch } = session;
  const again = useCallback((): void => void refetch(), [refetch]);
  if (session.data === null) return <SignedOut again={again} />;
  if (session.data !== undefined) return <Inside session={session.data} probe={again} />;
  if (session.error === null) {
    return (
      <div className="shell">
        <div className="side" />
        <main className="cloth">
          <Loading />
        </main>
      </div>
    );
  }
  return (
    <main className="cloth cloth-alone">
      <ErrorNote alone error={session.error} again={again} />
    </main>
  );
}

/** `/`: where this role starts. */
export function Home() {
  const text = useText(stateTexts);
  const { data: session } = useSession();
  if (!session) return null;
  const first = inReach(screens, (screen) => may(session, screen.needs), session.staff.role)[0];
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <Empty alone title={text.noneOpenTitle}>
      {text.noneOpen}
    </Empty>
  );
}
