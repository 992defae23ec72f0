import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Served beside the studio on the one port; while it is being written, a running server answers for the rest.
const server = process.env["SOMLOS_URL"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  base: "/shop/",
  plugins: [react()],
  build: {
    target: "es2023",
    // No inlined fonts or pictures: `data:` stays closed in the page's policy.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: { strictPort: true, proxy: { "/v1": server, "/api": server, "/health": server } },
});
