import "@somlos/look/tokens.css";
import "@somlos/look/fonts.css";
import "@somlos/look/ground.css";
import "./shop.css";
import "./corner/corner.css";
import "./corner/dial.css";
import "./sign-in/sign-in.css";
import { LanguageProvider } from "@somlos/look/language";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api.ts";
import { Corner } from "./corner/corner.tsx";

const place = document.getElementById("shop");
if (place === null) throw new Error("index.html has no #shop");

/** A "no" stays no; only a lost network is tried again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (tries, error) => error instanceof Refused && error.status === 0 && tries < 3,
      staleTime: 10_000,
    },
  },
});

// A page that the browser kept whole and shows again may be somebody else's by now.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Corner />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
