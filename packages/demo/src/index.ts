// The door of the demo chain.

export { clearDemo } from "./send/clear.ts";
export { enterCompany } from "./send/company.ts";
export { type DemoWish, runDemo } from "./send/demo.ts";
export { CannotGoOn, type House, isUp, type Sending, type Tally } from "./send/doors.ts";
export { type Front, openHttps } from "./send/https.ts";
export { RETAIL_CREDIT } from "./send/retail.ts";
