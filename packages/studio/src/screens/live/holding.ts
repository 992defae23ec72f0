// When the list stands still: by the key, or because somebody reads further down.
import { useEffect, useRef, useState } from "react";

export function useScrolled(past: number): boolean {
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const look = (): void => setScrolled(scrollY > past);
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [past]);
  return scrolled;
}

const busy =
  "a, button, input, textarea, select, summary, [role='menuitem'], [role='dialog'], [contenteditable]";

/** Space pauses, except where it already means something. */
export function useSpace(toggle: () => void): void {
  useEffect(() => {
    const pressed = (key: KeyboardEvent): void => {
      if (key.key !== " " || key.repeat || key.ctrlKey || key.metaKey || key.altKey) return;
      if (key.target instanceof Element && key.target.closest(busy) !== null) return;
      key.preventDefault();
      toggle();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [toggle]);
}

/** How many came since it was last said; said at most every ten seconds, never while held. */
export function useSaid(newest: number | undefined, held: boolean): number {
  const [said, setSaid] = useState(0);
  const latest = useRef(newest);
  const last = useRef(newest);
  useEffect(() => {
    latest.current = newest;
    if (last.current === undefined) last.current = newest;
  }, [newest]);
  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => {
      const now = latest.current;
      if (now === undefined || last.current === undefined) return;
      setSaid(now - last.current);
      last.current = now;
    }, 10_000);
    return () => clearInterval(timer);
  }, [held]);
  return said;
}
