// The colours that goods come in. None of them is the red of the thread. Pure.
export const colours = {
  ...{ white: "#eef0ee", black: "#33393c", graphite: "#566064", mist: "#b3c0c4", steel: "#aab4b7" },
  ...{ linen: "#d8ccb6", sand: "#c8b48f", straw: "#dcb74a", ochre: "#bf8d33", clay: "#b27f60" },
  ...{ moss: "#7b8a5f", fir: "#3f6a57", teal: "#3c7f7d", fjord: "#4a7d9a", sky: "#a4c6d8" },
  ...{ heather: "#97709c", cocoa: "#775543", oak: "#c79f68", walnut: "#80593b", birch: "#dfc79c" },
  ...{ willow: "#b98d57", brass: "#bb9a4e", clear: "#c3d8de", smoke: "#7f8d93" },
} as const satisfies Readonly<Record<string, string>>;
export type Colour = keyof typeof colours;
export const isColour = (text: string): text is Colour => text in colours;
