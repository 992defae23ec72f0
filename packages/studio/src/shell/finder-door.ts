// ⌘K and / open the finder; its code is fetched the first time.
import { useEffect, useState } from "react";

const event = "somlos:find";
export const openFinder = (): void => {
  dispatchEvent(new Event(event));
};

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** `/` goes to the screen's own search field when it has one, else it opens the finder. */
function slash(): void {
  const field = document.querySelector<HTMLInputElement>("[data-screen-search]");
  if (field === null) openFinder();
  else field.focus();
}

/** How often the finder was asked for: 0 means its code is not needed yet. */
export function useFinderCalls(): number {
  const [calls, setCalls] = useState(0);
  useEffect(() => {
    const asked = (): void => setCalls((count) => count + 1);
    const pressed = (key: KeyboardEvent): void => {
      const isK = key.key.toLowerCase() === "k" && (key.metaKey || key.ctrlKey) && !key.altKey;
      const isSlash = key.key === "/" && !key.metaKey && !key.ctrlKey && !writing(key.target);
      if (!isK && !isSlash) return;
      key.preventDefault();
      if (isK) openFinder();
      else slash();
    };
    addEventListener(event, asked);
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener(event, asked);
      removeEventListener("keydown", pressed);
    };
  }, []);
  return calls;
}
