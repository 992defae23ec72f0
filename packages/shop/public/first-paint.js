// Before the first paint: the theme somebody chose here, so that a dark room never flashes white.
// A file of its own because the pages allow no script inside themselves.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem("somlos.theme");
  } catch {
    // Storage may be closed; then the system decides.
  }
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
