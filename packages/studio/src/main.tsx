import "./look/mantine.css";
import "@somlos/look/tokens.css";
import "@somlos/look/fonts.css";
import "@somlos/look/ground.css";
import "./look/base.css";
import "./look/touch.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const place = document.getElementById("studio");
if (place === null) throw new Error("index.html has no #studio");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
