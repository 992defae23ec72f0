// Light, dark, or as the system says; remembered on this device. first-paint.js reads the same key.
import { useSyncExternalStore } from "react";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const key = "somlos.theme";
const listeners = new Set<() => void>();
const night = matchMedia("(prefers-color-scheme: dark)");

function read(): Theme {
  try {
    const found = localStorage.getItem(key);
    return themes.find((theme) => theme === found) ?? "system";
  } catch {
    return "system";
  }
}

let chosen = read();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  night.addEventListener("change", tell);
  return () => {
    listeners.delete(listener);
    night.removeEventListener("change", tell);
  };
}

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Closed storage: the choice then holds until the page is left.
  }
  tell();
}

const scheme = (): "light" | "dark" => (chosen === "system" ? (night.matches ? "dark" : "light") : chosen);

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);
export const useScheme = (): "light" | "dark" => useSyncExternalStore(subscribe, scheme);
