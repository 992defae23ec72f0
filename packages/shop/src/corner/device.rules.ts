// What a browser calls itself, in names that people know.
const browsers = [/Edg\//, /OPR\//, /Firefox\//, /Chrome\//, /Safari\//] as const;
const browserNames = ["Edge", "Opera", "Firefox", "Chrome", "Safari"] as const;
const systems = [/iPhone/, /iPad/, /Android/, /Windows/, /Mac OS/, /Linux/] as const;
const systemNames = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"] as const;

/** A browser and what it runs on; else what it calls itself. */
export function deviceOf(agent: string): string {
  const browser = browserNames[browsers.findIndex((one) => one.test(agent))];
  const system = systemNames[systems.findIndex((one) => one.test(agent))];
  const known = [browser, system].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : agent.slice(0, 40) || "–";
}
